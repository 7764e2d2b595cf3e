import Diagnostics

extension YAMLEditor {
  /// The text below the front matter, without the blank lines above it.
  package var text: String { String(decoding: source.bytes[textStart...], as: UTF8.self) }

  /// The line on which that text begins, counted from 1.
  package var firstTextLine: Int { source.line(at: textStart) }

  /// Puts another text in its place; the blank lines above it and the kind of line breaks stay.
  package mutating func setText(_ text: String) throws(EditRefusal) {
    var lines = YAMLValue.text(text).withPlainBreaks.scalar ?? text
    if !lines.isEmpty, !lines.hasSuffix("\n") { lines += "\n" }
    let lineBreak = lineBreak(at: 0)
    if lineBreak != "\n" {
      lines = lines.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: lineBreak)
    }
    let head = source.bytes[..<textStart]
    let isApart = head.isEmpty || extent.matter == nil || textStart > extent.bodyStart
    let isLineOpen = !head.isEmpty && head.last != UInt8(ascii: "\n")
    let gap = lines.isEmpty ? "" : (isLineOpen ? lineBreak : "") + (isApart ? "" : lineBreak)
    let bytes = head + Array((gap + lines).utf8)
    let next = try YAMLEditor(
      SourceText(path: source.path, bytes: Array(bytes)), kind, roles: roles)
    guard next.value.saysTheSame(as: value) else { throw .unsettled }
    self = next
  }

  private var textStart: Int {
    var start = extent.bodyStart
    for (offset, byte) in zip(extent.bodyStart..., source.bytes[extent.bodyStart...]) {
      if byte == UInt8(ascii: "\n") {
        start = offset + 1
      } else if byte != UInt8(ascii: "\r"), byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t") {
        break
      }
    }
    return start
  }

  /// The name of the field that stands on a line; `nil` where none does.
  package func field(onLine line: Int) -> String? {
    let fields = syntax.root.fields
    return fields.last { source.line(at: $0.key.lowerBound) <= line }
      .flatMap { line <= source.line(at: $0.value.range.upperBound) ? $0.name : nil }
  }
}
