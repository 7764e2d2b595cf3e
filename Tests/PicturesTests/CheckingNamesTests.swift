import Testing

@testable import Pictures

struct CheckingNamesTests {
  @Test(
    "content that is what its name says is accepted",
    arguments: [
      ("a.jpg", JpegSample.plain, .jpeg), ("a.JPEG", JpegSample.plain, .jpeg),
      ("notes.txt", latin("words"), .text), ("notes.txt", latin("<html>"), .text),
      ("empty.md", [], .text), ("old.csv", latin("caf\u{E9};1"), .text),
      ("wide.csv", [0xFF, 0xFE, 0x41, 0], .text), ("a.css", latin("a {}"), .text),
      ("plan.docx", ZipSample.document(properties: ""), .office),
      ("plan.docx", ZipSample.archive([]), .zip),
      ("locked.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .olderOffice),
      ("a.zip", ZipSample.document(properties: ""), .office),
      ("game.sb3", ZipSample.archive([]), .zip), ("README", latin("words"), .text),
      ("model.stl", [0, 1, 2], .unknown), ("a.svg", latin("<?xml version='1.0'?><x/>"), .svg),
      ("tune.musicxml", latin("<?xml version='1.0'?><score-partwise/>"), .xml),
      (
        "tune.musicxml",
        latin("<?xml version='1.0'?><!DOCTYPE score PUBLIC 'a>b' \"c\"><score/>"), .xml
      ),
      ("photo.final.png", PngSample.plain, .png),
    ] as [(String, [UInt8], FileFormat)])
  func accepted(name: String, bytes: [UInt8], format: FileFormat) throws {
    #expect(try FileFormat(checking: bytes, named: name) == format)
  }

  @Test(
    "content that is not what its name says is refused",
    arguments: [
      ("a.png", latin("<html>"), .html), ("a.png", JpegSample.plain, .jpeg),
      ("a.jpg", [], .empty), ("a.txt", PngSample.plain, .png), ("a.csv", [0x41, 0], .unknown),
      ("a.md", [1, 0xE9], .unknown), ("a.pdf", latin("<script>"), .html),
      ("a.svg", latin("<html>"), .html), ("a.docx", latin("words"), .text),
      ("a.avif", IsoSample.fileType("heic"), .heic),
    ] as [(String, [UInt8], FileFormat)])
  func mismatched(name: String, bytes: [UInt8], holds: FileFormat) {
    let ending = String(name.split(separator: ".").last ?? "")
    #expect(throws: FileRefusal.mismatch(extension: ending, holds: holds)) {
      try FileFormat(checking: bytes, named: name)
    }
  }

  @Test(
    "a name under which something runs is refused, whatever it holds",
    arguments: [
      "html", "HTM", "xhtml", "xml", "js", "mjs", "wasm", "swf", "hta", "svgz", "xsl", "mhtml",
    ])
  func activeNames(ending: String) {
    #expect(throws: FileRefusal.active(.inTheBrowser, extension: ending.lowercased())) {
      try FileFormat(checking: latin("words"), named: "a.\(ending)")
    }
  }

  @Test("a program for the server is refused")
  func serverPrograms() {
    #expect(throws: FileRefusal.active(.onTheServer, extension: "php")) {
      try FileFormat(checking: latin("words"), named: "a.php")
    }
    #expect(throws: FileRefusal.active(.onTheServer, extension: "htaccess")) {
      try FileFormat(checking: latin("words"), named: ".htaccess")
    }
  }

  @Test(
    "markup that could run is refused under a name that promises nothing",
    arguments: [
      ("<html>", .html), ("<svg xmlns='http://www.w3.org/2000/svg'/>", .svg),
      ("<?xml version='1.0'?><x xmlns='http://www.w3.org/1999/xhtml'/>", .xml),
      ("<?xml version='1.0'?><x xmlns:h='http&#58;//www.w3.org/1999/xhtml'><h:p/></x>", .xml),
      ("<?xml version='1.0'?><?xml-stylesheet href='x'?><x/>", .xml),
      ("<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]><x/>", .xml),
      ("<?xml version='1.0' encoding='UTF-7'?><x/>", .xml), ("<gpx><unclosed></gpx>", .xml),
    ] as [(String, FileFormat)])
  func hidden(text: String, format: FileFormat) {
    #expect(throws: FileRefusal.hiddenMarkup(format)) {
      try FileFormat(checking: latin(text), named: "lesson.gpx")
    }
  }

  @Test("markup in UTF-16 is refused under a name that promises nothing")
  func hiddenInSixteenBits() {
    #expect(throws: FileRefusal.hiddenMarkup(.xml)) {
      try FileFormat(checking: [0xFF, 0xFE, 0x3C, 0, 0x68, 0], named: "lesson")
    }
  }
}
