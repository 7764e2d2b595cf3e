import Diagnostics
import Text

/// The path that a request asks for (RFC 9112 §3.2.1, origin-form), decoded.
///
/// It is only ever looked up among the pages of the last build and never reaches the disk, so
/// whatever is no page's path, `..` and its disguises included, is simply not found.
package struct RequestTarget: Hashable, Sendable {
  /// Without the leading `/`: `posts/a.html`; empty for the top.
  package let path: String

  /// `nil` for a target of another form, or one that is no UTF-8 once decoded.
  package init?(_ target: String) {
    guard target.utf8.first == UInt8(ascii: "/") else { return nil }
    let path = target.utf8.dropFirst().prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    guard let decoded = decodingPercents(path),
      let text = String(validating: decoded, as: UTF8.self)
    else { return nil }
    self.path = text
  }
}

/// Decodes once; `nil` for a `%` without two digits.
private func decodingPercents(_ bytes: some Sequence<UInt8>) -> [UInt8]? {
  var decoded: [UInt8] = []
  var rest = bytes.makeIterator()
  while let byte = rest.next() {
    guard byte == UInt8(ascii: "%") else {
      decoded.append(byte)
      continue
    }
    guard let high = rest.next()?.hexadecimalValue, let low = rest.next()?.hexadecimalValue
    else { return nil }
    decoded.append(high << 4 | low)
  }
  return decoded
}
