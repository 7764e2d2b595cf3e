import Build
import Community
import Diagnostics
import Files
import TestSupport
import Testing

/// "Nothing about a person is published that the person has not agreed to": not in a file either.
@Suite("Files are looked into")
struct SearchedFileTests {
  private static let ada = "---\nname: Ada Okafor\n---\n"
  private static let tara = """
    ---
    name: Tara Quill
    consent:
      name: yes
      profile: yes
      photo: no
      given: 2026-02-01
    ---

    """

  private func site(
    _ files: [String: String] = [:], bytes: [String: [UInt8]] = [:], settings: String = ""
  ) async throws -> Inspection {
    let base = ["handbook.yml": privateSettings + settings, "members/m-01.md": Self.ada]
    return try await handbook(base.merging(files) { $1 }, bytes: bytes)
  }

  /// `id line` of each problem.
  private func problems(_ site: Inspection) -> [String] {
    site.diagnostics.map { "\($0.id.rawValue) \($0.location?.line ?? 0)" }
  }

  @Test("a list of teachers is not published, and the message says where and what to do")
  func list() async throws {
    let site = try await site(["assets/teachers.csv": "Name,Email\nAda Okafor,ada@home-mail.org\n"])
    #expect(site.renderer == nil)
    #expect(
      site.report == """
        content/assets/teachers.csv:2:1: privacy: this names a member who has not agreed to be named [name-in-text]
          2 | Ada Okafor,ada@home-mail.org
            | ^^^^^^^^^^
            help: leave the name out: this file is published as it is
            help: or, if it may stand, write why below 'accepts' in handbook.yml
        content/assets/teachers.csv:2:12: privacy: an e-mail address is not for everybody to read [email-address]
          2 | Ada Okafor,ada@home-mail.org
            |            ^^^^^^^^^^^^^^^^^
            note: An address on a web page is collected within days.
            help: leave it out; the community's own address is 'contact' in handbook.yml
            help: or, if it may stand, write why below 'accepts' in handbook.yml
        2 privacy findings

        """)
  }

  @Test(
    "a name is found in whatever form the file has it",
    arguments: [
      ("a.csv", "first;last\n\"Ada\";\"Okafor\"\n", 2),
      ("b.csv", "first,middle,last\nAda,Grace,Okafor\n", 2),
      ("c.csv", "first,middle,last,class\nAda,,Okafor,4B\n", 2), ("d.csv", "a|b\nAda|Okafor\n", 2),
      ("a.tsv", "1\t2\n\"x\ny\"\tz\nq\tAda Okafor\n", 4),
      ("a.txt", "Thanks to all who came, and above all of them to Ada\nOkafor.\n", 1),
      ("a.json", "{\n  \"who\": \"\\u0041da Okafor\"\n}\n", 2),
      ("b.json", "[{\"first\": \"Ada\", \"last\": \"Okafor\"}]", 1),
      ("c.json", "{\"Ada Okafor\": 3}", 1),
      ("a.geojson", "{\"x\": [1, 2],\n \"y\": {\"z\": [\"Ada Okafor\"]}}", 2),
      ("a.ics", "BEGIN:VCALENDAR\r\nSUMMARY:With Ada O\r\n kafor\r\nEND:VCALENDAR\r\n", 2),
      ("b.ics", "BEGIN:VCALENDAR\nATTENDEE;CN=\"Ada Okafor\":invalid:x\nEND:VCALENDAR\n", 2),
      ("a.vcf", "BEGIN:VCARD\nN:Okafor;Ada;;;\nEND:VCARD\n", 2),
      ("b.vcf", "BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE:Ada Ok=\n=61for\nEND:VCARD\n", 2),
      ("a.svg", svg("\n<text>Ada&#32;Okafor</text>"), 2),
      ("b.svg", svg("<text>A<tspan>da</tspan> Okafor</text>"), 1),
      ("c.svg", svg("<g aria-label='Ada Okafor'/>"), 1),
      ("a.musicxml", "<?xml version='1.0'?><score><creator>Ada Okafor</creator></score>", 1),
      ("a", "by Ada Okafor", 1), ("a.srt", "1\n00:01 --> 00:02\nAda Okafor\n", 3),
    ])
  func forms(_ name: String, _ text: String, _ line: Int) async throws {
    let site = try await site(["assets/\(name)": text])
    #expect(problems(site) == ["name-in-text \(line)"])
    #expect(site.renderer == nil)
  }

  @Test("a spreadsheet's text in UTF-16, and one in an older encoding, are read")
  func encodings() async throws {
    let text = "Name\tYear\r\nMáría López\t4\r\n"
    let units = Array(text.utf16)
    var wide: [UInt8] = [0xFF, 0xFE]
    var big: [UInt8] = [0xFE, 0xFF]
    for unit in units {
      let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
      wide += [low, high]
      big += [high, low]
    }
    let old = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    let site = try await site(
      ["members/m-02.md": "---\nname: Maria Lopez\n---\n"],
      bytes: ["assets/a.csv": wide, "assets/b.txt": big, "assets/c.tsv": old])
    #expect(problems(site) == Array(repeating: "name-in-text 2", count: 3))
  }

  @Test(
    "what is no name and no detail is left alone",
    arguments: [
      ("a.svg", svg("<path d='M02079460958 1'/>")),
      ("b.svg", svg("<!-- Ada Okafor -->")),
      (
        "a.ics",
        "BEGIN:VCALENDAR\nUID:1234@calendar.example\nDTSTART:20260301T100000Z\nEND:VCALENDAR\n"
      ),
      ("a.csv", "year,count\n2024,500\n2025,612\n"), ("a.txt", "Ada\nBen Okafor\n"),
      ("a.json", "{\"value\": 2079460958, \"ok\": \"aokafor\"}"),
    ])
  func nothing(_ name: String, _ text: String) async throws {
    let site = try await site(["assets/\(name)": text])
    #expect(site.report == "")
  }

  @Test("addresses, numbers and passcodes in files are found, but for the site's own contact")
  func details() async throws {
    let site = try await site(
      [
        "assets/a.vcf":
          "BEGIN:VCARD\nTEL;TYPE=CELL:+44 20 7946 0958\nEMAIL:us@circle.example\nEND:VCARD\n",
        "assets/b.ics":
          "BEGIN:VCALENDAR\nDESCRIPTION:On the hall\\nPasscode: x7Qp2\nEND:VCALENDAR\n",
        "assets/c.json": "{\"mail\": \"ada\\u0040home-mail.org\"}",
      ], settings: "contact: us@circle.example\n")
    #expect(
      site.diagnostics.map { "\($0.id.rawValue)" } == [
        "phone-number", "meeting-passcode", "email-address",
      ])
  }

  @Test("a file is accepted where it belongs: in handbook.yml, or in its entry")
  func accepted() async throws {
    let why =
      "accepts:\n  - id: name-in-text\n    words: Ada Okafor\n    why: the author of a book\n"
    let site = try await site(
      [
        "assets/books.csv": "Ada Okafor,1990\n", "templates/strings/en.yml": "home: Ada Okafor\n",
        "pages/trip/index.md": page("[l](list.csv)", why),
        "pages/trip/list.csv": "Ada Okafor\n",
      ], settings: why)
    #expect(site.diagnostics.map(\.summary).filter { !$0.contains("missing here") } == [])
  }

  @Test("what is not published stands against nothing: beside a draft, or led to from what is down")
  func unpublished() async throws {
    let site = try await site(
      [
        "pages/a/index.md": page("X.", "draft: yes\n"), "pages/a/list.csv": "Ada Okafor\n",
        "pages/b.md": page("[l](../assets/list.csv)", "taken_down: asked\n"),
        "assets/list.csv": "Ada Okafor\n",
        "members/m-03/index.md": "---\nname: Tara Quill\n---\n",
        "members/m-03/me.txt": "Tara Quill\n",
        "pages/c.md": page("[l](../assets/c.docx)", "draft: yes\n"),
      ], bytes: ["assets/c.docx": document([("word/media/1.jpg", photo())])])
    #expect(site.report == "")
    #expect(!site.pages.isEmpty && !site.pages.keys.contains { $0.contains("list.csv") })
  }

  @Test("a page that is shown brings its file back to be looked into")
  func published() async throws {
    let site = try await site([
      "pages/b.md": page("[l](../assets/list.csv)"),
      "pages/c.md": page("[l](../assets/list.csv)", "draft: yes\n"),
      "assets/list.csv": "Ada Okafor\n",
    ])
    #expect(problems(site) == ["name-in-text 1"])
  }
}

extension SearchedFileTests {
  @Test(
    "the text of documents and of files in an archive is looked into",
    arguments: [
      ("a.docx", "word/document.xml", "<w:p><w:t>Ada Oka</w:t><w:t>for</w:t></w:p>"),
      ("a.docx", "word/comments.xml", "<w:comment w:author=\"Ada Okafor\"><w:p/></w:comment>"),
      (
        "a.docx", "word/document.xml",
        "<w:tr><w:tc><w:p>Ada</w:p></w:tc><w:tc><w:p>Okafor</w:p></w:tc></w:tr>"
      ),
      ("a.pptx", "ppt/slides/slide1.xml", "<a:p><a:r><a:t>By&#x20;Ada Okafor</a:t></a:r></a:p>"),
      ("a.xlsx", "xl/sharedStrings.xml", "<sst><si><t>x</t></si><si><t>Ada Okafor</t></si></sst>"),
      ("a.odt", "content.xml", "<text:p>Ada<text:s/>Okafor</text:p>"),
    ])
  func documents(_ name: String, _ part: String, _ text: String) async throws {
    let site = try await site(bytes: ["assets/\(name)": document([(part, Array(text.utf8))])])
    #expect(problems(site) == ["name-in-text 0"])
  }

  @Test("a first and a last name in two cells of a sheet are found")
  func sheet() async throws {
    let strings = "<sst><si><t/></si><si><t>Okafor</t></si><si><t>Ada</t></si></sst>"
    let sheet = "<row><c t=\"s\"><v>2</v></c><c t=\"s\"><v>1</v></c><c><v>12</v></c></row>"
    let site = try await site(
      bytes: [
        "assets/a.xlsx": document([
          ("xl/worksheets/sheet1.xml", Array(sheet.utf8)),
          ("xl/sharedStrings.xml", Array(strings.utf8)),
        ])
      ])
    #expect(problems(site) == ["name-in-text 0"])
  }

  @Test("a name in a file of an archive, or in its name, is found, and the message says which file")
  func zipped() async throws {
    let site = try await site(
      bytes: [
        "assets/a.zip": archive([
          ("lists/teachers.csv", Array("Ada Okafor,4\n".utf8)), ("ada-okafor.txt", Array("x".utf8)),
          ("plan.docx", document([("word/document.xml", Array("<w:p>Ada Okafor</w:p>".utf8))])),
        ])
      ])
    let notes = site.diagnostics.compactMap(\.explanation)
    #expect(
      notes == [
        "It stands in 'lists/teachers.csv' inside the archive.",
        "It stands in 'ada-okafor.txt' inside the archive.",
        "It stands in 'plan.docx' inside the archive.",
      ])
  }

  @Test(
    "a photo that tells its place is found inside a document, an archive and a PDF",
    arguments: [
      ("a.docx", document([("word/media/image1.jpeg", photo())])),
      ("a.pptx", document([("ppt/media/image1.bin", photo())])),
      ("a.odt", document([("Pictures/1", photo())])), ("a.zip", archive([("face", photo())])),
      ("a.pdf", Array("%PDF-1.7\n1 0 obj\n<</Filter /DCTDecode>>\nstream\n".utf8) + photo()),
      (
        "b.pdf", Array("%PDF-1.7\n<rdf:Description exif:GPSLatitude=\"51,30.1N\"/>".utf8)
      ),
      ("b.zip", archive([("a.docx", document([("word/media/1.jpg", photo())]))])),
    ])
  func places(_ name: String, _ bytes: [UInt8]) async throws {
    let site = try await site(bytes: ["assets/\(name)": bytes])
    #expect(
      site.report == """
        content/assets/\(name): privacy: a picture or film inside this file tells where it was taken [file-tells-place]
            help: take the place out of the picture, and put it in again
        1 privacy finding

        """)
  }

  @Test("a photo's author in a document is a warning; a photo that tells nothing is none")
  func authors() async throws {
    let site = try await site(
      bytes: [
        "assets/a.docx": document([("word/media/1.jpg", photo(place: false, author: "Tara Quill"))]
        ),
        "assets/b.docx": document([("word/media/1.jpg", photo(place: false))]),
      ])
    #expect(
      site.report == """
        content/assets/a.docx: warning: a picture or document inside this file names its author [document-author]
            help: take the author out of its properties, and put it in again
        1 warning

        """)
  }

  @Test(
    "what cannot be looked into is told, with what to do",
    arguments: [
      ("a.zip", archive([("a.txt", [1])], isLocked: true), "password"),
      ("b.zip", archive([("a.txt", [1])], method: 14), "not read here"),
      ("c.zip", archive([("in.zip", archive([("a.txt", [65])]))]), "another archive, 'in.zip'"),
      ("d.zip", Array("PK\u{3}\u{4}".utf8) + [0, 0, 0, 0], "damaged"),
      ("e.zip", archive([("a.txt", [65])], method: 8), "damaged"),
      ("a.pdf", Array("%PDF-1.7\ntrailer <</Encrypt 5 0 R>>".utf8), "password"),
      ("a.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "older or password-protected"),
      ("a.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "older or password-protected"),
      ("a.7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0], "not read here"),
      ("a.bin", [0, 1, 2, 3], "not known"),
    ] as [(String, [UInt8], String)])
  func unseen(_ name: String, _ bytes: [UInt8], _ reason: String) async throws {
    let site = try await site(bytes: ["assets/\(name)": bytes])
    #expect(site.diagnostics.map(\.id.rawValue) == ["file-not-searched"])
    #expect(site.diagnostics.first?.severity == .warning)
    #expect(site.diagnostics.first?.summary.contains(reason) == true, "\(site.report)")
    #expect(site.diagnostics.first?.hints.isEmpty == false)
  }

  @Test("a text that is too long to be looked through is told, and an ordinary file is not")
  func ordinary() async throws {
    let long = [UInt8](repeating: 0x61, count: 16_000_001)
    let site = try await site(
      ["assets/a.txt": "Some words.\n"],
      bytes: [
        "assets/a.pdf": Array("%PDF-1.7\n1 0 obj".utf8),
        "assets/font.woff2": Array("wOF2".utf8) + [0],
        "assets/a.docx": document([("word/document.xml", Array("<w:p>Words</w:p>".utf8))]),
        "assets/long.txt": long,
      ])
    #expect(site.diagnostics.map { $0.location?.path } == ["content/assets/long.txt"])
    #expect(site.diagnostics.map(\.id.rawValue) == ["file-not-searched"])
  }
}

extension SearchedFileTests {
  @Test("a picture that nothing shows is not published, whatever its name")
  func unused() async throws {
    let film = [0, 0, 0, 16] + Array("ftypisom".utf8) + [0, 0, 0, 0]
    let site = try await site(
      ["members/tq/index.md": Self.tara],
      bytes: [
        "assets/face.jfif": photo(), "assets/face.jpe": photo(), "assets/face.jpg_large": photo(),
        "assets/face": photo(), "assets/face.dat": photo(), "members/tq/me.mp4": film,
        "assets/face.bmp": Array("BM".utf8) + [UInt8](repeating: 0, count: 12) + [40, 0, 0, 0],
      ])
    #expect(Set(site.diagnostics.map(\.id.rawValue)) == ["unused-picture"], "\(site.report)")
    #expect(site.diagnostics.count == 7)
    let published = site.pages.keys
    #expect(!published.contains { $0.contains("face") || $0.contains("me.mp4") })
  }

  @Test("a film and a photo of any name that a page leads to are published, without their place")
  func used() async throws {
    let site = try await site(
      ["pages/a.md": page("![Tables](../assets/face.jfif) [f](../assets/f.jpg_large)")],
      bytes: ["assets/face.jfif": photo(), "assets/f.jpg_large": photo()])
    #expect(site.report == "")
    #expect(site.pages.keys.contains("assets/face.jfif"))
    #expect(site.pages.keys.contains("assets/f.jpg_large"))
  }

  @Test("pictures of a theme lose their place, and one that cannot is a finding")
  func themePictures() async throws {
    let site = try await site(bytes: ["templates/assets/hall.jpg": photo(author: "Tara Quill")])
    let published = try #require(site.pages["theme/hall.jpg"])
    #expect(!published.contains("Tara") && !published.contains("Exif"))
    let film =
      [0, 0, 0, 16] + Array("ftypisom".utf8) + [0, 0, 0, 0]
      + [0, 0, 0, 24] + Array("moov".utf8) + [0, 0, 0, 16] + Array("udta".utf8) + [0, 0, 0, 8]
      + [0xA9] + Array("xyz".utf8)
    let refused = try await self.site(bytes: ["templates/assets/hall.mp4": film])
    #expect(refused.diagnostics.map(\.id.rawValue) == ["file-tells-place"])
  }

  @Test(
    "the words and files of a theme are searched as they are shown",
    arguments: [
      ("strings/en.yml", "home: \"Ad\\u0061 Okafor\"\n", 1),
      ("strings/en.yml", "# x\ncount_post:\n  one: Ada Okafor\n  other: y\n", 3),
      ("strings/cy.yml", "home: Ada Okafor\n", 1),
      ("partials/leaf.html", "<p>\nAda&nbsp;<b>Oka</b>for</p>", 2),
      ("partials/leaf.html", "<img alt='Ada Okafor'>", 1),
      ("partials/leaf.html", "<!-- Ada Okafor -->", 1),
      ("partials/leaf.html", "<table>\n<tr><td>Ada</td>\n<td>Okafor</td></tr></table>", 2),
      ("partials/leaf.html", "<table><tr><th><b>Ada</b></th><td>Okafor</td><td>x</td></tr>", 1),
      ("assets/a.css", "/* x */\n/* Ada Okafor */", 2),
      ("assets/a.svg", svg("<title>Ada Okafor</title>"), 1),
      ("assets/b.svg", svg("\n<!-- Ada Okafor -->"), 2),
      ("assets/a.csv", "Ada Okafor\n", 1),
    ])
  func theme(_ name: String, _ text: String, _ line: Int) async throws {
    let site = try await site(["templates/\(name)": text])
    let found = site.diagnostics.filter { $0.id == "name-in-text" }
    #expect(found.map { $0.location?.line } == [line], "\(site.report)")
    #expect(found.first?.hints.last?.hasSuffix("below 'accepts' in handbook.yml") == true)
    #expect(site.renderer == nil)
  }

  @Test(
    "what a theme does not show is not searched",
    arguments: [
      ("strings/en.yml", "# Ada Okafor\nhome: x\n"), ("partials/leaf.html", "{{! Ada Okafor }}"),
      ("assets/a.js", "const id = '020 7946 0958'"),
      ("partials/leaf.html", "<table><tr><td>Ada</td></tr><tr><td>Okafor</td></tr></table>"),
    ])
  func unshown(_ name: String, _ text: String) async throws {
    let site = try await site(["templates/\(name)": text])
    #expect(!site.diagnostics.contains { $0.severity == .privacy }, "\(site.report)")
  }

  @Test("a name in the name of a theme's file is found")
  func themeNames() async throws {
    let site = try await site(["templates/assets/ada-okafor.txt": "x"])
    #expect(site.diagnostics.map(\.id.rawValue) == ["name-in-file-name"])
    let folder = try await self.site(["templates/assets/okafor_ada/x.txt": "x"])
    #expect(folder.diagnostics.map(\.id.rawValue) == ["name-in-file-name"])
    let other = try await self.site(["templates/assets/adana/okafor-prize.txt": "x"])
    #expect(other.report == "")
  }

  @Test("details in a theme's words are found")
  func themeDetails() async throws {
    let link = "<a href='mailto:ada@home-mail.org'>x</a>"
    let site = try await site(["templates/partials/leaf.html": link])
    #expect(site.diagnostics.contains { $0.id == "email-address" })
  }
}

private func svg(_ content: String) -> String {
  "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>\(content)</svg>"
}

private func page(_ text: String, _ fields: String = "") -> String {
  "---\ntitle: T\n\(fields)---\n\n\(text)\n"
}
