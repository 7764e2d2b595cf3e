import Diagnostics
import Yams

extension Resolver {
  /// Takes nothing for a number, a date or a yes: `Resolver.basic` has no rules, so none of its
  /// regular expressions are run over each word.
  static var withoutRules: Resolver { .basic }
}

// What is said where Yams itself finds fault: in our own words, with its place.
extension YAMLTree {
  mutating func explanation(of error: YamlError) -> Diagnostic {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      return explanation(of: problem, context?.text, at: location(mark))
    case .duplicatedKeysInMapping(let names, let context):
      return duplicate(names.first ?? "", at: location(context.mark))
    default:
      return failure(at: nil, "\(block.name) cannot be read", because: nil)
    }
  }

  private mutating func location(_ mark: Mark) -> SourceLocation {
    guard let place = place(of: mark) else { return block.source.location(opening) }
    let line = block.source.line(place.line)
    let start = min(place.offset, line.upperBound)
    return block.source.location(block.source.span(of: start..<max(line.upperBound, start + 1)))
  }

  private func explanation(
    of problem: String, _ context: String?, at place: SourceLocation
  ) -> Diagnostic {
    if problem.contains("escape") || problem.contains("hexdecimal") {
      return failure(
        at: place, "a backslash between double quotation marks begins a code that is not known",
        because: nil, "use single quotation marks, or write two backslashes for one")
    }
    if context?.contains("flow") == true {
      return failure(
        at: place, "something is wrong between the brackets", because: nil,
        "part the items with single commas, and put those that hold brackets in quotes")
    }
    return failure(
      at: place, "\(block.name) cannot be read from here on",
      because: "The YAML reader says: \(problem.quotedInput).",
      "see whether the line before is finished, and whether a value needs quotes")
  }

  private func failure(
    at place: SourceLocation?, _ summary: String, because: String?, _ hints: String...
  ) -> Diagnostic {
    Diagnostic(
      .error, "yaml", at: place ?? block.source.whole, summary, because: because, hints: hints)
  }

  private func duplicate(_ name: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "duplicate-field", at: place,
      "'\(YAMLRepair.restored(name).quotedInput)' is given more than once between these braces",
      hints: ["keep one of them"])
  }

  func notFields(_ place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "stray-text", at: place,
      "each line of \(block.name) is a field: a name, a colon, a space and a value",
      hints: ["write, for example, title: My title"])
  }

  func keyNotAWord(_ place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "unknown-field", at: place, "a field's name is a word, not a list or other fields",
      hints: ["put the value in quotes if it is meant as words"])
  }

  func escapedControl(_ place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "control-character", at: place, "a value cannot hold a control character",
      hints: ["take out the code that begins with a backslash"])
  }
}
