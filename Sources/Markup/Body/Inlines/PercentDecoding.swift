import Diagnostics
import Text

extension String {
  /// The text with `%20` and the like decoded (RFC 3986 §2.1).
  ///
  /// Where that would give malformed UTF-8 or a control character, the text as it is.
  package var percentDecoded: String {
    guard utf8.contains(UInt8(ascii: "%")) else { return self }
    let bytes = Array(utf8)
    var decoded: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let high = bytes[index + 1].hexadecimalValue, let low = bytes[index + 2].hexadecimalValue
      {
        decoded.append(high << 4 | low)
        index += 3
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    guard decoded.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return self }
    return String(validating: decoded, as: UTF8.self) ?? self
  }
}
