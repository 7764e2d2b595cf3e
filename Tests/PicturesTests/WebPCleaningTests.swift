import Testing

@testable import Pictures

struct WebPCleaningTests {
  @Test("XMP, unknown chunks and the trailer go, the flags follow", arguments: ["", "Exif\0\0"])
  func extended(prefix: String) throws {
    let cleaned = try cleaned(WebPSample.full(orientation: 6, prefix: prefix), .webp)
    #expect(
      cleaned
        == WebPSample.file(
          WebPSample.header(flags: 0x28, 40, 24) + WebPSample.chunk("ICCP", latin("profile"))
            + WebPSample.lossy(40, 24) + WebPSample.chunk("EXIF", bareExif(orientation: 6))))
  }

  @Test("EXIF that turns nothing goes whole, and its flag with it", arguments: [nil, 0, 1, 9])
  func upright(orientation: Int?) throws {
    let cleaned = try cleaned(WebPSample.full(orientation: orientation), .webp)
    let chunks = WebPSample.chunks(of: cleaned)
    #expect(chunks.map(\.type) == ["VP8X", "ICCP", "VP8 "])
    #expect(chunks[0].data[0] == 0x20)
  }

  @Test("an animation keeps its frames, and what hides in them goes")
  func animation() throws {
    let cleaned = try cleaned(WebPSample.animated(), .webp)
    let chunks = WebPSample.chunks(of: cleaned)
    #expect(chunks.map(\.type) == ["VP8X", "ANIM", "ANMF", "ANMF"])
    #expect(chunks[0].data[0] == 0x02)
    #expect(chunks[2].data == chunks[3].data)
    #expect(!cleaned.mentions("Ada"))
  }

  @Test("a clean picture comes back as the very same bytes")
  func alreadyClean() throws {
    let extended = WebPSample.file(
      WebPSample.header(flags: 0x10, 40, 24) + WebPSample.chunk("ALPH", [1, 2, 3])
        + WebPSample.lossy(40, 24))
    let simple = [WebPSample.lossy(4, 3), WebPSample.lossless(4, 3)].map(WebPSample.file)
    for picture in simple + [extended] {
      #expect(try cleaned(picture, .webp) == picture)
    }
    let once = try cleaned(WebPSample.full(orientation: 6), .webp)
    #expect(try cleaned(once, .webp) == once)
  }

  @Test("what follows the one chunk of a simple picture goes")
  func simple() throws {
    let picture = WebPSample.lossy(4, 3)
    let bytes = WebPSample.file(picture + WebPSample.chunk("EXIF", cameraExif(orientation: 1)))
    #expect(try cleaned(bytes, .webp) == WebPSample.file(picture))
  }

  @Test(
    "a damaged picture is refused",
    arguments: [
      WebPSample.file([]), WebPSample.file(WebPSample.chunk("EXIF", [])),
      WebPSample.file(WebPSample.header(flags: 0, 4, 3)),
      WebPSample.file(WebPSample.chunk("VP8X", [0])),
      WebPSample.file(WebPSample.header(flags: 0, 4, 3) + WebPSample.chunk("ANMF", [0])),
      WebPSample.file(latin("VP8 ") + little32(9)),
      WebPSample.file(latin("VP8 ") + little32(1) + [0]),
      latin("RIFF") + little32(500) + latin("WEBP"), latin("RIFF"),
    ])
  func damaged(bytes: [UInt8]) {
    #expect(throws: FileRefusal.damaged(.webp)) { try cleaned(bytes, .webp) }
  }
}
