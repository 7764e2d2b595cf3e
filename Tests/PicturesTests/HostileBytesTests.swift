import Testing

@testable import Pictures

/// Whatever bytes come, every reader returns; what it calls clean stays the same when cleaned again.
struct HostileBytesTests {
  private static let drawing = latin(
    """
    <?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' xmlns:i='urn:i' viewBox='0 0 4 3'>\
    <!-- a --><metadata><i:x>&amp;</i:x></metadata><style><![CDATA[a{fill:url(#a)}]]></style>\
    <g i:a='b' id='c'><use href='#a'/></g></svg>
    """)
  private static let samples: [(bytes: [UInt8], format: FileFormat)] = [
    (JpegSample.fromPhone(orientation: 6), .jpeg), (PngSample.full(orientation: 6), .png),
    (WebPSample.full(orientation: 6), .webp), (WebPSample.animated(), .webp),
    (GifSample.full, .gif), (drawing, .svg),
    (IsoSample.picture(items: ["av01"], properties: IsoSample.size(4, 3)), .avif),
    (IsoSample.film(IsoSample.box("udta", IsoSample.box("name", []))), .mp4),
    (cameraExif(orientation: 6), .tiff),
    (ZipSample.document(properties: "<dc:creator>Ada</dc:creator>"), .office),
    (latin("%PDF-1.7 /Author (Ada)"), .pdf),
  ]

  /// Runs every reader over the bytes, and says what is wrong with what comes out.
  private func fault(of bytes: [UInt8], _ format: FileFormat) -> String? {
    _ = FileFormat(of: bytes)
    _ = PictureSize(of: bytes, format: format)
    _ = AuthorFinding(bytes, format: format)
    _ = FileContents(bytes, format, named: "a")
    guard let once = try? cleaned(bytes, format) else { return nil }
    guard let twice = try? cleaned(once, format) else { return "refused when cleaned again" }
    if once != twice { return "not the same when cleaned again" }
    return once.count > bytes.count + 1 ? "grew" : nil
  }

  @Test("a file cut short anywhere is read without harm", arguments: samples.indices)
  func truncated(sample: Int) {
    let (bytes, format) = Self.samples[sample]
    for end in bytes.indices {
      #expect(fault(of: Array(bytes[..<end]), format) == nil, "cut at \(end)")
    }
  }

  @Test("a picture cut short before its end is refused", arguments: 0..<3)
  func truncatedPictures(sample: Int) throws {
    let whole = try cleaned(Self.samples[sample].bytes, Self.samples[sample].format)
    for end in whole.indices {
      let bytes = Array(whole[..<end])
      #expect(throws: FileRefusal.damaged(Self.samples[sample].format)) {
        try cleaned(bytes, Self.samples[sample].format)
      }
    }
  }

  @Test("a file with bytes changed at random is read without harm", arguments: samples.indices)
  func mutated(sample: Int) {
    var generator = SeededGenerator(state: UInt64(sample))
    let (original, format) = Self.samples[sample]
    for round in 0..<600 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: bytes.indices, using: &generator)
        bytes[place] =
          [0, 0xFF, 0x7F, 0x80, .random(in: 0...255, using: &generator)]
          .randomElement(using: &generator) ?? 0
      }
      #expect(fault(of: bytes, format) == nil, "round \(round)")
    }
  }

  @Test("random bytes behind a signature are read without harm", arguments: samples.indices)
  func noise(sample: Int) {
    var generator = SeededGenerator(state: UInt64(sample) + 100)
    let (original, format) = Self.samples[sample]
    for round in 0..<200 {
      let length = Int.random(in: 0...300, using: &generator)
      let noise = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
      #expect(fault(of: original.prefix(12) + noise, format) == nil, "round \(round)")
    }
  }

  @Test("headers that promise the most possible are read without harm")
  func greatestNumbers() {
    let most = big32(0xFFFF_FFFF)
    let exif = latin("MM\0*") + most + most
    let far = latin("MM\0*") + big32(8) + big16(0xFFFF) + big16(0x0112)
    for block in [exif, far] {
      #expect(TiffDirectory(block, in: block.indices)?.orientation == nil)
    }
    let end = latin("PK\u{5}\u{6}") + most + most + most + most + big16(0)
    #expect(AuthorFinding(latin("PK\u{3}\u{4}") + end, format: .zip) == .none)
  }
}
