import Diagnostics
import Markup

extension Entry {
  /// Finds the target of every reference, and reports those that lead nowhere.
  mutating func settleReferences(_ names: NameIndex, _ hints: inout HintAllowance) -> [Diagnostic] {
    var settler = ReferenceSettler(source: source, names: names, hints: hints)
    visitReferences(&settler)
    hints = settler.hints
    return settler.diagnostics
  }
}

extension Configuration {
  /// Finds the goals of the series and the pages of the navigation.
  mutating func settleReferences(_ names: NameIndex) -> [Diagnostic] {
    var settler = ReferenceSettler(
      source: "content/handbook.yml", names: names, hints: HintAllowance())
    for index in series.indices { settler.visit(&series[index].goals, .goal) }
    settler.settle(&navigation, kind: .page)
    return settler.diagnostics
  }
}

private struct ReferenceSettler: ReferenceVisitor {
  let source: String
  let names: NameIndex
  var hints: HintAllowance
  var diagnostics: [Diagnostic] = []

  mutating func visit(_ references: inout [Reference], _ relation: Relation) {
    settle(&references, kind: relation.targetKind)
  }

  mutating func visit(_ reference: inout Reference?, _ relation: Relation) {
    guard let written = reference else { return }
    reference = settled(written, kind: relation.targetKind)
  }

  mutating func settle(_ references: inout [Reference], kind: EntryKind?) {
    for index in references.indices {
      references[index] = settled(references[index], kind: kind)
    }
  }

  private mutating func settled(_ reference: Reference, kind: EntryKind?) -> Reference {
    var settled = reference
    let location = SourceLocation(path: source, span: reference.span)
    switch names.reference(reference.written, kind: kind) {
    case .one(let target): settled.target = target
    case .unread: break
    case .several(let candidates):
      diagnostics.append(
        .ambiguousReference(reference.written, candidates: names.list(candidates), at: location))
    case .none:
      diagnostics.append(
        .unknownReference(
          reference.written, kind: kind,
          hint: hints.next { names.hint(for: reference.written, kind: kind) }, at: location))
    }
    return settled
  }
}

extension Diagnostic {
  fileprivate static func unknownReference(
    _ written: String, kind: EntryKind?, hint: String?, at place: SourceLocation
  ) -> Diagnostic {
    let what = kind?.rawValue ?? "entry"
    let whereabouts =
      kind.map { "; the files are in content/\($0.folder)" } ?? ", such as posts/a-story"
    return Diagnostic(
      .error, DiagnosticID(rawValue: "unknown-\(what)"), at: place,
      "no \(what) has the id '\(written.quotedInput)'",
      hints: [hint ?? "an id is a file's name without .md\(whereabouts)"])
  }

  fileprivate static func ambiguousReference(
    _ written: String, candidates: String, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, "ambiguous-reference", at: place,
      "'\(written.quotedInput)' could be \(candidates)",
      hints: ["write the one that is meant, with its folder"])
  }
}
