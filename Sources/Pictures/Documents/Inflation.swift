import CZlib

/// Unpacks deflated data (RFC 1951) with zlib, in pieces, so that no more is held than was packed.
struct Inflation {
  /// How many bytes are unpacked at once.
  private static let pieceLength = 65_536
  /// Deflated data without zlib's own header, with the largest window.
  private static let bareData: Int32 = -15

  private let limit: Int
  private var output: [UInt8] = []
  private var piece = [UInt8](repeating: 0, count: pieceLength)

  /// What `packed` holds; `nil` if it is damaged or would be longer than `limit`.
  ///
  /// Bytes after the last block are not looked at.
  static func inflated(_ packed: ArraySlice<UInt8>, atMost limit: Int) -> [UInt8]? {
    var inflation = Inflation(limit: limit)
    return inflation.unpack(packed) ? inflation.output : nil
  }

  private init(limit: Int) {
    self.limit = limit
  }

  private mutating func unpack(_ packed: ArraySlice<UInt8>) -> Bool {
    guard let length = UInt32(exactly: packed.count) else { return false }
    var stream = z_stream()
    let structLength = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(&stream, Self.bareData, ZLIB_VERSION, structLength) == Z_OK else {
      return false
    }
    defer { inflateEnd(&stream) }
    return packed.withUnsafeBufferPointer { bytes in
      // zlib declares what it reads as writable, and does not write there.
      stream.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
      stream.avail_in = length
      return unpackPieces(&stream)
    }
  }

  private mutating func unpackPieces(_ stream: inout z_stream) -> Bool {
    while true {
      let (status, count) = nextPiece(&stream)
      guard output.count + count <= limit else { return false }
      output += piece.prefix(count)
      if status == Z_STREAM_END { return true }
      // Without an end and without progress, data are missing.
      guard status == Z_OK, count > 0 else { return false }
    }
  }

  private mutating func nextPiece(_ stream: inout z_stream) -> (status: Int32, count: Int) {
    piece.withUnsafeMutableBufferPointer { buffer in
      stream.next_out = buffer.baseAddress
      stream.avail_out = UInt32(buffer.count)
      let status = inflate(&stream, Z_NO_FLUSH)
      return (status, buffer.count - Int(stream.avail_out))
    }
  }
}
