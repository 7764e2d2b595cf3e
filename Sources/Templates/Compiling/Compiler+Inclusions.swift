import Diagnostics

// MARK: - Partials and parents

extension Compiler {
  mutating func compileParent(
    _ reference: Reference, _ indentation: Range<Int>?, _ blocks: [Block], _ lost: [Range<Int>]
  ) {
    for range in lost { report(.outsideBlocks(reference.label), at: range) }
    let outerPlaces = places
    places = []
    let outerArguments = scope.arguments
    scope.arguments = scope.arguments(with: blocks)
    let isKnown = compileInclusion(reference, indentation)
    scope.arguments = outerArguments
    if isKnown { checkBlocks(blocks, of: reference) }
    places.formUnion(outerPlaces)
  }

  private mutating func checkBlocks(_ blocks: [Block], of parent: Reference) {
    for block in blocks where !places.contains(block.name.text) {
      report(
        .unknownBlock(block.name.text, in: parent.label, among: places.sorted()),
        at: block.name.range)
    }
  }

  /// Compiles the template that a partial or parent tag names; `false` where there was a problem
  /// that leaves its places unknown.
  @discardableResult
  mutating func compileInclusion(_ reference: Reference, _ indentation: Range<Int>?) -> Bool {
    let space = indentation.map { scope.indentation + scope.withoutMargin($0) } ?? []
    if reference.isDynamic { return compileDynamic(reference, space) }
    let name = reference.name
    if !isStrict, scope.path.contains(name.text) {
      postpone(.template(name.text), space)
      return true
    }
    return include(name.text, from: name, chosenBy: nil, space)
  }

  private mutating func compileDynamic(_ reference: Reference, _ space: [UInt8]) -> Bool {
    guard let found = resolve(reference.name) else { return false }
    if case .unknown = found.shape { return false }
    if !isStrict {
      postpone(.lookup(found.lookup), space)
      return true
    }
    guard case .choice(let names) = found.shape else {
      report(.notAChoice(reference.name.text, found.shape), at: reference.name.range)
      return false
    }
    var isKnown = true
    var choices: [Choice] = []
    let start = program.open()
    for name in names {
      let content = program.startContent()
      let isIncluded = include(
        name, from: reference.name, chosenBy: reference.name.text, space)
      isKnown = isKnown && isIncluded
      choices.append(Choice(name: name, content: content..<program.instructions.count))
    }
    program.close(start, with: found.lookup, choices)
    return isKnown
  }

  /// Compiles a template in place of the tag that names it.
  private mutating func include(
    _ name: String, from tag: Name, chosenBy choice: String?, _ space: [UInt8]
  ) -> Bool {
    guard let template = templates.templates[name] else {
      report(
        .unknownTemplate(name, chosenBy: choice, among: templates.names), at: tag.range)
      return false
    }
    if scope.path.contains(name) {
      let ring = scope.path.drop { $0 != name } + [name]
      report(.ring(Array(ring)), at: tag.range)
      return false
    }
    guard countInclusion(at: tag.range) else { return false }
    nested(scope, at: tag.range) { $0.compile(template, indentation: space) }
    return template.problems.isEmpty
  }

  /// Compiles all of a template in the scope of the tag that includes it.
  mutating func compile(_ template: ParsedTemplate, indentation: [UInt8]) {
    for problem in template.problems { problems.add(problem) }
    guard template.problems.isEmpty else { return }
    scope = scope.entering(template, indentation: indentation)
    compile(template.nodes)
  }

  private mutating func countInclusion(at range: Range<Int>) -> Bool {
    inclusions += 1
    if inclusions == inclusionLimit + 1 { report(.tooLarge(), at: range) }
    return inclusions <= inclusionLimit
  }
}

// MARK: - Places

extension Compiler {
  /// Compiles what fills a place: a block from outside, or else the place's own content.
  ///
  /// In a place that has its lines to itself, the block's lines give up their own margin for the
  /// place's, and it ends its line if the block doesn't (specification of inheritance,
  /// "Block reindentation").
  mutating func compilePlace(_ place: Block) {
    places.insert(place.name.text)
    let argument = scope.arguments[place.name.text]
    let filling = argument?.block ?? place
    if filling.content.isEmpty { return }
    guard countInclusion(at: place.name.range) else { return }
    var space: [UInt8] = []
    if let lines = place.lines {
      space = scope.indentation + scope.withoutMargin(lines.indentation)
      if !filling.startsLine { program.appendLiteral(space) }
    }
    let inner = argument.map { scope.entering($0, indentation: space) } ?? scope
    nested(inner, at: place.name.range) { $0.compile(filling.content) }
    if let lines = place.lines, !filling.endsLine {
      program.appendLiteral(scope.template.text.bytes[lines.lineBreak])
    }
  }
}
