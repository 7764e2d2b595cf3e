import Build
import Community
import Diagnostics
import TestSupport
import Testing

/// What is a finding and what is none: a table, since a finding in vain costs the trust in the next.
@Suite("Personal details")
struct PersonalDetailTests {
  @Test(
    "an e-mail address is found wherever it is written",
    arguments: [
      "ada@home-mail.org", "Ada.Okafor+handbook@mail.home-school.org", "mailto:ada@home-mail.org",
      "<ada@home-mail.org>", "(ada@home-mail.org).", "`ada@home-mail.org`", "ada\\@home-mail.org",
      "[write](mailto:ada@home-mail.org)", "<!-- ada@home-mail.org -->", "ada&#64;home-mail.org",
      "[write](mailto:ada%40home-mail.org)", "ada@**home-mail.org**", "sian@ysgol.cymru",
      "https://forms.example/?to=ada@home-mail.org",
    ])
  func email(text: String) async throws {
    #expect(try await found(in: text) == ["email-address"])
  }

  @Test("a detail is found at every place of a line", arguments: 0..<140)
  func everyPlace(offset: Int) async throws {
    let before = String(repeating: "-", count: offset)
    #expect(try await found(in: "\(before) Jake in Year 4") == ["pupil-name"])
    #expect(try await found(in: "\(before)Year 4's Jake") == ["pupil-name"])
    let word = String(repeating: "x", count: offset + 1)
    #expect(try await found(in: "\(word)Year 4's Jake") == [])
  }

  @Test(
    "what only looks like an e-mail address is none",
    arguments: [
      "@ada", "\\@ada", "@ada@example.social", "git@host.example:circle/handbook.git",
      "logo@2x.png", "two @ three", "a@b", "2 lessons @ 45 min", "swift-cmark@0.30.2",
    ])
  func noEmail(text: String) async throws {
    #expect(try await found(in: text).filter { $0 != "unknown-mention" } == [])
  }

  @Test(
    "a telephone number is found, British, Welsh or from abroad",
    arguments: [
      "029 2018 0000", "(029) 2018 0000", "02920 180 000", "01970 622222", "01970622222",
      "07700 900123", "07700900123", "07700-900-123", "+44 7700 900123", "+44 (0)29 2018 0000",
      "+447700900123", "0044 7700 900123", "+353 1 234 5678", "+1 555 234 5678", "+48 22 123 45 67",
      "555-234-5678", "(555) 234-5678", "Tel: 20180000", "Ffôn: 622222 12", "phone 0123 4567",
      "[ring](tel:+447700900123)", "https://wa.me/447700900123", "029 **2018** 0000",
      "“07700 900123”", "020\u{A0}7946\u{A0}0991", "020\u{202F}7946 0991", "020–7946–0991",
      "020 – 7946 – 0991", "020‑7946‑0991", "020—7946—0991", "020−7946−0991",
      "020\u{2009}7946 0991",
      "+44\u{A0}(0)20\u{A0}7946\u{A0}0991", "\u{200E}+44 20 7946 0991", "０２０ ７９４６ ０９９１",
      "٠٢٠ ٧٩٤٦ ٠٩٩١", "Tel – 20180000", "| Tel | 20180000 |\n| --- | --- |",
      "| Who | Phone |\n| --- | --- |\n| The office | 20180000 |",
      "07700 900123.", "Ring 07700 900123, or write", "020.7946.0991", "07700.900.123",
      "Tel.020 7946 0991", "Tel.07700900123", "+49 171/2345678", "+49 (0) 171 / 2345678",
      "+49 (0)30/123 456-78",
    ])
  func phone(text: String) async throws {
    #expect(try await found(in: text) == ["phone-number"])
  }

  @Test(
    "a date, a book, a page range, a price or a helpline is no telephone number",
    arguments: [
      "2026-02-12", "12-02-2026", "12.02.2026", "12/02/2026 14:30", "2026-02-12 16:30",
      "2025-26, 2026-27", "ISBN 978-0-262-03384-8", "ISBN 0-262-03384-4", "ISBN 0262033844",
      "ISBN 0 262 03384 4", "978 0 262 03384 8", "9780262033848", "ISSN 1234-5678",
      "doi:10.1080/01411926.2012.123456", "https://doi.org/10.1080/01411920120037126",
      "pp. 123-145", "pp. 0123-0145", "£1 000 000", "1,000,000,000", "0.3333333333",
      "0800 1111", "0808 800 5000", "0300 123 4567", "Tel: 0808 800 5000", "+44 300 123 4567",
      "Key 0770090012345", "id 07700900123x", "v01234567890", "a/01234567890",
      "01 02 03 04 05", "10 20 30 40 50 60", "1 2 3 4 5 6 7 8 9 10", "09.30 10.15 11.00 12.45",
      "1990 2000 2010 2020", "192.168.100.200", "100-200-3000", "0000 0000 000", "+1000",
      "phone 2026-02-12", "Tel. 12", "#01234567890", "x=01234567890", "12:30-13:45",
      "2025–26, 2026–27", "12–02–2026", "pp. 0123–0145", "£1\u{A0}000\u{A0}000", "0800\u{A0}1111",
      "07 – 09 March 2026", "14:30–15:30, 16:00–17:00", "| Year | 2026 |\n| --- | --- |",
      "charity number 1234567", "UPRN 100021769192", "GB 123 4567 89",
      "0.0123456789", "06 12 34 56 78", "0.01234 567890", "01.02.2026 03.04.2026",
      "0207.9460991-2", "1.2.3.4567.8901", "S.020 7946 0991", "+5/2345678", "1/2/2026/3/4/2026",
    ])
  func noPhone(text: String) async throws {
    #expect(try await found(in: text) == [])
  }

  @Test(
    "what lets anybody into a meeting is found",
    arguments: [
      "https://zoom.us/j/123456789?pwd=QUJDRA", "[join](https://us02web.zoom.us/j/1?pwd=a1.1)",
      "https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc",
      "https://teams.live.com/meet/93123?p=Abc1", "https://meet.google.com/abc-defg-hij",
      "meet.google.com/abc-defg-hij", "https://school.webex.com/school/j.php?MTID=m1a2",
      "Passcode: 4f8K2", "passcode 123456", "The **passcode** is `123456`", "Passcode: **1234**",
      "https://zoom.us/j/123456789 with the password: 4f8K2",
      "| Passcode | 778899 |\n| --- | --- |\n| Link | sent |",
      "| Link | sent |\n| --- | --- |\n| Passcode           |           445566 |",
      "| Group | Passcode |\n| --- | --- |\n| Primary | 778899 |\n| | 112233 |",
      "| Group | **Passcode:** |\n| --- | --- |\n| Primary | `4f8K2` |",
      "| Link | PIN |\n| --- | --- |\n| [Join](https://zoom.us/j/123456789) | 4455 |",
      "<table><tr><th>Passcode</th><td>778899</td></tr></table>",
      "<dl>\n<dt>Passcode</dt>\n<dd>778899</dd>\n</dl>", "Passcode –\u{A0}778899",
      "https://zoom.us/j/123456789 Kennwort: 4f8K2", "zoom.us/j/123 Passwort ist 4f8K2",
      "https://zoom.us/j/123456789 (mot de passe : 4f8K2)", "zoom.us/j/12 Mot de passe: 4f8K2",
      "https://zoom.us/j/123456789 contraseña: 4f8K2", "zoom.us/j/1 Cyfrinair: 4f8K2",
      "https://zoom.us/j/123456789 كلمة المرور: 778899", "zoom.us/j/12 الرمز: ٧٧٨٨٩٩",
      "Passcode: 2026", "The passcode is 2026 for all.", "Pass code: 482913",
      "https://bbb.school.example/b/x-y Zugangscode: 482913", "https://meet.jit.si/x Pwd: 4f8K2",
      "https://zoom.us/j/12 code d’accès : 482913", "https://zoom.us/j/12 Código de acceso: 482913",
      "https://zoom.us/j/12 código: 482913", "https://zoom.us/j/12 côd: 482913",
    ])
  func passcode(text: String) async throws {
    #expect(Set(try await found(in: text)) == ["meeting-passcode"])
  }

  @Test(
    "a link or a word that lets nobody in is none",
    arguments: [
      "https://zoom.us/j/123456789", "https://meet.google.com/", "https://teams.microsoft.com/",
      "https://example.org/?page=2", "The passcode is sent to those who sign up.",
      "Passcode: ask Ada", "Choose a password: 12 letters or more.", "Password: 4f8K2",
      "| Passcode | Group |\n| --- | --- |\n| ask Ada | 123456 |",
      "| PIN | 4455 |\n| --- | --- |", "https://school.webex.com/", "a postcode: CF10 1AA",
      "code: 1234", "Passcode 2026 is sent by mail.", "The passcode 2019 no longer works.",
      "Kennwort: 4f8K2", "mot de passe : 4f8K2", "contraseña: 4f8K2", "كلمة المرور: 778899",
      "https://zoom.us/j/123456789 – le mot de passe vous sera envoyé", "Montag 1234",
      "Zugangscode: 482913", "Pwd: 4f8K2", "https://zoom.us/j/12 ein Zugang 4821", "código: 482913",
      "https://zoom.us/j/12 cómo 482913", "They pass code 48 times.",
    ])
  func noPasscode(text: String) async throws {
    #expect(try await found(in: text) == [])
  }

  @Test(
    "a pupil's likely name beside a year group is found",
    arguments: [
      "Jake in Year 4 wrote it.", "We met Aisha (Year 10).", "Year 4's Jake was proud.",
      "Year 4’s Jake", "Year 4 pupil Jake", "Jake, Year 4", "Jake from Y4", "Jake in Year 4B",
      "Cerys o Flwyddyn 3", "Jake in Reception", "Tomos ym Mlwyddyn 6",
    ])
  func pupil(text: String) async throws {
    #expect(try await found(in: text) == ["pupil-name"])
  }

  @Test(
    "a subject, a book, a ruler, a teacher or a member beside one is none",
    arguments: [
      "The Tudors in Year 4", "Fractions in Year 5", "Macbeth in Year 9", "Henry in Year 8",
      "We read Matilda in Year 5.", "A pupil in Year 4", "Miss Daisy in Year 4",
      "Mr. Owen in Year 4", "Ada in Year 4", "Python in Year 9", "In Year 4 Jake", "Year 4 and 5",
      "jake in year 4", "May in Year 4", "Jake in 2024",
    ])
  func noPupil(text: String) async throws {
    #expect(try await found(in: text) == [])
  }

  @Test("each finding says what to do, in fields, bodies, settings and names of files")
  func wording() async throws {
    let site = try await handbook([
      "handbook.yml": plainSettings + "tagline: Write to us@home-mail.org\n",
      "meetings/a.md": """
      ---
      title: The circle
      date: 2026-02-12
      join_info: Zoom, passcode 123456
      ---

      Ring 07700 900123. Jake in Year 4 did.

      """,
      "assets/from-ada@home-mail.org.txt": "x",
    ])
    #expect(
      site.report == """
        content/assets/from-ada@home-mail.org.txt: privacy: an e-mail address is not for everybody to read [email-address]
            note: An address on a web page is collected within days.
            help: leave it out; the community's own address is 'contact' in handbook.yml
            help: or, if it may stand, write why below 'accepts' in handbook.yml
        content/handbook.yml:3:19: privacy: an e-mail address is not for everybody to read [email-address]
          3 | tagline: Write to us@home-mail.org
            |                   ^^^^^^^^^^^^^^^^
            note: An address on a web page is collected within days.
            help: leave it out; the community's own address is 'contact' in handbook.yml
            help: or, if it may stand, write why below 'accepts' in handbook.yml
        content/meetings/a.md:4:18: privacy: this lets anybody into the meeting [meeting-passcode]
          4 | join_info: Zoom, passcode 123456
            |                  ^^^^^^^^^^^^^^^
            help: say how to get it instead, for example: the link is sent to those who sign up
        content/meetings/a.md:7:6: privacy: this looks like somebody's telephone number [phone-number]
          7 | Ring 07700 900123. Jake in Year 4 did.
            |      ^^^^^^^^^^^^
            help: leave it out; how to reach the community is 'contact' in handbook.yml
        content/meetings/a.md:7:20: privacy: this looks like a pupil's name beside a year group [pupil-name]
          7 | Ring 07700 900123. Jake in Year 4 did.
            |                    ^^^^^^^^^^^^^^
            note: Children are never named: those who know the school would know the child.
            help: write of the class, for example: a pupil in Year 4
        5 privacy findings

        """)
  }

  @Test("the site's own contact is no finding, and neither is the uid of a calendar")
  func contact() async throws {
    let site = try await handbook([
      "handbook.yml": plainSettings
        + "contact: circle@home-mail.org\n# contact: you@home-mail.org\n",
      "pages/a.md": "# A\n\nWrite to Circle@home-mail.org.\n",
      "meetings/b.md": "---\ntitle: B\ndate: 2026-02-12\nuid: 5f3a@home-mail.org\n---\n",
    ])
    #expect(site.report == "")
  }

  @Test("a finding that is wrong can be accepted, with a reason")
  func accepted() async throws {
    let site = try await handbook([
      "pages/a.md": """
      ---
      title: Help
      accepts: [{id: phone-number, words: 01970 622222, why: It is the number of the library}]
      ---
      Ring 01970 622222.

      """
    ])
    #expect(site.report == "")
    #expect(site.pages["a.html"]?.contains("01970 622222") == true)
  }

  private func found(in text: String) async throws -> [String] {
    try await handbook([
      "members/ada-okafor.md": ada, "pages/a.md": "# A page\n\n\(text)\n",
    ]).diagnostics.map(\.id.rawValue).filter { $0 != "shortcode" }
  }
}
