import Diagnostics
import Text

extension FieldReader {
  /// The words of a field, trimmed; `nil` where it is missing, empty, or not words.
  package mutating func text(_ key: String) -> Located<String>? {
    guard let value = value(key) else { return nil }
    guard case .text(let text, _) = value.content else {
      wrongType(key, value, takes: "words")
      return nil
    }
    return text.trimmed.isEmpty ? nil : Located(text.trimmed, at: value.span)
  }

  /// The items of a field: one value, a YAML list, or values separated by commas, each with its own
  /// place.
  ///
  /// `splittingCommas: false` for sentences, whose commas are their own.
  package mutating func texts(
    _ key: String, splittingCommas: Bool = true
  ) -> [Located<String>] {
    guard let value = value(key) else { return [] }
    switch value.content {
    case .text(let text, _): return split(Located(text, at: value.span), splittingCommas)
    case .list(let items): return items.compactMap { item(key, $0) }
    case .map, .empty:
      wrongType(key, value, takes: "words or a list")
      return []
    }
  }

  private mutating func item(_ key: String, _ value: FieldValue) -> Located<String>? {
    switch value.content {
    case .text(let text, _):
      return text.trimmed.isEmpty ? nil : Located(text.trimmed, at: value.span)
    case .empty:
      return nil
    case .list, .map:
      report(
        .error, "wrong-type", at: value.span,
        "each item of '\(key)' is words, not \(value.content.inWords)",
        hints: value.content.isMap ? ["put an item that holds a colon and a space in quotes"] : [])
      return nil
    }
  }

  func split(_ text: Located<String>, _ splittingCommas: Bool) -> [Located<String>] {
    let bytes = Array(text.value.utf8)
    guard splittingCommas, bytes.contains(UInt8(ascii: ",")) else {
      let trimmed = text.value.trimmed
      return trimmed.isEmpty ? [] : [Located(trimmed, at: text.span)]
    }
    // Where the words stand in the file as they are, each item has a place of its own.
    let isInPlace = Int(text.span.length) == text.value.unicodeScalars.count
    var column = Int(text.span.column)
    return bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).compactMap {
      let item = String(decoding: $0, as: UTF8.self)
      let blanks = $0.prefix { $0.isBlank || $0.isLineBreak }.count
      let trimmed = item.trimmed
      let span = SourceSpan(
        line: Int(text.span.line), column: column + blanks, length: trimmed.unicodeScalars.count)
      column += item.unicodeScalars.count + 1
      return trimmed.isEmpty ? nil : Located(trimmed, at: isInPlace ? span : text.span)
    }
  }

  /// One of the words that an enumeration lists, exactly as listed.
  package mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, _ type: Choice.Type
  ) -> Located<Choice>? where Choice.RawValue == String {
    guard let text = text(key) else { return nil }
    if let choice = Choice(rawValue: text.value) { return Located(choice, at: text.span) }
    let words = Choice.allCases.map(\.rawValue)
    let near = NearMiss.nearest(to: text.value, among: words).map { ["did you mean '\($0)'?"] }
    report(
      .error, "bad-choice", at: text.span, "'\(key)' cannot be '\(text.value.quotedInput)'",
      hints: (near ?? []) + ["write one of: \(words.joined(separator: ", "))"])
    return nil
  }

  /// Yes or no, in any of YAML's spellings.
  package mutating func yesNo(_ key: String) -> Located<Bool>? {
    guard let text = text(key) else { return nil }
    switch text.value.foldedForComparison {
    case "yes", "true", "on", "y": return Located(true, at: text.span)
    case "no", "false", "off", "n": return Located(false, at: text.span)
    default:
      report(
        .error, "bad-choice", at: text.span,
        "'\(key)' is yes or no, not '\(text.value.quotedInput)'",
        hints: ["write \(key): yes or \(key): no"])
      return nil
    }
  }

  /// An address to link to, if `check` finds nothing against it.
  package mutating func address(_ key: String, check: AddressCheck) -> Located<String>? {
    guard let text = text(key) else { return nil }
    guard let reason = check(text.value) else { return text }
    report(
      .error, "bad-address", at: text.span,
      "'\(key)' cannot link to '\(text.value.quotedInput)'", because: reason,
      hints: ["write the whole address, such as https://example.org/page"])
    return nil
  }

  /// Reports a value of another shape than the field takes.
  mutating func wrongType(_ key: String, _ value: FieldValue, takes: String) {
    report(
      .error, "wrong-type", at: value.span, "'\(key)' takes \(takes), not \(value.content.inWords)")
  }
}

extension FieldValue.Content {
  /// What messages call a value of this shape.
  var inWords: String {
    switch self {
    case .text: "words"
    case .list: "a list"
    case .map: "fields of its own"
    case .empty: "nothing"
    }
  }

  var isMap: Bool {
    if case .map = self { true } else { false }
  }
}

extension String {
  /// Without the blanks and line breaks around it.
  var trimmed: String {
    let bytes = utf8
    guard let first = bytes.firstIndex(where: { !$0.isBlank && !$0.isLineBreak }),
      let last = bytes.lastIndex(where: { !$0.isBlank && !$0.isLineBreak })
    else { return "" }
    return String(self[first...last])
  }
}
