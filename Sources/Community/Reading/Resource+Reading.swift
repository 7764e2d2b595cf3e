import Diagnostics
import Markup

extension Resource {
  init(reading reader: inout FieldReader) {
    reader.require("kind", hint: "kind: lesson-plan")
    reader.miss(
      "licence", "licence-unknown", "nobody knows how this may be used",
      because: "Without a licence a careful teacher will not use it.",
      hints: ["ask who made it, and write the licence, for example licence: cc-by-4.0"])
    kind = reader.choice("kind", Kind.self)?.value ?? .other
    address = reader.webAddress("url")
    files = reader.files("files")
    licence = reader.licence("licence", address: "licence_url")
    creators = reader.creators("creators")
    sharedBy = reader.reference("shared_by")
    basedOn = reader.references("based_on")
    subjects = reader.texts("subjects").map(\.value)
    levels = reader.texts("levels").map(\.value)
    timeNeeded = reader.timeNeeded("time_needed")
    accessNotes = reader.text("access_notes")?.value
    status = reader.choice("status", Status.self)?.value ?? .current
    trials = reader.trials("tried_by")
  }
}

extension FieldReader {
  fileprivate mutating func files(_ key: String) -> [Resource.File] {
    items(
      key, of: "a file",
      text: { Resource.File(path: $0, label: nil) },
      map: { file in
        file.require("file", hint: "the path from here to the file after 'file:'")
        let label = file.text("label")?.value
        return file.text("file").map { Resource.File(path: $0, label: label) }
      }
    ).map(\.value)
  }

  mutating func licence(_ key: String, address addressKey: String) -> Licence {
    let address = webAddress(addressKey)
    guard let written = text(key) else { return .unknown }
    if written.value.lowercased() == "other" {
      if let address { return .other(address: address) }
      report(.otherLicenceWithoutAddress(addressKey), at: written.span)
      return .unknown
    }
    guard let licence = Licence(written.value) else {
      report(.unknownLicence(written.value), at: written.span)
      return .unknown
    }
    if licence == .unknown { report(.licenceNotKnown, at: written.span) }
    return licence
  }

  fileprivate mutating func creators(_ key: String) -> [Resource.Creator] {
    items(
      key, of: "a creator",
      text: { Resource.Creator(member: Reference($0.value, at: $0.span)) },
      map: { creator in
        creator.require("name", hint: "name: the Open University")
        return creator.text("name").map { Resource.Creator(outsider: $0.value) }
      }
    ).map(\.value)
  }

  fileprivate mutating func timeNeeded(_ key: String) -> TimeNeeded? {
    guard let written = text(key) else { return nil }
    if let time = TimeNeeded(written.value) { return time }
    report(.unknownTimeNeeded(written.value), at: written.span)
    return nil
  }

  fileprivate mutating func trials(_ key: String) -> [Resource.Trial] {
    items(
      key, of: "a trial",
      text: {
        Resource.Trial(member: Reference($0.value, at: $0.span), date: nil, note: nil)
      },
      map: { trial in
        trial.require("member", hint: "a member's id after 'member:'")
        let date = trial.date("date")?.value
        let note = trial.text("note")?.value
        guard let member = trial.reference("member") else { return nil }
        return Resource.Trial(member: member, date: date, note: note)
      }
    ).map(\.value)
  }
}

extension FieldProblem {
  fileprivate static func otherLicenceWithoutAddress(_ field: String) -> FieldProblem {
    FieldProblem(
      id: "unknown-licence", summary: "the licence 'other' needs '\(field)'",
      hints: ["\(field): https://example.org/licence"])
  }

  fileprivate static func unknownLicence(_ written: String) -> FieldProblem {
    let known = [
      "cc-by-4.0", "cc-by-sa-4.0", "cc-by-nc-4.0", "cc-by-nc-sa-4.0", "cc-by-nd-4.0",
      "cc-by-nc-nd-4.0", "cc0-1.0", "ogl-3", "all-rights-reserved", "other", "unknown",
    ]
    // Without a version too, so that a slip in the letters outweighs the version left out.
    let short = known.filter { $0.hasSuffix("-4.0") }.map { String($0.dropLast(4)) }
    let nearest = NearMiss.nearest(to: written, among: known + short)
    return FieldProblem(
      id: "unknown-licence", summary: "'\(written.quotedInput)' is no licence that we know",
      hints: [
        nearest.map { "did you mean '\($0)'?" }
          ?? "write one of \(known.joined(separator: ", ")); with 'other' goes 'licence_url'"
      ])
  }

  fileprivate static let licenceNotKnown = FieldProblem(
    severity: .warning, id: "licence-unknown", summary: "nobody knows how this may be used",
    explanation: "Without a licence a careful teacher will not use it.",
    hints: ["ask who made it, and write the licence, for example cc-by-4.0"])

  fileprivate static func unknownTimeNeeded(_ written: String) -> FieldProblem {
    FieldProblem(
      id: "bad-time-needed",
      summary: "'time_needed' takes a number and a unit, not '\(written.quotedInput)'",
      hints: ["for example 45 min, 2 h or 3 lessons"])
  }
}
