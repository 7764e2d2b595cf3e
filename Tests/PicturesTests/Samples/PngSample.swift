/// PNG files made chunk by chunk, their pixels in stored blocks of deflate.
enum PngSample {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
    big32(data.count) + latin(type) + data + big32(checksum(latin(type) + data))
  }

  /// `type` is the colour type: 0 grey, 2 colours, 3 palette, 4 and 6 with alpha.
  static func header(
    _ width: Int, _ height: Int, depth: UInt8 = 8, type: UInt8 = 0, isInterlaced: Bool = false
  ) -> [UInt8] {
    chunk("IHDR", big32(width) + big32(height) + [depth, type, 0, 0, isInterlaced ? 1 : 0])
  }

  /// Grey pixels, all of one shade.
  static func pixels(_ width: Int, _ height: Int) -> [UInt8] {
    data((0..<height).map { _ in [UInt8](repeating: 0x80, count: width) })
  }

  /// Rows of pixels as they are, without a filter; 65,535 bytes at most.
  static func data(_ rows: [[UInt8]]) -> [UInt8] {
    let bytes = rows.flatMap { (row: [UInt8]) -> [UInt8] in [0] + row }
    let lengths = little16(bytes.count) + little16(bytes.count ^ 0xFFFF)
    return chunk("IDAT", [0x78, 0x01, 0x01] + lengths + bytes + big32(adler(bytes)))
  }

  static let end = chunk("IEND", [])
  static let plain = signature + header(4, 3) + pixels(4, 3) + end

  /// With every chunk that stays, and every one that goes.
  static func full(orientation: Int?) -> [UInt8] {
    signature + header(4, 3) + chunk("iCCP", latin("sRGB\0\0profile")) + chunk("pHYs", [0])
      + chunk("tIME", [7, 0xE9, 1, 1, 1, 1, 1]) + chunk("tEXt", latin("Author\0Ada"))
      + chunk("eXIf", cameraExif(orientation: orientation))
      + chunk("iTXt", latin("XML:com.adobe.xmp\0\0\0\0\0<x:xmpmeta/>"))
      + pixels(4, 3) + chunk("zTXt", latin("Ada")) + chunk("prVt", latin("Ada")) + end
      + latin("Ada's trailer")
  }

  /// The chunks, told by a reader of its own.
  static func chunks(of file: [UInt8]) -> [(type: String, data: [UInt8], isSound: Bool)] {
    var chunks: [(type: String, data: [UInt8], isSound: Bool)] = []
    var offset = 8
    while offset + 12 <= file.count {
      let length = file[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
      let end = offset + 8 + length
      let sum = file[end..<end + 4].reduce(0) { $0 << 8 | Int($1) }
      let type = String(decoding: file[offset + 4..<offset + 8], as: UTF8.self)
      let isSound = checksum(Array(file[offset + 4..<end])) == sum
      chunks.append((type, Array(file[offset + 8..<end]), isSound))
      offset = end + 4
    }
    return chunks
  }

  private static func checksum(_ bytes: [UInt8]) -> Int {
    var sum = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= Int(byte)
      for _ in 0..<8 { sum = sum % 2 == 1 ? sum / 2 ^ 0xEDB8_8320 : sum / 2 }
    }
    return sum ^ 0xFFFF_FFFF
  }

  private static func adler(_ bytes: [UInt8]) -> Int {
    var sums = (1, 0)
    for byte in bytes {
      sums.0 = (sums.0 + Int(byte)) % 65_521
      sums.1 = (sums.1 + sums.0) % 65_521
    }
    return sums.1 << 16 | sums.0
  }
}
