import Diagnostics
import Text

extension RelativePath {
  /// The address that leads from the page at this path to `other`: `../tags/x.html` from
  /// `posts/a.html` to `tags/x.html`.
  package func relativeAddress(to other: RelativePath) -> String {
    var address: [UInt8] = []
    appendRelativeAddress(to: other, onto: &address)
    return String(decoding: address, as: UTF8.self)
  }

  /// Adds `relativeAddress(to:)` to a page being written, without a String between.
  package func appendRelativeAddress(to other: RelativePath, onto page: inout [UInt8]) {
    withBytes { from in
      other.withBytes { to in
        let shared = sharedFolderLength(from, to)
        for byte in from[shared...] where byte == .slash { page += [.dot, .dot, .slash] }
        appendPercentEncoded(to[shared...], onto: &page)
      }
    }
  }

  /// The path as part of a URL, from the root of the site: `caf%C3%A9/a%20b.html`.
  package var percentEncoded: String {
    var address: [UInt8] = []
    withBytes { appendPercentEncoded($0[...], onto: &address) }
    return String(decoding: address, as: UTF8.self)
  }
}

/// How many bytes, up to and with a `/`, name folders that both paths lie in.
private func sharedFolderLength(
  _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
) -> Int {
  var shared = 0
  for index in 0..<min(left.count, right.count) {
    if left[index] != right[index] { break }
    if left[index] == .slash { shared = index + 1 }
  }
  return shared
}

/// Writes every byte but `/` and the unreserved ones of RFC 3986 §2.3 as `%` and two digits, so
/// that the address is also safe in an attribute, a stylesheet and XML.
private func appendPercentEncoded(
  _ bytes: Slice<UnsafeBufferPointer<UInt8>>, onto address: inout [UInt8]
) {
  for byte in bytes {
    if byte.isPlainInAddress {
      address.append(byte)
    } else {
      address.appendPercentEncoded(byte)
    }
  }
}

extension UInt8 {
  fileprivate var isPlainInAddress: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, .dot, 0x5F, 0x7E, .slash: true
    default: false
    }
  }
}
