import Testing

@testable import Pictures

/// What films and recordings say of themselves.
@Suite("Words in films and recordings")
struct MediaTagTests {
  private func words(_ bytes: [UInt8], _ format: FileFormat) -> [String] {
    FileContents(bytes, format, named: "a").parts.flatMap(\.pieces).map {
      String(decoding: $0.text, as: UTF8.self)
    }
  }

  @Test("the tags of an MP3 are read, in each version and encoding")
  func id3() {
    let wide: [UInt8] =
      [1, 0xFF, 0xFE] + "Ada".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    func frame(_ name: String, _ content: [UInt8]) -> [UInt8] {
      latin(name) + big32(content.count) + [0, 0] + content
    }
    let frames =
      frame("TIT2", [0] + latin("A talk")) + frame("TPE1", wide)
      + frame("APIC", [0] + latin("image/png")) + frame("COMM", [3] + latin("eng\0By us"))
    let file = latin("ID3") + [3, 0, 0, 0, 0, 2, 0] + frames + [UInt8](repeating: 0, count: 400)
    #expect(words(file, .mp3) == ["A talk", "Ada", "\nBy us"])
    let older =
      latin("ID3") + [2, 0, 0, 0, 0, 0, 11] + latin("TT2") + [0, 0, 5, 0] + latin("Talk")
    #expect(words(older, .mp3) == ["Talk"])
    var oldest = [UInt8](repeating: 0, count: 128)
    oldest.replaceSubrange(0..<3, with: latin("TAG"))
    oldest.replaceSubrange(33..<36, with: latin("Ada"))
    #expect(words([0xFF, 0xFB] + oldest, .mp3) == ["Ada"])
  }

  @Test("so are those of an MP4, as iTunes and as QuickTime write them")
  func iso() {
    func box(_ name: [UInt8], _ content: [UInt8]) -> [UInt8] {
      big32(content.count + 8) + name + content
    }
    let name: [UInt8] = [0xA9] + latin("nam")
    let value = box(latin("data"), big32(1) + big32(0) + latin("Ada"))
    let list = box(latin("meta"), big32(0) + box(latin("ilst"), box(name, value)))
    let start = box(latin("ftyp"), latin("isom"))
    #expect(words(start + box(latin("moov"), box(latin("udta"), list)), .mp4) == ["Ada"])
    let old = box(name, [0, 3, 0, 0] + latin("Ada"))
    #expect(words(start + box(latin("moov"), box(latin("udta"), old)), .mp4) == ["Ada"])
    let cover = box(latin("data"), big32(13) + big32(0) + latin("JPEG"))
    #expect(words(start + box(latin("ilst"), box(latin("covr"), cover)), .mp4) == [])
  }

  @Test("and those of an Ogg")
  func ogg() {
    let comments = little32(2) + latin("us") + little32(2) + little32(9) + latin("TITLE=Ada")
    let more = comments + little32(5) + latin("X=One")
    #expect(words(latin("OggS\u{3}vorbis") + more, .ogg) == ["Ada", "One"])
    #expect(words(latin("OggSOpusTags") + more, .ogg) == ["Ada", "One"])
  }

  @Test(
    "what is cut short or lies about its length is no trouble",
    arguments: [
      latin("ID3"), latin("ID3") + [4, 0, 0, 0x7F, 0x7F, 0x7F, 0x7F] + latin("TIT2") + [0x7F],
      latin("OggS\u{3}vorbis") + [0xFF, 0xFF, 0xFF, 0xFF],
      latin("OggS\u{3}vorbis") + little32(0) + little32(200) + little32(60_000),
      big32(24) + latin("ftypisom") + big32(0) + big32(16) + latin("moov"),
    ])
  func damaged(_ bytes: [UInt8]) {
    for format in [FileFormat.mp3, .mp4, .ogg] { #expect(words(bytes, format).isEmpty) }
  }
}
