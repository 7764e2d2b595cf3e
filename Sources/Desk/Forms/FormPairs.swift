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

  /// Names and values as they are sent.
  static func encoded(_ pairs: [(name: String, value: String)]) -> [UInt8] {
    let parts = pairs.map { [Array($0.name.utf8), Array($0.value.utf8)].map(escaped) }
    return Array(
      parts.map { $0.joined(separator: [UInt8(ascii: "=")]) }
        .joined(separator: [UInt8(ascii: "&")]))
  }

  subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }

  func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }
}

private func escaped(_ bytes: [UInt8]) -> [UInt8] {
  bytes.flatMap { byte -> [UInt8] in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      [byte]
    default:
      [UInt8(ascii: "%"), byte >> 4, byte & 15].enumerated().map { position, value in
        position == 0 ? value : Array("0123456789ABCDEF".utf8)[Int(value)]
      }
    }
  }
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
