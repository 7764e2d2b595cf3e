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
  return 0
}

extension Diagnostic {
  /// Whether the message is one line that a terminal can show as it is.
  fileprivate var isPrintable: Bool {
    ([summary] + hints + [explanation].compactMap(\.self)).allSatisfy { text in
      text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    }
  }
}
