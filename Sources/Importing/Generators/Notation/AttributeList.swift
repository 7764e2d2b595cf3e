/// Attributes in braces, as kramdown, Python-Markdown and pandoc have them: `{: .wide #part}`,
/// `{ width=300 }`.
struct AttributeList: Hashable {
  /// Behind the brace that closes it.
  let end: Int
  private(set) var id: String?
  private(set) var classes: [String] = []
  private(set) var values: [String: String] = [:]
  /// Whether it says that the table of contents stands here: `{:toc}`.
  private(set) var isContents = false

  /// `nil` where the braces hold anything else.
  init?(in bytes: [UInt8], at start: Int) {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "{") else { return nil }
    var index = start + 1
    let isKramdown = index < bytes.count && bytes[index] == UInt8(ascii: ":")
    if isKramdown { index += 1 }
    let limit = min(bytes.count, start + longestList)
    guard
      let close = bytes[index..<max(index, limit)].firstIndex(where: {
        $0 == UInt8(ascii: "}") || $0 == 0x0A || $0 == UInt8(ascii: "{")
      }), bytes[close] == UInt8(ascii: "}")
    else { return nil }
    end = close + 1
    let words = Self.words(bytes[index..<close])
    for word in words {
      if let equals = word.firstIndex(of: "="), equals > word.startIndex {
        values[word[..<equals].lowercased()] = String(word[word.index(after: equals)...]).unquoted
      } else if word.hasPrefix("#"), word.utf8.count > 1 {
        id = String(word.dropFirst())
      } else if word.hasPrefix("."), word.utf8.count > 1 {
        classes.append(String(word.dropFirst()))
      } else if isKramdown {
        if word == "toc" || word == "no_toc" { isContents = true }
      } else if word != "-" {
        return nil
      }
    }
    if words.isEmpty && !isKramdown { return nil }
  }

  /// Parted at blanks that stand in no quotes.
  private static func words(_ bytes: ArraySlice<UInt8>) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var quote: UInt8?
    for byte in bytes {
      if byte == quote {
        quote = nil
      } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
      if byte <= 0x20, quote == nil {
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word = []
      } else {
        word.append(byte)
      }
    }
    return word.isEmpty ? words : words + [String(decoding: word, as: UTF8.self)]
  }
}

private let longestList = 300

extension String {
  /// Without quotes at either end.
  var unquoted: String {
    guard utf8.count >= 2, let first = utf8.first, first == utf8.last, "\"'`".utf8.contains(first)
    else { return self }
    return String(dropFirst().dropLast())
  }
}
