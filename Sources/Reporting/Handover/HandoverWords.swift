import Community
import Dates

/// The words of a handover letter in one language.
///
/// A language that lacks one does not compile.
package struct HandoverWords: Sendable {
  let code: String
  var direction = "ltr"
  let title: String
  let note: String
  let from: String
  let to: String
  let intro: String
  let actions: String
  let noActions: String
  let due: String
  let nobody: String
  let offers: String
  let noOffers: String
  let questions: String
  let noQuestions: String
  let roles: String
  let noRoles: String
  let since: String
  let nextHolder: String
  let keys: String
  let keysIntro: String
  let gitHost: String
  let domain: String
  let mailbox: String
  let form: String
  let otherKeys: String
  let what: String
  let address: String
  let whoHolds: String
  let whereKept: String
  let goals: String
  let noGoals: String
  let quietSince: String
  let consents: String
  let noConsents: String
  let givenOn: String
  let neverAsked: String
  let agenda: String
  let noMeetings: String
  let chair: String
  let noChair: String
  let notWritten: String
  let more: String
  let paused: String
  let closed: String
  let pausedSince: String
  let closedSince: String
  let months: [String]
  /// How the first day of a month is written: `1er` in French.
  let firstDay: String
  /// How they stand together: `{day} {month} {year}`.
  let datePattern: String
}

extension HandoverWords {
  /// Those of a site's language, else the English ones.
  static func of(_ language: String) -> HandoverWords {
    let code = language.split(separator: "-").first.map { $0.lowercased() }
    return all.first { $0.code == code } ?? english
  }

  static let all = [english, spanish, french, german, welsh, arabic]

  func date(_ day: CalendarDate) -> String {
    datePattern.replacing("{day}", with: day.day == 1 ? firstDay : "\(day.day)")
      .replacing("{month}", with: months[day.month - 1])
      .replacing("{year}", with: "\(day.year)")
  }

  /// Whether a community rests or has ended, and since when.
  func standing(_ status: Configuration.Status, _ since: String?) -> String {
    let (plain, dated) = status == .closed ? (closed, closedSince) : (paused, pausedSince)
    return since.map { dated.replacing("{date}", with: $0) } ?? plain
  }
}
