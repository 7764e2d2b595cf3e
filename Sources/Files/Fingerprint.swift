import Diagnostics
import Text

/// A digest of bytes that is the same in every run and on every machine.
///
/// MurmurHash3 x64_128 with seed 0, the function that Austin Appleby published into the public
/// domain. It tells changed from unchanged; it is no defence against someone who builds two texts
/// with one digest on purpose.
package struct Fingerprint: Hashable, Sendable {
  package let high: UInt64
  package let low: UInt64

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  package init(_ bytes: UnsafeRawBufferPointer) {
    var builder = FingerprintBuilder()
    builder.append(bytes)
    self = builder.fingerprint
  }

  package init(_ bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { Fingerprint($0) }
  }

  package init(_ bytes: ArraySlice<UInt8>) {
    self = bytes.withUnsafeBytes { Fingerprint($0) }
  }

  /// Reads back what `description` writes: 32 lower-case hexadecimal digits.
  package init?(hexadecimal digits: some Collection<UInt8>) {
    guard digits.count == 32 else { return nil }
    var halves: (high: UInt64, low: UInt64) = (0, 0)
    for digit in digits {
      // A digit or a small letter has this bit, a capital does not.
      guard digit & 0x20 != 0, let value = digit.hexadecimalValue else { return nil }
      halves.high = halves.high << 4 | halves.low >> 60
      halves.low = halves.low << 4 | UInt64(value)
    }
    self.init(high: halves.high, low: halves.low)
  }

  /// The 32 digits that `description` is made of, added to a text being written.
  package func appendHexadecimal(onto text: inout [UInt8]) {
    text.appendHexadecimal(high, digits: 16)
    text.appendHexadecimal(low, digits: 16)
  }
}

extension Fingerprint: CustomStringConvertible {
  package var description: String {
    var digits: [UInt8] = []
    appendHexadecimal(onto: &digits)
    return String(decoding: digits, as: UTF8.self)
  }
}
