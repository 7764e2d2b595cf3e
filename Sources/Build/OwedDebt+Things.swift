package import Community
import Diagnostics
import Files

extension Inspection {
  /// All that is owed, by place, each with the line that it is about.
  package var owedThings: [OwedThing] {
    let problems = owed.diagnostics.compactMap { problem -> OwedThing? in
      guard let kind = DebtKind(problem.id), let place = problem.location else { return nil }
      return OwedThing(kind, at: place, problem: problem)
    }
    let notes = owed.notes.map { note in
      OwedThing(note.item.kind, at: note.place, former: note.item.former)
    }
    return withLines(problems + notes).sorted { left, right in
      (left.place, left.kind) < (right.place, right.kind)
    }
  }

  /// Reads each file once.
  private func withLines(_ things: [OwedThing]) -> [OwedThing] {
    let ofPath = Dictionary(grouping: things) { $0.place.path }
    return ofPath.flatMap { path, things in
      guard things.contains(where: { $0.place.line > 0 && $0.place.excerpt == nil }),
        let source = files.source(path)
      else { return things }
      return things.map { thing in
        let place = thing.place
        guard place.line > 0, place.excerpt == nil else { return thing }
        let line = source.location(line: place.line).excerpt
        return OwedThing(
          thing.kind,
          at: SourceLocation(
            path: place.path, line: place.line, column: place.column, length: place.length,
            excerpt: line), problem: thing.problem, former: thing.former)
      }
    }
  }
}
