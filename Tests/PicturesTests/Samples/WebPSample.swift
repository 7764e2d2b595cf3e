/// WebP files made chunk by chunk; the compressed pictures are invented after their headers.
enum WebPSample {
  static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
    latin(type) + little32(data.count) + data + (data.count % 2 == 1 ? [0] : [])
  }

  static func file(_ chunks: [UInt8]) -> [UInt8] {
    latin("RIFF") + little32(chunks.count + 4) + latin("WEBP") + chunks
  }

  /// Flags: profile 0x20, alpha 0x10, EXIF 0x08, XMP 0x04, animation 0x02.
  static func header(flags: UInt8, _ width: Int, _ height: Int) -> [UInt8] {
    chunk("VP8X", [flags, 0, 0, 0] + little24(width - 1) + little24(height - 1))
  }

  static func lossy(_ width: Int, _ height: Int) -> [UInt8] {
    chunk("VP8 ", [0x10, 0, 0, 0x9D, 0x01, 0x2A] + little16(width) + little16(height) + [7, 7, 7])
  }

  static func lossless(_ width: Int, _ height: Int) -> [UInt8] {
    chunk("VP8L", [0x2F] + little32((width - 1) | (height - 1) << 14) + [7, 7, 7])
  }

  static func full(orientation: Int?, prefix: String = "") -> [UInt8] {
    file(
      header(flags: 0x2C, 40, 24) + chunk("ICCP", latin("profile")) + lossy(40, 24)
        + chunk("EXIF", latin(prefix) + cameraExif(orientation: orientation))
        + chunk("XMP ", latin("<x:xmpmeta/>")) + chunk("Ada ", latin("Ada")))
      + latin("Ada's trailer")
  }

  static func animated() -> [UInt8] {
    let frame = [UInt8](repeating: 0, count: 16)
    return file(
      header(flags: 0x06, 40, 24) + chunk("ANIM", [0, 0, 0, 0, 0, 0])
        + chunk("ANMF", frame + lossless(40, 24) + chunk("Ada ", latin("Ada")))
        + chunk("ANMF", frame + lossless(40, 24)) + chunk("XMP ", latin("<x:xmpmeta/>")))
  }

  /// The chunks, told by a reader of its own.
  static func chunks(of file: [UInt8]) -> [(type: String, data: [UInt8])] {
    var chunks: [(type: String, data: [UInt8])] = []
    var offset = 12
    while offset + 8 <= file.count {
      let length = file[offset + 4..<offset + 8].reversed().reduce(0) { $0 << 8 | Int($1) }
      let type = String(decoding: file[offset..<offset + 4], as: UTF8.self)
      chunks.append((type, Array(file[offset + 8..<offset + 8 + length])))
      offset += 8 + length + length % 2
    }
    return chunks
  }
}
