import Markup

extension Goal {
  init(reading reader: inout FieldReader) {
    reader.require("status", hint: "status: active")
    reader.require("measure", hint: "measure: lessons that begin with retrieval, in a week")
    status = reader.choice("status", Status.self)?.value ?? .proposed
    owners = reader.references("owners")
    why = reader.text("why")?.value
    measure = reader.text("measure")?.value ?? ""
    unit = reader.text("unit")?.value
    baseline = reader.number("baseline")?.value
    target = reader.number("target")?.value
    readings = reader.readings("readings")
    start = reader.date("start")?.value
    due = reader.date("due")?.value
    closed = reader.date("closed")?.value
    milestones = reader.milestones("milestones")
  }
}

extension FieldReader {
  /// In order of their dates, as they were taken.
  fileprivate mutating func readings(_ key: String) -> [Goal.Reading] {
    maps(key, of: "a reading") { reading -> Goal.Reading? in
      reading.require("date", hint: "date: 2026-01-31")
      reading.require("value", hint: "value: 12")
      let note = reading.text("note")?.value
      guard let date = reading.date("date"), let value = reading.number("value") else { return nil }
      return Goal.Reading(date: date.value, value: value.value, note: note)
    }
    .compactMap(\.value).sorted { $0.date < $1.date }
  }

  fileprivate mutating func milestones(_ key: String) -> [Goal.Milestone] {
    maps(key, of: "a milestone") { milestone -> Goal.Milestone? in
      milestone.require("title", hint: "title: every school has tried it once")
      let due = milestone.date("due")?.value
      let doneOn = milestone.date("done_on")?.value
      let evidence = milestone.evidence("evidence")
      guard let title = milestone.text("title") else { return nil }
      return Goal.Milestone(title: title.value, due: due, doneOn: doneOn, evidence: evidence)
    }
    .compactMap(\.value)
  }
}
