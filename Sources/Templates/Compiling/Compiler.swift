import Diagnostics

/// How many partials, parents and blocks one page may include: more is a set of templates that
/// include one another twice over, at every level.
let inclusionLimit = 10_000

/// Turns a template and all that it includes into one program for one shape of page.
///
/// Every name becomes a place in the stack of contexts. Partials, parents and blocks are compiled
/// where they are included, since what a name means depends on the contexts there.
struct Compiler {
  enum Mode {
    case strict(words: [String: String])
    case lenient
  }

  let templates: TemplateSet
  let mode: Mode
  var scope: Scope
  var program = Program()
  var problems = Problems()
  var inclusions = 0
  /// The places met in the parent that is being compiled and in its own parents.
  var places: Set<String> = []

  init(_ templates: TemplateSet, _ mode: Mode, root: Shape) {
    let none = ParsedTemplate(
      name: "", text: SourceText(path: "", bytes: []), nodes: [], problems: [])
    self.init(templates, mode, Scope(template: none, contexts: [root], path: []))
  }

  init(_ templates: TemplateSet, _ mode: Mode, _ scope: Scope) {
    self.templates = templates
    self.mode = mode
    self.scope = scope
  }

  var isStrict: Bool { if case .strict = mode { true } else { false } }

  /// Compiles the template that is the page, or the one that a page includes while it is rendered.
  mutating func compilePage(_ name: String) {
    guard let template = templates.templates[name] else {
      let problem = TemplateProblem.unknownTemplate(name, chosenBy: nil, among: templates.names)
      return problems.add(problem.diagnostic(at: nil))
    }
    compile(template, indentation: scope.indentation)
  }

  mutating func compile(_ nodes: [Node]) {
    for node in nodes {
      switch node {
      case .text(let range, let opensLine): compileText(range, opensLine: opensLine)
      case .variable(let name, let isEscaped): compileVariable(name, isEscaped: isEscaped)
      case .section(let name, let isInverted, let content):
        compileSection(name, isInverted: isInverted, content)
      case .partial(let reference, let indentation):
        compileInclusion(reference, indentation)
      case .parent(let reference, let indentation, let arguments, let lost):
        compileParent(reference, indentation, arguments, lost)
      case .block(let block): compilePlace(block)
      }
    }
  }

  /// Compiles something one level deeper, in a scope of its own.
  mutating func nested(_ inner: Scope, at range: Range<Int>, _ compile: (inout Compiler) -> Void) {
    guard scope.depth < nestingLimit else { return report(.tooDeep(), at: range) }
    let outer = scope
    scope = inner
    scope.depth = outer.depth + 1
    compile(&self)
    scope = outer
  }

  /// In strict mode, adds a problem of the template that is being compiled.
  mutating func report(_ problem: TemplateProblem, at range: Range<Int>) {
    guard isStrict, !problems.isFull else { return }
    problems.add(problem.diagnostic(at: scope.template.text.location(of: range)))
  }
}

/// The problems of one page, each once: a block that fills two places is compiled twice.
struct Problems {
  private(set) var list: [Diagnostic] = []
  private var known: Set<Diagnostic> = []

  /// Beyond two hundred in one page, the rest can wait.
  var isFull: Bool { list.count >= 200 }

  mutating func add(_ diagnostic: Diagnostic) {
    if known.insert(diagnostic).inserted { list.append(diagnostic) }
  }
}

// MARK: - Text

extension Compiler {
  /// Takes the margin from each line and puts the indentation before it.
  private mutating func compileText(_ range: Range<Int>, opensLine: Bool) {
    let bytes = scope.template.text.bytes
    if scope.indentation.isEmpty, scope.margin == 0 { return program.appendLiteral(bytes[range]) }
    var start = range.lowerBound
    var isLineStart = start == 0 || bytes[start - 1] == UInt8(ascii: "\n")
    while start < range.upperBound {
      if isLineStart {
        program.appendLiteral(scope.indentation)
        start += bytes[start..<range.upperBound].prefix(scope.margin).prefix(while: isBlank).count
      }
      let lineBreak = bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: "\n"))
      let end = lineBreak.map { $0 + 1 } ?? range.upperBound
      program.appendLiteral(bytes[start..<end])
      isLineStart = lineBreak != nil
      start = end
    }
    if opensLine { program.appendLiteral(scope.indentation) }
  }
}

// MARK: - Values and sections

extension Compiler {
  private mutating func compileVariable(_ name: Name, isEscaped: Bool) {
    if let word = interfaceWord(name) {
      if !isEscaped { report(.wordNotPrinted(name.text), at: name.range) }
      var literal: [UInt8] = []
      appendEscaped(word, to: &literal)
      return program.appendLiteral(literal)
    }
    guard let found = resolve(name) else { return }
    if isStrict { checkPrinting(name, found.shape, isEscaped: isEscaped) }
    program.append(isEscaped ? .escaped(found.lookup) : .unescaped(found.lookup))
  }

  private mutating func checkPrinting(_ name: Name, _ shape: Shape, isEscaped: Bool) {
    switch shape {
    case .html: if isEscaped { report(.escapedHTML(name.text), at: name.range) }
    case .text, .choice, .open:
      if !isEscaped { report(.unescapedText(name.text, shape), at: name.range) }
    case .flag, .view, .list, .texts:
      report(.notPrintable(name.text, shape), at: name.range)
    case .unknown: break
    }
  }

  /// Compiles a section; inside one on an unknown name, any name is let pass.
  private mutating func compileSection(_ name: Name, isInverted: Bool, _ content: [Node]) {
    if interfaceWord(name) != nil { report(.wordNotPrinted(name.text), at: name.range) }
    let found = isWord(name) ? nil : resolve(name)
    let lookup = found?.lookup ?? .current
    let start = program.open()
    var inner = scope
    if !isInverted { inner.contexts.append(found?.shape.item ?? .unknown) }
    nested(inner, at: name.range) { $0.compile(content) }
    program.close(start) { end in
      isInverted ? .inverted(lookup, end: end) : .section(lookup, end: end)
    }
  }
}
