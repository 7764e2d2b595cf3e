import Diagnostics
import Markup
import TestSupport
import Testing

@testable import Community

@Suite("Edits of the sample's fields")
struct SampleEditTests {
  /// The entries of the sample with front matter.
  private static let files = Result {
    try filesOfRepository(below: "content", ending: ".md").compactMap { path, bytes in
      EntryKind(folder: path.prefix { $0 != "/" }).map { kind in
        (kind, SourceText(path: "content/\(path)", bytes: bytes))
      }
    }
  }

  @Test("any scalar of any entry can be changed alone, and back")
  func scalars() throws {
    for (_, source) in try Self.files.get() {
      let editor = try YAMLEditor(source, roles: .declared)
      for (path, text) in editor.value.scalars {
        var changed = editor
        try changed.set(path, to: .text("other words"))
        let (old, new) = (Lines(source.bytes), Lines(changed.source.bytes))
        // Only the lines of that value differ.
        let same = old.lines.difference(from: new.lines)
        #expect(same.removals.count <= text.count / 40 + 2, "\(source.path) \(path)")
        try changed.set(path, to: .text(text))
        #expect(changed.value.saysTheSame(as: editor.value), "\(source.path) \(path)")
      }
    }
  }

  @Test("any field of any entry can be taken out and comes back to a place among its neighbours")
  func fields() throws {
    for (kind, source) in try Self.files.get() {
      let editor = try YAMLEditor(source, roles: .declared)
      for field in editor.value.fields {
        var changed = editor
        try changed.remove(YAMLPath(field.name))
        #expect(!changed.value.fields.contains { $0.name == field.name })
        try changed.set(YAMLPath(field.name), to: field.value, order: kind.fieldOrder)
        #expect(changed.value.saysTheSame(as: editor.value), "\(source.path) \(field.name)")
        #expect(changed.source.bytes.count >= source.bytes.count / 2)
      }
    }
  }
}

private struct Lines {
  let lines: [ArraySlice<UInt8>]

  init(_ bytes: [UInt8]) { lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false) }
}

extension YAMLValue {
  /// Every scalar with the way to it.
  fileprivate var scalars: [(YAMLPath, String)] {
    switch self {
    case .empty: []
    case .text(let text), .word(let text): [(YAMLPath([]), text)]
    case .list(let items):
      items.enumerated().flatMap { index, item in
        item.scalars.map { (YAMLPath([.item(index)] + $0.0.steps), $0.1) }
      }
    case .fields(let fields):
      fields.flatMap { field in
        field.value.scalars.map { (YAMLPath([.field(field.name)] + $0.0.steps), $0.1) }
      }
    }
  }
}
