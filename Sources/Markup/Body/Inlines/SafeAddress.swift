import Diagnostics

/// An address that may stand in a page: its scheme is one of the few allowed, or it has none.
///
/// Where it leads is not checked here. The text is as decoded from the source, not yet escaped.
package struct SafeAddress: Hashable, Sendable {
  /// What an address leads to, as far as its form tells.
  package enum Kind: Hashable, Sendable {
    /// `http:` or `https:`: another site.
    case web
    /// `mailto:`.
    case mail
    /// `tel:`.
    case telephone
    /// No scheme: a path, a query or a fragment.
    case relative
  }

  /// Why an address is refused.
  package enum Refusal: Error, Hashable, Sendable {
    /// It begins with a scheme that is not allowed: `javascript`, `data`, `file` and all others.
    case scheme(String)
    /// It begins `//`, `/\` or `\\`, which browsers read as the name of another host.
    case host
    /// It holds a name and a password for the other site: `https://me:word@example.org`.
    case credentials
    /// It holds a control character, which browsers skip, so `java⏎script:` would run.
    case controlCharacter
  }

  package let text: String
  package let kind: Kind

  /// Takes an address whose entities and escapes are decoded; white space around it is cut off.
  package init(_ text: String) throws(Refusal) {
    let bytes = text.utf8.trimmingSpaces
    guard !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { throw .controlCharacter }
    let isSlash: (UInt8) -> Bool = { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
    if bytes.count >= 2, bytes.prefix(2).allSatisfy(isSlash) { throw .host }
    self.text = bytes.count == text.utf8.count ? text : String(Substring(bytes))
    self.kind = try Self.kind(of: bytes)
    if kind == .web, Self.hasCredentials(bytes) { throw .credentials }
  }

  /// Whether an `@` stands in the authority (RFC 3986 §3.2.1).
  private static func hasCredentials(_ bytes: Substring.UTF8View) -> Bool {
    let rest = bytes.drop { $0 != UInt8(ascii: ":") }.dropFirst()
    let authority = rest.drop { $0 == UInt8(ascii: "/") }.prefix { !"/?#".utf8.contains($0) }
    return authority.contains(UInt8(ascii: "@"))
  }

  /// RFC 3986 §4.2: a colon before the first `/`, `?` or `#` ends a scheme.
  private static func kind(of bytes: Substring.UTF8View) throws(Refusal) -> Kind {
    guard let end = bytes.firstIndex(where: endsOfScheme.contains),
      bytes[end] == UInt8(ascii: ":")
    else { return .relative }
    let scheme = String(Substring(bytes[..<end]))
    switch scheme.lowercased() {
    case "http", "https": return .web
    case "mailto": return .mail
    case "tel": return .telephone
    default: throw .scheme(scheme)
    }
  }
}

private let endsOfScheme = ByteSet(#"/?#:\"#)

extension SafeAddress.Refusal {
  /// The rule that the address breaks, to end a sentence: "… cannot be used: the scheme …".
  package var reason: String {
    switch self {
    case .scheme(let scheme):
      "'\(scheme.quotedInput):' is not one of http:, https:, mailto: and tel:"
    case .credentials: "it holds a name or a password before an @, which everybody would see"
    case .host: "an address of another site must begin with https://"
    case .controlCharacter: "it holds a control character"
    }
  }
}

extension String.UTF8View {
  /// The text between white space at either end.
  var trimmingSpaces: Substring.UTF8View {
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
    guard let first = firstIndex(where: { !isSpace($0) }),
      let last = lastIndex(where: { !isSpace($0) })
    else { return Substring().utf8 }
    return self[first...last]
  }
}
