import Testing

@testable import Pictures

struct PngCleaningTests {
  @Test("texts, times, private chunks and the trailer go, the rest stays in its order")
  func chunks() throws {
    let cleaned = try cleaned(PngSample.full(orientation: 6), .png)
    let chunks = PngSample.chunks(of: cleaned)
    #expect(
      chunks.map(\.type) == ["IHDR", "iCCP", "pHYs", "eXIf", "IDAT", "IEND"])
    #expect(chunks.map(\.isSound).allSatisfy { $0 })
    #expect(chunks[3].data == bareExif(orientation: 6))
    #expect(!cleaned.mentions("Ada"))
  }

  @Test("EXIF that turns nothing goes whole", arguments: [nil, 0, 1, 9])
  func upright(orientation: Int?) throws {
    let cleaned = try cleaned(PngSample.full(orientation: orientation), .png)
    #expect(PngSample.chunks(of: cleaned).map(\.type) == ["IHDR", "iCCP", "pHYs", "IDAT", "IEND"])
  }

  @Test("every chunk that changes how a picture looks stays")
  func pictureChunks() throws {
    let names = [
      "PLTE", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "acTL", "fcTL",
      "fdAT", "cICP", "mDCV", "cLLI",
    ]
    let picture =
      PngSample.signature + PngSample.header(4, 3)
      + names.flatMap { PngSample.chunk($0, [1, 2, 3]) } + PngSample.pixels(4, 3) + PngSample.end
    #expect(try cleaned(picture, .png) == picture)
  }

  @Test("a clean picture comes back as the very same bytes")
  func alreadyClean() throws {
    #expect(try cleaned(PngSample.plain, .png) == PngSample.plain)
    let once = try cleaned(PngSample.full(orientation: 3), .png)
    #expect(try cleaned(once, .png) == once)
  }

  @Test("what hides in the end chunk goes")
  func fullEnd() throws {
    let body = PngSample.signature + PngSample.header(4, 3) + PngSample.pixels(4, 3)
    #expect(
      try cleaned(body + PngSample.chunk("IEND", latin("Ada")), .png) == body + PngSample.end)
  }

  @Test(
    "a damaged picture is refused",
    arguments: [
      PngSample.signature + PngSample.header(4, 3) + PngSample.pixels(4, 3),
      PngSample.signature + PngSample.header(4, 3) + PngSample.end,
      PngSample.signature + PngSample.pixels(4, 3) + PngSample.end,
      PngSample.signature + PngSample.header(4, 3) + PngSample.plain.dropFirst(8),
      PngSample.signature + PngSample.chunk("IHDR", [1]) + PngSample.pixels(4, 3) + PngSample.end,
      PngSample.signature + PngSample.header(4, 3) + PngSample.chunk("CgBI", [])
        + PngSample.pixels(4, 3) + PngSample.end,
      PngSample.signature + PngSample.header(4, 3) + big32(0xFFFF_FFFF) + latin("IDAT"),
      PngSample.signature + PngSample.header(4, 3) + PngSample.chunk("ID\0T", []),
    ])
  func damaged(bytes: [UInt8]) {
    #expect(throws: FileRefusal.damaged(.png)) { try cleaned(bytes, .png) }
  }
}
