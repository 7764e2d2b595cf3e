/// GIF files made block by block.
enum GifSample {
  /// A screen with a table of two colours.
  static let header =
    latin("GIF89a") + little16(40) + little16(24) + [0x80, 0, 0] + [0, 0, 0, 255, 255, 255]
  static let loop = application("NETSCAPE2.0", [1, 0, 0])
  static let timing: [UInt8] = [0x21, 0xF9, 4, 0, 9, 0, 0, 0]
  /// An image with a table of its own, and two blocks of data.
  static let image: [UInt8] =
    [0x2C] + little16(0) + little16(0) + little16(40) + little16(24) + [0x80]
    + [1, 1, 1, 2, 2, 2] + [2] + [2, 0x44, 0x01] + [1, 0x3B] + [0]
  static let comment: [UInt8] = [0x21, 0xFE, 12] + latin("Ada was here") + [0]
  static let trailer: [UInt8] = [0x3B]
  static let xmp = application("XMP DataXMP", latin("<x:xmpmeta/>"))

  static func application(_ name: String, _ data: [UInt8]) -> [UInt8] {
    [0x21, 0xFF, 11] + latin(name) + [UInt8(data.count)] + data + [0]
  }

  static let plain = header + loop + timing + image + trailer
  static let full =
    header + comment + loop + xmp + timing + image + comment + application("Ada's block", [1])
    + trailer + latin("Ada's trailer")
}
