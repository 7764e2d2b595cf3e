import Community
import Diagnostics
import Markup

extension PageContext {
  /// What all entries have, and what their kind adds.
  func data(_ entry: PublishedEntry) -> JSON {
    let path = plan.addresses.entry(entry.index)
    let common = JSON.object([
      "id": .text("\(entry.id)"), "kind": .text(entry.kind.rawValue), "title": .text(entry.title),
      "address": path.map(JSON.text), "url": path.flatMap(canonical).map(JSON.text),
      "language": .text(entry.language), "summary": summary(entry),
      "date": day(entry.date), "updated": day(entry.common.updated?.value),
      "tags": .texts(entry.tags.map(\.id)), "goals": ids(entry.common.goals),
      "translation_of": id(entry.common.translationOf),
    ])
    return common.merging(ownData(entry))
  }

  private func ownData(_ entry: PublishedEntry) -> JSON {
    switch entry.fields {
    case .post(let post): data(post)
    case .member(let member): data(member)
    case .meeting(let meeting): data(entry, meeting)
    case .resource(let resource): data(entry, resource)
    case .goal(let goal): data(goal)
    case .success(let success): data(success)
    case .page: .object([])
    }
  }

  private func data(_ post: Post) -> JSON {
    .object([
      "post_kind": (post.kind?.rawValue).map(JSON.text),
      "authors": peopleData(handbook.people(post.authors)),
      "answered_by": id(post.answeredBy), "replies_to": id(post.repliesTo),
      "meeting": id(post.meeting), "resources": ids(post.resources), "tried": ids(post.tried),
    ])
  }

  private func data(_ member: Member) -> JSON {
    .object([
      "status": .text(member.status.rawValue), "school": (member.school?.value).map(JSON.text),
      "subjects": .texts(member.subjects), "levels": .texts(member.levels),
      "offers": .texts(member.offers.map(\.tag.value)),
      "seeks": .texts(member.seeks.map(\.tag.value)),
      "roles": .values(
        member.roles.map { held in
          .object(["role": .text(held.role.value), "from": day(held.from), "to": day(held.to)])
        }),
    ])
  }

  private func data(_ entry: PublishedEntry, _ meeting: Meeting) -> JSON {
    let occasion = Occasion(meeting, on: entry.date, in: handbook.configuration)
    let zone = TimeZones.zone(occasion.timeZone)
    let named = handbook.people(meeting.attendees)
    let present = named.count + entry.unnamedAttendees
    return .object([
      "meeting_kind": .text(meeting.kind.rawValue),
      "status": .text(meeting.status(on: entry.date, today: handbook.today).rawValue),
      "end_date": day(occasion.lastDay),
      "start": occasion.hours.map { .text(zone.stamp($0.start)) },
      "end": (occasion.hours?.end).map { .text(zone.stamp($0)) },
      "timezone": .text(occasion.timeZone), "mode": (occasion.mode?.rawValue).map(JSON.text),
      "venue": occasion.venue.map(JSON.text), "series": (meeting.series?.value).map(JSON.text),
      "chair": personData(handbook.person(meeting.chair)),
      "note_taker": personData(handbook.person(meeting.noteTaker)),
      "attendees": peopleData(named), "members_present": present > 0 ? .number(present) : nil,
      "guests": meeting.guests.map(JSON.number), "resources": ids(meeting.resources),
    ])
  }

  private func data(_ entry: PublishedEntry, _ resource: Resource) -> JSON {
    .object([
      "resource_kind": .text(resource.kind.rawValue), "status": .text(resource.status.rawValue),
      "link": resource.address.map(JSON.text),
      "files": .texts(entry.files.compactMap { plan.addresses.asset($0.asset) }),
      "licence": licenceData(resource.licence), "subjects": .texts(resource.subjects),
      "levels": .texts(resource.levels),
      "time_needed": resource.timeNeeded.map { .text("\($0.count) \($0.unit.rawValue)") },
      "creators": peopleData(resource.creators.compactMap { handbook.person($0.member) }),
      "shared_by": personData(handbook.person(resource.sharedBy)),
      "based_on": ids(resource.basedOn),
    ])
  }

  private func data(_ goal: Goal) -> JSON {
    .object([
      "status": .text(goal.status.rawValue), "owners": peopleData(handbook.people(goal.owners)),
      "why": goal.why.map(JSON.text), "measure": .text(goal.measure),
      "unit": goal.unit.map(JSON.text), "baseline": goal.baseline.map(JSON.decimal),
      "target": goal.target.map(JSON.decimal),
      "readings": .values(
        goal.readings.map { reading in
          .object([
            "date": day(reading.date), "value": .decimal(reading.value),
            "note": reading.note.map(JSON.text),
          ])
        }),
      "start": day(goal.start), "due": day(goal.due), "closed": day(goal.closed),
      "milestones": .values(
        goal.milestones.map { milestone in
          .object([
            "title": .text(milestone.title), "due": day(milestone.due),
            "done_on": day(milestone.doneOn),
          ])
        }),
    ])
  }

  private func data(_ success: Success) -> JSON {
    .object([
      "value": (success.value?.rawValue).map(JSON.text),
      "people": peopleData(handbook.people(success.people)),
      "resources": ids(success.resources), "quote": success.quote.map(JSON.text),
      "quote_by": personData(handbook.person(success.quotedFrom)),
    ])
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
  /// The members of two objects, these first.
  fileprivate func merging(_ other: JSON) -> JSON {
    guard case .object(let own) = self, case .object(let others) = other else { return self }
    return .object(own + others)
  }
}
