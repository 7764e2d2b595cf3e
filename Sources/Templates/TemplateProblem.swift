import Diagnostics

/// What can be wrong with a template, apart from where: the wording of every message.
struct TemplateProblem {
  let id: DiagnosticID
  let summary: String
  var hints: [String] = []

  func diagnostic(at location: SourceLocation?) -> Diagnostic {
    Diagnostic(.error, id, at: location, summary, hints: hints)
  }
}

// MARK: - Found while reading one template

extension TemplateProblem {
  static func unclosedTag(closing: String) -> TemplateProblem {
    TemplateProblem(
      id: "unclosed-tag", summary: "this tag is never closed", hints: ["close it with '\(closing)'"]
    )
  }

  static func namelessTag() -> TemplateProblem {
    TemplateProblem(id: "nameless-tag", summary: "a tag needs a name")
  }

  static func badDelimiters() -> TemplateProblem {
    TemplateProblem(
      id: "bad-delimiters",
      summary: "a delimiter tag holds two delimiters without '=', a space between them",
      hints: ["write it like '{{=<% %>=}}'"])
  }

  static func unclosedSection(_ label: String) -> TemplateProblem {
    TemplateProblem(
      id: "unclosed-section", summary: "'\(label.quotedInput)' is opened here and never closed",
      hints: ["close it with '{{/\(label.quotedInput)}}'"])
  }

  static func strayClose(_ label: String) -> TemplateProblem {
    TemplateProblem(
      id: "stray-close", summary: "nothing named '\(label.quotedInput)' is open here")
  }

  static func mismatchedClose(_ label: String, open: String, line: Int) -> TemplateProblem {
    TemplateProblem(
      id: "mismatched-close",
      summary: "'\(open.quotedInput)', opened on line \(line), must be closed before "
        + "'\(label.quotedInput)'",
      hints: ["write '{{/\(open.quotedInput)}}'"])
  }

  static func tooDeep() -> TemplateProblem {
    TemplateProblem(
      id: "template-too-deep",
      summary: "sections, blocks and partials can be nested \(nestingLimit) deep and no deeper")
  }
}

// MARK: - Found while compiling for a view

extension TemplateProblem {
  /// `whole` is the value that was asked for the name, where it wasn't the context at large.
  static func unknownName(
    _ name: String, in whole: String?, among names: [String]
  )
    -> TemplateProblem
  {
    let place = whole.map { "in '\($0.quotedInput)'" } ?? "here"
    return TemplateProblem(
      id: "unknown-template-name", summary: "nothing \(place) is named '\(name.quotedInput)'",
      hints: hints(for: name, among: names, otherwise: "the names \(place) are"))
  }

  static func noNamesInside(_ whole: String, _ shape: Shape, name: String) -> TemplateProblem {
    TemplateProblem(
      id: "unknown-template-name",
      summary: "'\(whole.quotedInput)' is \(shape.description), so nothing in it is named "
        + "'\(name.quotedInput)'")
  }

  static func unknownWord(_ word: String, among words: [String]) -> TemplateProblem {
    let known = words.map { "words.\($0)" }
    return TemplateProblem(
      id: "unknown-interface-word",
      summary: "no interface word is named '\(word.quotedInput)'",
      hints: hints(for: "words.\(word)", among: known, otherwise: "the words are"))
  }

  static func wordNotPrinted(_ name: String) -> TemplateProblem {
    TemplateProblem(
      id: "misused-interface-word", summary: "an interface word can only be printed as text",
      hints: ["write '{{\(name.quotedInput)}}'"])
  }

  static func unknownTemplate(
    _ name: String, chosenBy choice: String?, among names: [String]
  )
    -> TemplateProblem
  {
    let reason = choice.map { ", which '\($0.quotedInput)' can be" } ?? ""
    return TemplateProblem(
      id: "unknown-partial", summary: "no template is named '\(name.quotedInput)'\(reason)",
      hints: hints(for: name, among: names, otherwise: "the templates are"))
  }

  static func notAChoice(_ name: String, _ shape: Shape) -> TemplateProblem {
    TemplateProblem(
      id: "dynamic-name-not-a-choice",
      summary: "'*\(name.quotedInput)' must be a value with a known set of texts, not "
        + shape.description)
  }

  static func ring(_ path: [String]) -> TemplateProblem {
    TemplateProblem(
      id: "partial-ring",
      summary: "a template must not include itself: \(path.joined(separator: " → ").quotedInput)")
  }

  static func unescapedText(_ name: String, _ shape: Shape) -> TemplateProblem {
    TemplateProblem(
      id: "unescaped-text",
      summary: "'\(name.quotedInput)' is \(shape.description); only HTML is printed unescaped",
      hints: ["write '{{\(name.quotedInput)}}'"])
  }

  static func escapedHTML(_ name: String) -> TemplateProblem {
    TemplateProblem(
      id: "escaped-html",
      summary: "'\(name.quotedInput)' is HTML; escaped, its tags would show as text",
      hints: ["write '{{{\(name.quotedInput)}}}'"])
  }

  static func notPrintable(_ name: String, _ shape: Shape) -> TemplateProblem {
    TemplateProblem(
      id: "unprintable-value",
      summary: "'\(name.quotedInput)' is \(shape.description), which can't be printed",
      hints: ["open it with '{{#\(name.quotedInput)}}'"])
  }

  static func unknownBlock(
    _ name: String, in parent: String, among names: [String]
  )
    -> TemplateProblem
  {
    TemplateProblem(
      id: "unknown-block",
      summary: "'\(parent.quotedInput)' has no block named '\(name.quotedInput)'",
      hints: hints(for: name, among: names, otherwise: "its blocks are"))
  }

  static func outsideBlocks(_ parent: String) -> TemplateProblem {
    TemplateProblem(
      id: "text-outside-blocks",
      summary: "inside '{{<\(parent.quotedInput)}}' only blocks are shown",
      hints: ["move this into a block, or out of '{{<\(parent.quotedInput)}}'"])
  }

  static func tooLarge() -> TemplateProblem {
    TemplateProblem(
      id: "template-too-large",
      summary: "a page can include \(inclusionLimit) partials, parents and blocks and no more")
  }

  /// The near miss alone, else all that would do.
  private static func hints(
    for name: String, among names: [String], otherwise lead: String
  )
    -> [String]
  {
    if let near = NearMiss.nearest(to: name, among: names) {
      return ["did you mean '\(near.quotedInput)'?"]
    }
    // Each list's flag goes without saying: the list is named.
    let listed = names.filter { name in
      !name.hasPrefix("has_") || !names.contains(String(name.dropFirst("has_".count)))
    }
    if listed.isEmpty { return [] }
    return [lead + " " + listed.map { "'\($0.quotedInput)'" }.joined(separator: ", ")]
  }
}
