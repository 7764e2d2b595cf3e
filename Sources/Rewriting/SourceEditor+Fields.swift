import Diagnostics
import Markup

extension SourceEditor {
  /// Adds lines at the top of the front matter, with the front matter itself if there is none.
  mutating func insert(_ lines: [String]) {
    guard !lines.isEmpty else { return }
    let extent = FrontMatter.split(source).value
    let text = lines.map { $0 + lineEnd }.joined()
    if let matter = extent.matter {
      insert(text, at: matter.lowerBound)
    } else {
      insert("---\(lineEnd)\(text)---\(lineEnd)", at: extent.bodyStart)
    }
  }

  /// Removes fields of the front matter, each with the lines that go on with its value.
  mutating func removeFields(_ names: Set<String>) {
    guard let matter = FrontMatter.split(source).value.matter else { return }
    var start = matter.lowerBound
    var isInField = false
    while start < matter.upperBound {
      let end = source.bytes[start..<matter.upperBound].firstIndex(of: 0x0A).map { $0 + 1 }
      let line = start..<(end ?? matter.upperBound)
      isInField = isRemoved(line, names, afterRemoved: isInField)
      if isInField { replace(line, by: "") }
      start = line.upperBound
    }
  }

  /// Whether a line begins one of the fields, or is indented or empty below the beginning of one.
  private func isRemoved(
    _ line: Range<Int>, _ names: Set<String>, afterRemoved isInField: Bool
  ) -> Bool {
    let bytes = source.bytes[line]
    guard let first = bytes.first, first != 0x20, first != 0x09 else { return isInField }
    if first == 0x0A || first == 0x0D { return isInField }
    let name = bytes.prefix { $0 != UInt8(ascii: ":") }
    return name.count < bytes.count
      && names.contains(String(decoding: name, as: UTF8.self).trimmingBlanks)
  }

  /// How the file ends its lines.
  var lineEnd: String {
    guard source.lineStarts.count > 1 else { return "\n" }
    let first = source.lineStarts[1]
    return first > 1 && source.bytes[first - 2] == 0x0D ? "\r\n" : "\n"
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
