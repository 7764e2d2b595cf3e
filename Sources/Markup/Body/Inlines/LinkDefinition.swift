import Diagnostics
import Text

/// A line such as `[rubric]: rubric.md "The new one"`, which CommonMark keeps for links and does not
/// show.
struct LinkDefinition: Hashable {
  /// The line of the file.
  let line: Int
  let label: String

  /// Reads a line from its content on; a definition that goes on below it is not looked for.
  init?(_ content: Slice<UnsafeBufferPointer<UInt8>>, line: Int) {
    guard let close = content.dropFirst().firstIndex(where: { "[]\\".utf8.contains($0) }),
      content[close] == UInt8(ascii: "]"), close + 1 < content.endIndex,
      content[close + 1] == UInt8(ascii: ":")
    else { return nil }
    let label = content[(content.startIndex + 1)..<close]
    let target = content[(close + 2)...].drop(while: isBlank)
    guard label.contains(where: { !isBlank($0) }), let end = Self.addressEnd(target),
      Self.isTitleOrNothing(target[end...])
    else { return nil }
    self.line = line
    self.label = Self.folded(label)
  }

  private static func addressEnd(_ target: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard let first = target.first else { return nil }
    guard first == UInt8(ascii: "<") else {
      return target.firstIndex(where: isBlank) ?? target.endIndex
    }
    return target.firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
  }

  private static func isTitleOrNothing(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let title = rest.drop(while: isBlank)
    guard let first = title.first else { return true }
    guard title.startIndex > rest.startIndex, let last = title.last(where: { !isBlank($0) }),
      title.count > 1
    else { return false }
    if first == UInt8(ascii: "(") { return last == UInt8(ascii: ")") }
    return "\"'".utf8.contains(first) && first == last
  }

  /// Labels are compared without case, each run of white space as one space.
  fileprivate static func folded(_ label: some Sequence<UInt8>) -> String {
    let words = Array(label).split(whereSeparator: isBlank)
    return String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
      .foldedForComparison
  }
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }

extension Lifter {
  /// Notes a line that defines a link, unless it turns out to be part of a paragraph or of code.
  mutating func noteDefinition(at prefix: LinePrefix) {
    let content = bytes[prefix.content..<endOfLine(from: prefix.content)]
    if let definition = LinkDefinition(content, line: line) {
      findings.definitions.append(definition)
    }
  }
}

extension BodyReader {
  /// Warns of definitions that no link uses: what they say is shown nowhere.
  mutating func tellUnusedDefinitions() {
    let definitions = text.findings.definitions
    guard !definitions.isEmpty else { return }
    var labels = BracketedLabels(text.source.bytes[text.start...])
    let shown = BracketedLabels(prose.prose.text[...]).heads
    for definition in definitions where !labels.used.contains(definition.label) {
      // Where the text shows as many lines that begin so as the file has, they define nothing.
      guard shown[definition.label, default: 0] < labels.heads[definition.label, default: 0] else {
        continue
      }
      labels.heads[definition.label, default: 0] -= 1
      let place = SourceLocation(path: text.source.path, line: definition.line)
      let words = text.source.location(line: definition.line).excerpt ?? ""
      diagnostics.append(unusedDefinition(words, place))
    }
  }
}

/// What stands between square brackets in a text.
private struct BracketedLabels {
  /// How often each label has a colon behind it, as definitions have.
  var heads: [String: Int] = [:]
  /// The labels that stand without one.
  private(set) var used: Set<String> = []

  init(_ bytes: ArraySlice<UInt8>) {
    var opening: Int?
    for index in bytes.indices {
      if bytes[index] == UInt8(ascii: "[") { opening = index }
      guard bytes[index] == UInt8(ascii: "]"), let start = opening else { continue }
      opening = nil
      let label = LinkDefinition.folded(bytes[(start + 1)..<index])
      if index + 1 < bytes.endIndex, bytes[index + 1] == UInt8(ascii: ":") {
        heads[label, default: 0] += 1
      } else {
        used.insert(label)
      }
    }
  }
}

// MARK: - Messages

private func unusedDefinition(_ words: String, _ place: SourceLocation) -> Diagnostic {
  let shown = words.utf8.first == UInt8(ascii: "[") ? "\\" + words : words
  return Diagnostic(
    .warning, "unused-definition", at: place,
    "this line gives the address of links that no link uses, and is shown nowhere",
    hints: ["to show it as it is, write: \(shown.quotedInput)", "else delete it"])
}
