/// Gives each heading of a body its anchor, by the git host's rules.
///
/// Lower case; letters, marks, digits, `_` and `-` of any script stay; each space becomes a hyphen;
/// all else goes. The second `notes` is `notes-1`. A heading of which nothing stays is `section`.
package struct HeadingSlugs: Sendable {
  private var used: Set<String> = []
  /// The number to try next for each slug that has come before.
  private var counts: [String: Int] = [:]

  package init() {}

  /// The anchor of the next heading, different from all before it.
  package mutating func next(for title: String) -> String {
    let slug = Self.slug(of: title)
    var anchor = slug
    var count = counts[slug] ?? 0
    while !used.insert(anchor).inserted {
      count += 1
      anchor = "\(slug)-\(count)"
    }
    counts[slug] = count
    return anchor
  }

  /// Takes an anchor that the author gave; `false` where it is taken already.
  mutating func reserve(_ anchor: String) -> Bool {
    used.insert(anchor).inserted
  }

  /// The slug of a title, whatever came before it.
  package static func slug(of title: String) -> String {
    var title = title
    return title.withUTF8 { title in
      var slug: [UInt8] = []
      slug.reserveCapacity(title.count)
      var index = 0
      while index < title.count {
        if title[index] < 0x80 {
          slug.appendSlug(ascii: title[index])
          index += 1
        } else if let (scalar, length) = title.scalar(at: index) {
          if scalar.isSlugWord { slug += scalar.properties.lowercaseMapping.utf8 }
          index += length
        }
      }
      return slug.isEmpty ? "section" : String(decoding: slug, as: UTF8.self)
    }
  }
}

extension [UInt8] {
  fileprivate mutating func appendSlug(ascii byte: UInt8) {
    switch byte {
    case UInt8(ascii: " "): append(UInt8(ascii: "-"))
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): append(byte | 0x20)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "_"):
      append(byte)
    default: break
    }
  }
}

extension Unicode.Scalar {
  /// Whether this is a letter, mark, digit or connector: what the host's `\p{Word}` stands for.
  fileprivate var isSlugWord: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber,
      .connectorPunctuation:
      return true
    default: return false
    }
  }
}
