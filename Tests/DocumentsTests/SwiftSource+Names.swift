extension SwiftSource {
  /// The names of the fields that a reader asks for: single words given to a call.
  var fieldNames: [String] {
    tokens.indices.dropFirst().compactMap { index in
      guard case .text(let text) = tokens[index], isName(text) else { return nil }
      switch tokens[index - 1] {
      case .sign(UInt8(ascii: "(")): return isMethod(before: index - 1) ? text : nil
      case .sign(UInt8(ascii: ",")): return callee(around: index) == "picture" ? text : nil
      case .sign(UInt8(ascii: ":")): return tokens[index - 2] == .word("address") ? text : nil
      default: return nil
      }
    }
  }

  /// Whether the bracket at `index` follows the name of a call.
  private func isMethod(before index: Int) -> Bool {
    guard index > 0, case .word(let name) = tokens[index - 1] else { return false }
    return !["hasPrefix", "hasSuffix", "contains"].contains(name)
  }

  private func isName(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy {
        $0 == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
      }
  }
}

extension SwiftSource {
  /// The cases of an enum that the file declares, by name.
  func cases(ofEnum name: String) -> Set<String> {
    guard let start = tokens.indices.dropLast().first(where: { isDeclaration(of: name, at: $0) })
    else { return [] }
    var names: Set<String> = []
    var depth = 0
    for index in tokens.indices[(start + 2)...] {
      switch tokens[index] {
      case .sign(UInt8(ascii: "{")): depth += 1
      case .sign(UInt8(ascii: "}")):
        depth -= 1
        if depth == 0 { return names }
      case .word("case") where depth == 1: names.formUnion(namesOfCase(after: index))
      default: break
      }
    }
    return names
  }

  private func isDeclaration(of name: String, at index: Int) -> Bool {
    tokens[index] == .word("enum") && tokens[index + 1] == .word(name)
  }

  /// `story, question(Int), news` after the word `case`.
  private func namesOfCase(after keyword: Int) -> [String] {
    var names: [String] = []
    var index = keyword + 1
    while index < tokens.count, case .word(let name) = tokens[index] {
      names.append(name)
      index = endOfBrackets(from: index + 1)
      guard index < tokens.count, tokens[index] == .sign(",") else { break }
      index += 1
    }
    return names
  }

  /// The token after brackets that open at `start`, or `start` where none do.
  private func endOfBrackets(from start: Int) -> Int {
    guard start < tokens.count, tokens[start] == .sign("(") else { return start }
    var depth = 0
    for index in start..<tokens.count {
      if tokens[index] == .sign("(") { depth += 1 }
      if tokens[index] == .sign(")") { depth -= 1 }
      if depth == 0 { return index + 1 }
    }
    return tokens.count
  }
}
