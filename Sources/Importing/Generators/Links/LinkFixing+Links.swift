import Markup

// MARK: `[words](destination "title")`, `[words][label]`, `[label]: destination`

extension LinkFixing {
  mutating func openBracket(at index: Int) -> Int? {
    let isImage =
      output.last == UInt8(ascii: "!") && index > 0 && bytes[index - 1] == UInt8(ascii: "!")
    brackets.append((output.count, isImage))
    output.append(UInt8(ascii: "["))
    return index + 1
  }

  mutating func closeBracket(at index: Int) -> Int? {
    guard let open = brackets.popLast() else { return nil }
    if index + 1 < bytes.count {
      if bytes[index + 1] == UInt8(ascii: "(") { return destination(at: index, open) }
      if bytes[index + 1] == UInt8(ascii: "[") { return reference(at: index, open) }
    }
    return shortcut(at: index, open)
  }

  private mutating func destination(at index: Int, _ open: (place: Int, isImage: Bool)) -> Int? {
    var start = index + 2
    while start < bytes.count, bytes[start] == 0x20 { start += 1 }
    guard start < bytes.count, let (written, end) = destinationText(from: start) else { return nil }
    guard let close = endOfLink(from: end) else { return nil }
    let decoded = String(decoding: decodingEntities(Array(written.utf8)), as: UTF8.self)
    switch answer(decoded, isImage: open.isImage) {
    case .written(let path):
      fixed += 1
      output += "](\(path.asDestination)".utf8
      return end
    case .kept: return nil
    case .words:
      unlink(open, written)
      return close
    }
  }

  /// What becomes of a destination.
  private enum Outcome {
    case written(String)
    case kept
    /// It leads nowhere: its words stay.
    case words
  }

  private mutating func answer(_ written: String, isImage: Bool) -> Outcome {
    if written.hasPrefix("#") {
      guard let anchor = anchor(nil, String(written.dropFirst()).percentDecoded) else {
        return .words
      }
      return anchor == written.dropFirst() ? .kept : .written("#\(anchor)")
    }
    switch answer(to: written) {
    case .path(let path): return path == written ? .kept : .written(path)
    case .entry(let id, let path, let fragment):
      if isImage { return .words }
      let address = address(id, path, fragment)
      return address == written ? .kept : .written(address)
    case .elsewhere: return written.isEmpty ? .words : .kept
    case .list:
      notes.append("the list \(written) is rebuilt here, so its link is text")
      listWords = true
      return .words
    case .unknown: return .words
    }
  }

  /// Leaves the words of a link that leads nowhere, and notes where it led.
  private mutating func unlink(_ open: (place: Int, isImage: Bool), _ former: String) {
    let written = output[(open.place + 1)...]
    let words = String(
      decoding: open.isImage ? written : written.prefix(longestWords), as: UTF8.self)
    let isList = listWords
    listWords = false
    if open.isImage {
      output.removeSubrange((open.place - 1)...)
      while let last = cuts.last, last >= output.count { cuts.removeLast() }
      let alternative = words.filter { $0 != "*" }.trimmed
      if !alternative.isEmpty { output += "*\(alternative)*".utf8 }
      owe(.missingPicture, alternative, former)
    } else {
      cuts.append(open.place)
      if !isList { owe(.deadLink, words, former) }
    }
  }

  /// What stands between the parentheses, and where it ends; `nil` for what is too long or too deep
  /// to be the address of a page.
  private mutating func destinationText(from start: Int) -> (String, Int)? {
    if bytes[start] == UInt8(ascii: "<"), let close = closing(">", start) {
      guard close - start <= longestDestination else { return nil }
      return (String(decoding: bytes[(start + 1)..<close], as: UTF8.self), close + 1)
    }
    var depth = 0
    var index = start
    while index < bytes.count, bytes[index] > 0x20 {
      guard depth <= deepestParentheses, index - start <= longestDestination else { return nil }
      if bytes[index] == UInt8(ascii: "(") { depth += 1 }
      if bytes[index] == UInt8(ascii: ")") {
        if depth == 0 { break }
        depth -= 1
      }
      index += 1
    }
    return (String(decoding: bytes[start..<index], as: UTF8.self), index)
  }

  /// Behind the parenthesis that closes a link, past its title; `nil` where it is no link.
  private func endOfLink(from start: Int) -> Int? {
    var index = start
    func skipBlanks() {
      while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x0A { index += 1 }
    }
    skipBlanks()
    guard index < bytes.count else { return nil }
    // The size of a picture, in a notation of some tools: `=300x`.
    if bytes[index] == UInt8(ascii: "=") {
      while index < bytes.count, bytes[index] > 0x20, bytes[index] != UInt8(ascii: ")") {
        index += 1
      }
      skipBlanks()
    }
    guard index < bytes.count else { return nil }
    if bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") {
      let quote = bytes[index]
      let limit = min(bytes.count, index + longestDestination)
      guard let close = bytes[(index + 1)..<max(index + 1, limit)].firstIndex(of: quote) else {
        return nil
      }
      index = close + 1
      skipBlanks()
    }
    guard index < bytes.count, bytes[index] == UInt8(ascii: ")") else { return nil }
    return index + 1
  }

  // MARK: References

  private mutating func reference(at index: Int, _ open: (place: Int, isImage: Bool)) -> Int? {
    let start = index + 2
    guard let close = closing("]", start), close - start <= longestDestination else { return nil }
    let label =
      close == start
      ? String(decoding: output[(open.place + 1)...], as: UTF8.self)
      : String(decoding: bytes[start..<close], as: UTF8.self)
    guard let answer = definitions[label.asLabelKey] else { return nil }
    guard isDead(answer, isImage: open.isImage) else {
      output += bytes[index...close]
      return close + 1
    }
    listWords = answer == .list
    unlink(open, "[\(label)]")
    return close + 1
  }

  private mutating func shortcut(at index: Int, _ open: (place: Int, isImage: Bool)) -> Int? {
    guard !definitions.isEmpty, output.count - open.place <= longestDestination else { return nil }
    let label = String(decoding: output[(open.place + 1)...], as: UTF8.self)
    guard let answer = definitions[label.asLabelKey], isDead(answer, isImage: open.isImage) else {
      return nil
    }
    listWords = answer == .list
    unlink(open, "[\(label)]")
    return index + 1
  }

  private func isDead(_ answer: Answer, isImage: Bool) -> Bool {
    switch answer {
    case .unknown, .list: true
    case .entry: isImage
    case .path, .elsewhere: false
    }
  }

  /// Notes every definition that stands in no code.
  mutating func findDefinitions() {
    var code = CodeWalk(bytes)
    definitions = [:]
    guard bytes.contains(UInt8(ascii: "]")) else { return }
    var index = 0
    while index < bytes.count {
      if let end = code.end(ofCodeAt: index) {
        index = end
        continue
      }
      if bytes[index] == UInt8(ascii: "["), let found = definitionParts(at: index) {
        let key = found.label.asLabelKey
        if definitions[key] == nil { definitions[key] = answer(to: found.destination) }
        index = found.end
      } else {
        index += 1
      }
    }
  }

  private func definitionParts(
    at index: Int
  ) -> (label: String, destination: String, start: Int, end: Int)? {
    var before = index
    while before > 0, bytes[before - 1] == 0x20, index - before < 4 { before -= 1 }
    guard isAtLineStart(before), index + 1 < bytes.count, bytes[index + 1] != UInt8(ascii: "^")
    else {
      return nil
    }
    let limit = min(bytes.count, index + longestDestination)
    guard
      let close = bytes[index..<limit].firstIndex(where: { $0 == UInt8(ascii: "]") || $0 == 0x0A }),
      bytes[close] == UInt8(ascii: "]"), close > index + 1, close + 1 < bytes.count,
      bytes[close + 1] == UInt8(ascii: ":")
    else { return nil }
    var start = close + 2
    while start < bytes.count, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    var end = start
    while end < bytes.count, bytes[end] > 0x20 { end += 1 }
    guard end > start, end - start <= longestDestination else { return nil }
    let label = String(decoding: bytes[(index + 1)..<close], as: UTF8.self)
    var written = String(decoding: bytes[start..<end], as: UTF8.self)
    if written.hasPrefix("<"), written.hasSuffix(">") {
      written = String(written.dropFirst().dropLast())
    }
    return (label, written, start, end)
  }

  /// Writes the definition of a label again, or leaves it out with the rest of its line.
  mutating func definition(at index: Int) -> Int? {
    guard let found = definitionParts(at: index) else { return nil }
    let head = bytes[index..<found.start]
    switch definitions[found.label.asLabelKey] {
    case .path(let path):
      fixed += 1
      output += head + Array(path.asDestination.utf8)
      return found.end
    case .entry(let id, let path, let fragment):
      fixed += 1
      let address = address(id, path, fragment)
      output += head + Array(address.asDestination.utf8)
      return found.end
    case .unknown, .list:
      notes.append("nothing was found for the link \(found.destination)")
      let line = bytes[found.end...].firstIndex(of: 0x0A) ?? bytes.count
      return min(line + 1, bytes.count)
    case .elsewhere, nil:
      output += bytes[index..<found.end]
      return found.end
    }
  }
}

/// Longer addresses are of no page that was ever imported.
let longestDestination = 512
/// More of a link's words is not told in a list of what is owed.
private let longestWords = 200
/// As in cmark, which reads the links of the entry in the end.
private let deepestParentheses = 32

extension String {
  /// As labels of definitions are compared (CommonMark 0.30 §4.7).
  fileprivate var asLabelKey: String { onOneLine.lowercased() }
}
