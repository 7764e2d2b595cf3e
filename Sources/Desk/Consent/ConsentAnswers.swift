import Community
import Dates
import Markup

/// What a member's file says to each question of consent, and what a sheet proposes in its place.
///
/// A yes without its day is none, and so is one of a day that has not come: nobody has agreed to it.
struct ConsentAnswers: Sendable {
  struct Answer: Sendable {
    /// The purpose: a part of the field `consent` that is yes or no.
    let purpose: DeclaredField
    /// `nil` until somebody has answered.
    var isYes: Bool?
    var isProposed = false
  }

  private(set) var answers: [Answer]
  /// The day from which the file's answers hold; `nil` where there is none.
  let since: CalendarDate?
  /// What they rest on until the member has answered.
  let basis: String?
  /// The day that the form begins with.
  private(set) var day: CalendarDate

  /// - Parameter proposals: The answers of a sheet, by the names of the purposes, and its day.
  init(_ file: OpenedEntry, proposals: FormPairs, today: CalendarDate) {
    let said = file.consent
    let words = { (name: String) in said.first { $0.name == name }?.value.words }
    let since = words("given").flatMap { CalendarDate($0) }.flatMap { $0 <= today ? $0 : nil }
    self.since = since
    basis = words("basis")
    day = today
    answers = Self.purposes.map { purpose in
      let isYes = words(purpose.name)?.isYes
      return Answer(purpose: purpose, isYes: isYes == true && since == nil ? nil : isYes)
    }
    propose(proposals)
  }

  private mutating func propose(_ proposals: FormPairs) {
    for index in answers.indices {
      guard let isYes = proposals[answers[index].purpose.name]?.isYes else { continue }
      answers[index].isYes = isYes
      answers[index].isProposed = true
    }
    guard isProposed, let given = proposals["given"].flatMap({ CalendarDate($0) }) else { return }
    day = min(given, day)
  }

  var isProposed: Bool { answers.contains(where: \.isProposed) }

  /// The day after which the member is asked again; `nil` where nothing has been agreed to.
  var askedAgain: CalendarDate? {
    guard let since, answers.contains(where: { $0.isYes == true && !$0.isProposed }) else {
      return nil
    }
    return CalendarDate(year: since.year + 1, month: since.month, day: since.day)
      ?? since.adding(days: 366)
  }

  /// What a member can be asked, as the fields are declared.
  static let purposes =
    EntryKind.member.fields.first { $0.name == "consent" }?.parts
    .filter { if case .yesNo = $0.type { true } else { false } } ?? []
}

extension OpenedEntry {
  /// What a member's file says of their consent.
  fileprivate var consent: [YAMLValue.Field] {
    editor.value.fields.first { $0.name == "consent" }?.value.fields ?? []
  }
}

extension String {
  /// What an answer says; `nil` for what is neither yes nor no.
  fileprivate var isYes: Bool? {
    switch lowercased() {
    case "yes", "true", "on": true
    case "no", "false", "off": false
    default: nil
    }
  }
}
