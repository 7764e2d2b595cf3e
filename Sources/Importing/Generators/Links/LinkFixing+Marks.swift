import Markup

// MARK: Marks of other tools' Markdown within a line

extension LinkFixing {
  /// Writes a mark that means something to another tool as what it stands for here.
  mutating func mark(at index: Int) -> Int? {
    switch (bytes[index], generator) {
    case (UInt8(ascii: "="), _): return highlight(at: index)
    case (UInt8(ascii: "{"), .hugo), (UInt8(ascii: "{"), .jekyll), (UInt8(ascii: "{"), .mkdocs),
      (UInt8(ascii: "{"), .markdown):
      return role(at: index) ?? attributes(at: index)
    case (UInt8(ascii: ":"), .mkdocs), (UInt8(ascii: ":"), .markdown): return icon(at: index)
    case (UInt8(ascii: "+"), .mkdocs): return keys(at: index)
    case (UInt8(ascii: "^"), .obsidian): return blockName(at: index)
    case (UInt8(ascii: "#"), .obsidian): return tagWord(at: index)
    default: return nil
    }
  }

  /// `==important==`.
  private mutating func highlight(at index: Int) -> Int? {
    guard generator != .hugo, generator != .jekyll, bytes[index...].starts(with: "==".utf8),
      index == 0 || bytes[index - 1] != UInt8(ascii: "="), index + 2 < bytes.count,
      bytes[index + 2] > 0x20, bytes[index + 2] != UInt8(ascii: "="),
      let close = closing("==", index + 2), bytes[close - 1] > 0x20, close - index <= 1_000
    else { return nil }
    openMarks.append(close)
    output += "<mark>".utf8
    return index + 2
  }

  /// `{.wide #part}` behind a link, a picture or a heading, or at the end of a line.
  private mutating func attributes(at index: Int) -> Int? {
    guard let list = AttributeList(in: bytes, at: index) else { return nil }
    let before = output.last ?? 0x0A
    let isAtEnd = bytes[list.end...].first { $0 != 0x20 }.map { $0 == 0x0A } ?? true
    let line = output.reversed().prefix(1_000).prefix { $0 != 0x0A }
    let isHeading = isAtEnd && line.last == UInt8(ascii: "#")
    let isBehind = ")]`*_>\"".utf8.contains(before)
    let isKramdown = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: ":")
    guard isHeading || isBehind || isAtEnd && (isKramdown || before == 0x20) && list.isForAll else {
      return nil
    }
    while isHeading || isAtEnd, output.last == 0x20 { output.removeLast() }
    if isHeading, let id = list.id { output += " {#\(id)}".utf8 }
    return list.end
  }

  /// `` {doc}`words <target>` `` of MyST.
  private mutating func role(at index: Int) -> Int? {
    guard generator == .markdown,
      let brace = bytes[index..<min(bytes.count, index + 40)].firstIndex(of: UInt8(ascii: "}")),
      brace + 2 < bytes.count, bytes[brace + 1] == UInt8(ascii: "`"),
      let close = closing("`", brace + 2), close - index <= longestDestination
    else { return nil }
    let name = String(decoding: bytes[(index + 1)..<brace], as: UTF8.self)
    guard !name.isEmpty,
      name.utf8.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 || $0 == 0x3A || $0 == 0x2D })
    else { return nil }
    let inner = String(decoding: bytes[(brace + 2)..<close], as: UTF8.self)
    output += self.role(name, inner).utf8
    return close + 1
  }

  private mutating func role(_ name: String, _ inner: String) -> String {
    let end = inner.hasSuffix(">") ? inner.lastIndex(of: "<") : nil
    let words = end.map { inner[..<$0].trimmed }
    let target = end.map { String(inner[inner.index(after: $0)...].dropLast()) } ?? inner
    switch name {
    case "doc", "ref", "numref", "any", "std:doc", "std:ref", "download":
      switch resolveName(target) {
      case .entry(let id, let path, let fragment):
        fixed += 1
        guard let words else { return "[[\(id)]]" }
        return "[\(words.asLabel)](\(address(id, path, fragment).asDestination))"
      case .path(let path):
        fixed += 1
        return "[\((words ?? target).asLabel)](\(path.asDestination))"
      case .list: return words ?? target
      case .elsewhere, .unknown:
        owe(.deadLink, words ?? target, "{\(name)}`\(inner)`")
        return words ?? target
      }
    case "kbd", "sub", "sup", "abbr": return "<\(name)>\(inner.asHTMLText)</\(name)>"
    case "math": return "$\(inner)$"
    case "term", "index", "menuselection", "guilabel", "command", "file", "eq", "cite", "cite:p",
      "cite:t":
      return words ?? inner
    default: return "`\(inner)`"
    }
  }

  /// `:material-account:`.
  private mutating func icon(at index: Int) -> Int? {
    let sets = [":material-", ":fontawesome-", ":octicons-", ":simple-", ":fa-", ":bootstrap-"]
    guard sets.contains(where: { bytes[index...].starts(with: $0.utf8) }) else { return nil }
    let limit = min(bytes.count, index + 100)
    guard
      let close = bytes[(index + 1)..<limit].firstIndex(where: {
        !(($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == UInt8(ascii: "-"))
      }), bytes[close] == UInt8(ascii: ":")
    else { return nil }
    var end = close + 1
    if end < bytes.count, bytes[end] == UInt8(ascii: "{"),
      let list = AttributeList(in: bytes, at: end)
    {
      end = list.end
    }
    // The blank behind it stood between it and the words.
    if end < bytes.count, bytes[end] == 0x20, output.last.map({ $0 <= 0x20 || $0 == 0x5B }) ?? true
    {
      end += 1
    }
    return end
  }

  /// `++ctrl+c++`.
  private mutating func keys(at index: Int) -> Int? {
    guard bytes[index...].starts(with: "++".utf8), let close = closing("++", index + 2),
      close > index + 2, close - index <= 60
    else { return nil }
    let inner = bytes[(index + 2)..<close]
    let areKeys = inner.allSatisfy {
      ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || "+-_\"".utf8.contains($0)
    }
    guard areKeys else { return nil }
    let keys = String(decoding: inner, as: UTF8.self).split(separator: "+")
    output +=
      keys.map { "<kbd>\(String($0).unquoted.capitalisedFirst)</kbd>" }.joined(separator: "+").utf8
    return close + 2
  }

  /// The name of a block at the end of its line: `^a1b2`.
  private mutating func blockName(at index: Int) -> Int? {
    guard index == 0 || bytes[index - 1] <= 0x20 else { return nil }
    let rest = bytes[(index + 1)...]
    let name = rest.prefix {
      ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == UInt8(ascii: "-")
    }
    guard !name.isEmpty, name.endIndex == bytes.count || bytes[name.endIndex] == 0x0A else {
      return nil
    }
    while output.last == 0x20 { output.removeLast() }
    return name.endIndex
  }

  /// `#circle/retrieval`: a tag of the note, which is filed under it.
  private mutating func tagWord(at index: Int) -> Int? {
    guard index == 0 || bytes[index - 1] <= 0x20 else { return nil }
    let word = bytes[(index + 1)...].prefix {
      ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || "-_/".utf8.contains($0) || $0 >= 0x80
    }
    guard !word.isEmpty, word.count <= 100, !word.allSatisfy({ $0 &- 0x30 < 10 }) else {
      return nil
    }
    tags.append(String(decoding: word, as: UTF8.self))
    let isAtStart = output.last { $0 != 0x20 }.map { $0 == 0x0A } ?? true
    // At the start of a line it would be taken for a heading without its blank.
    output += (isAtStart ? "\\#" : "#").utf8 + Array(word)
    return word.endIndex
  }
}

extension AttributeList {
  /// Whether it says how something looks or is called, and nothing that could be words.
  fileprivate var isForAll: Bool { id != nil || !classes.isEmpty || !values.isEmpty || isContents }
}
