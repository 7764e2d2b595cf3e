import Community
import Diagnostics
import Markup
import Text

extension PageContext {
  /// What all entries have, and what their fields say.
  func data(_ entry: PublishedEntry) -> JSON {
    let path = plan.addresses.entry(entry.index)
    let head: KeyValuePairs<String, JSON?> = [
      "id": .text("\(entry.id)"), "kind": .text(entry.kind.rawValue), "title": .text(entry.title),
      "address": path.map(JSON.text), "url": path.flatMap(canonical).map(JSON.text),
      "language": .text(entry.language), "summary": summary(entry),
      "tags": .texts(entry.tags.map(\.id)),
    ]
    let fields = entry.common.filled + handbook.settledFields(of: entry).filled
    return JSON.object(head).with(members(of: fields)).with(derivedData(entry))
  }

  /// What no field says by itself.
  private func derivedData(_ entry: PublishedEntry) -> [JSON.Member] {
    switch entry.fields {
    case .meeting(let meeting):
      let present = handbook.people(meeting.attendees).count + entry.unnamedAttendees
      return hours(of: Occasion(meeting, on: entry.date, in: handbook.configuration))
        + (present > 0 ? [JSON.Member(name: "members_present", value: .number(present))] : [])
    case .resource:
      let files = entry.files.compactMap { plan.addresses.asset($0.asset) }
      return JSON.texts(files).map { [JSON.Member(name: "files", value: $0)] } ?? []
    case .post, .member, .goal, .success, .page: return []
    }
  }

  /// Beginning and end with their distance from UTC, as RFC 3339 has it.
  private func hours(of occasion: Occasion) -> [JSON.Member] {
    let zone = TimeZones.zone(occasion.timeZone)
    let stamps: KeyValuePairs<String, JSON?> = [
      "start": occasion.hours.map { .text(zone.stamp($0.start)) },
      "end": (occasion.hours?.end).map { .text(zone.stamp($0)) },
      "timezone": .text(occasion.timeZone),
    ]
    return stamps.compactMap { name, value in value.map { JSON.Member(name: name, value: $0) } }
  }
}

// MARK: - Fields

extension PageContext {
  /// The fields that the open data has, under their keys.
  private func members(of fields: [FilledField]) -> [JSON.Member] {
    fields.compactMap { filled in
      guard let key = filled.field.dataKey, let value = data(filled) else { return nil }
      return JSON.Member(name: key, value: value)
    }
  }

  private func data(_ filled: FilledField) -> JSON? {
    switch filled.content {
    case .text(let text), .choice(let text), .address(let text): .text(text)
    case .texts(let texts): .texts(texts)
    case .date(let date): day(date)
    case .time(let time): .text("\(time)")
    case .number(let number): .decimal(number)
    case .count(let count): .number(count)
    case .yes: .flag(true)
    case .terms(let words, _): filled.field.type.isList ? .texts(words) : words.first.map(JSON.text)
    case .licence(let licence): licenceData(licence)
    case .timeInClass(let time): .text("\(time.count) \(time.unit.rawValue)")
    case .year: nil
    case .reference(let reference): person(or: reference, filled.field.type)
    case .references(let references): people(or: references, filled.field.type)
    case .rows(let rows): data(rows, of: filled.field)
    case .evidence, .picture: nil
    }
  }

  private func person(or reference: Reference, _ type: FieldType) -> JSON? {
    type.target == .member ? personData(handbook.person(reference)) : id(reference)
  }

  private func people(or references: [Reference], _ type: FieldType) -> JSON? {
    type.target == .member ? peopleData(handbook.people(references)) : ids(references)
  }

  /// The parts of a list: an object each or, where the data has one of their fields, that.
  private func data(_ rows: [[FilledField]], of field: DeclaredField) -> JSON? {
    let isOneField = field.parts.count { $0.dataKey != nil } == 1
    return .values(
      rows.compactMap { row in
        let shared = row.filter { $0.field.dataKey != nil }
        return isOneField ? shared.first.flatMap(data) : .object(members(of: shared))
      })
  }
}

extension PageContext {
  func data(_ action: PublishedAction) -> JSON? {
    guard let meeting = handbook.entry(action.meeting) else { return nil }
    return .object([
      "id": .text("\(meeting.id)#action-\(action.number)"), "meeting": .text("\(meeting.id)"),
      "text": wording(action.text, of: meeting),
      "state": .text(action.state.rawValue), "owners": peopleData(action.owners),
      "due": day(action.due), "done_on": day(action.doneOn),
      "goals": .texts(action.goals.compactMap { handbook.entry($0).map { "\($0.id)" } }),
      "continues": action.earlier.flatMap { actionID($0) },
    ])
  }

  private func actionID(_ position: Int) -> JSON? {
    let action = handbook.registers.actions[position]
    return handbook.entry(action.meeting).map { .text("\($0.id)#action-\(action.number)") }
  }

  func data(_ decision: PublishedDecision) -> JSON? {
    guard let meeting = handbook.entry(decision.meeting) else { return nil }
    return .object([
      "id": .text("\(meeting.id)#decision-\(decision.number)"), "meeting": .text("\(meeting.id)"),
      "text": wording(decision.text, of: meeting),
      "details": .values(decision.details.map { wording($0.text.range, of: meeting) }),
      "in_force": .flag(decision.isInForce),
      "goals": .texts(decision.goals.compactMap { handbook.entry($0).map { "\($0.id)" } }),
      "supersedes": .values(decision.supersedes.compactMap(decisionID)),
      "reverses": .values(decision.reverses.compactMap(decisionID)),
    ])
  }

  private func decisionID(_ position: Int) -> JSON? {
    let decision = handbook.registers.decisions[position]
    return handbook.entry(decision.meeting).map { .text("\($0.id)#decision-\(decision.number)") }
  }
}

extension JSON {
  /// An object with more members.
  fileprivate func with(_ others: [JSON.Member]) -> JSON {
    guard case .object(let own) = self else { return self }
    return .object(own + others)
  }
}
