import Build
import Community
import Diagnostics
import TestSupport
import Testing

/// Addresses that belong to nobody: an alarm in vain costs the trust in the next.
@Suite("Shared addresses")
struct SharedAddressTests {
  @Test(
    "the address of a calendar, a group, a list or a message is nobody's",
    arguments: [
      "https://calendar.google.com/calendar/embed?src=abc123@group.calendar.google.com",
      "[c](https://calendar.google.com/calendar/embed?src=abc123%40group.calendar.google.com)",
      "[c](https://calendar.google.com/calendar/ical/en.uk%23holiday%40group.v.calendar.google.com/public/basic.ics)",
      "[c](webcal://calendar.google.com/calendar/ical/x%40import.calendar.google.com/public/basic.ics)",
      "[t](https://groups.google.com/d/msgid/list/abc-123%40googlegroups.com)",
      "[t](https://groups.google.com/a/home-mail.org/d/msgid/staff/abc-123%40home-mail.org)",
      "https://groups.google.com/d/forum/circle, circle@googlegroups.com",
      "[o](https://outlook.office365.com/owa/calendar/0123456789abcdef0123456789abcdef@home-mail.org/x/calendar.ics)",
      "[m](https://lists.home-mail.org/archives/message/abc.123@home-mail.org/)",
      "[m](mid:abc.123@home-mail.org)", "`Message-ID: <abc.123@home-mail.org>`",
      "[t](https://teams.microsoft.com/l/channel/19%3Aabc%40thread.skype/General)",
      "20260301T100000Z-123@home-mail.org", "circle@lists.home-mail.org", "circle@circle.groups.io",
    ])
  func services(text: String) async throws {
    #expect(try await found(in: text) == [])
  }

  @Test(
    "an address kept for examples is nobody's",
    arguments: [
      "ada@example.com", "ada@example.org", "ada@mail.example.net", "ada@school.example",
      "ada@home.test", "ada@nowhere.invalid", "Ada@EXAMPLE.COM",
    ])
  func examples(text: String) async throws {
    #expect(try await found(in: text) == [])
  }

  @Test(
    "the address of a role is nobody's own, in each of the six languages",
    arguments: [
      "info", "office", "contact", "enquiries", "Hello", "admin", "school-office", "info2",
      "no-reply", "info+circle", "admissions", "hr", "office.primary", "exams", "swyddfa",
      "ymholiadau", "gwybodaeth", "kontakt", "sekretariat",
      "büro", "bureau", "accueil", "secrétariat", "oficina", "contacto", "información", "مكتب",
      "استفسارات",
    ])
  func roles(local: String) async throws {
    #expect(try await found(in: "Write to \(local)@home-school.org, please.") == [])
    #expect(try await found(in: "\(local)@gmail.com") == [])
  }

  @Test(
    "what only resembles one of these is somebody's",
    arguments: [
      "ada@example.home-mail.org", "ada@example-mail.com", "ada@testing.org", "ada@myexample.org",
      "info.ada@home-mail.org", "ada-office@home-mail.org", "infoada@home-mail.org",
      "[c](https://calendar.google.com/calendar/embed?src=ada.okafor%40home-mail.org)",
      "[g](https://groups.google.com/g/circle?to=ada@home-mail.org)", "ada@notgooglegroups.com",
      "A message: ada@home-mail.org", "deadbeef@home-mail.org", "ada@mylists.org",
    ])
  func somebodys(text: String) async throws {
    #expect(try await found(in: text) == ["email-address"])
  }

  @Test(
    "the contacts of the site are no finding anywhere, however many and however written",
    arguments: [
      "ada@home-mail.org, ben@home-mail.org", "ada@home-mail.org; ben@home-mail.org",
      "[ada@home-mail.org, ben@home-mail.org]", "\n  - ada@home-mail.org\n  - ben@home-mail.org",
      "ada@home-mail.org ben@home-mail.org", "[\"mailto:ada@home-mail.org\", Ben@home-mail.org]",
      "[ada@home-mail.org, \"https://forms.example/?to=ben@home-mail.org\"]",
    ])
  func contacts(written: String) async throws {
    let site = try await handbook([
      "handbook.yml": plainSettings + "contact: \(written)\ntagline: Ask Ben@home-mail.org\n",
      "pages/a.md": "# A\n\nWrite to ada@home-mail.org or [b](mailto:ben%40home-mail.org).\n",
      "assets/ada@home-mail.org.txt": "x",
    ])
    #expect(site.diagnostics.map(\.id.rawValue) == [], "\(site.report)")
    #expect(
      site.pages["a.html"]?.contains("<a href=\"mailto:ada@home-mail.org\">ada@home-mail.org</a>")
        == true)
  }

  @Test("every contact is shown on every page, and none but an address is taken")
  func shown() async throws {
    let site = try await handbook([
      "handbook.yml": plainSettings + "contact: [ada@home-mail.org, https://forms.example/a]\n"
    ])
    let page = site.pages["index.html"] ?? ""
    #expect(page.contains("href=\"mailto:ada@home-mail.org\""))
    #expect(page.contains("href=\"https://forms.example/a\""))
    let wrong = try await handbook(["handbook.yml": plainSettings + "contact: [ada]\n"])
    #expect(wrong.diagnostics.map(\.id.rawValue) == ["bad-address"])
  }

  @Test("whoever begins as a contact does is none")
  func otherContact() async throws {
    let site = try await handbook([
      "handbook.yml": plainSettings + "contact: circle.ada@home-mail.org\n",
      "pages/a.md": "# A\n\nWrite to ada@home-mail.org.\n",
    ])
    #expect(site.diagnostics.map(\.id.rawValue) == ["email-address"])
  }

  private func found(in text: String) async throws -> [String] {
    try await handbook(["pages/a.md": "# A page\n\n\(text)\n"]).diagnostics
      .filter { $0.severity == .privacy }.map(\.id.rawValue)
  }
}
