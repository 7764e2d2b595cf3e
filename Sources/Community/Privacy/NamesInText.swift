package import Diagnostics
import Files
import Markup

extension Library {
  /// Where a text, an alternative text, a field or a file's name holds a name that is withheld.
  ///
  /// `source` reads a file of the site again; it is asked only where a name may stand in a file.
  package func namesInText(_ source: (String) -> SourceText?) -> [Diagnostic] {
    let names = WithheldNames(self)
    guard !names.isEmpty else { return [] }
    let settings = ["content/handbook.yml", "content/tags.yml"].compactMap(source)
    return entries.flatMap { names.findings(in: $0, source) }
      + settings.flatMap { names.findings(in: $0, below: 0..<$0.bytes.count) }
      + assets.flatMap { names.findings(inName: $0.source.description, of: $0.source.description) }
  }
}

extension WithheldNames {
  fileprivate func findings(in entry: Entry, _ source: (String) -> SourceText?) -> [Diagnostic] {
    var found = findings(inName: entry.id.name, of: entry.source)
    for alias in entry.common.aliases { found += findings(inName: alias.value, of: entry.source) }
    let alternatives = entry.body.images.map(\.alternative)
    let mayHold =
      !occurrences(in: String(decoding: entry.body.prose.text, as: UTF8.self)).isEmpty
      || alternatives.contains { !occurrences(in: $0).isEmpty }
    guard let text = source(entry.source) else { return found }
    if mayHold {
      found += findings(inBodyOf: entry, text)
    }
    if case .member = entry.fields { return found }
    if let matter = FrontMatter.split(text).value.matter {
      found += findings(in: text, below: matter)
    }
    return found
  }

  /// The findings of a body: each at the line of its block, at the name where it stands there.
  private func findings(inBodyOf entry: Entry, _ source: SourceText) -> [Diagnostic] {
    let prose = entry.body.prose
    let inBlocks = prose.blocks.flatMap { block -> [Diagnostic] in
      let bytes = prose.text[Int(block.range.lowerBound)..<Int(block.range.upperBound)]
      let text = String(decoding: bytes, as: UTF8.self)
      return occurrences(in: text).map { name, range in
        let written = String(decoding: Array(text.utf8)[range], as: UTF8.self)
        return .nameInText(
          name.id, at: source.location(written, fromLine: Int(block.line)))
      }
    }
    let inImages = entry.body.images.flatMap { image in
      occurrences(in: image.alternative).map { name, _ in
        Diagnostic.nameInText(name.id, at: entry.location(image.span))
      }
    }
    return inBlocks + inImages
  }

  fileprivate func findings(in source: SourceText, below range: Range<Int>) -> [Diagnostic] {
    let text = String(decoding: source.bytes[range], as: UTF8.self)
    return occurrences(in: text).filter { !isPartOfAnID($0.range, in: text) }.map { name, found in
      let start = range.lowerBound + found.lowerBound
      return .nameInText(name.id, at: source.location(of: start..<(start + found.count)))
    }
  }

  /// Whether a hyphen or a slash touches the word, as in the id `ada-okafor`.
  private func isPartOfAnID(_ range: Range<Int>, in text: String) -> Bool {
    let bytes = Array(text.utf8)
    let joints: Set<UInt8> = [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "_")]
    let before = range.lowerBound > 0 ? bytes[range.lowerBound - 1] : 0
    let after = range.upperBound < bytes.count ? bytes[range.upperBound] : 0
    return joints.contains(before) || joints.contains(after)
  }

  fileprivate func findings(inName name: String, of path: String) -> [Diagnostic] {
    let folded = Slug.of(name) ?? ""
    return slugs.filter { "-\(folded)-".contains("-\($0.slug)-") && $0.id != name }.map {
      .nameInFileName($0.id, at: SourceLocation(path: path))
    }
  }
}

extension SourceText {
  /// The first place of some words on a line or after it, or that line.
  fileprivate func location(_ words: String, fromLine line: Int) -> SourceLocation {
    for candidate in line..<(line + 50) {
      guard start(ofLine: candidate) != nil else { break }
      let found = location(line: candidate, of: words)
      if found.excerpt?.contains(words) == true { return found }
    }
    return location(line: line)
  }
}

extension Diagnostic {
  fileprivate static func nameInText(_ id: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .privacy, "name-in-text", at: place,
      "this names a member who has not agreed to be named",
      hints: ["write @\(id): the site shows as much as they agree to, and no more"])
  }

  fileprivate static func nameInFileName(_ id: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .privacy, "name-in-file-name", at: place,
      "the file's name holds the name of a member who has not agreed to be named",
      hints: ["rename the file without the name, for example with \(id)"])
  }
}
