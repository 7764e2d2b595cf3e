import Diagnostics
import Markup

extension Entry {
  /// Finds the target of every reference; returns those that lead nowhere.
  mutating func settleReferences(_ names: NameIndex) -> [UnsettledReference] {
    var settler = ReferenceSettler(source: source, names: names)
    visitReferences(&settler)
    return settler.unsettled
  }
}

extension Configuration {
  /// Finds the goals of the series and the pages of the navigation.
  mutating func settleReferences(_ names: NameIndex) -> [Diagnostic] {
    var settler = ReferenceSettler(source: "content/handbook.yml", names: names)
    for index in series.indices { settler.visit(&series[index].goals, .goal) }
    settler.settle(&navigation, kind: .page)
    var hints = HintAllowance()
    return settler.unsettled.map { $0.told(names, &hints) }
  }
}

/// A reference that leads to no single entry.
///
/// It is told once all are known, since near misses are looked for only so often.
package struct UnsettledReference: Sendable {
  fileprivate let written: String
  fileprivate let kind: EntryKind?
  /// The entries that it could mean.
  fileprivate let candidates: [EntryIndex]
  fileprivate let place: SourceLocation

  func told(_ names: NameIndex, _ hints: inout HintAllowance) -> Diagnostic {
    guard candidates.isEmpty else {
      return .ambiguousReference(written, candidates: names.list(candidates), at: place)
    }
    return .unknownReference(
      written, kind: kind, hint: hints.next { names.hint(for: written, kind: kind) }, at: place)
  }
}

private struct ReferenceSettler: ReferenceVisitor {
  let source: String
  let names: NameIndex
  var unsettled: [UnsettledReference] = []

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
    switch names.reference(reference.written, kind: kind) {
    case .one(let target): settled.target = target
    case .unread: break
    case .several(let candidates): note(reference, kind, candidates)
    case .none: note(reference, kind, [])
    }
    return settled
  }

  private mutating func note(
    _ reference: Reference, _ kind: EntryKind?, _ candidates: [EntryIndex]
  ) {
    unsettled.append(
      UnsettledReference(
        written: reference.written, kind: kind, candidates: candidates,
        place: SourceLocation(path: source, span: reference.span)))
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
