import Build
import Community
import Diagnostics
import Markup

/// Every place in the sources that names one entry, and its removal: plain words in texts, nothing in
/// fields.
struct ReferenceRemoval {
  let site: SourceSite
  let index: EntryIndex
  /// What a text says in place of a mention.
  let words: String

  /// The edits of every file that names the entry, by path, and the places that no rule can fix.
  func edits() -> (editors: [SourceEditor], left: [SourceLocation]) {
    var editors: [SourceEditor] = []
    var left: [SourceLocation] = []
    let library = site.library
    for other in library.indices where other != index {
      let entry = library[other]
      let links = site.links.bodies[other.position]
      let references = entry.references.filter { $0.target == index }
      guard
        !references.isEmpty || links.targets.contains(where: leadsHere)
          || links.mentioned.contains(index),
        let source = site.files.source(entry.source)
      else { continue }
      var editor = SourceEditor(source)
      removeReferences(references, from: &editor, &left)
      replaceMentions(in: entry, links, in: &editor)
      editors.append(editor)
    }
    if let source = site.files.source("content/handbook.yml") {
      var editor = SourceEditor(source)
      let named = library.configuration.navigation + library.configuration.series.flatMap(\.goals)
      removeReferences(named.filter { $0.target == index }, from: &editor, &left)
      if let join = library.join, let links = site.links.join {
        replaceMentions(in: join, links, in: &editor)
      }
      editors.append(editor)
    }
    return (editors, left + editors.flatMap(\.missed))
  }

  private func leadsHere(_ target: LinkTarget) -> Bool {
    if case .entry(index, _) = target { true } else { false }
  }
}

// MARK: - Texts

extension ReferenceRemoval {
  private func replaceMentions(
    in entry: Entry, _ links: BodyLinks, in editor: inout SourceEditor
  ) {
    for (mention, member) in zip(entry.body.mentions, links.mentioned) where member == index {
      editor.replace("@\(mention.name)", by: words, at: mention.span)
    }
    for (link, target) in zip(entry.body.links, links.targets) where leadsHere(target) {
      let label = link.hasLabel ? entry.body.prose.string(link.label) : words
      replace(link, by: label, in: &editor)
    }
  }

  /// Writes words in place of `[[…]]` or `[label](path)`.
  private func replace(_ link: Body.Link, by words: String, in editor: inout SourceEditor) {
    let bytes = editor.source.bytes
    guard let range = editor.source.range(of: link.span) else { return }
    if bytes[range].starts(with: "[[".utf8) { return editor.replace(range, by: words) }
    let before = Array("[\(words)](".utf8)
    let start = range.lowerBound - before.count
    if start >= 0, bytes[start..<range.lowerBound].elementsEqual(before),
      range.upperBound < bytes.count, bytes[range.upperBound] == UInt8(ascii: ")")
    {
      editor.replace(start..<range.upperBound + 1, by: words)
    } else {
      editor.miss(link.span)
    }
  }
}

// MARK: - Fields

extension ReferenceRemoval {
  private func removeReferences(
    _ references: [Reference], from editor: inout SourceEditor, _ left: inout [SourceLocation]
  ) {
    let ranges = references.compactMap { editor.source.range(of: $0.span) }
    for (reference, range) in zip(references, ranges) {
      guard let removal = YAMLItem(at: range, in: editor.source).removal(with: ranges) else {
        left.append(SourceLocation(path: editor.source.path, span: reference.span))
        continue
      }
      editor.replace(removal, by: "")
    }
  }
}

/// A scalar of front matter or settings, seen from the line that it stands in (YAML 1.2 §7.4, §8.2).
private struct YAMLItem {
  let source: SourceText
  let line: Range<Int>
  let range: Range<Int>

  init(at range: Range<Int>, in source: SourceText) {
    self.source = source
    let number = source.line(at: range.lowerBound)
    let start = source.start(ofLine: number) ?? 0
    line = start..<(source.start(ofLine: number + 1) ?? source.bytes.count)
    self.range = range
  }

  /// What to delete so that the item is gone; `nil` where it is part of something larger.
  ///
  /// `others` are the items that go too: with the last of a list its key goes.
  func removal(with others: [Range<Int>]) -> Range<Int>? {
    let before = trimmed(source.bytes[line.lowerBound..<range.lowerBound])
    let after = trimmed(source.bytes[range.upperBound..<line.upperBound])
    let isAlone = after.isEmpty || after.first == UInt8(ascii: "#")
    switch before.last {
    case UInt8(ascii: "-") where before.count == 1 && isAlone: return block(with: others)
    case UInt8(ascii: ":") where isAlone && isTopLevel: return line
    case UInt8(ascii: "["), UInt8(ascii: ","): return flow(after)
    default: return nil
    }
  }

  private var isTopLevel: Bool {
    source.bytes[line].first.map { $0 != 0x20 && $0 != 0x09 } ?? false
  }

  /// An item of `[a, b]`, with the comma that parts it from its neighbour.
  private func flow(_ after: [UInt8]) -> Range<Int>? {
    guard let next = after.first else { return nil }
    if next == UInt8(ascii: ",") {
      let comma = source.bytes[range.upperBound...].firstIndex(of: next) ?? range.upperBound
      let rest = source.bytes[(comma + 1)...].prefix { $0 == 0x20 }
      return range.lowerBound..<(comma + 1 + rest.count)
    }
    return next == UInt8(ascii: "]") ? range : nil
  }

  /// The line of a list, and that of its key where no other item is left below it.
  private func block(with others: [Range<Int>]) -> Range<Int> {
    let gone = Set(others.map { source.line(at: $0.lowerBound) })
    let number = source.line(at: range.lowerBound)
    var first = number
    while isItem(first - 1) { first -= 1 }
    var last = number
    while isItem(last + 1) { last += 1 }
    let isWhole = (first...last).allSatisfy(gone.contains)
    guard isWhole, number == first, let start = source.start(ofLine: first - 1) else { return line }
    return start..<line.upperBound
  }

  private func isItem(_ number: Int) -> Bool {
    guard let start = source.start(ofLine: number) else { return false }
    let words = source.bytes[start...].prefix { $0 != 0x0A }.drop { $0 == 0x20 }
    return words.starts(with: "- ".utf8)
  }

  private func trimmed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
    return Array(bytes.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }
}
