import CCmark
import Diagnostics

/// The kinds of alert that the git host knows: `> [!NOTE]` and the like.
package enum AlertKind: String, Sendable, CaseIterable {
  case note, tip, important, warning, caution

  /// The kind named by `[!NOTE]`, in any case.
  init?(marker: UnsafeBufferPointer<UInt8>) {
    guard marker.count > 3, marker.starts(with: "[!".utf8), marker.last == UInt8(ascii: "]") else {
      return nil
    }
    self.init(
      rawValue: String(decoding: marker[2..<(marker.count - 1)], as: UTF8.self).lowercased())
  }

  fileprivate var word: Body.InterfaceWord {
    switch self {
    case .note: .alertNote
    case .tip: .alertTip
    case .important: .alertImportant
    case .warning: .alertWarning
    case .caution: .alertCaution
    }
  }
}

extension BodyReader {
  /// Begins an alert, if a quote's first line names one and nothing else, and takes that line out.
  mutating func startAlert(_ quote: Node) -> Bool {
    guard dialect.isExtended, let paragraph = quote.firstChild,
      paragraph.kind == CMARK_NODE_PARAGRAPH, let marker = paragraph.firstChild,
      marker.kind == CMARK_NODE_TEXT, let kind = AlertKind(marker: marker.literal),
      marker.next.map({ $0.kind == CMARK_NODE_SOFTBREAK }) ?? true,
      !isEscaped(marker.literal, onLine: text.sourceLine(paragraph.firstLine))
    else { return false }
    marker.next?.remove()
    marker.remove()
    writer.startLine()
    writer.append("<div class=\"alert alert-")
    writer.append(bytes: kind.rawValue.utf8)
    writer.append("\" role=\"note\">\n<p class=\"alert-title\">")
    writer.add(.word(kind.word))
    writer.append("</p>\n")
    return true
  }

  /// Whether a backslash stands before the marker, of which the tree has no trace.
  private func isEscaped(_ marker: UnsafeBufferPointer<UInt8>, onLine line: Int) -> Bool {
    let source = text.source
    guard let start = source.start(ofLine: line) else { return false }
    let end = source.start(ofLine: line + 1) ?? source.bytes.count
    let written = source.bytes[start..<end]
    guard let bracket = written.firstIndex(of: UInt8(ascii: "[")) else { return true }
    return !written[bracket...].starts(with: marker)
      || written[..<bracket].last == UInt8(ascii: "\\")
  }
}
