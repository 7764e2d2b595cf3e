package import Diagnostics
import Files
import Markup

/// The search for withheld names in texts, alternative texts, fields and the names of files.
///
/// `source` reads a file of the site again.
package struct NameSearch: Sendable {
  private var library: Library
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

  /// The same search of a library in which nothing but running text is another.
  package func exchanging(_ library: Library) -> NameSearch {
    var search = self
    search.library = library
    return search
  }

  /// Whether some words are a name that is looked for, and nothing else.
  package func isName(_ words: [UInt8]) -> Bool {
    names.occurrences(in: words).contains { $0.range == words.indices }
  }

  /// The id of the one member whom some words name, and nothing else.
  package func member(named words: [UInt8]) -> String? {
    let named = names.occurrences(in: words).filter { $0.range == words.indices }.map(\.name.id)
    return Set(named).count == 1 ? named.first : nil
  }

  /// The findings of one entry; safe to ask from many threads at once.
  package func findings(in index: EntryIndex, _ source: (String) -> SourceText?) -> [Diagnostic] {
    names.findings(in: library, index, source)
  }

  /// The findings of the settings and of the names of files to publish.
  package func findingsBesideEntries(_ source: (String) -> SourceText?) -> [Diagnostic] {
    let tags = source("content/tags.yml").map { tags in
      names.findings(
        in: FieldMap.read(wholeFile: tags, roles: .declared).value?.shownTexts() ?? [], of: tags)
    }
    return (source("content/handbook.yml").map(findingsOfSettings) ?? []) + (tags ?? [])
      + library.assets.flatMap { names.findings(inNameOf: $0, library) }
  }

  /// The words on how to join are Markdown, in which members are mentioned by their ids.
  private func findingsOfSettings(_ source: SourceText) -> [Diagnostic] {
    let texts = FieldMap.read(wholeFile: source, roles: .declared).value?.shownTexts() ?? []
    guard let join = library.join, let field = library.configuration.join else {
      return names.findings(in: texts, of: source)
    }
    let others = texts.filter { $0.span != field.span }
    return names.findings(in: others, of: source)
      + BodySearch(names: names, entry: join, source: source, known: library.names)
      .findings { _ in false }
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
    guard mayOccur(in: entry.body, library.names), let text = source(entry.source) else {
      return []
    }
    // What a member's own file says of them is told field by field, or is withheld with the file.
    let isOwnTextFree = library.configuration.source == .nobodyElse
    let search = BodySearch(names: self, entry: entry, source: text, known: library.names)
    return search.findings { name in name.member == index && isOwnTextFree }
  }

  private func findings(inFieldsOf entry: Entry, at index: EntryIndex) -> [Diagnostic] {
    // An escape of YAML's or of an address can spell a name that does not begin as one.
    guard mayOccur(in: entry.head) || entry.head.contains(where: isEscape) else {
      return []
    }
    let head = SourceText(path: entry.source, bytes: entry.head)
    let extent = FrontMatter.split(head).value
    guard let map = FrontMatter.fields(of: head, extent, roles: .declared).value else { return [] }
    guard case .member(let member) = entry.fields else {
      return findings(in: map.shownTexts(), of: head, except: entry.spansOfIDs)
    }
    // Two people may have one name: what a member is called is shown only where they agree.
    let hidden = member.isNamed ? [] : ["name", "also_known_as", "family_name"]
    return findings(
      in: map.shownTexts(without: hidden), of: head, except: entry.spansOfIDs, own: index)
  }

  /// The findings of the values of settings or front matter, as they are read: keys and comments are
  /// not shown.
  ///
  /// The ids of members in references are no text.
  fileprivate func findings(
    in texts: [Located<String>], of source: SourceText, except ids: [SourceSpan] = [],
    own: EntryIndex? = nil
  ) -> [Diagnostic] {
    texts.filter { text in !ids.contains { $0.covers(text.span) } }.flatMap { text in
      // What leads somewhere is an address, and is read as what it stands for.
      let isAddress = text.value.utf8.contains(UInt8(ascii: "/"))
      let bytes = Array((isAddress ? text.value.percentDecoded : text.value).utf8)
      let found = occurrences(in: bytes) + (isAddress ? occurrences(in: bytes, as: .address) : [])
      var told: Set<Range<Int>> = []
      var counts: [[UInt8]: Int] = [:]
      return found.filter { $0.name.member != own && told.insert($0.range).inserted }.map { found in
        let words = Array(bytes[found.range])
        counts[words, default: 0] += 1
        return Diagnostic.name(
          String(decoding: words, as: UTF8.self), of: found.name,
          at: source.place(of: words, number: counts[words, default: 1], writtenAt: text.span),
          "leave the name out: a field is shown as it is written")
      }
    }
  }

  /// The findings of an entry's file name and its old ids.
  ///
  /// A member's own may hold their own name: it is in no address unless they agree to it.
  private func findings(inNamesOf entry: Entry, at index: EntryIndex) -> [Diagnostic] {
    // The id of a member who is not named is in no address.
    if case .member(let member) = entry.fields, !member.isNamed { return [] }
    let inID = findings(inName: entry.id.name, except: index) {
      .nameInFileName($0, $1, at: SourceLocation(path: entry.source))
    }
    let inAliases = entry.common.formerNames.flatMap { alias in
      // An address is read as what it stands for: `%C3%A9` is a letter of a name.
      findings(inName: alias.value.percentDecoded, except: index) {
        .nameInAlias($0, $1, at: entry.location(alias.span))
      }
    }
    return inID + inAliases
  }

  /// The findings of the name of a file that would be published, below the folder of its entry.
  fileprivate func findings(
    inNameOf asset: ContentFolder.Asset, _ library: Library
  ) -> [Diagnostic] {
    let owner = asset.owner.flatMap(library.names.entry)
    return findings(inName: asset.shownName, except: owner) {
      .nameInFileName($0, $1, at: SourceLocation(path: asset.source.description))
    }
  }

  private func findings(
    inName written: String, except own: EntryIndex?,
    _ finding: (_ words: String, Name) -> Diagnostic
  ) -> [Diagnostic] {
    var told: Set<Name> = []
    let bytes = Array(written.utf8)
    return names(inFileName: written)
      .filter { $0.name.member != own && told.insert($0.name).inserted }
      .map { finding(String(decoding: bytes[$0.range], as: UTF8.self), $0.name) }
  }
}

extension FieldMap {
  /// The values that a page may show, but for those of some fields that are not nested.
  fileprivate func shownTexts(without hidden: [String] = []) -> [Located<String>] {
    var texts: [Located<String>] = []
    walkShown { shown in
      if case .value(let text, let field) = shown, !hidden.contains(field) { texts.append(text) }
    }
    return texts
  }
}

extension Entry {
  /// Where the front matter names other entries by id, and its own old ids, which are looked at by
  /// themselves.
  fileprivate var spansOfIDs: [SourceSpan] {
    var collector = SpanCollector(spans: common.formerNames.map(\.span))
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

/// Whether a byte begins an escape of YAML's or of an address.
private func isEscape(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "%")
}

extension SourceText {
  /// Where words of a value stand for the first time, the second and so on: in their own place, or
  /// else the whole of it, as where an escape spells them.
  fileprivate func place(
    of words: [UInt8], number: Int, writtenAt span: SourceSpan
  ) -> SourceLocation {
    let start = start(ofLine: Int(span.line)) ?? 0
    let first = start + max(0, Int(span.column) - 1)
    // A value of several lines ends before the next line that is not indented.
    let end =
      lineStarts.dropFirst(Int(span.line)).first { offset in
        offset < bytes.count && ![0x20, 0x09, 0x0A, 0x0D].contains(bytes[offset])
      } ?? bytes.count
    guard first < end, words.count <= end - first else {
      return SourceLocation(path: path, span: span)
    }
    var left = number
    for offset in first...(end - words.count)
    where bytes[offset] == words[0] && bytes[offset..<(offset + words.count)].elementsEqual(words) {
      left -= 1
      if left == 0 { return location(of: offset..<(offset + words.count)) }
    }
    return location(of: range(of: span) ?? first..<first)
  }
}

extension SourceSpan {
  fileprivate func covers(_ other: SourceSpan) -> Bool {
    line == other.line && column <= other.column
      && other.column + other.length <= column + length
  }
}
