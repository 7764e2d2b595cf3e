/// A page's template with everything that it includes, as a list of instructions.
///
/// A section's content follows its instruction up to `end`, an index into `instructions`. What an
/// instruction can't hold without counting references is in a list beside them.
struct Program: Sendable {
  /// All literal text; instructions hold ranges of it.
  private(set) var literals: [UInt8] = []
  private(set) var instructions: [Instruction] = []
  private(set) var paths: [Path] = []
  private(set) var choices: [[Choice]] = []
  private(set) var inclusions: [Inclusion] = []
  /// Instructions before this one belong to content that is complete.
  private var barrier = 0
}

/// One step of rendering.
enum Instruction: Sendable {
  case literal(Range<Int>)
  case escaped(Lookup)
  case unescaped(Lookup)
  /// The content once for each item of a list, once for another truthy value, each time with the
  /// value as the innermost context.
  case section(Lookup, end: Int)
  case inverted(Lookup, end: Int)
  /// The one of `choices[index]` whose name the value is.
  case choice(Lookup, index: Int, end: Int)
  /// `inclusions[index]`.
  case inclusion(index: Int)
}

/// Where to find a value while rendering, in the stack of contexts.
enum Lookup: Sendable {
  /// The innermost context: `{{.}}`.
  case current
  /// The slot of a view, the frame counted from the outermost.
  case slot(frame: Int, Int)
  /// `paths[index]`.
  case path(index: Int)
}

/// A way to a value through others.
struct Path: Sendable {
  /// The frame to start from, counted from the outermost; `nil` to take the innermost that has the
  /// first of `names`, where only the data know it.
  let frame: Int?
  /// Slots of views, each inside the one before.
  var slots: [Int] = []
  /// Then names of free data, each inside the one before.
  var names: [String] = []
}

/// A template that a dynamic name can mean, compiled.
struct Choice: Sendable {
  let name: String
  let content: Range<Int>
}

extension Program {
  /// Adds text, to the text before it where they are always rendered together.
  mutating func appendLiteral(_ bytes: some Collection<UInt8>) {
    if bytes.isEmpty { return }
    let start = literals.count
    literals.append(contentsOf: bytes)
    if instructions.count > barrier,
      case .literal(let before) = instructions[instructions.count - 1]
    {
      instructions[instructions.count - 1] = .literal(before.lowerBound..<literals.count)
    } else {
      instructions.append(.literal(start..<literals.count))
    }
  }

  mutating func append(_ instruction: Instruction) {
    instructions.append(instruction)
  }

  mutating func appendInclusion(_ inclusion: Inclusion) {
    inclusions.append(inclusion)
    instructions.append(.inclusion(index: inclusions.count - 1))
  }

  mutating func lookup(_ path: Path) -> Lookup {
    paths.append(path)
    return .path(index: paths.count - 1)
  }

  /// Makes room for an instruction that isn't known before its content, and starts that.
  mutating func open() -> Int {
    instructions.append(.literal(0..<0))
    return startContent() - 1
  }

  /// Ends the content of an instruction and puts it, now that its end is known, in its place.
  mutating func close(_ index: Int, with instruction: (_ end: Int) -> Instruction) {
    instructions[index] = instruction(startContent())
  }

  mutating func close(_ index: Int, with lookup: Lookup, _ choices: [Choice]) {
    self.choices.append(choices)
    let list = self.choices.count - 1
    close(index) { end in .choice(lookup, index: list, end: end) }
  }

  /// Starts content that isn't always rendered with what is before it.
  mutating func startContent() -> Int {
    barrier = instructions.count
    return barrier
  }
}
