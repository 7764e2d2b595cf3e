import Community
import Dates
import Diagnostics
import Files
import Markup
import Serving
import Testing

@testable import Desk

@Suite("A member answers for themselves what may be shown of them")
struct ConsentAnswersTests {
  private let today: CalendarDate

  init() throws { today = try #require(CalendarDate("2026-11-30")) }

  private func file(_ consent: String) throws -> OpenedEntry {
    let text = "---\nname: Ada Okafor # the name\n\(consent)---\n\nTeaches maths.\n"
    return try OpenedEntry(
      EntryID(.member, "ada"), try RelativePath("content/members/ada.md"), Array(text.utf8))
  }

  private func answers(_ consent: String, _ query: String = "") throws -> ConsentAnswers {
    ConsentAnswers(try file(consent), proposals: FormPairs(queryOf: "/?\(query)"), today: today)
  }

  private func told(_ answers: ConsentAnswers) -> [String] {
    answers.answers.compactMap { answer in
      answer.isYes.map { "\(answer.purpose.name) \($0 ? "yes" : "no")" }
    }
  }

  @Test(
    "nothing is ticked that was not agreed to before",
    arguments: [
      ("", []), ("consent:\n", []), ("consent: yes\n", []),
      ("consent:\n  name: yes\n  photo: no\n  given: 2026-01-15\n", ["name yes", "photo no"]),
      // A yes without its day is none, and so is one of a day that has not come.
      ("consent: {name: yes, photo: no}\n", ["photo no"]),
      ("consent: {name: yes, given: 2026-12-01}\n", []),
      ("consent: {name: yes, given: soon}\n", []),
      ("consent: {name: perhaps, given: 2026-01-15}\n", []),
    ])
  func nothingIsTicked(consent: String, expected: [String]) throws {
    #expect(told(try answers(consent)) == expected)
  }

  @Test("the day is today, and the file's day says from when the answers are")
  func day() throws {
    let answers = try answers("consent: {name: yes, given: 2024-02-29}\n")
    #expect("\(answers.day)" == "2026-11-30")
    #expect(answers.since == CalendarDate("2024-02-29"))
    #expect(answers.askedAgain == CalendarDate("2025-03-01"))
    #expect(try self.answers("consent: {photo: no, given: 2026-01-15}\n").askedAgain == nil)
  }

  @Test("a sheet's answers are proposed, and nothing else of its address is taken")
  func proposals() throws {
    let sheet = try answers(
      "consent: {name: yes, given: 2026-01-15}\n",
      "photo=yes&name=no&given=2026-11-20&school=perhaps&evil=yes&basis=x")
    #expect(told(sheet) == ["name no", "photo yes"])
    #expect("\(sheet.day)" == "2026-11-20")
    #expect(sheet.basis == nil)
    #expect("\(try answers("", "photo=yes&given=2027-01-01").day)" == "2026-11-30")
    #expect("\(try answers("", "given=2026-01-01").day)" == "2026-11-30")
  }

  @Test("every purpose is a question in plain words")
  func words() {
    let words = DeskWords(language: "en")
    #expect(
      ConsentAnswers.purposes.map(\.name) == Consent.Purpose.allCases.map(\.rawValue))
    for purpose in ConsentAnswers.purposes {
      #expect(words.plain["consent_ask_\(purpose.name)"]?.hasSuffix("?") == true)
      #expect(words.plain["consent_means_\(purpose.name)"] != nil)
    }
  }

  @Test("saving changes the bytes of the answers and no others")
  func saving() throws {
    let form =
      "changed=consent.photo&consent.photo=yes&changed=consent.given&consent.given=2026-11-30"
      + "&changed=consent.basis&consent.basis="
    #expect(
      try saved("consent: # asked\n  name: no  # so far\n  photo: no\n  basis: 'a list'\n", form)
        == "consent: # asked\n  name: no  # so far\n  photo: yes\n  given: 2026-11-30\n")
    #expect(
      try saved("consent: {name: no,  photo: no}\n", form)
        == "consent: {name: no,  photo: yes, given: 2026-11-30}\n")
    #expect(try saved("", form) == "consent:\n  photo: yes\n  given: 2026-11-30\n")
  }

  @Test("what is no part of a field is not written")
  func strangers() throws {
    let forms = [
      "changed=consent.evil&consent.evil=1", "changed=evil.name&evil.name=1", "changed=.",
      "changed=name.x&name.x=1", "changed=consent.name.x&consent.name.x=1",
    ]
    let consent = "consent:\n  name: no\n"
    for form in forms { #expect(try saved(consent, form) == consent) }
  }

  private func saved(_ consent: String, _ form: String) throws -> String {
    let form = try #require(FormPairs(Array(form.utf8)))
    let bytes = try file(consent).changed(by: form).editor.source.bytes
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix("---\nname: Ada Okafor # the name\n"))
    #expect(text.hasSuffix("---\n\nTeaches maths.\n"))
    return String(text.dropFirst("---\nname: Ada Okafor # the name\n".count).dropLast(20))
  }

  @Test(
    "only the id of a member has the page",
    arguments: [
      "posts/slips/consent", "members/../consent", "members/a b/consent", "members/%2e%2e/consent",
      "members/A/consent/x", "members/new/consent/..", "members//consent",
    ])
  func hostile(path: String) {
    let request = Request(
      method: .read, target: "/desk/\(path)", hosts: ["localhost:1"], origins: [])
    if case .consent? = DeskPlace(request) { Issue.record("it has") }
  }

  @Test("the page of a member has its own address")
  func address() {
    let id = EntryID(.member, "ada")
    #expect(id.consentAddress == "/desk/members/ada/consent")
    let request = Request(
      method: .read, target: "\(id.consentAddress)?name=yes", hosts: [], origins: [])
    #expect(DeskPlace(request) == .consent(id))
  }
}
