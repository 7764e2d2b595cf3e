import Diagnostics

/// One template, read but not yet checked against a view.
struct ParsedTemplate: Sendable {
  let name: String
  let text: SourceText
  let nodes: [Node]
  /// What is wrong with its tags; a template with problems is never compiled.
  let problems: [Diagnostic]
}

/// A piece of a template.
///
/// Every range is of bytes in the template's text.
indirect enum Node: Sendable {
  /// Text as it stands. `opensLine`: it ends where a line begins on which a tag follows, so that
  /// an indentation of the template goes before that tag.
  case text(Range<Int>, opensLine: Bool)
  case variable(Name, isEscaped: Bool)
  case section(Name, isInverted: Bool, content: [Node])
  /// `indentation`: the white space before a tag that has its line to itself.
  case partial(Reference, indentation: Range<Int>?)
  /// `lost`: what stands in it outside any block, and so is never shown.
  case parent(Reference, indentation: Range<Int>?, arguments: [Block], lost: [Range<Int>])
  case block(Block)
}

/// A name in a tag: `person.name`, or `.` for the value of the section around it.
struct Name: Sendable {
  let text: String
  let parts: [String]
  let range: Range<Int>

  init(_ text: String, at range: Range<Int>) {
    self.text = text
    self.range = range
    parts =
      text == "."
      ? [text]
      : text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        .map { part in String(Substring(part)) }
  }

  /// Where one part stands.
  func range(ofPart index: Int) -> Range<Int> {
    let start = parts[..<index].reduce(range.lowerBound) { $0 + $1.utf8.count + 1 }
    return start..<(start + parts[index].utf8.count)
  }
}

/// What a partial or parent tag names: a template, or (`*name`) a value that names a template.
struct Reference: Sendable {
  let name: Name
  let isDynamic: Bool

  /// As the tag has it, to compare with the closing tag.
  var label: String { (isDynamic ? "*" : "") + name.text }
}

/// `{{$name}}…{{/name}}`: a place that can be filled from outside, or, directly inside a parent
/// tag, what fills such a place.
struct Block: Sendable {
  let name: Name
  let content: [Node]
  /// How many white-space bytes its lines give up when they move elsewhere.
  let margin: Int
  /// Whether its content begins, and ends, with a line of its own.
  let startsLine: Bool
  let endsLine: Bool
  /// The lines that a place has to itself; `nil` for a place within a line.
  let lines: Lines?

  struct Lines: Sendable {
    /// White space that goes before every line of what fills the place.
    let indentation: Range<Int>
    /// The line break after the closing tag, for content that doesn't end its own line.
    let lineBreak: Range<Int>
  }
}
