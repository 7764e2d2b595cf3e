import Build
import Community
import Diagnostics
import TestSupport
import Testing

/// Documents that are no plain text, and no archive of an office program.
@Suite("Documents are read")
struct ReadDocumentTests {
  private func site(_ name: String, _ bytes: [UInt8]) async throws -> Inspection {
    try await handbook(
      ["handbook.yml": privateSettings, "members/m-01.md": "---\nname: Ada Okafor\n---\n"],
      bytes: ["assets/\(name)": bytes])
  }

  private func ids(_ name: String, _ text: String) async throws -> [String] {
    try await site(name, Array(text.utf8)).diagnostics.map(\.id.rawValue)
  }

  @Test(
    "the text of a PDF is read",
    arguments: [
      "BT /F1 12 Tf (With Ada Okafor) Tj ET", "BT [(A) -20 (da) -250 (Okafor)] TJ ET",
      "BT (Ada) Tj 30 0 Td (Okafor) Tj ET", "BT <416461> Tj ET BT 1 0 0 1 60 0 Tm (Okafor) Tj ET",
      "BT (A\\144a Ok) Tj (afor) Tj ET", "BT (\\(Ada Okafor\\)) Tj ET",
      "BT (The list of all who came to the circle in May: Ada) Tj 0 -14 Td (Okafor) Tj ET",
      "BT (We met.) Tj T* (Ada Okafor) ' ET", "/P <</MCID 0>> BDC BT (Ada Okafor) Tj ET EMC",
    ])
  func pdf(_ page: String) async throws {
    // Words that are placed by themselves are read as one and apart.
    #expect(Set(try await ids("a.pdf", pdfDocument(page))) == ["name-in-text"])
  }

  @Test("so are its notes, forms, bookmarks and properties")
  func pdfWords() async throws {
    for words in [
      "/Subtype /Text /Contents (By Ada Okafor)", "/Title (Ada Okafor)",
      "/URI (mailto:ada@home-mail.org)", "/V <FEFF0041006400610020004F006B00610066006F0072>",
    ] {
      let found = try await ids("a.pdf", "%PDF-1.7\n1 0 obj\n<< \(words) >>\nendobj\n")
      #expect(found.count == 1, "\(words)")
    }
  }

  @Test("letters of a font are read by its table")
  func pdfFont() async throws {
    let table = """
      begincmap
      2 beginbfchar
      <0001> <0041>
      <0002> <0020>
      endbfchar
      2 beginbfrange
      <0010> <0020> <0061>
      <0030> <0031> [<004F> <006B>]
      endbfrange
      endcmap
      """
    // A d a, space, O k a f o r.
    let codes = "0001 0013 0010 0002 0030 0031 0010 0015 001E 0030".replacing(" ", with: "")
    let name = String(codes.dropLast(4))
    let text =
      pdfDocument("BT /F1 9 Tf <\(name)> Tj ET", "/Font << /F1 2 0 R >>")
      + "2 0 obj\n<< /Type /Font /Subtype /Type0 /ToUnicode 3 0 R >>\nendobj\n"
      + "3 0 obj\n<< /Length 1 >>\nstream\n\(table)\nendstream\nendobj\n"
    let found = try await site("a.pdf", Array(text.utf8))
    #expect(found.diagnostics.isEmpty, "Ada Okafo: \(found.report)")
    let range = text.replacing("<0010> <0020> <0061>", with: "<0010> <0021> <0061>")
      .replacing("<\(name)>", with: "<\(name)0021>")
    #expect(try await ids("a.pdf", range) == ["name-in-text"])
  }

  @Test(
    "what of a PDF cannot be read is told",
    arguments: [
      "BT /F1 12 Tf <0102> Tj ET", "BT /F2 12 Tf <0041> Tj ET",
    ])
  func unreadPdf(_ page: String) async throws {
    let text =
      pdfDocument(page, "/Font << /F2 2 0 R >>")
      + "2 0 obj\n<< /Type /Font /Subtype /Type0 >>\nendobj\n"
    let found = try await site("a.pdf", Array(text.utf8))
    #expect(found.diagnostics.map(\.id.rawValue) == ["file-not-searched"])
    #expect(found.diagnostics.first?.summary.contains("some of the text of this PDF") == true)
  }

  @Test(
    "what is no name in a PDF is none",
    arguments: [
      "BT (Ada) Tj 0 -14 Td (Okafor) Tj ET", "BT (Ada and Ben Okafor) Tj ET", "0 0 10 10 re f",
      "BT (Notes (by us) \\\\ ) Tj ET", "BI /W 1 ID (Ada Okafor) EI BT (x) Tj ET",
    ])
  func noPdf(_ page: String) async throws {
    #expect(try await ids("a.pdf", pdfDocument(page)) == [])
  }

  @Test("the chapters of an e-book are read, a name across their tags too")
  func book() async throws {
    let chapter = """
      <?xml version="1.0"?><!DOCTYPE html>
      <html><head><title>x</title><style>p { color: Ada Okafor }</style></head>
      <body><p>Led by <b>Ada</b>
      Oka<i>for</i></p></body></html>
      """
    let package = "<package><dc:title>Plans</dc:title></package>"
    let book = archive([
      ("mimetype", Array("application/epub+zip".utf8)),
      ("OEBPS/content.opf", Array(package.utf8)), ("OEBPS/one.xhtml", Array(chapter.utf8)),
    ])
    let found = try await site("a.epub", book)
    #expect(found.diagnostics.map(\.id.rawValue) == ["name-in-text"], "\(found.report)")
    #expect(found.diagnostics.first?.explanation?.contains("one.xhtml") == true)
  }

  @Test(
    "rich text is read: paragraphs, letters as numbers, rows, properties and links",
    arguments: [
      ("{\\rtf1\\ansi{\\fonttbl\\f0 Arial;}\\f0 With {\\b Ada} Okafor\\par}", "name-in-text"),
      ("{\\rtf1 \\'41d\\'61 Ok\\u97?for}", "name-in-text"),
      ("{\\rtf1\\uc0 \\u65 da Okafor}", "name-in-text"),
      ("{\\rtf1\\trowd Ada\\cell Okafor\\cell\\row}", "name-in-text"),
      ("{\\rtf1{\\info{\\author Ada Okafor}{\\title x}}x}", "name-in-text"),
      ("{\\rtf1{\\info{\\title x}{\\author Ada Okafor}}Hello}", "name-in-text"),
      ("{\\rtf1{\\info{\\author Ada}}Okafor}", ""),
      (
        "{\\rtf1{\\field{\\*\\fldinst HYPERLINK \"mailto:ada@home-mail.org\"}{\\fldrslt me}}}",
        "email-address"
      ),
      ("{\\rtf1 Ada\\par Ben Okafor\\par}", ""),
      ("{\\rtf1{\\fonttbl{\\f0 Ada Okafor;}}{\\*\\generator Ada Okafor}x}", ""),
      ("{\\rtf1 a \\{x\\} \\\\ }}}}", ""), ("{\\rtf1 \\'4", ""),
    ])
  func rtf(_ text: String, _ id: String) async throws {
    #expect(try await ids("a.rtf", text) == (id.isEmpty ? [] : [id]))
  }

  @Test(
    "a message of mail is read: headers, texts in every encoding, the files with it",
    arguments: [
      ("Subject: With Ada\n Okafor\n\nHello.\n", "name-in-text"),
      ("Subject: =?utf-8?Q?Ada_Ok=61for?=\n\nHello.\n", "name-in-text"),
      ("Subject: =?UTF-8?B?QWRhIE9rYWZvcg==?=\n\nHello.\n", "name-in-text"),
      (
        "Subject: x\nContent-Transfer-Encoding: quoted-printable\n\nAda Ok=\nafor came.\n",
        "name-in-text"
      ),
      ("From: ada@home-mail.org\n\nHello.\n", "email-address"),
      (
        "Content-Type: multipart/mixed; boundary=\"b\"\n\n--b\nContent-Type: text/html\n\n"
          + "<p><b>Ada</b> Okafor</p>\n--b\n\nHello.\n--b--\n", "name-in-text"
      ),
      (
        "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n"
          + "Content-Transfer-Encoding: base64\n\nQWRhIE9rYWZvcg==\n--b--\n", "name-in-text"
      ),
      ("Subject: x\nMessage-ID: <12@home-mail.example>\nDate: 12 May 2026 10:00\n\nHello.\n", ""),
      ("Subject: Ada\nTo: us@circle.example\n\nOkafor\n", ""),
    ])
  func mail(_ text: String, _ id: String) async throws {
    #expect(try await ids("a.eml", text) == (id.isEmpty ? [] : [id]))
  }

  @Test("messages in messages without end are no trouble")
  func deepMail() async throws {
    let deep = String(repeating: "Content-Type: message/rfc822\n\n", count: 10_000)
    #expect(try await ids("a.eml", deep) == [])
  }

  @Test(
    "a name across the lines of a narrow column is one; lines of a list are several",
    arguments: [
      ("a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nand that was Ada\nOkafor for us\n", true),
      ("a.srt", "1\n00:00:01,000 --> 00:00:02,000\nby Ada\nOkafor\n", true),
      ("a.txt", "We were led by our Ada\nOkafor, who came from\nthe other school.\n", true),
      ("a.txt", "Ada\nOkafor\nHale\nLopez\n", false),
      ("a.txt", "- our friend, the first Ada\n- Okafor Road\n", false),
      ("a.txt", "A list of all the words:\nAda\nOkafor\n", false),
    ])
  func columns(_ name: String, _ text: String, isFound: Bool) async throws {
    #expect(try await ids(name, text) == (isFound ? ["name-in-text"] : []))
  }
}

/// A PDF of one page that draws this, with more in the page's dictionary.
private func pdfDocument(_ page: String, _ more: String = "") -> String {
  """
  %PDF-1.7
  1 0 obj
  << \(more) /Length \(page.utf8.count) >>
  stream
  \(page)
  endstream
  endobj

  """
}
