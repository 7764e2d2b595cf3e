import Text

/// The address of a pasted link: of the web or of e-mail, without what tells who followed it.
struct PastedLink {
  let address: String

  private static let longest = 2_000

  init?(_ written: String?) {
    guard var address = written?.trimmed, address.utf8.count <= Self.longest,
      address.unicodeScalars.allSatisfy({ !$0.isUnsafeToPrint })
    else { return nil }
    for _ in 0..<3 {
      guard let inner = address.wrappedAddress else { break }
      address = inner
    }
    guard address.isPlainAddress else { return nil }
    self.address = address.withoutFollowers.withoutMarks
  }
}

extension String {
  /// The address that a mail program or a search engine has wrapped in its own, which tells it who
  /// follows it, and often holds the address of whoever the mail was for.
  fileprivate var wrappedAddress: String? {
    let lowercased = lowercased()
    let isWrapped =
      lowercased.contains("safelinks.protection.outlook.com/")
      || lowercased.hasPrefix("https://www.google.com/url?")
    guard isWrapped, let query = split(separator: "?", maxSplits: 1).last else { return nil }
    let value = query.split(separator: "&").lazy.compactMap { part -> Substring? in
      let isAddress = part.hasPrefix("url=") || part.hasPrefix("q=")
      return isAddress ? part.drop { $0 != "=" }.dropFirst() : nil
    }.first
    return value.flatMap(percentDecoded)
  }

  private func percentDecoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8.makeIterator()
    while let byte = rest.next() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.next()?.hexadecimalValue, let low = rest.next()?.hexadecimalValue
      else { return nil }
      bytes.append(high << 4 | low)
    }
    guard let text = String(validating: bytes, as: UTF8.self),
      text.unicodeScalars.allSatisfy({ !$0.isUnsafeToPrint })
    else { return nil }
    return text
  }

  /// Whether it leads to the web, without a name and a password in it, or to an e-mail address.
  fileprivate var isPlainAddress: Bool {
    let lowercased = lowercased()
    if lowercased.hasPrefix("mailto:") { return lowercased.contains("@") }
    guard lowercased.hasPrefix("http://") || lowercased.hasPrefix("https://") else { return false }
    let host = lowercased.drop { $0 != "/" }.dropFirst(2).prefix { !"/?#".contains($0) }
    // Browsers take a backslash for the end of the host, others for a part of a name.
    return !host.isEmpty && !host.contains("@") && !host.contains("\\")
  }

  /// Without the parts by which mailings and advertisers know who follows a link.
  fileprivate var withoutFollowers: String {
    guard let mark = firstIndex(of: "?") else { return self }
    let fragment = self[mark...].drop { $0 != "#" }
    let query = self[index(after: mark)..<fragment.startIndex].split(separator: "&")
    let followers = ["fbclid", "gclid", "msclkid", "mc_eid", "mc_cid"]
    let kept = query.filter { part in
      let name = part.prefix { $0 != "=" }
      return !name.hasPrefix("utm_") && !followers.contains(String(name))
    }
    let text = kept.isEmpty ? "" : "?" + kept.joined(separator: "&")
    return String(self[..<mark]) + text + fragment
  }

  /// With the bytes encoded that would end a link's address in Markdown.
  fileprivate var withoutMarks: String {
    var bytes: [UInt8] = []
    for byte in utf8 {
      if " <>\"`\\|{}^".utf8.contains(byte) {
        let digits = String(byte, radix: 16, uppercase: true)
        bytes += "%\(digits.utf8.count == 1 ? "0" : "")\(digits)".utf8
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
