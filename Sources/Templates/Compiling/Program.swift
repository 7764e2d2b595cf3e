/// A page's template with everything that it includes, as a list of instructions.
///
/// A section's content follows its instruction up to `end`, an index into `instructions`.
struct Program: Sendable {
  /// All literal text; instructions hold ranges of it.
  private(set) var literals: [UInt8] = []
  private(set) var instructions: [Instruction] = []
  /// Instructions before this one belong to content that is complete.
  private var barrier = 0

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

  /// Adds an instruction that doesn't yet know its end, and says where it is.
  mutating func open(_ instruction: Instruction) -> Int {
    instructions.append(instruction)
    barrier = instructions.count
    return instructions.count - 1
  }

  /// Puts the instruction, now that its end is known, in its place.
  mutating func close(_ index: Int, with instruction: Instruction) {
    instructions[index] = instruction
    barrier = instructions.count
  }

  /// Marks the start of content that is not always rendered with what is before it.
  mutating func startContent() -> Int {
    barrier = instructions.count
    return barrier
  }
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
  /// The content whose name the value is.
  case choice(Lookup, [Choice], end: Int)
  /// A template that can only be found while rendering: its name is data, or it includes itself.
  /// Lenient mode alone has these.
  case inclusion(Inclusion)

  struct Choice: Sendable {
    let name: String
    let content: Range<Int>
  }
}

/// Where to find a value while rendering, in the stack of contexts.
enum Lookup: Sendable {
  /// The innermost context: `{{.}}`.
  case current
  /// The slot of a view, the frame counted from the outermost.
  case slot(frame: Int, Int)
  /// A slot, then slots of the views inside it, then names of the free data inside those.
  case path(frame: Int, slots: [Int], names: [String])
  /// A name that only the data know, from the innermost context outward.
  case names([String])
}
