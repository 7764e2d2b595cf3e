package import Diagnostics

/// Changes one value of a file's front matter, or of a file of settings, and nothing else.
///
/// Each change replaces the bytes of that value, then the file is read again: if the reader does not
/// give exactly what was wanted, and everything else as it was, nothing is changed.
package struct YAMLEditor: Sendable {
  /// What kind of file it is.
  package enum Kind: Hashable, Sendable {
    /// Front matter between markers, then a body.
    case entry
    /// YAML from end to end.
    case settings
  }

  /// The file as it is now.
  package private(set) var source: SourceText
  /// What the reader gives.
  package private(set) var value: YAMLValue
  let kind: Kind
  let roles: FieldRoles
  private(set) var syntax: YAMLSyntax
  private(set) var extent: FrontMatter.Extent
  private(set) var problems: [Diagnostic]

  /// Reads a file; what cannot be read cannot be changed.
  package init(
    _ source: SourceText, _ kind: Kind = .entry, roles: FieldRoles
  ) throws(EditRefusal) {
    self.source = source
    self.kind = kind
    self.roles = roles
    let split = kind == .entry ? FrontMatter.split(source) : Diagnosed(source.allMatter)
    extent = split.value
    let read =
      kind == .entry
      ? FrontMatter.fields(of: source, extent, roles: roles)
      : FieldMap.read(wholeFile: source, roles: roles)
    problems = split.diagnostics + read.diagnostics
    let firstError = problems.first { $0.severity == .error }
    guard let map = read.value else { throw firstError.map(EditRefusal.init) ?? .unsettled }
    value = YAMLValue(map)
    let block = extent.matter ?? extent.bodyStart..<extent.bodyStart
    var parser = YAMLSyntaxParser(source, block)
    do throws(YAMLSyntaxParser.Fault) {
      syntax = try parser.parse(bodyFrom: extent.bodyStart)
    } catch {
      throw firstError.map(EditRefusal.init) ?? .unsettled
    }
    guard syntax.root.hasTheNames(of: value) else {
      throw firstError.map(EditRefusal.init) ?? .unsettled
    }
  }

  /// The bytes after the front matter.
  var body: ArraySlice<UInt8> { source.bytes[extent.bodyStart...] }
}

extension SourceText {
  fileprivate var allMatter: FrontMatter.Extent {
    FrontMatter.Extent(matter: startOfText..<bytes.count, bodyStart: bytes.count)
  }
}

extension YAMLSyntax.Value {
  /// Whether it has the fields that the reader gives, in their order.
  fileprivate func hasTheNames(of value: YAMLValue) -> Bool {
    switch form {
    case .empty: value.isEmpty
    case .fields: names == value.fields.map(\.name)
    case .scalar, .list, .opaque: false
    }
  }
}

// MARK: Changing

extension YAMLEditor {
  /// A replacement of bytes.
  struct Change: Hashable, Sendable {
    let range: Range<Int>
    let text: String

    init(_ range: Range<Int>, _ text: String) {
      self.range = range
      self.text = text
    }

    init(at offset: Int, _ text: String) { self.init(offset..<offset, text) }
  }

  /// Makes the first of some ways to change the file after which it says what is expected.
  mutating func make(
    _ ways: [[Change]], at path: YAMLPath, expecting expected: YAMLValue
  ) throws(EditRefusal) {
    var refusal: EditRefusal?
    // `[[id]]` would be read as a link; a blank makes it a list in a list.
    let apart = bracket(around: path).map { Change(at: $0 + 1, " ") }
    for changes in ways + (apart.map { apart in ways.map { [apart] + $0 } } ?? []) {
      do throws(EditRefusal) {
        let bytes = source.bytes.changed(by: changes)
        let next = try YAMLEditor(SourceText(path: source.path, bytes: bytes), kind, roles: roles)
        if next.value.saysTheSame(as: expected), next.problems.count <= problems.count,
          next.body.elementsEqual(body)
        {
          self = next
          return
        }
      } catch {
        refusal = refusal ?? error
      }
    }
    throw refusal ?? .unsettled
  }

  /// The outermost bracket on the way to a value.
  private func bracket(around path: YAMLPath) -> Int? {
    path.steps.indices.lazy.compactMap { syntax.value(at: path.steps[..<$0]) }
      .first(where: \.isFlow)?.range.lowerBound
  }

  /// Refuses a way through a name that is given twice.
  func refuseRepetition(on path: YAMLPath) throws(EditRefusal) {
    for count in path.steps.indices {
      guard case .field(let name) = path.steps[count],
        let fields = syntax.value(at: path.steps[..<count])?.fields,
        fields.count(where: { $0.name == name }) > 1
      else { continue }
      throw problems.first { $0.id == "duplicate-field" }.map(EditRefusal.init) ?? .unsettled
    }
  }

  /// Refuses to change a value of several lines in which there is something wrong, or one that the
  /// reader takes for something else: more might go than anybody sees.
  func refuseTrouble(in value: YAMLSyntax.Value, at path: YAMLPath) throws(EditRefusal) {
    let first = source.line(at: value.range.lowerBound)
    let last = source.line(at: max(value.range.lowerBound, value.range.upperBound - 1))
    guard last > first || source.line(at: value.head) < first else { return }
    let lines = source.line(at: max(0, value.head - 1))...last
    let trouble = problems.first { problem in
      problem.severity == .error && problem.location.map { lines.contains($0.line) } == true
    }
    if let trouble { throw .troubled(path, trouble) }
    try refuseOtherShape(of: value, at: path)
  }

  /// Refuses to add to what the reader takes for something else.
  func refuseOtherShape(of value: YAMLSyntax.Value, at path: YAMLPath) throws(EditRefusal) {
    guard value.hasTheShape(of: self.value[path.steps]) else { throw .troubled(path, nil) }
  }
}

extension YAMLSyntax.Value {
  /// The names of its fields; the reader takes the first of those that are given twice.
  private var names: [String] {
    var seen: Set<String> = []
    return fields.map(\.name).filter { seen.insert($0).inserted }
  }

  /// Whether the reader gives a value of the same shape.
  func hasTheShape(of value: YAMLValue?) -> Bool {
    switch (form, value) {
    case (.empty, let value?): value.isEmpty
    case (.scalar, .text), (.scalar, .word), (.scalar, .empty): true
    case (.list(let items), .list(let others)): items.count == others.count
    case (.fields, .fields(let others)): names == others.map(\.name)
    default: false
    }
  }
}

extension [UInt8] {
  /// These bytes after some changes; of those at one place the first stands first.
  fileprivate func changed(by changes: [YAMLEditor.Change]) -> [UInt8] {
    var changed: [UInt8] = []
    var copied = 0
    let places = changes.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    for change in places.map(\.element) {
      guard change.range.lowerBound >= copied else { continue }
      changed += self[copied..<change.range.lowerBound]
      changed += change.text.utf8
      copied = change.range.upperBound
    }
    return changed + self[copied...]
  }
}
