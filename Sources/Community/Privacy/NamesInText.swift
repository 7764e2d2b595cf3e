package import Diagnostics
import Files
import Markup

/// The search for withheld names in texts, alternative texts, fields and the names of files.
///
/// `source` reads a file of the site again.
package struct NameSearch: Sendable {
  private let library: Library
  let names: WithheldNames

  /// `nil` where nobody's name is withheld.
  package init?(_ library: Library) {
    self.library = library
    names = WithheldNames(library)
    guard !names.isEmpty else { return nil }
  }

  /// The search for what one member is called who is not named; `nil` where that is nothing.
  package init?(_ library: Library, of member: EntryIndex) {
    self.library = library
    names = WithheldNames(library, only: member)
    guard !names.isEmpty else { return nil }
  }

  /// Whether some words are a name that is looked for, and nothing else.
  package func isName(_ words: [UInt8]) -> Bool {
    names.occurrences(in: words).contains { $0.range == words.indices }
  }

  /// The findings of one entry; safe to ask from many threads at once.
  package func findings(in index: EntryIndex, _ source: (String) -> SourceText?) -> [Diagnostic] {
    names.findings(in: library, index, source)
  }

  /// The findings of the settings and of the names of files to publish.
  package func findingsBesideEntries(_ source: (String) -> SourceText?) -> [Diagnostic] {
    let tags = source("content/tags.yml").map {
      names.findings(inFieldsOf: $0, 0..<$0.bytes.count, except: [])
    }
    return (source("content/handbook.yml").map(findingsOfSettings) ?? []) + (tags ?? [])
      + library.assets.flatMap { names.findings(inNameOf: $0, library) }
  }

  /// The words on how to join are Markdown, in which members are mentioned by their ids.
  private func findingsOfSettings(_ source: SourceText) -> [Diagnostic] {
    let all = 0..<source.bytes.count
    guard let join = library.join, let field = library.configuration.join else {
      return names.findings(inFieldsOf: source, all, except: [])
    }
    let text = source.bytesOfField(at: field.span)
    return names.findings(inFieldsOf: source, all.lowerBound..<text.lowerBound, except: [])
      + BodySearch(names: names, entry: join, source: source).findings { _ in false }
      + names.findings(inFieldsOf: source, text.upperBound..<all.upperBound, except: [])
  }
}

extension WithheldNames {
  fileprivate func findings(
    in library: Library, _ index: EntryIndex, _ source: (String) -> SourceText?
  ) -> [Diagnostic] {
    let entry = library[index]
    let inNames = findings(inNamesOf: entry, at: index)
    return inNames + findings(inBodyOf: entry, at: index, library, source)
      + findings(inFieldsOf: entry, at: index)
  }

  private func findings(
    inBodyOf entry: Entry, at index: EntryIndex, _ library: Library,
    _ source: (String) -> SourceText?
  ) -> [Diagnostic] {
    // The file is read again only where there is something to show in it.
    guard mayOccur(in: entry.body), let text = source(entry.source) else { return [] }
    // What a member's own file says of them is told field by field, or is withheld with the file.
    let isOwnTextFree = library.configuration.source == .nobodyElse
    return BodySearch(names: self, entry: entry, source: text).findings { name in
      name.member == index && isOwnTextFree
    }
  }

  private func findings(inFieldsOf entry: Entry, at index: EntryIndex) -> [Diagnostic] {
    // An escape of YAML's can spell a name that does not begin as one.
    guard mayOccur(in: entry.head) || entry.head.contains(UInt8(ascii: "\\")) else { return [] }
    let head = SourceText(path: entry.source, bytes: entry.head)
    guard let matter = FrontMatter.split(head).value.matter else { return [] }
    let own = entry.id.kind == .member ? index : nil
    return findings(inFieldsOf: head, matter, except: entry.spansOfIDs, own: own)
      + findings(inEscapesOf: head, matter, own: own)
  }

  /// The findings of settings or front matter.
  ///
  /// The ids of members in references are no text.
  fileprivate func findings(
    inFieldsOf source: SourceText, _ range: Range<Int>, except ids: [SourceSpan],
    own: EntryIndex? = nil
  ) -> [Diagnostic] {
    occurrences(in: Array(source.bytes[range])).compactMap { found in
      let start = range.lowerBound + found.range.lowerBound
      let bytes = start..<(start + found.range.count)
      let place = source.location(of: bytes)
      guard found.name.member != own, !ids.contains(where: { $0.covers(place.span) })
      else { return nil }
      return .nameInField(String(decoding: source.bytes[bytes], as: UTF8.self), at: place)
    }
  }

  /// The findings of words that only YAML's escapes spell: `"M\u0061ria"`.
  private func findings(
    inEscapesOf source: SourceText, _ range: Range<Int>, own: EntryIndex?
  ) -> [Diagnostic] {
    guard source.bytes[range].contains(UInt8(ascii: "\\")),
      let map = FrontMatter.fields(of: source, FrontMatter.split(source).value).value
    else { return [] }
    return map.texts.flatMap { text -> [Diagnostic] in
      let isAsWritten = source.range(of: text.span).map {
        !source.bytes[$0].contains(UInt8(ascii: "\\"))
      }
      guard isAsWritten != true else { return [] }
      let place = SourceLocation(path: source.path, span: text.span)
      let bytes = Array(text.value.utf8)
      return occurrences(in: bytes).filter { $0.name.member != own }.map {
        .nameInField(String(decoding: bytes[$0.range], as: UTF8.self), at: place)
      }
    }
  }

  /// The findings of an entry's file name and its old ids.
  ///
  /// A member's own may hold their own name: it is in no address unless they agree to it.
  private func findings(inNamesOf entry: Entry, at index: EntryIndex) -> [Diagnostic] {
    let inID = names(inFileName: entry.id.name).filter { $0.member != index }
      .map { Diagnostic.nameInFileName($0, at: SourceLocation(path: entry.source)) }
    let inAliases = entry.common.aliases.flatMap { alias in
      names(inFileName: alias.value).filter { $0.member != index }
        .map { Diagnostic.nameInAlias($0, at: entry.location(alias.span)) }
    }
    return inID + inAliases
  }

  /// The findings of the name of a file that would be published, below the folder of its entry.
  fileprivate func findings(
    inNameOf asset: ContentFolder.Asset, _ library: Library
  ) -> [Diagnostic] {
    let owner = asset.owner.flatMap(library.names.entry)
    let name = asset.address.parts.dropFirst(asset.owner == nil ? 1 : 2).joined(separator: "/")
    return names(inFileName: name).filter { $0.member != owner }.map {
      .nameInFileName($0, at: SourceLocation(path: asset.source.description))
    }
  }
}

extension FieldMap {
  /// Every text at any depth.
  fileprivate var texts: [Located<String>] { fields.flatMap(\.value.texts) }
}

extension FieldValue {
  fileprivate var texts: [Located<String>] {
    switch content {
    case .text(let text, _): [Located(text, at: span)]
    case .list(let items): items.flatMap(\.texts)
    case .map(let map): map.texts
    case .empty: []
    }
  }
}

extension Entry {
  /// Where the front matter names other entries by id, and its own old ids, which are looked at by
  /// themselves.
  fileprivate var spansOfIDs: [SourceSpan] {
    var collector = SpanCollector(spans: common.aliases.map(\.span))
    var entry = self
    entry.visitReferences(&collector)
    return collector.spans
  }
}

private struct SpanCollector: ReferenceVisitor {
  var spans: [SourceSpan]

  mutating func visit(_ references: inout [Reference], _ relation: Relation) {
    for reference in references where reference.target != nil { spans.append(reference.span) }
  }

  mutating func visit(_ reference: inout Reference?, _ relation: Relation) {
    if let reference, reference.target != nil { spans.append(reference.span) }
  }
}

extension SourceText {
  /// The bytes of a field's words from their first line to the next line that is not indented.
  fileprivate func bytesOfField(at span: SourceSpan) -> Range<Int> {
    let first = Int(span.line)
    let start = (start(ofLine: first) ?? 0) + max(0, Int(span.column) - 1)
    let next = lineStarts.dropFirst(first).first { offset in
      offset < bytes.count && ![0x20, 0x09, 0x0A, 0x0D].contains(bytes[offset])
    }
    return min(start, bytes.count)..<(next ?? bytes.count)
  }
}

extension SourceSpan {
  fileprivate func covers(_ other: SourceSpan) -> Bool {
    line == other.line && column <= other.column
      && other.column + other.length <= column + length
  }
}

extension WithheldNames.Name {
  /// The words of a name as a file's name holds them.
  fileprivate var wordsInFileName: String { slug ?? words.joined(separator: " ") }
}

extension Diagnostic {
  fileprivate static func nameInField(_ words: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .privacy, "name-in-text", at: place,
      "this names a member who has not agreed to be named",
      hints: ["leave the name out: a field is shown as it is written"], words: words)
  }

  fileprivate static func nameInFileName(
    _ name: WithheldNames.Name, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .privacy, "name-in-file-name", at: place,
      "the file's name holds the name of a member who has not agreed to be named",
      hints: ["rename the file without the name, for example with \(name.id)"],
      words: name.wordsInFileName)
  }

  fileprivate static func nameInAlias(
    _ name: WithheldNames.Name, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .privacy, "name-in-file-name", at: place,
      "this old id holds the name of a member who has not agreed to be named",
      hints: ["remove it: the page at the old address would show the name"],
      words: name.wordsInFileName)
  }
}
