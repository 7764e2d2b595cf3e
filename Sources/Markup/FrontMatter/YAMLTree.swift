import Diagnostics
import Yams

/// Turns what Yams composes into fields with their places.
///
/// Every value stays text.
struct YAMLTree {
  let block: YAMLBlock
  private let repair: YAMLRepair
  let opening: SourceSpan
  private let firstLine: Int
  private(set) var diagnostics: [Diagnostic] = []
  /// The last mark that was found in the source: marks come in order, so the next is looked for
  /// from there.
  private var last: (line: Int, column: Int, offset: Int) = (0, 1, 0)

  init(_ block: YAMLBlock, _ repair: YAMLRepair, opening: SourceSpan) {
    self.block = block
    self.repair = repair
    self.opening = opening
    firstLine = block.source.line(at: block.range.lowerBound)
  }

  /// The fields; `nil` where the text can't be read as fields.
  mutating func read() -> FieldMap? {
    let text = String(decoding: repair.applied(to: block.source.bytes, block.range), as: UTF8.self)
    do {
      let node = try Yams.compose(yaml: text, .withoutRules, .default, .utf8)
      return fields(of: node)
    } catch let error as YamlError {
      diagnostics.append(explanation(of: error))
    } catch {
      diagnostics.append(notFields(block.source.location(opening)))
    }
    return nil
  }

  private mutating func fields(of node: Yams.Node?) -> FieldMap? {
    guard let node else { return FieldMap(at: opening) }
    let value = value(of: node, after: opening, depth: 1)
    switch value.content {
    case .map(let map): return FieldMap(map.fields, at: opening)
    case .empty: return FieldMap(at: opening)
    case .text, .list:
      diagnostics.append(notFields(block.source.location(value.span)))
      return nil
    }
  }
}

// MARK: Values

extension YAMLTree {
  private mutating func value(of node: Yams.Node, after key: SourceSpan, depth: Int) -> FieldValue {
    guard depth <= YAMLBlock.deepest + 1 else { return FieldValue(.empty, at: key) }
    switch node {
    case .scalar(let scalar): return text(scalar, after: key)
    case .sequence(let sequence): return list(sequence, after: key, depth)
    case .mapping(let mapping): return map(mapping, after: key, depth)
    case .alias: return FieldValue(.empty, at: key)
    }
  }

  private mutating func text(_ scalar: Yams.Node.Scalar, after key: SourceSpan) -> FieldValue {
    let text = YAMLRepair.restored(scalar.string)
    if scalar.style == .plain, text.isEmptyInYAML {
      return FieldValue(.empty, at: text.isEmpty ? key : span(of: scalar, text))
    }
    let span = span(of: scalar, text)
    if text.unicodeScalars.contains(where: { $0.isEscapedControl }) {
      diagnostics.append(escapedControl(block.source.location(span)))
    }
    return FieldValue(.text(text, isQuoted: scalar.style != .plain), at: span)
  }

  private mutating func list(
    _ sequence: Yams.Node.Sequence, after key: SourceSpan, _ depth: Int
  ) -> FieldValue {
    let span = span(ofCollection: sequence.mark, after: key)
    let items = sequence.map { value(of: $0, after: span, depth: depth + 1) }
    return FieldValue(.list(items), at: span)
  }

  private mutating func map(
    _ mapping: Yams.Node.Mapping, after key: SourceSpan, _ depth: Int
  ) -> FieldValue {
    let span = span(ofCollection: mapping.mark, after: key)
    var fields: [FieldMap.Field] = []
    for (name, node) in mapping {
      guard case .scalar(let scalar) = name else {
        diagnostics.append(keyNotAWord(block.source.location(span)))
        continue
      }
      if YAMLRepair.isRepeated(scalar.string) { continue }
      let text = YAMLRepair.restored(scalar.string)
      let keySpan = self.span(of: scalar, text)
      let value = value(of: node, after: keySpan, depth: depth + 1)
      fields.append(FieldMap.Field(key: text, keySpan: keySpan, value: value))
    }
    return FieldValue(.map(FieldMap(fields, at: span)), at: span)
  }
}

// MARK: Places

extension YAMLTree {
  /// The place of a scalar: its words, without quotes where the words stand there as written.
  private mutating func span(of scalar: Yams.Node.Scalar, _ text: String) -> SourceSpan {
    guard let place = place(of: scalar.mark) else { return opening }
    let line = block.source.line(place.line)
    var start = place.offset
    if scalar.style == .literal || scalar.style == .folded {
      return block.source.span(of: firstTextLine(after: place.line))
    }
    let isQuoted = scalar.style != .plain
    if isQuoted, start < line.upperBound { start += 1 }
    let column = place.column + (isQuoted ? 1 : 0)
    if block.source.bytes[start..<line.upperBound].starts(with: text.utf8) {
      let length = max(1, text.unicodeScalars.count)
      return SourceSpan(line: place.line, column: column, length: length)
    }
    let rest = block.source.text(place.offset..<line.upperBound).unicodeScalars
    return SourceSpan(line: place.line, column: place.column, length: max(1, rest.count))
  }

  private func firstTextLine(after number: Int) -> Range<Int> {
    let source = block.source
    var line = source.line(number)
    var next = number + 1
    while next <= source.lineStarts.count {
      let candidate = source.line(next)
      if !source.isBlank(candidate) {
        line = candidate
        break
      }
      next += 1
    }
    let start = line.first { !source.bytes[$0].isBlank } ?? line.lowerBound
    return start..<line.upperBound
  }

  /// The place of a list or of fields: the bracket's stretch of its line, or the first of its
  /// lines.
  private mutating func span(ofCollection mark: Mark?, after key: SourceSpan) -> SourceSpan {
    guard let place = place(of: mark) else { return key }
    let line = block.source.line(place.line)
    let rest = block.source.bytes[place.offset..<line.upperBound]
    let isFlow = rest.first == UInt8(ascii: "[") || rest.first == UInt8(ascii: "{")
    let end = (isFlow ? endOfBrackets(rest) : nil) ?? rest.lastIndex { !$0.isBlank }
    let length = rest[...(end ?? place.offset)].count { $0 & 0xC0 != 0x80 }
    return SourceSpan(line: place.line, column: place.column, length: length)
  }

  /// The bracket that closes the one at the start, brackets in quotes counted as any other.
  private func endOfBrackets(_ rest: ArraySlice<UInt8>) -> Int? {
    var depth = 0
    return rest.firstIndex { byte in
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { depth -= 1 }
      return depth == 0
    }
  }

  /// Where a mark of Yams (lines and columns from 1, in scalars) is in the source.
  mutating func place(of mark: Mark?) -> (line: Int, column: Int, offset: Int)? {
    guard let mark else { return nil }
    let number = firstLine + mark.line - 1
    var column = mark.column
    for shift in repair.shifts where shift.line == number && mark.column > shift.column {
      column -= shift.by
    }
    guard number <= block.source.lineStarts.count, column > 0 else { return nil }
    let line = block.source.line(number)
    if last.line != number || last.column > column { last = (number, 1, line.lowerBound) }
    while last.column < column, last.offset < line.upperBound {
      last.offset += 1
      while last.offset < line.upperBound, block.source.bytes[last.offset] & 0xC0 == 0x80 {
        last.offset += 1
      }
      last.column += 1
    }
    return last
  }
}

extension String {
  /// Whether YAML reads this plain word as nothing.
  fileprivate var isEmptyInYAML: Bool {
    ["", "~", "null", "Null", "NULL"].contains(self)
  }
}

extension Unicode.Scalar {
  /// A control character that only an escape such as `\0` can have written.
  fileprivate var isEscapedControl: Bool {
    (value < 0x20 && value != 0x09 && value != 0x0A) || (0x7F...0x9F).contains(value)
  }
}
