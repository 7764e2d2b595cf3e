/// The way to a value: `title`, `consent.name`, `milestones[2].evidence`.
package struct YAMLPath: Hashable, Sendable {
  package enum Step: Hashable, Sendable {
    case field(String)
    /// An item of a list, counted from 0.
    case item(Int)
  }

  package var steps: [Step]

  package init(_ steps: [Step]) { self.steps = steps }

  /// Reads a path as it is written; names that hold dots or brackets need steps.
  package init(_ written: String) {
    steps = written.split(separator: ".").flatMap { part -> [Step] in
      let parts = part.split(separator: "[")
      guard let name = parts.first else { return [] }
      let items = parts.dropFirst().compactMap { Int($0.prefix { $0 != "]" }) }
      return [.field(String(name))] + items.map { .item($0) }
    }
  }

  package func field(_ name: String) -> YAMLPath { YAMLPath(steps + [.field(name)]) }

  package func item(_ index: Int) -> YAMLPath { YAMLPath(steps + [.item(index)]) }
}

extension YAMLPath: CustomStringConvertible {
  package var description: String {
    var written = ""
    for step in steps {
      switch step {
      case .field(let name): written += written.isEmpty ? name : ".\(name)"
      case .item(let index): written += "[\(index)]"
      }
    }
    return written
  }
}
