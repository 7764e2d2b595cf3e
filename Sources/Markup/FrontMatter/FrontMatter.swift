package import Diagnostics
import Text

/// The block of YAML between `---` lines at the very start of an entry.
package enum FrontMatter {
  /// The largest block that is read, in bytes; `front-matter-too-large` is told of a larger one.
  package static let largest = 16 * 1024

  /// Where the front matter and the body of a file are, in bytes of its source.
  package struct Extent: Hashable, Sendable {
    /// The YAML between the marker lines; `nil` where the file has none.
    package let matter: Range<Int>?
    /// The first byte of the body: the line after the closing marker.
    package let bodyStart: Int
    /// Whether the file can be read as an entry.
    ///
    /// If not, an error says why, and nothing of it may be published: its fields would come out as
    /// text.
    package let isReadable: Bool

    package init(matter: Range<Int>?, bodyStart: Int, isReadable: Bool = true) {
      self.matter = matter
      self.bodyStart = bodyStart
      self.isReadable = isReadable
    }
  }

  /// Finds the front matter of a file.
  ///
  /// The block opens with `---` on the first line and closes with `---` or `...`; blanks may follow
  /// the markers. A `---` further down is a line across the page, not front matter.
  package static func split(_ source: SourceText) -> Diagnosed<Extent> {
    let start = source.startOfText
    let first = source.line(1, from: start)
    if source.isMarker(first, "---") { return closed(source, from: first) }
    if source.isMarker(first, "+++") { return Diagnosed(unreadable(source), [foundTOML(source)]) }
    if source.beginsWithJSON(at: start) {
      return Diagnosed(unreadable(source), [foundJSON(source)])
    }
    if let late = lateFrontMatter(in: source, from: start) {
      return Diagnosed(unreadable(source), [foundLate(source, line: late)])
    }
    return Diagnosed(Extent(matter: nil, bodyStart: start))
  }

  private static func closed(_ source: SourceText, from first: Range<Int>) -> Diagnosed<Extent> {
    guard let closing = closingLine(of: source, markers: ["---", "..."]) else {
      return Diagnosed(unreadable(source), [unclosed(source, first)])
    }
    let start = source.start(ofLine: 2) ?? first.upperBound
    let end = source.start(ofLine: closing) ?? start
    return Diagnosed(Extent(matter: start..<end, bodyStart: source.startOrEnd(ofLine: closing + 1)))
  }

  private static func closingLine(of source: SourceText, markers: [String]) -> Int? {
    guard source.lineStarts.count > 1 else { return nil }
    return (2...source.lineStarts.count).first { number in
      let line = source.line(number)
      return markers.contains { source.isMarker(line, $0) }
    }
  }

  /// The line of a `---` that only blank lines keep from being the first, if a field follows it
  /// and another marker closes it.
  private static func lateFrontMatter(in source: SourceText, from start: Int) -> Int? {
    guard
      let number = (1...source.lineStarts.count).first(where: {
        !source.isBlank(source.line($0, from: start))
      }), number > 1, number < source.lineStarts.count,
      source.isMarker(source.line(number), "---"), source.looksLikeField(source.line(number + 1)),
      ((number + 1)...source.lineStarts.count).contains(where: {
        source.isMarker(source.line($0), "---")
      })
    else { return nil }
    return number
  }

  private static func unreadable(_ source: SourceText) -> Extent {
    Extent(matter: nil, bodyStart: source.bytes.count, isReadable: false)
  }
}

// MARK: Messages

private func unclosed(_ source: SourceText, _ first: Range<Int>) -> Diagnostic {
  Diagnostic(
    .error, "unclosed-front-matter", at: source.location(of: first),
    "the front matter that begins here is never closed",
    hints: ["add a line of three hyphens (---) below the last field"])
}

private func foundLate(_ source: SourceText, line: Int) -> Diagnostic {
  Diagnostic(
    .error, "late-front-matter", at: source.location(line: line),
    "front matter must begin on the first line of the file",
    hints: ["delete the blank lines above this one"])
}

private func foundTOML(_ source: SourceText) -> Diagnostic {
  Diagnostic(
    .error, "toml-front-matter", at: source.location(line: 1),
    "front matter is written between --- lines, not +++",
    because: "This file has front matter in TOML, as Hugo allows; handbook reads YAML.",
    hints: ["write --- above and below, and each field as title: My title instead of title = …"])
}

private func foundJSON(_ source: SourceText) -> Diagnostic {
  Diagnostic(
    .error, "json-front-matter", at: source.location(line: 1),
    "front matter is written between --- lines, not in braces",
    because: "This file begins with JSON; handbook reads YAML.",
    hints: ["write --- above and below, and each field on a line of its own: title: My title"])
}
