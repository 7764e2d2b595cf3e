import Testing

@testable import Pictures

struct PictureSizeTests {
  private func size(_ bytes: [UInt8], _ format: FileFormat) -> String? {
    PictureSize(of: bytes, format: format).map { "\($0.width) × \($0.height)" }
  }

  @Test("a JPEG's size is in its frame header, whatever kind of frame", arguments: 0xC0...0xCF)
  func jpegFrames(marker: UInt8) {
    let isFrame = ![0xC4, 0xC8, 0xCC].contains(marker)
    let bytes =
      JpegSample.start + JpegSample.jfif + JpegSample.frame(40, 24, marker: marker)
      + JpegSample.scan
    #expect(size(bytes, .jpeg) == (isFrame ? "40 × 24" : nil))
  }

  @Test("a picture is as wide as it is shown", arguments: 0...9)
  func orientations(orientation: Int) {
    let shown = (5...8).contains(orientation) ? "24 × 40" : "40 × 24"
    #expect(size(JpegSample.fromPhone(orientation: orientation), .jpeg) == shown)
    #expect(size(WebPSample.full(orientation: orientation), .webp) == shown)
    let isTurned = (5...8).contains(orientation)
    #expect(size(PngSample.full(orientation: orientation), .png) == (isTurned ? "3 × 4" : "4 × 3"))
  }

  @Test("an orientation in the other byte order is understood")
  func littleEndian() {
    let bytes =
      JpegSample.start + JpegSample.exif(cameraExif(orientation: 6, littleEndian: true))
      + JpegSample.picture
    #expect(size(bytes, .jpeg) == "24 × 40")
  }

  @Test("a GIF's size is its screen")
  func gif() {
    #expect(size(GifSample.plain, .gif) == "40 × 24")
  }

  @Test("all three kinds of WebP tell their size")
  func webP() {
    #expect(size(WebPSample.file(WebPSample.lossy(640, 480)), .webp) == "640 × 480")
    #expect(size(WebPSample.file(WebPSample.lossless(16_384, 1)), .webp) == "16384 × 1")
    #expect(
      size(WebPSample.file(WebPSample.header(flags: 0, 70_000, 3)), .webp) == "70000 × 3")
    #expect(size(WebPSample.file(WebPSample.chunk("ALPH", [1, 2])), .webp) == nil)
  }

  @Test("an AVIF's size is its largest item's, turned with it")
  func avif() {
    let sizes = IsoSample.size(160, 120) + IsoSample.size(4000, 3000) + IsoSample.size(512, 512)
    let upright = IsoSample.picture(items: ["av01"], properties: sizes)
    let turned = IsoSample.picture(
      items: ["av01"], properties: sizes + IsoSample.box("irot", [3]))
    #expect(size(upright, .avif) == "4000 × 3000")
    #expect(size(turned, .avif) == "3000 × 4000")
    #expect(size(IsoSample.fileType("avif"), .avif) == nil)
  }

  @Test("a side of nought is no size, and other files have none")
  func none() {
    let flat = JpegSample.start + JpegSample.frame(40, 0) + JpegSample.scan
    #expect(size(flat, .jpeg) == nil)
    #expect(size(PngSample.signature + PngSample.header(0, 5), .png) == nil)
    #expect(size(latin("words"), .text) == nil)
    #expect(PictureSize(width: 0x8000_0001, height: 1) == nil)
  }

  @Test("the largest sides a header can tell do not overflow")
  func largest() throws {
    let bytes = PngSample.signature + PngSample.header(0x8000_0000, 0x8000_0000)
    let size = try #require(PictureSize(of: bytes, format: .png))
    #expect(size.pixels == 1 << 62)
  }

  @Test(
    "a drawing's size is what it asks for, or follows from its viewBox",
    arguments: [
      ("width='40' height='24'", "40 × 24"), ("width='40px' height=' 24PX '", "40 × 24"),
      ("width='1in' height='2.54cm'", "96 × 96"), ("width='25.4mm' height='72pt'", "96 × 96"),
      ("width='6pc' height='101.6q'", "96 × 96"), ("viewBox='0 0 40 24'", "40 × 24"),
      ("viewBox='-5,-5, 40.4,24.6'", "40 × 25"), ("width='100%' viewBox='0 0 40 24'", "40 × 24"),
      ("width='80' viewBox='0 0 40 24'", "80 × 48"),
      ("height='48' viewBox='0 0 40 24'", "80 × 48"), ("width='0.2' height='0.2'", "1 × 1"),
      ("width='40'", nil), ("", nil), ("width='-4' height='4'", nil),
      ("width='nan' height='4'", nil), ("width='1e300' height='1e300'", nil),
      ("width='inf' height='4'", nil), ("viewBox='0 0 0 5'", nil), ("viewBox='0 0 5'", nil),
      ("width='1e-320' viewBox='0 0 1e-300 1e300'", nil),
    ] as [(String, String?)])
  func drawings(attributes: String, expected: String?) {
    let bytes = latin(
      "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' \(attributes)/>")
    #expect(size(bytes, .svg) == expected)
  }
}
