/// The ways in which a stream of a PDF is packed that are undone here (ISO 32000-1, section 7.4).
///
/// What packs pictures alone is not among them.
enum PdfFilter {
  case deflate, runLength, hexadecimal, base85
  case lzw(earlyChange: Int)

  fileprivate init?(name: String, earlyChange: Int) {
    switch name {
    case "FlateDecode", "Fl": self = .deflate
    case "LZWDecode", "LZW": self = .lzw(earlyChange: earlyChange)
    case "RunLengthDecode", "RL": self = .runLength
    case "ASCIIHexDecode", "AHx": self = .hexadecimal
    case "ASCII85Decode", "A85": self = .base85
    default: return nil
    }
  }

  /// What some bytes hold; `nil` if they are damaged or would be longer than `limit`.
  func unpacked(_ packed: ArraySlice<UInt8>, atMost limit: Int) -> [UInt8]? {
    switch self {
    // Two bytes of zlib's go before (RFC 1950).
    case .deflate: Inflation.inflated(packed.dropFirst(2), atMost: limit)
    case .lzw(let earlyChange):
      PdfLzw.unpacked(packed, earlyChange: earlyChange, atMost: limit)
    case .runLength: bytesOfRuns(packed, atMost: limit)
    case .hexadecimal: packed.count / 2 <= limit ? Pictures.hexadecimal(packed) : nil
    case .base85: bytesOfBase85(packed, atMost: limit)
    }
  }
}

/// The filters of a stream, in the order in which they are undone.
enum PdfFilters {
  /// Nobody packs a stream more often.
  private static let most = 4

  /// `nil` where one is not known.
  static func named(in dictionary: [UInt8]) -> [PdfFilter]? {
    guard let place = dictionary.place(after: "Filter"),
      place < dictionary.count
    else { return [] }
    // A reference, or the name of a file outside.
    guard dictionary[place] == 0x2F || dictionary[place] == 0x5B else { return nil }
    let isList = dictionary[place] == 0x5B
    let end = isList ? dictionary[place...].firstIndex(of: 0x5D) ?? dictionary.count : place + 1
    var names = [dictionary[(place + 1)...].prefix { !$0.isSpace && !"/>[]<(".utf8.contains($0) }]
    if isList {
      names = dictionary[(place + 1)..<end].split { $0.isSpace || $0 == 0x2F }
    }
    guard names.count <= most else { return nil }
    let earlyChange = min(1, dictionary.number(of: "EarlyChange") ?? 1)
    let filters = names.map { PdfFilter(name: withoutEscapes($0), earlyChange: earlyChange) }
    return filters.contains { $0 == nil } ? nil : filters.compactMap(\.self)
  }
}

/// A name in which `#44` may stand for a letter (section 7.3.5).
private func withoutEscapes(_ name: ArraySlice<UInt8>) -> String {
  var letters: [UInt8] = []
  var rest = name
  while let byte = rest.popFirst() {
    let digits = rest.prefix(2).compactMap(\.hexadecimalDigit)
    if byte == UInt8(ascii: "#"), digits.count == 2 {
      letters.append(digits[0] << 4 | digits[1])
      rest = rest.dropFirst(2)
    } else {
      letters.append(byte)
    }
  }
  return String(decoding: letters, as: UTF8.self)
}

/// Runs of bytes (section 7.4.5): a length below 128 and so many bytes and one, or one above and a
/// byte that stands so often; 128 ends them.
private func bytesOfRuns(_ packed: ArraySlice<UInt8>, atMost limit: Int) -> [UInt8]? {
  var bytes: [UInt8] = []
  var rest = packed
  while let length = rest.popFirst(), length != 128 {
    if length < 128 {
      bytes += rest.prefix(Int(length) + 1)
      rest = rest.dropFirst(Int(length) + 1)
    } else if let byte = rest.popFirst() {
      bytes += repeatElement(byte, count: 257 - Int(length))
    }
    guard bytes.count <= limit else { return nil }
  }
  return bytes
}

/// Base 85 (section 7.4.3): five signs are four bytes, `z` is four zeros, `~>` ends them.
private func bytesOfBase85(_ packed: ArraySlice<UInt8>, atMost limit: Int) -> [UInt8]? {
  var bytes: [UInt8] = []
  var digits: [UInt32] = []
  let begins = packed.drop(while: \.isSpace)
  for byte in begins.starts(with: "<~".utf8) ? begins.dropFirst(2) : begins {
    guard bytes.count <= limit else { return nil }
    switch byte {
    case UInt8(ascii: "~"):
      appendBytes(ofBase85: digits, to: &bytes)
      return bytes
    case UInt8(ascii: "z") where digits.isEmpty: bytes += [0, 0, 0, 0]
    case 0x21...0x75:
      digits.append(UInt32(byte - 0x21))
      if digits.count == 5 {
        appendBytes(ofBase85: digits, to: &bytes)
        digits = []
      }
    default: if byte > 0x20 { return nil }
    }
  }
  appendBytes(ofBase85: digits, to: &bytes)
  return bytes
}

/// Of fewer than five signs at the end one less is bytes.
private func appendBytes(ofBase85 digits: [UInt32], to bytes: inout [UInt8]) {
  guard digits.count > 1 else { return }
  let full = digits + Array(repeating: 84, count: 5 - digits.count)
  let number = full.reduce(UInt32(0)) { $0 &* 85 &+ $1 }
  bytes += [24, 16, 8, 0].prefix(digits.count - 1).map { UInt8(truncatingIfNeeded: number >> $0) }
}
