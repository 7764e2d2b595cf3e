import Build
import Community
import Dates
import Diagnostics
import Files
import Markup
import TestSupport
import Testing
import Text

@testable import Desk

@Suite("A sheet that is filled in elsewhere becomes a draft, and can do no harm")
struct SheetTests {
  private let today: CalendarDate

  init() throws { today = try #require(CalendarDate("2026-11-30")) }

  private let site: [String: String] = [
    "handbook.yml":
      privateSettings + "series:\n  - id: circle\n    title: Thursday circle\n",
    "members/ada-okafor.md": ada, "members/maria-lopez.md": maria,
    "meetings/2026-11-05-circle.md": """
    ---
    title: Thursday circle
    date: 2026-11-05
    series: circle
    ---

    ## Actions

    - [ ] @ada-okafor sends the slip, due 2026-11-20
    - [ ] @maria-lopez asks for the room

    """,
    "meetings/2026-12-03-circle.md": """
    ---
    title: Thursday circle
    date: 2026-12-03
    series: circle
    ---

    ## Carried over

    - [ ] @ada-okafor sends the slip, continues [[2026-11-05-circle#action-1]]

    ## What we tried

    """,
    "posts/hidden.md": "---\ntitle: Hidden\ndate: 2026-01-01\ndraft: yes\n---\n\nx\n",
  ]

  private func inbox(_ folder: SiteOnDisk) async throws -> Inbox {
    let inspection = try await Inspection.inspect(
      try LocalFileTree(folder.path), BuildSettings(today: today))
    return try Inbox(site: folder.path, inspection, today: today)
  }

  private func sheet(_ kind: String, _ fields: String, entry: String? = nil) -> [UInt8] {
    let about = entry.map { "\"entry\": \"\($0)\", " } ?? ""
    return Array(
      "{\"handbook-sheet\": 1, \"kind\": \"\(kind)\", \(about)\"fields\": {\(fields)}}".utf8)
  }

  private func text(_ folder: SiteOnDisk, _ path: String) -> String {
    String(decoding: folder.files(in: "./content")[path] ?? [], as: UTF8.self)
  }

  @Test("a published meeting stays so: minutes go into it when somebody has looked at them")
  func minutes() async throws {
    let folder = try SiteOnDisk(site)
    let before = text(folder, "meetings/2026-12-03-circle.md")
    let fields = """
      "date": "2026-12-03", "present": "Ada\\nBen", "notes": "We *tried* it.", \
      "decisions": "The short slip", \
      "actions": [{"what": "buy paper", "who": "Ben", "due": "2026-12-10"}], \
      "carried": [{"text": "Ada: sends the slip", "done": true}]
      """
    let file = sheet("minutes", fields, entry: "2026-12-03-circle")
    let proposed = try await inbox(folder).add(file)
    guard case .notes(let page, _, let proposal, _, unknown: []) = proposed else {
      Issue.record("\(proposed)")
      return
    }
    #expect(page.address == "/desk/meetings/2026-12-03-circle/minutes?kept=yes")
    #expect(text(folder, "meetings/2026-12-03-circle.md") == before)
    let outcome = try await inbox(folder).add(file, confirms: true)
    guard case .added(let place, isInMeeting: true, unknown: []) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(place.address == "/desk/meetings/2026-12-03-circle")
    #expect(text(folder, "meetings/2026-12-03-circle.md").hasSuffix("---\n\n" + proposal))
    #expect(
      text(folder, "meetings/2026-12-03-circle.md") == """
        ---
        title: Thursday circle
        date: 2026-12-03
        series: circle
        ---

        ## Carried over

        - [ ] @ada-okafor sends the slip, continues [[2026-11-05-circle#action-1]]

        ## What we tried

        ## Who was there

        - Ada
        - Ben

        ## Carried over

        - Done: Ada: sends the slip

        We \\*tried\\* it.

        ## Decisions

        - The short slip

        ## Actions

        - [ ] Ben: buy paper, due 2026-12-10

        """)
  }

  @Test("minutes go into a meeting that is a draft at once, and it stays one")
  func intoADraft() async throws {
    var site = site
    let path = "meetings/2026-12-03-circle.md"
    site[path] = site[path]?.replacing("series: circle\n", with: "series: circle\ndraft: yes\n")
    let folder = try SiteOnDisk(site)
    let before = text(folder, path)
    let outcome = try await inbox(folder).add(
      sheet("minutes", "\"notes\": \"x\"", entry: "2026-12-03-circle"))
    guard case .added(_, isInMeeting: true, _) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(text(folder, path) == before + "\nx\n")
  }

  @Test("a meeting that has notes keeps them: the new ones are a draft beside it")
  func besides() async throws {
    let folder = try SiteOnDisk(site)
    let before = text(folder, "meetings/2026-11-05-circle.md")
    let outcome = try await inbox(folder).add(
      sheet("minutes", "\"notes\": \"More\", \"date\": \"2026-11-05\"", entry: "2026-11-05-circle"))
    guard case .added(let place, isInMeeting: false, _) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(text(folder, "meetings/2026-11-05-circle.md") == before)
    #expect(place.path == "content/meetings/2026-11-05-thursday-circle.md")
    #expect(text(folder, "meetings/2026-11-05-thursday-circle.md").contains("draft: yes\n"))
  }

  @Test("minutes of a German handbook go into its agenda under German headings, and are read there")
  func german() async throws {
    var files = site
    files["handbook.yml"] = (files["handbook.yml"] ?? "") + "language: de\n"
    files["meetings/2026-12-03-circle.md"] = """
      ---
      title: Donnerstagskreis
      date: 2026-12-03
      series: circle
      ---

      Worum es bei diesem Treffen geht, in einem Satz.

      ## Noch offen

      - [ ] @ada-okafor schickt den Zettel, Fortsetzung von [[2026-11-05-circle#action-1]]

      ## Beschlüsse

      <!-- Einer pro Zeile -->

      """
    let folder = try SiteOnDisk(files)
    let fields = """
      "date": "2026-12-03", "present": "Ada", "decisions": "Der kurze Zettel", \
      "actions": [{"what": "Papier kaufen", "who": "Ben", "due": "2026-12-10"}], \
      "carried": [{"text": "Ada: Zettel", "done": true}, {"text": "Raum", "done": false}]
      """
    let outcome = try await inbox(folder).add(
      sheet("minutes", fields, entry: "2026-12-03-circle"), confirms: true)
    guard case .added(_, isInMeeting: true, unknown: []) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(
      text(folder, "meetings/2026-12-03-circle.md").hasSuffix(
        """
        <!-- Einer pro Zeile -->

        ## Anwesend

        - Ada

        ## Noch offen

        - Erledigt: Ada: Zettel
        - Weiter offen: Raum

        ## Beschlüsse

        - Der kurze Zettel

        ## Aufgaben

        - [ ] Ben: Papier kaufen, fällig 2026-12-10

        """))
  }

  @Test("the same file a second time adds nothing")
  func twice() async throws {
    let folder = try SiteOnDisk(site)
    let file = sheet("resource", "\"title\": \"Dot talk\", \"text\": \"x\"")
    _ = try await inbox(folder).add(file)
    let before = folder.files(in: "./content")
    guard case .addedBefore = try await inbox(folder).add(file) else {
      Issue.record("it was added again")
      return
    }
    #expect(folder.files(in: "./content") == before)
  }

  @Test(
    "whatever stands in a field is words", arguments: ["title", "summary", "text", "url"],
    [
      "<script>alert(1)</script>", "---\\ndraft: no\\n---", "x\\ndraft: no", "[a](javascript:b)",
      "![](https://example.org/x.png)", "@maria-lopez", "[[hidden]]", "a: b # c", "\\u0000\\u202e!",
      "${HOME} `id` $(id)", "{{site}}", "*", "yes", "2026-01-01", "javascript:alert(1)", "../../x",
    ])
  func hostile(field: String, words: String) async throws {
    let folder = try SiteOnDisk(site)
    let fields = ["title", "summary", "text", "url"].map { name in
      "\"\(name)\": \"\(name == field ? words : "plain")\""
    }
    let outcome = try await inbox(folder).add(
      sheet("resource", fields.joined(separator: ", ")))
    guard case .added(let place, _, _) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(place.path.hasPrefix("content/resources/"))
    let written = text(folder, String(place.path.dropFirst("content/".count)))
    let file = try OpenedEntry(
      EntryID(.resource, "x"), try RelativePath(place.path), Array(written.utf8))
    #expect(file.editor.value.fields.filter { $0.name == "draft" }.count == 1)
    #expect(written.contains("draft: yes\n"))
    #expect(!holdsRawHTML(file.editor.text))
    #expect(!written.unicodeScalars.contains { $0.isBidirectionalControl || $0 == "\0" })
    let source = SourceText(path: place.path, bytes: Array(file.editor.text.utf8))
    let body = Body.parse(source, from: 0, dialect: .handbook, titleFromHeading: false).value
    #expect(body.links.isEmpty && body.mentions.isEmpty && body.images.isEmpty)
  }

  @Test(
    "no path and no id of a file is trusted",
    arguments: ["../../etc/passwd", "posts/hidden", "hidden", "2026-12-03-circle/../x", "", "A B"])
  func entries(entry: String) async throws {
    let folder = try SiteOnDisk(site)
    let before = folder.files(in: "./content")
    let outcome = try await inbox(folder).add(sheet("minutes", "\"notes\": \"x\"", entry: entry))
    guard case .added(let place, isInMeeting: false, _) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(place.path == "content/meetings/2026-11-30-minutes-from-a-sheet.md")
    for (path, bytes) in before { #expect(folder.files(in: "./content")[path] == bytes) }
  }

  @Test(
    "what is no sheet is refused with a reason",
    arguments: [
      ("", "it is no sheet's file, or it is damaged"), ("{}", "it is no sheet's file"),
      ("[]", "it is no sheet's file"),
      (
        "{\"handbook-sheet\": 2, \"kind\": \"minutes\", \"fields\": {}}",
        "it was saved by a sheet of another version of handbook"
      ),
      (
        "{\"handbook-sheet\": 1, \"kind\": \"members\", \"fields\": {}}", "it is no sheet's file"
      ),
      (
        "{\"handbook-sheet\": 1, \"kind\": \"minutes\", \"fields\": {}}",
        "nothing is filled in on this sheet"
      ),
    ])
  func refused(text: String, message: String) async throws {
    let folder = try SiteOnDisk(site)
    let inbox = try await inbox(folder)
    do throws(InboxTrouble) {
      _ = try inbox.add(Array(text.utf8))
      Issue.record("it was taken in")
    } catch {
      #expect(error.message == message)
    }
    do throws(InboxTrouble) {
      _ = try inbox.add(Array(repeating: 0x20, count: 256 * 1024 + 1))
      Issue.record("it was taken in")
    } catch {
      #expect(error.message == "it is larger than a sheet's file can be, which is 256 KB")
    }
  }

  @Test("what no sheet has is told and left out")
  func unknown() async throws {
    let folder = try SiteOnDisk(site)
    let file = sheet("success", "\"title\": \"A\", \"path\": \"../x\", \"actions\": 1")
    guard case .added(_, _, let unknown) = try await inbox(folder).add(file) else { return }
    #expect(unknown == ["path", "actions"])
  }

  @Test("consent is proposed, and set only when somebody confirms it")
  func consent() async throws {
    let folder = try SiteOnDisk(site)
    let file = sheet(
      "consent",
      "\"member\": \"maria lopez\", \"name\": \"yes\", \"photo\": \"no\", "
        + "\"given\": \"2026-11-30\"")
    let before = text(folder, "members/maria-lopez.md")
    let lines = ["consent.name: yes", "consent.photo: no", "consent.given: 2026-11-30"]
    guard case .proposed(_, lines, isSet: false, _) = try await inbox(folder).add(file) else {
      Issue.record("it was not proposed")
      return
    }
    #expect(text(folder, "members/maria-lopez.md") == before)
    guard
      case .proposed(_, lines, isSet: true, _) = try await inbox(folder).add(
        file, confirms: true)
    else {
      Issue.record("it was not set")
      return
    }
    let after = text(folder, "members/maria-lopez.md")
    #expect(after.contains("consent:\n  name: yes\n  photo: no\n  given: 2026-11-30\n"))
    let library = try await inbox(folder).library
    let maria = library.entries.first { $0.id == EntryID(.member, "maria-lopez") }
    guard case .member(let member)? = maria?.fields else { return }
    #expect(member.consent.name && !member.consent.photo && !member.consent.profile)
  }

  @Test("a sheet shows what is published, and names nobody who has not agreed to it")
  func disclosure() async throws {
    let folder = try SiteOnDisk(site)
    let inspection = try await Inspection.inspect(
      try LocalFileTree(folder.path), BuildSettings(today: today))
    let sheets = try #require(SheetPage(inspection))
    let minutes = try #require(sheets.minutes(of: nil, on: today))
    let page = String(decoding: minutes.page, as: UTF8.self)
    #expect(minutes.id == "2026-12-03-circle")
    #expect(page.contains("Ada Okafor"))
    #expect(page.contains("What we tried"))
    for word in ["Maria", "Lopez", "maria", "http:", "https:", "src="] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(sheets.minutes(of: "hidden", on: today) == nil)
    #expect(SheetPage.problems(DeskWords(language: "en")).map(\.summary) == [])
  }
}
