import Diagnostics

/// What a name means at its place: where to look, and what to expect there.
struct Found {
  let lookup: Lookup
  let shape: Shape
}

extension Compiler {
  /// Finds the innermost context that has the first part of a name, then the rest inside it.
  ///
  /// (Mustache specification, interpolation.) `nil`, with a problem, where nothing has the name.
  mutating func resolve(_ name: Name) -> Found? {
    if name.text == "." {
      return scope.contexts.last.map { shape in Found(lookup: .current, shape: shape) }
    }
    for (frame, context) in scope.contexts.enumerated().reversed() {
      switch context {
      case .open, .unknown:
        let lookup = program.lookup(Path(frame: nil, names: name.parts))
        return Found(lookup: lookup, shape: context)
      case .view(let view):
        guard let slot = view.slot(of: name.parts[0]) else { continue }
        return follow(name, frame: frame, slot: slot, view.declarations[slot].shape)
      default: continue
      }
    }
    report(
      .unknownName(name.parts[0], in: nil, among: visibleNames), at: name.range(ofPart: 0))
    return nil
  }

  /// The parts after the first, each inside the value before it.
  private mutating func follow(_ name: Name, frame: Int, slot: Int, _ first: Shape) -> Found? {
    var slots = [slot]
    var shape = first
    for index in name.parts.indices.dropFirst() {
      switch shape {
      case .open:
        let names = Array(name.parts[index...])
        let lookup = program.lookup(Path(frame: frame, slots: slots, names: names))
        return Found(lookup: lookup, shape: .open)
      case .view(let view):
        guard let next = view.slot(of: name.parts[index]) else {
          return missing(index, of: name, among: view.declarations)
        }
        slots.append(next)
        shape = view.declarations[next].shape
      default:
        let whole = name.parts[..<index].joined(separator: ".")
        report(
          .noNamesInside(whole, shape, name: name.parts[index]), at: name.range(ofPart: index))
        return nil
      }
    }
    let lookup =
      slots.count == 1
      ? .slot(frame: frame, slot) : program.lookup(Path(frame: frame, slots: slots))
    return Found(lookup: lookup, shape: shape)
  }

  private mutating func missing(_ part: Int, of name: Name, among known: [Declaration]) -> Found? {
    let whole = name.parts[..<part].joined(separator: ".")
    let names = known.map { declaration in declaration.name }
    report(
      .unknownName(name.parts[part], in: whole, among: names), at: name.range(ofPart: part))
    return nil
  }

  /// All names that would do here, innermost first, each once.
  private var visibleNames: [String] {
    var seen: Set<String> = []
    return scope.contexts.reversed().flatMap { context -> [String] in
      guard case .view(let view) = context else { return [] }
      return view.declarations.map { declaration in declaration.name }
    }
    .filter { name in seen.insert(name).inserted }
  }
}

// MARK: - Interface words

extension Compiler {
  /// Whether a name is `words.` and something, which only strict mode sets apart.
  func isWord(_ name: Name) -> Bool {
    isStrict && name.parts.count > 1 && name.parts[0] == "words"
  }

  /// The interface word that a name stands for, empty and with a problem where there is none;
  /// `nil` for any other name.
  mutating func interfaceWord(_ name: Name) -> String? {
    guard case .strict(let words) = mode, isWord(name) else { return nil }
    let key = name.parts.dropFirst().joined(separator: ".")
    guard let word = words[key] else {
      report(.unknownWord(key, among: words.keys.sorted()), at: name.range)
      return ""
    }
    return word
  }
}
