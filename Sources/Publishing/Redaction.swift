/// Takes what is secret out of what another program says.
struct Redaction: Sendable {
  /// The longest first, so that no rest of one is left.
  private let secrets: [String]

  init(_ addresses: [RemoteAddress] = []) {
    secrets = addresses.flatMap(\.secrets).sorted { $0.utf8.count > $1.utf8.count }
  }

  /// The text without the secrets that are known, and without the user and the query of any
  /// address.
  func redacted(_ text: String) -> String {
    var text = text
    for secret in secrets { text = text.replacing(secret, with: "…") }
    return bare(text)
  }

  /// RFC 3986 §3: what stands before the `@` of an authority, and after a `?`.
  private func bare(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let range = rest.firstRange(of: "://") {
      result += rest[..<range.upperBound]
      rest = rest[range.upperBound...]
      let address = rest.prefix { !" '\"\n\t".contains($0) }
      let authority = address.prefix { $0 != "/" && $0 != "?" }
      let start = authority.lastIndex(of: "@").map { authority.index(after: $0) }
      result += address[(start ?? address.startIndex)...].prefix { $0 != "?" }
      rest = rest[address.endIndex...]
    }
    return result + rest
  }
}
