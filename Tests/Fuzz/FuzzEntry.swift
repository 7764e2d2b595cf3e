import Community
import Diagnostics
import Markup
import TestSupport

/// What libFuzzer calls with bytes of its own making: a file of an entry, front matter and body.
///
/// The first byte chooses the kind of entry. Reading must come to an end whatever the bytes are; the
/// body of a text that is UTF-8, as the build demands, must be balanced.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzzEntry(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  guard let first = bytes.first else { return 0 }
  let kinds = EntryKind.allCases
  let kind = kinds[Int(first) % kinds.count]
  let source = SourceText(path: "content/posts/a.md", bytes: Array(bytes.dropFirst()))
  let entry = Entry.read(source, as: EntryID(kind, "2026-03-10-a"), dialect: .handbook)
  guard String(validating: source.bytes, as: UTF8.self) != nil else { return 0 }
  if let entry = entry.value {
    precondition(entry.body.isWellFormed, "the body is not balanced, or leads out of itself")
  }
  precondition(entry.diagnostics.allSatisfy { $0.isPrintable }, "a message holds a control")
  editFields(of: source)
  return 0
}

/// Takes out each field and sets another: an edit is refused, or says what was wanted.
private func editFields(of source: SourceText) {
  guard let editor = try? YAMLEditor(source, roles: .declared) else { return }
  for field in editor.value.fields {
    var changed = editor
    guard (try? changed.remove(YAMLPath([.field(field.name)]))) != nil else { continue }
    precondition(!changed.value.fields.contains { $0.name == field.name }, "a field is still there")
    try? changed.set(YAMLPath([.field(field.name)]), to: .text("one: #\ntwo"))
  }
}

extension Diagnostic {
  /// Whether the message is one line that a terminal can show as it is.
  fileprivate var isPrintable: Bool {
    ([summary] + hints + [explanation].compactMap(\.self)).allSatisfy { text in
      text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    }
  }
}
