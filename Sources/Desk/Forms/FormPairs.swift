import Text

/// What a form sends: names with their values, in order.
///
/// As `application/x-www-form-urlencoded` (URL Standard §5.1).
struct FormPairs: Sendable {
  private(set) var pairs: [(name: String, value: String)] = []

  /// `nil` for what is no such content, or no UTF-8.
  init?(_ content: [UInt8]) {
    for pair in content.split(separator: UInt8(ascii: "&")) {
      let written = pair.prefix { $0 != UInt8(ascii: "=") }
      guard let name = decoded(written), let value = decoded(pair.dropFirst(written.count + 1))
      else { return nil }
      pairs.append((name, value))
    }
  }

  /// What stands behind the `?` of an address; nothing where that cannot be read.
  init(queryOf target: String) {
    let query = target.utf8.drop { $0 != UInt8(ascii: "?") }.dropFirst()
    self = FormPairs(Array(query)) ?? FormPairs()
  }

  private init() {}

  subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }

  func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }
}

private func decoded(_ bytes: some Collection<UInt8>) -> String? {
  var plain: [UInt8] = []
  var rest = bytes.makeIterator()
  while let byte = rest.next() {
    switch byte {
    case UInt8(ascii: "+"): plain.append(UInt8(ascii: " "))
    case UInt8(ascii: "%"):
      guard let high = rest.next()?.hexadecimalValue, let low = rest.next()?.hexadecimalValue
      else { return nil }
      plain.append(high << 4 | low)
    default: plain.append(byte)
    }
  }
  return String(validating: plain, as: UTF8.self)
}
