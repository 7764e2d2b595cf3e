import Testing

@testable import Pictures

struct FileFormatTests {
  @Test(
    "a file is known by its content",
    arguments: [
      (JpegSample.plain, .jpeg), (PngSample.plain, .png), (GifSample.plain, .gif),
      (latin("GIF87a"), .gif), (WebPSample.full(orientation: 1), .webp),
      (IsoSample.fileType("avif"), .avif), (IsoSample.fileType("mif1", "avif"), .avif),
      (IsoSample.fileType("heic"), .heic), (IsoSample.fileType("mif1", "heic"), .heic),
      (IsoSample.fileType("isom", "mp42"), .mp4), (IsoSample.box("moov", []), .mp4),
      (cameraExif(orientation: 1), .tiff), (cameraExif(orientation: 1, littleEndian: true), .tiff),
      ([0xFF, 0x0A, 1], .jpegXL), (latin("\0\0\0\u{C}JXL \r\n\u{87}\n"), .jpegXL),
      (latin("%PDF-1.7"), .pdf), (ZipSample.document(properties: ""), .office),
      (ZipSample.archive([.init(name: "a.txt", packed: [])]), .zip),
      (
        ZipSample.archive([
          .init(name: "mimetype", packed: latin("application/vnd.oasis.opendocument.text"))
        ]), .office
      ),
      (ZipSample.archive([]), .zip),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .olderOffice),
      (latin("ID3"), .mp3), ([0xFF, 0xFB, 0x90], .mp3), (latin("OggS"), .ogg),
      ([0x1A, 0x45, 0xDF, 0xA3], .webm), ([], .empty), (latin("plain words"), .text),
      (Array("Łukasz <3".utf8), .text), ([0xE9, 0x74, 0xE9], .unknown), ([0x41, 0], .unknown),
      ([0xFF, 0xFE, 0x41, 0], .unknown),
    ] as [([UInt8], FileFormat)])
  func content(bytes: [UInt8], format: FileFormat) {
    #expect(FileFormat(of: bytes) == format)
  }

  @Test(
    "text that a browser could take for markup is markup",
    arguments: [
      ("<!DOCTYPE html>", .html), ("  \n<!doctype HTML PUBLIC>", .html), ("<html>", .html),
      ("\u{FEFF}<script>", .html), ("<!-- a --> <!-- b --><P>", .html), ("<!-- never ends", .html),
      ("<!-- a --> words", .html), ("<?xml version='1.0'?><html>", .html),
      ("<?xml version='1.0'?><h:html xmlns:h='…'>", .html), ("<IFRAME src=x>", .html),
      ("<!doctype>", .html), ("<!DOCTYPE note>", .html), ("<a href=x>", .html),
      ("<!-- a --><thing>", .html),
      ("<svg>", .svg), ("<?xml version='1.0'?>\n<!-- a -->\n<s:svg>", .svg),
      ("<!DOCTYPE svg PUBLIC>", .svg), ("<SVG>", .svg),
      ("<?xml version='1.0'?><score>", .xml), ("<?xml", .xml), ("<gpx>", .xml),
      ("<?xml version='1.0'?><!DOCTYPE score-partwise>", .xml),
      ("< 5 of us", .text), ("<3 maths", .text), ("words <script>", .text), ("<", .text),
    ] as [(String, FileFormat)])
  func markup(text: String, format: FileFormat) {
    #expect(FileFormat(of: Array(text.utf8)) == format)
  }

  @Test("markup in UTF-16, or with bytes that are no UTF-8, is still seen")
  func markupInOtherEncodings() {
    #expect(FileFormat(of: [0xFF, 0xFE, 0x3C, 0, 0x68, 0]) == .xml)
    #expect(FileFormat(of: [0, 0x3C, 0, 0x3F]) == .xml)
    #expect(FileFormat(of: latin("<html>\u{E9}")) == .html)
  }

  @Test(
    "an extension promises a format",
    arguments: [
      ("jpg", .jpeg), ("jpeg", .jpeg), ("png", .png), ("docx", .office), ("odp", .office),
      ("doc", .olderOffice), ("csv", .text), ("m4a", .mp4), ("opus", .ogg), ("html", .html),
      ("sb3", nil), ("", nil),
    ] as [(String, FileFormat?)])
  func promise(name: String, format: FileFormat?) {
    #expect(FileFormat.expected(forExtension: name) == format)
  }

  @Test("a format has one usual extension, or none where there are several")
  func usualExtensions() {
    let names = FileFormat.allCases.map { $0.usualExtension ?? "-" }.joined(separator: " ")
    #expect(
      names
        == "jpg png gif webp avif heic tif jxl jp2 bmp psd svg pdf - - zip mp3 mp4 ogg webm - - - - -"
    )
  }
}
