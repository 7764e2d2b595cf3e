import Testing

@testable import Pictures

struct GifCleaningTests {
  @Test("comments, XMP, other programs' blocks and what follows the trailer go")
  func blocks() throws {
    #expect(try cleaned(GifSample.full, .gif) == GifSample.plain)
  }

  @Test("a clean picture comes back as the very same bytes")
  func alreadyClean() throws {
    #expect(try cleaned(GifSample.plain, .gif) == GifSample.plain)
  }

  @Test("a picture without its trailer gets one")
  func withoutTrailer() throws {
    #expect(try cleaned(GifSample.header + GifSample.image, .gif).last == 0x3B)
  }

  @Test(
    "a damaged picture is refused",
    arguments: [
      latin("GIF89a"), GifSample.header, GifSample.header + GifSample.trailer,
      GifSample.header + GifSample.image.dropLast(), GifSample.header + [0x99] + GifSample.image,
      Array(GifSample.header.dropLast()),
    ])
  func damaged(bytes: [UInt8]) {
    #expect(throws: FileRefusal.damaged(.gif)) { try cleaned(bytes, .gif) }
  }
}
