import Testing

@testable import Pictures

/// What a file says, by its format: `FileContents` gives it to the search for names.
struct FileContentsTests {
  private func shown(_ text: String, _ name: String, _ format: FileFormat = .text) -> [String] {
    FileContents(Array(text.utf8), format, named: name).parts.flatMap(\.pieces).map { piece in
      let words = String(decoding: piece.text, as: UTF8.self)
      return "\(piece.line) \(words.map { $0 == "\u{1F}" ? "|" : String($0) }.joined())"
    }
  }

  @Test("a row of a table is one piece, whatever parts its cells, over as many lines as it has")
  func tables() {
    #expect(shown("a,\"b\"\"c\",\n\n\"x\ny\",z\r\nq", "a.csv") == ["1 a|b\"c|", "3 x\ny|z", "5 q"])
    #expect(shown("a;b,c\nd;e", "a.csv") == ["1 a|b,c", "2 d|e"])
    #expect(shown("a\tb\n\"c", "a.tsv") == ["1 a|b", "2 c"])
    #expect(shown(",,\n \n", "a.csv") == [])
  }

  @Test("a wrapped line goes on in the next, and a short one does not")
  func paragraphs() {
    let long = String(repeating: "word ", count: 10)
    #expect(shown("a\nb\r\n\r\nc", "a.txt") == ["1 a", "2 b", "4 c"])
    #expect(shown("\(long)\nend\nnext", "a.txt") == ["1 \(long)\nend", "3 next"])
  }

  @Test("strings of JSON are decoded, and those of one object stand together")
  func json() {
    #expect(
      shown(
        "{\"k\": \"\\u00e9\\uD83D\\uDE00\\n\\\"\",\n\"l\": [\"x\",\n\"y\"], \"m\": 2}", "a.json")
        == [
          "1 k", "2 l", "2 x|\ny", "3 m", "1 é😀 \"",
        ])
    let deep = String(repeating: "[", count: 100_000) + "\"x\""
    #expect(shown(deep, "a.json") == ["1 x"])
    #expect(shown("\"\\", "a.json").isEmpty && shown("\"\\u12", "a.json") == ["1 \u{FFFD}12"])
  }

  @Test("lines of calendars and cards are unfolded and unescaped; a name's parts are cells")
  func contentLines() {
    #expect(
      shown("BEGIN:VCARD\r\nitem1.N:O\\;k;Ad\r\n a;;\r\nNOTE:a\\, b\\nc", "a.vcf") == [
        "1 BEGIN:VCARD", "2 item1.N:O;k|Ada||", "4 NOTE:a, b c",
      ])
    let photo = "BEGIN:VCARD\nPHOTO;ENCODING=b;TYPE=JPEG:/9j/\n AAA\nFN:A"
    #expect(shown(photo, "a") == ["1 BEGIN:VCARD", "4 FN:A"])
  }

  @Test("a photo that stands in a card as Base64 tells its place too")
  func cardWithPhoto() {
    let picture =
      JpegSample.start + JpegSample.exif(cameraExif(orientation: 1)) + JpegSample.picture
    let card = "BEGIN:VCARD\nPHOTO;ENCODING=BASE64:\(base64(picture))\n\nEND:VCARD\n"
    let address = "BEGIN:VCARD\nPHOTO:data:image/jpeg;base64,\(base64(picture))\nEND:VCARD\n"
    for text in [card, address] {
      #expect(FileContents(Array(text.utf8), .text, named: "a.vcf").tellsPlace)
    }
  }

  @Test("a GPS directory of version and time alone tells no place; one that cannot be read may")
  func places() {
    func block(_ tag: Int, at offset: Int) -> [UInt8] {
      latin("Exif\0\0MM\0*") + big32(8) + big16(1) + big16(0x8825) + big16(4) + big32(1)
        + big32(offset) + big32(0) + big16(1) + big16(tag) + big16(1) + big32(4) + big32(0)
    }
    func tells(_ bytes: [UInt8]) -> Bool {
      PictureMetadata(scanning: bytes, in: bytes.indices).tellsPlace
    }
    #expect(!tells(block(0, at: 26)) && !tells(block(7, at: 26)))
    #expect(tells(block(2, at: 26)) && tells(block(28, at: 26)) && tells(block(0, at: 9000)))
    #expect(tells(latin("<exif:GPSLongitude>0,7.2W</exif:GPSLongitude>")))
    #expect(!tells(latin("<exif:GPSLatitude></exif:GPSLatitude> exif:GPSLatitude")))
  }

  @Test("pictures of other formats tell their place where they keep it", arguments: [true, false])
  func otherFormats(_ isLittleEndian: Bool) {
    // Chunks of WebP have an even length.
    let camera = cameraExif(orientation: nil, littleEndian: isLittleEndian)
    let exif = camera + [UInt8](repeating: 0, count: camera.count % 2)
    let png = latin("\u{89}PNG\r\n\u{1A}\n") + big32(exif.count) + latin("eXIf") + exif + big32(0)
    let webP =
      latin("RIFF") + little32(12 + exif.count) + latin("WEBPEXIF") + little32(exif.count) + exif
    let tiff = exif
    let psd = latin("8BPS") + latin("....") + latin("Exif\0\0") + exif
    for (bytes, format) in [(png, FileFormat.png), (webP, .webp), (tiff, .tiff), (psd, .photoshop)]
    {
      #expect(PictureMetadata(bytes, format: format).tellsPlace, "\(format)")
    }
  }

  @Test("films tell their place in boxes, tags, comments and tracks")
  func films() {
    func box(_ type: String, _ content: [UInt8]) -> [UInt8] {
      big32(content.count + 8) + latin(type) + content
    }
    let xmp = latin("<x exif:GPSLatitude=\"51,30N\"/>")
    let track = box("stsd", big32(0) + big32(1) + big32(16) + latin("gpmd"))
    for content in [
      box("uuid", xmp), box("moov", box("udta", box("XMP_", xmp))),
      box("moov", box("trak", box("mdia", box("minf", box("stbl", track))))),
    ] {
      #expect(IsoFilm.tellsPlace(box("ftyp", latin("isom")) + content))
    }
    #expect(!IsoFilm.tellsPlace(box("ftyp", latin("isom")) + box("mdat", xmp)))
    #expect(
      MatroskaFilm.tellsPlace([0x1A, 0x45, 0xDF, 0xA3, 0x45, 0xA3, 0x88] + latin("LOCATION")))
    #expect(!MatroskaFilm.tellsPlace([0x1A, 0x45, 0xDF, 0xA3, 0x45, 0xA3, 0x85] + latin("TITLE")))
    #expect(OggComments.tellPlace(latin("OggS....vorbis LOCATION=Cardiff")))
  }

  @Test("no bytes whatever make the search of a file fail or take long")
  func hostile() {
    var generator = SeededGenerator(state: 7)
    let alphabet = Array("<>&;:=\"'\\u{}[],\n\r\t PK{{!--/\u{1F}é".utf8)
    for name in ["a.csv", "a.json", "a.vcf", "a.ics", "a.svg", "a.xml", "a.txt"] {
      for _ in 0..<200 {
        let bytes = (0..<Int.random(in: 0...80, using: &generator)).map { _ in
          alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
        }
        _ = FileContents(bytes, name == "a.svg" ? .svg : .text, named: name)
        _ = DocumentText.pieces(of: bytes)
      }
    }
    let archive = ZipSample.archive([ZipSample.Entry(name: "a.csv", packed: latin("Ada,Okafor"))])
    for _ in 0..<2000 {
      var bytes = archive
      for _ in 0..<3 {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(
          in: 0...255, using: &generator)
      }
      _ = FileContents(bytes, .zip, named: "a.zip")
    }
  }
}

private func base64(_ bytes: [UInt8]) -> String {
  let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  return stride(from: 0, to: bytes.count, by: 3).map { start in
    let group = bytes[start...].prefix(3)
    let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
    return (0...3).map { place in
      place > group.count ? "=" : String(digits[bits >> (18 - 6 * place) & 63])
    }.joined()
  }.joined()
}
