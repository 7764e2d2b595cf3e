extension PictureSize {
  /// The size in a WebP file's first chunk, turned as its chunk of EXIF says.
  init?(webP bytes: [UInt8]) {
    guard var reader = try? WebPReader(file: bytes), let first = (try? reader.next()) ?? nil,
      let stored = PictureSize(webPHeader: first, in: bytes)
    else { return nil }
    var orientation = Orientation.upright
    while first.type == "VP8X", let chunk = (try? reader.next()) ?? nil {
      guard chunk.type == "EXIF" else { continue }
      orientation = Orientation(exif: bytes, in: chunk.exifBlock(in: bytes))
      break
    }
    self.init(width: stored.width, height: stored.height, turned: orientation)
  }

  private init?(webPHeader chunk: WebPChunk, in bytes: [UInt8]) {
    let start = chunk.data.lowerBound
    switch chunk.type {
    case "VP8X" where chunk.data.count >= 10: self.init(extendedAt: start, in: bytes)
    case "VP8 " where chunk.data.count >= 10: self.init(lossyAt: start, in: bytes)
    case "VP8L" where chunk.data.count >= 5: self.init(losslessAt: start, in: bytes)
    default: return nil
    }
  }

  /// Flags and reserved bits, then both sides less one in 24 bits each (RFC 9649, 2.7.1).
  private init?(extendedAt start: Int, in bytes: [UInt8]) {
    guard let width = bytes.littleEndian24(at: start + 4),
      let height = bytes.littleEndian24(at: start + 7)
    else { return nil }
    self.init(width: width + 1, height: height + 1)
  }

  /// A key frame's tag, a start code, then both sides in 14 bits each (RFC 6386, 9.1).
  private init?(lossyAt start: Int, in bytes: [UInt8]) {
    guard bytes.holds([0x9D, 0x01, 0x2A], at: start + 3),
      let width = bytes.littleEndian16(at: start + 6),
      let height = bytes.littleEndian16(at: start + 8)
    else { return nil }
    self.init(width: width & 0x3FFF, height: height & 0x3FFF)
  }

  /// A signature byte, then both sides less one in 14 bits each (RFC 9649, 3.4).
  private init?(losslessAt start: Int, in bytes: [UInt8]) {
    guard bytes.byte(at: start) == 0x2F, let sides = bytes.littleEndian32(at: start + 1)
    else { return nil }
    self.init(width: sides & 0x3FFF + 1, height: sides >> 14 & 0x3FFF + 1)
  }
}
