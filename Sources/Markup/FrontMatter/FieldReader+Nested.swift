import Diagnostics

extension FieldReader {
  /// Reads fields that stand below a field.
  ///
  /// `of` names what they describe: "the consent".
  package mutating func map<Result>(
    _ key: String, of what: String, _ read: (inout FieldReader) -> Result
  ) -> Located<Result>? {
    guard let value = value(key) else { return nil }
    guard case .map(let map) = value.content else {
      wrongType(key, value, takes: "fields of its own")
      return nil
    }
    return Located(nested(map, value.span, of: what, read), at: value.span)
  }

  /// Reads a list whose items are fields; one group of fields is taken as a list of one.
  package mutating func maps<Result>(
    _ key: String, of what: String, _ read: (inout FieldReader) -> Result
  ) -> [Located<Result>] {
    guard let value = value(key) else { return [] }
    switch value.content {
    case .map(let map):
      return [Located(nested(map, value.span, of: what, read), at: value.span)]
    case .list(let items):
      return items.compactMap { item in
        guard case .map(let map) = item.content else {
          if item.content != .empty { wrongItem(key, item) }
          return nil
        }
        return Located(nested(map, item.span, of: what, read), at: item.span)
      }
    case .text, .empty:
      wrongType(key, value, takes: "a list of fields")
      return []
    }
  }

  /// Reads a list whose items are words or fields; a single item needs no list, and words alone may
  /// be separated by commas.
  ///
  /// An item that `text` or `map` finds nothing in is left out.
  package mutating func items<Result>(
    _ key: String, of what: String, splittingCommas: Bool = true,
    text: (Located<String>) -> Result?, map: (inout FieldReader) -> Result?
  ) -> [Located<Result>] {
    guard let value = value(key) else { return [] }
    if case .text(let words, _) = value.content {
      return split(Located(words, at: value.span), splittingCommas).compactMap { word in
        text(word).map { Located($0, at: word.span) }
      }
    }
    let items = if case .list(let items) = value.content { items } else { [value] }
    return items.compactMap { item in
      switch item.content {
      case .text(let words, _):
        let word = Located(words.trimmed, at: item.span)
        return word.value.isEmpty ? nil : text(word).map { Located($0, at: item.span) }
      case .map(let fields):
        return nested(fields, item.span, of: what, map).map { Located($0, at: item.span) }
      case .list:
        wrongItem(key, item, takes: "words or fields")
        return nil
      case .empty:
        return nil
      }
    }
  }

  private mutating func nested<Result>(
    _ map: FieldMap, _ span: SourceSpan, of what: String, _ read: (inout FieldReader) -> Result
  ) -> Result {
    var reader = FieldReader(FieldMap(map.fields, at: span), in: source, of: what)
    let result = read(&reader)
    reader.close()
    for diagnostic in reader.diagnostics { report(diagnostic) }
    return result
  }

  private mutating func wrongItem(
    _ key: String, _ item: FieldValue, takes: String = "fields"
  ) {
    report(
      .error, "wrong-type", at: item.span,
      "each item of '\(key)' is \(takes), not \(item.content.inWords)")
  }
}
