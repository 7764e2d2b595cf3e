import Diagnostics
import Text

/// Names made of `a`–`z`, `0`–`9` and hyphens, fit for file names, addresses and tags.
package enum Slug {
  /// Whether `name` may stand as an id as it is.
  package static func isValid(_ name: some StringProtocol) -> Bool {
    let bytes = Array(name.utf8)
    guard let first = bytes.first, let last = bytes.last else { return false }
    return first != hyphen && last != hyphen
      && bytes.allSatisfy { isLetterOrDigit($0) || $0 == hyphen }
  }

  /// The slug of what somebody wrote: accents folded, `C++` as `c-plus-plus`, everything else that
  /// is no letter or digit as one hyphen.
  ///
  /// `nil` where nothing is left.
  package static func of(_ written: some StringProtocol) -> String? {
    var slug: [UInt8] = []
    for byte in String(written).foldedForComparison.utf8 {
      if isLetterOrDigit(byte) {
        slug.append(byte)
      } else if let word = spelledOut[byte] {
        separate(&slug)
        slug.append(contentsOf: word.utf8)
        separate(&slug)
      } else if byte != apostrophe {
        separate(&slug)
      }
    }
    while slug.last == hyphen { slug.removeLast() }
    return slug.isEmpty ? nil : String(decoding: slug, as: UTF8.self)
  }

  /// The slug of a tag: `of` where it can be, else the letters and digits of any script with
  /// hyphens between, so that a tag in Arabic or Japanese has an address too.
  package static func ofTag(_ written: some StringProtocol) -> String? {
    let isPlain = written.utf8.allSatisfy { $0 < 0x80 }
    let folded = String(written).foldedForComparison
    if isPlain || folded.utf8.allSatisfy({ $0 < 0x80 }) { return of(written) }
    let words = folded.unicodeScalars.split {
      !$0.properties.isAlphabetic && $0.properties.numericType == nil
    }
    return words.isEmpty ? nil : words.map { String($0) }.joined(separator: "-")
  }

  private static func separate(_ slug: inout [UInt8]) {
    if let last = slug.last, last != hyphen { slug.append(hyphen) }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }

  private static let hyphen = UInt8(ascii: "-")
  private static let apostrophe = UInt8(ascii: "'")
  private static let spelledOut: [UInt8: String] = [
    UInt8(ascii: "+"): "plus", UInt8(ascii: "&"): "and", UInt8(ascii: "#"): "sharp",
  ]
}
