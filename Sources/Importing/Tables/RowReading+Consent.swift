import Community
import Dates
import Diagnostics

extension RowReading {
  /// Writes what a member answered in a form: a yes only where it is clear, and the day is known.
  func agree(_ row: TableRow, _ entry: inout EntryText, _ notes: inout [String]) {
    let answers = row.consents.filter { $0.answer != .none }
    guard !answers.isEmpty else {
      notes.append("has agreed to nothing yet: ask, then write their consent")
      return
    }
    for answer in answers where answer.answer == .unclear {
      notes.append(
        "consent to \(answer.purpose.rawValue) is a no: '\(answer.cell.quotedInput)' is no clear yes"
      )
    }
    var agreed = Set(answers.filter { $0.answer == .yes }.map(\.purpose))
    let given = row.stamp.flatMap { dates.day($0, "given") }
    if !agreed.isEmpty, given == nil {
      agreed = []
      notes.append(
        "every consent is a no: the table does not say on which day they answered, so add a column "
          + "'Timestamp'")
    }
    if agreed.contains(.profile), !agreed.contains(.name) {
      agreed.remove(.profile)
      notes.append("consent to profile is a no: a page about them needs their name too")
    }
    var fields = answers.map { answer in
      WrittenValue.WrittenField(
        answer.purpose.rawValue, .text(agreed.contains(answer.purpose) ? "yes" : "no"))
    }
    if let given { fields.append(WrittenValue.WrittenField("given", .text(given.description))) }
    entry.set("consent", .map(fields))
  }
}
