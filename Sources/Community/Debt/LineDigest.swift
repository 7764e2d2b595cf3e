package import Diagnostics
import Files
import Text

/// The digest of a line of a text, by which an item of the debt knows whether the line reads as it
/// read: blanks at its ends and how many stand in a row do not count.
package struct LineDigest: Hashable, Sendable {
  package let bits: UInt64

  package init(of line: some Collection<UInt8>) {
    var words: [UInt8] = []
    for word in line.split(whereSeparator: { $0 <= 0x20 }) {
      if !words.isEmpty { words.append(0x20) }
      words += word
    }
    bits = Fingerprint(words).high
  }

  /// Reads back what `description` writes: 16 lower-case hexadecimal digits.
  package init?(hexadecimal digits: some Collection<UInt8>) {
    guard digits.count == 16 else { return nil }
    var bits: UInt64 = 0
    for digit in digits {
      // A digit or a small letter has this bit, a capital does not.
      guard digit & 0x20 != 0, let value = digit.hexadecimalValue else { return nil }
      bits = bits << 4 | UInt64(value)
    }
    self.bits = bits
  }
}

extension LineDigest: CustomStringConvertible {
  package var description: String {
    var digits: [UInt8] = []
    digits.appendHexadecimal(bits, digits: 16)
    return String(decoding: digits, as: UTF8.self)
  }
}

extension SourceText {
  /// The bytes of a line, counted from 1, without its line break.
  package func bytes(ofLine number: Int) -> ArraySlice<UInt8> {
    guard let start = start(ofLine: number) else { return [] }
    return bytes[start...].prefix { $0 != 0x0A && $0 != 0x0D }
  }

  /// The digest of a line, counted from 1.
  package func digest(ofLine number: Int) -> LineDigest { LineDigest(of: bytes(ofLine: number)) }
}
