/// Runs a program over a stack of contexts.
///
/// It calls itself for each section: at most `nestingLimit` deep, as the compiler counts.
struct Renderer {
  private var contexts: [Value]
  /// What the page's own view has given so far, by slot: to read a view out of another is to copy
  /// it, and most names of a template begin with the same few.
  private var known: [Value?] = []
  private var output: [UInt8] = []
  /// How many inclusions of lenient mode have been rendered.
  var inclusions = 0

  static func render(_ program: Program, _ root: Value, into output: inout [UInt8]) {
    var renderer = Renderer(contexts: [root])
    swap(&renderer.output, &output)
    renderer.run(program, program.instructions.indices)
    swap(&renderer.output, &output)
  }

  private init(contexts: [Value]) {
    self.contexts = contexts
  }

  mutating func run(_ program: Program, _ range: Range<Int>) {
    var next = range.lowerBound
    while next < range.upperBound {
      let instruction = program.instructions[next]
      next += 1
      switch instruction {
      case .literal(let text): output.append(contentsOf: program.literals[text])
      case .escaped(let lookup): appendEscapedValue(find(lookup, program))
      case .unescaped(let lookup): appendUnescaped(find(lookup, program))
      case .section(let lookup, let end):
        runSection(find(lookup, program), program, next..<end)
        next = end
      case .inverted(let lookup, let end):
        if !find(lookup, program).isTruthy { run(program, next..<end) }
        next = end
      case .choice(let lookup, let index, let end):
        runChoice(find(lookup, program), program.choices[index], program)
        next = end
      case .inclusion(let index): runInclusion(program.inclusions[index], program)
      }
    }
  }
}

// MARK: - Finding values

extension Renderer {
  mutating func find(_ lookup: Lookup, _ program: Program) -> Value {
    switch lookup {
    case .current: contexts[contexts.count - 1]
    case .slot(let frame, let slot): value(at: slot, inFrame: frame)
    case .path(let index): find(program.paths[index])
    }
  }

  private mutating func find(_ path: Path) -> Value {
    guard let frame = path.frame else { return find(path.names) }
    guard let first = path.slots.first else {
      return contexts[frame].following(path.names[...])
    }
    var found = value(at: first, inFrame: frame)
    for slot in path.slots.dropFirst() { found = found.value(at: slot) }
    return path.names.isEmpty ? found : found.following(path.names[...])
  }

  private mutating func value(at slot: Int, inFrame frame: Int) -> Value {
    guard frame == 0 else { return contexts[frame].value(at: slot) }
    while known.count <= slot { known.append(nil) }
    if let value = known[slot] { return value }
    let value = contexts[0].value(at: slot)
    known[slot] = value
    return value
  }

  private func find(_ names: [String]) -> Value {
    for context in contexts.reversed() {
      if let value = context.member(names[0]) { return value.following(names.dropFirst()) }
    }
    return .nothing
  }
}

extension Value {
  fileprivate func value(at slot: Int) -> Value {
    guard case .view(let view) = self else { return .nothing }
    return view.value(at: slot)
  }

  fileprivate func following(_ names: ArraySlice<String>) -> Value {
    names.reduce(self) { value, name in value.member(name) ?? .nothing }
  }
}

// MARK: - Printing

extension Renderer {
  private mutating func appendEscapedValue(_ value: Value) {
    switch value {
    case .text(let text), .open(.text(let text)): appendEscaped(text, to: &output)
    case .html(let html): appendEscaped(bytes: html.bytes, to: &output)
    case .flag(let flag), .open(.flag(let flag)): appendEscaped(String(flag), to: &output)
    case .nothing, .view, .views, .texts, .open: break
    }
  }

  private mutating func appendUnescaped(_ value: Value) {
    switch value {
    case .html(let html): output.append(contentsOf: html.bytes)
    // The specification's way; in strict mode the compiler lets only HTML come here.
    case .text(let text), .open(.text(let text)): output.append(contentsOf: text.utf8)
    case .flag(let flag), .open(.flag(let flag)): output.append(contentsOf: String(flag).utf8)
    case .nothing, .view, .views, .texts, .open: break
    }
  }
}

// MARK: - Sections and choices

extension Renderer {
  private mutating func runSection(_ value: Value, _ program: Program, _ content: Range<Int>) {
    switch value {
    case .views(let views): for view in views { run(program, content, in: .view(view)) }
    case .texts(let texts): for text in texts { run(program, content, in: .text(text)) }
    case .open(.list(let list)): for item in list { run(program, content, in: .open(item)) }
    default: if value.isTruthy { run(program, content, in: value) }
    }
  }

  private mutating func run(_ program: Program, _ content: Range<Int>, in context: Value) {
    contexts.append(context)
    run(program, content)
    contexts.removeLast()
  }

  private mutating func runChoice(
    _ value: Value, _ choices: [Choice], _ program: Program
  ) {
    guard case .text(let name) = value else { return }
    for choice in choices where choice.name == name { return run(program, choice.content) }
  }
}
