import Testing

@testable import Pictures

struct JpegCleaningTests {
  @Test("a phone's picture keeps its pixels, its turn and its colours, and nothing else")
  func phone() throws {
    let cleaned = try cleaned(JpegSample.fromPhone(orientation: 6), .jpeg)
    #expect(
      cleaned == JpegSample.start + JpegSample.jfif + JpegSample.exif(bareExif(orientation: 6))
        + JpegSample.profile + JpegSample.adobe + JpegSample.picture + JpegSample.end)
  }

  @Test("of EXIF only an orientation that turns is kept", arguments: [nil, 0, 1, 2, 3, 8, 9])
  func orientations(orientation: Int?) throws {
    let cleaned = try cleaned(JpegSample.fromPhone(orientation: orientation), .jpeg)
    let exif = JpegSample.segments(of: cleaned).filter { $0.marker == 0xE1 }.map(\.parameters)
    let isKept = orientation.map { (2...8).contains($0) } ?? false
    #expect(
      exif == (isKept ? [latin("Exif\0\0") + bareExif(orientation: orientation ?? 1)] : []))
    #expect(!cleaned.mentions("GPS"))
    #expect(!cleaned.mentions("Ada"))
  }

  @Test("a clean picture comes back as the very same bytes, fill bytes included")
  func alreadyClean() throws {
    let filled =
      JpegSample.start + [0xFF, 0xFF] + JpegSample.jfif + [0xFF] + JpegSample.picture
      + [0xFF, 0xFF] + JpegSample.end
    for picture in [JpegSample.plain, filled] {
      #expect(try cleaned(picture, .jpeg) == picture)
    }
    let once = try cleaned(JpegSample.fromPhone(orientation: 8), .jpeg)
    #expect(try cleaned(once, .jpeg) == once)
  }

  @Test("bytes between two segments are dropped")
  func bytesBetween() throws {
    let picture = JpegSample.start + latin("Ada") + JpegSample.picture + JpegSample.end
    #expect(
      try cleaned(picture, .jpeg) == JpegSample.start + JpegSample.picture + JpegSample.end)
  }

  @Test("later scans of a progressive picture are kept, a comment between them is not")
  func progressive() throws {
    let scans = { (between: [UInt8]) in
      JpegSample.start + JpegSample.frame(40, 24, marker: 0xC2) + JpegSample.scan + between
        + JpegSample.huffman + JpegSample.scan + JpegSample.end
    }
    let comment = JpegSample.segment(0xFE, latin("Ada"))
    #expect(try cleaned(scans(comment), .jpeg) == scans([]))
  }

  @Test(
    "a damaged picture is refused",
    arguments: [
      JpegSample.start + JpegSample.picture, JpegSample.start + JpegSample.end,
      JpegSample.start + JpegSample.frame(4, 4) + JpegSample.end,
      JpegSample.start + JpegSample.scan + JpegSample.end,
      JpegSample.start + [0xFF, 0xE1, 0, 1] + JpegSample.picture + JpegSample.end,
      JpegSample.start + JpegSample.plain, [0xFF, 0xD8, 0xFF], [],
    ])
  func damaged(bytes: [UInt8]) {
    #expect(throws: FileRefusal.damaged(.jpeg)) { try cleaned(bytes, .jpeg) }
  }
}
