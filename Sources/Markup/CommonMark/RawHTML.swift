import CCmark
import Diagnostics

/// Whether anything in a text of Markdown is read as HTML (CommonMark 0.30 §4.6 and §6.6).
///
/// A text beyond the limits on entries is not read; if it has a `<`, it is taken to hold HTML.
package func holdsRawHTML(_ text: String) -> Bool {
  guard text.utf8.contains(UInt8(ascii: "<")) else { return false }
  let source = SourceText(path: "", bytes: Array(text.utf8))
  guard ParsingLimits.problem(in: source, from: 0) == nil else { return true }
  return source.bytes.withUnsafeBufferPointer { bytes in
    withCommonMarkTree(of: bytes) { root in
      root.withEvents { events in events.findsHTML() }
    } ?? false
  } ?? true
}

extension TreeEvents {
  fileprivate borrowing func findsHTML() -> Bool {
    while let event = next() {
      let kind = event.node.kind
      if kind == CMARK_NODE_HTML_BLOCK || kind == CMARK_NODE_HTML_INLINE { return true }
    }
    return false
  }
}
