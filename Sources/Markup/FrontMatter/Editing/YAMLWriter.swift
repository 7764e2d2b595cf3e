/// A value as text: what stands behind the colon or hyphen, and the lines below, each with the break
/// before it.
struct WrittenYAML: Hashable, Sendable {
  var inline = ""
  var lines = ""
}

/// Writes values as a file has them: its line breaks and its indentation.
struct YAMLWriter: Sendable {
  let lineBreak: String
  /// How far items stand to the right of their field.
  let itemStep: Int
  /// Whether text of several lines goes between quotes, which hold everything.
  var isCautious = false

  /// How long a list in brackets may become.
  private static let longestLine = 100

  /// A value below the column of a field's name or a hyphen.
  func write(_ value: YAMLValue, parent: Int, behindHyphen: Bool = false) -> WrittenYAML {
    switch value {
    case .empty: WrittenYAML()
    case .text(let text): write(text, isWord: false, parent: parent)
    case .word(let text): write(text, isWord: true, parent: parent)
    case .list(let items): write(items, parent, behindHyphen)
    case .fields(let fields): write(fields, parent, behindHyphen)
    }
  }

  private func write(_ text: String, isWord: Bool, parent: Int) -> WrittenYAML {
    if text.utf8.contains(0x0A), !isCautious, let block = literal(text, parent: parent) {
      return block
    }
    return WrittenYAML(inline: inline(text, isWord: isWord, inFlow: false))
  }

  private func write(_ items: [YAMLValue], _ parent: Int, _ behindHyphen: Bool) -> WrittenYAML {
    let isPlain = items.allSatisfy { $0.scalar.map { !$0.utf8.contains(0x0A) } ?? false }
    let flow = flow(.list(items))
    if items.isEmpty || (isPlain && flow.utf8.count + parent < Self.longestLine) {
      return WrittenYAML(inline: flow)
    }
    let column = parent + (behindHyphen || parent < 0 ? max(itemStep, 2) : itemStep)
    return WrittenYAML(lines: items.map { self.item($0, column: column) }.joined())
  }

  private func write(
    _ fields: [YAMLValue.Field], _ parent: Int, _ behindHyphen: Bool
  ) -> WrittenYAML {
    if fields.isEmpty { return WrittenYAML(inline: "{}") }
    let column = parent + 2
    let lines = fields.map { lineBreak + spaces(column) + self.field($0, column: column) }.joined()
    guard behindHyphen else { return WrittenYAML(lines: lines) }
    // The first field stands on the line of the hyphen.
    let lead = lineBreak + spaces(column)
    return WrittenYAML(inline: String(lines.unicodeScalars.dropFirst(lead.unicodeScalars.count)))
  }

  /// An item on a line of its own, with the break before it.
  func item(_ value: YAMLValue, column: Int) -> String {
    lineBreak + spaces(column) + "-"
      + write(value, parent: column, behindHyphen: true).afterSpace
  }

  /// A field, without the indentation of its first line.
  func field(_ field: YAMLValue.Field, column: Int) -> String {
    key(field.name) + ":" + write(field.value, parent: column).afterSpace
  }

  func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

  private func key(_ name: String) -> String {
    let isPlain =
      name.utf8.allSatisfy { $0.isWordByte } && name.isPlainInYAML(inFlow: true, isWord: false)
    return isPlain ? name : name.quotedInYAML
  }

  // MARK: On one line

  func inline(_ text: String, isWord: Bool, inFlow: Bool) -> String {
    text.isPlainInYAML(inFlow: inFlow, isWord: isWord) ? text : text.quotedInYAML
  }

  /// A value between brackets.
  func flow(_ value: YAMLValue) -> String {
    switch value {
    case .empty: "null"
    case .text(let text): inline(text, isWord: false, inFlow: true)
    case .word(let text): inline(text, isWord: true, inFlow: true)
    case .list(let items): list(items.map(flow).joined(separator: ", "))
    case .fields(let fields): "{\(fields.map(flow).joined(separator: ", "))}"
    }
  }

  /// Two brackets without a blank between would be read as `[[id]]`.
  private func list(_ items: String) -> String {
    items.utf8.first == UInt8(ascii: "[") ? "[ \(items)]" : "[\(items)]"
  }

  func flow(_ field: YAMLValue.Field) -> String { "\(key(field.name)): \(flow(field.value))" }

  // MARK: On lines below

  /// Text behind a `|`, each line as it is; `nil` where no block can hold it.
  func literal(_ text: String, parent: Int, indentation: Int? = nil) -> WrittenYAML? {
    let column = indentation ?? max(parent, 0) + 2
    guard let block = BlockLines(text, parent: parent, column: column) else { return nil }
    let lines = block.lines.map { lineBreak + ($0.isEmpty ? "" : spaces(column)) + $0 }
    return WrittenYAML(inline: "|" + block.signs, lines: lines.joined())
  }

  /// Text behind a `>`, whose lines are broken at blanks; `nil` where that would change it.
  func folded(_ text: String, parent: Int, indentation: Int, width: Int) -> WrittenYAML? {
    guard let block = BlockLines(text, parent: parent, column: indentation),
      block.lines.allSatisfy({ !($0.utf8.first?.isBlank ?? false) })
    else { return nil }
    var lines: [String] = []
    for (offset, line) in block.lines.enumerated() {
      // Between lines of text one break more is written, for one alone is read as a blank.
      let hasTextBefore = block.lines[..<offset].contains { !$0.isEmpty }
      if !line.isEmpty, hasTextBefore { lines.append("") }
      lines += line.isEmpty ? [""] : line.broken(at: max(20, width - indentation))
    }
    return WrittenYAML(
      inline: ">" + block.signs,
      lines: lines.map { lineBreak + ($0.isEmpty ? "" : spaces(indentation)) + $0 }.joined())
  }
}

extension WrittenYAML {
  /// As it follows a colon or a hyphen.
  var afterSpace: String { (inline.isEmpty ? "" : " ") + inline + lines }
}

/// The lines of a text for a block, and the signs of its header: the indentation where the first
/// line begins with blanks, and whether breaks at the end are kept.
private struct BlockLines {
  let lines: [String]
  let signs: String

  init?(_ text: String, parent: Int, column: Int) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let first = lines.first(where: { !$0.isEmpty }),
      !text.unicodeScalars.contains(where: { $0 != "\n" && $0.needsEscape })
    else { return nil }
    let step = column - max(parent, 0)
    let needsIndent = first.utf8.first?.isBlank == true
    guard !needsIndent || (1...9).contains(step) else { return nil }
    var chomping = "-"
    if lines.last?.isEmpty == true {
      lines.removeLast()
      chomping = lines.last?.isEmpty == true ? "+" : ""
    }
    self.lines = lines
    signs = (needsIndent ? String(step) : "") + chomping
  }
}

extension String {
  /// The line broken at single blanks, so that lines are about so long.
  fileprivate func broken(at width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in split(separator: " ", omittingEmptySubsequences: false).map(String.init) {
      let isFirst = line.isEmpty && lines.isEmpty
      let canBreak = !word.isEmpty && !line.isEmpty && !line.hasSuffix(" ")
      if !isFirst, canBreak, line.unicodeScalars.count + 1 + word.unicodeScalars.count > width {
        lines.append(line)
        line = word
      } else {
        line += (isFirst ? "" : " ") + word
      }
    }
    return lines + [line]
  }
}
