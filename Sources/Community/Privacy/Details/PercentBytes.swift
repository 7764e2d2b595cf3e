import Diagnostics
import Text

extension [UInt8] {
  /// The bytes with `%40` and the like decoded, whatever that makes of them: what a mail program
  /// takes for an address need be no well-formed text around it.
  var percentDecodedBytes: [UInt8] {
    guard contains(UInt8(ascii: "%")) else { return self }
    var decoded: [UInt8] = []
    var offset = 0
    while offset < count {
      if self[offset] == UInt8(ascii: "%"), offset + 2 < count,
        let high = self[offset + 1].hexadecimalValue, let low = self[offset + 2].hexadecimalValue
      {
        decoded.append(high << 4 | low)
        offset += 3
      } else {
        decoded.append(self[offset])
        offset += 1
      }
    }
    return decoded
  }
}
