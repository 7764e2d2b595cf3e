import Diagnostics

/// How deep sections, blocks and inclusions may nest, in one template and in a whole page: the
/// compiler and the renderer call themselves once for each level.
let nestingLimit = 100

/// After so many problems the rest of a template isn't read.
private let problemLimit = 100

/// Reads a template's tags into nodes, with a stack of its own for the open ones.
///
/// It goes on after a mistake, to find them all; what it makes of a template with mistakes is
/// never compiled.
struct Parser {
  let source: TemplateSource
  var scanner: Scanner
  var openTags: [OpenTag] = []
  /// The nodes outside every open tag.
  var nodes: [Node] = []
  /// Where the text begins that no node holds yet.
  var textStart = 0
  var problems: [Diagnostic] = []

  static func parse(_ source: TemplateSource) -> ParsedTemplate {
    var parser = Parser(source: source, scanner: Scanner(source.text.bytes))
    parser.run()
    return ParsedTemplate(
      name: source.name, text: source.text, nodes: parser.nodes, problems: parser.problems)
  }

  private mutating func run() {
    while problems.count < problemLimit, let result = scanner.next() {
      switch result {
      case .tag(let tag): read(tag)
      case .unclosed(let range, let closing):
        report(.unclosedTag(closing: closing), at: scanner.trimmed(range))
      }
      if openTags.count > nestingLimit {
        return report(.tooDeep(), at: openTags[nestingLimit].tag.range)
      }
    }
    endText(at: scanner.bytes.count)
    for open in openTags { report(.unclosedSection(open.label), at: open.tag.range) }
  }

  private mutating func read(_ tag: Tag) {
    let isNamed = tag.kind != .comment && tag.kind != .delimiters
    if isNamed, tag.content.isEmpty { report(.namelessTag(), at: tag.range) }
    switch tag.kind {
    case .comment: takeOut(tag)
    case .delimiters:
      takeOut(tag)
      if !scanner.setDelimiters(tag.content) { report(.badDelimiters(), at: tag.range) }
    case .variable, .unescaped:
      pass(tag)
      append(.variable(name(tag.content), isEscaped: tag.kind == .variable), at: tag.range)
    case .partial:
      takeOut(tag)
      let indentation = tag.isStandalone ? tag.indentation : nil
      append(.partial(reference(tag), indentation: indentation), at: tag.range)
    case .section, .inverted: openSection(tag)
    case .parent: openPlace(.parent, tag)
    case .block: if isInParent { openArgument(tag) } else { openPlace(.block, tag) }
    case .close: close(tag)
    }
  }

  /// Ends the text before a tag whose own line, where it has one, is no part of the page.
  mutating func takeOut(_ tag: Tag) {
    guard tag.isStandalone else { return pass(tag) }
    endText(at: tag.lineStart)
    textStart = tag.lineBreak.upperBound
  }

  /// Ends the text before a tag that is in the middle of its line.
  mutating func pass(_ tag: Tag) {
    endText(at: tag.range.lowerBound, beforeTag: true)
    textStart = tag.range.upperBound
  }

  mutating func endText(at end: Int, beforeTag: Bool = false) {
    appendText(textStart..<max(end, textStart), beforeTag: beforeTag)
  }

  mutating func appendText(_ range: Range<Int>, beforeTag: Bool) {
    let opensLine = beforeTag && scanner.isLineStart(range.upperBound)
    if range.isEmpty, !opensLine { return }
    append(.text(range, opensLine: opensLine), at: range)
  }

  mutating func append(_ node: Node, at range: Range<Int>) {
    guard let last = openTags.indices.last else { return nodes.append(node) }
    guard isInParent else { return openTags[last].content.append(node) }
    let visible = scanner.trimmed(range)
    if !visible.isEmpty { openTags[last].lost.append(visible) }
  }

  func name(_ range: Range<Int>) -> Name { Name(scanner.string(range), at: range) }

  func reference(_ tag: Tag) -> Reference {
    guard !tag.content.isEmpty, scanner.bytes[tag.content.lowerBound] == UInt8(ascii: "*") else {
      return Reference(name: name(tag.content), isDynamic: false)
    }
    let rest = scanner.trimmed(tag.content.dropFirst())
    return Reference(name: name(rest), isDynamic: true)
  }

  mutating func report(_ problem: TemplateProblem, at range: Range<Int>) {
    problems.append(problem.diagnostic(at: source.text.location(of: range)))
  }
}
