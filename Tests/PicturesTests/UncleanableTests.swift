import Testing

@testable import Pictures

struct UncleanableTests {
  private static let size = IsoSample.size(40, 24)

  @Test(
    "a picture that tells nothing, in a format that is not cleaned, comes back as it is",
    arguments: [
      (IsoSample.picture(items: ["av01"], properties: size), .avif),
      (IsoSample.picture(items: ["hvc1"], properties: size, brand: "heic"), .heic),
      ([0xFF, 0x0A, 1], .jpegXL), (IsoSample.box("JXL ", []) + IsoSample.box("jxlc", []), .jpegXL),
      (
        latin("MM\0*") + big32(8) + big16(1) + big16(0x0100) + big16(3) + big32(1) + big32(4), .tiff
      ),
      (IsoSample.film(IsoSample.box("udta", IsoSample.box("name", latin("Ada")))), .mp4),
    ] as [([UInt8], FileFormat)])
  func silent(bytes: [UInt8], format: FileFormat) throws {
    #expect(try cleaned(bytes, format) == bytes)
  }

  @Test(
    "a picture or film that tells, or could, is refused",
    arguments: [
      (IsoSample.picture(items: ["av01", "Exif"], properties: size), .avif),
      (IsoSample.picture(items: ["av01", "mime"], properties: size, version: 3), .avif),
      (IsoSample.picture(items: ["av01"], properties: size) + IsoSample.box("uuid", []), .avif),
      (IsoSample.picture(items: ["av01"], properties: size) + [0, 0, 0, 9, 1], .avif),
      (IsoSample.fileType("avif"), .avif),
      (IsoSample.picture(items: ["Exif"], properties: size, brand: "heic"), .heic),
      (IsoSample.box("JXL ", []) + IsoSample.box("Exif", []), .jpegXL),
      (IsoSample.box("JXL ", []) + IsoSample.box("brob", []), .jpegXL),
      (cameraExif(orientation: 1), .tiff), (latin("II+\0bigger"), .tiff), (latin("II*\0"), .tiff),
      (IsoSample.film(IsoSample.box("udta", IsoSample.box("©xyz", latin("+51-000")))), .mp4),
      (IsoSample.film(IsoSample.box("udta", IsoSample.box("loci", []))), .mp4),
      (
        IsoSample.film(
          IsoSample.box("meta", IsoSample.box("keys", latin("com.apple.quicktime.location.ISO")))),
        .mp4
      ),
      (
        IsoSample.film(
          IsoSample.box(
            "meta", big32(0) + IsoSample.box("keys", latin("com.apple.quicktime.location.ISO")))),
        .mp4
      ),
    ] as [([UInt8], FileFormat)])
  func telling(bytes: [UInt8], format: FileFormat) {
    #expect(throws: FileRefusal.uncleanable(format)) { try cleaned(bytes, format) }
  }

  @Test("boxes with a size in eight bytes, or to the end of the file, are understood")
  func otherSizes() {
    let long = big32(1) + latin("mdat") + big32(0) + big32(18) + [1, 2]
    let last = big32(0) + latin("free") + [1, 2, 3]
    let boxes = IsoBoxes(long + last, in: 0..<29)
    #expect(boxes.isWhole)
    #expect(boxes.boxes.map(\.content) == [16..<18, 26..<29])
  }

  @Test("a box that is too small or reaches too far ends the reading")
  func badSizes() {
    let far = big32(1) + latin("mdat") + big32(1) + big32(18)
    for bytes in [big32(7) + latin("mdat"), big32(99) + latin("mdat"), far, [0, 0, 0]] {
      #expect(!IsoBoxes(bytes, in: bytes.indices).isWhole)
    }
  }
}
