import Markup

extension FieldValue {
  /// The text of a scalar.
  var text: String? {
    if case .text(let text, _) = content, !text.trimmed.isEmpty { text.trimmed } else { nil }
  }

  /// The texts of a scalar or of a list, of maps by their name or title.
  var texts: [String] {
    switch content {
    case .text: text.map { [$0] } ?? []
    case .list(let items): items.flatMap(\.texts)
    case .map(let map):
      (map["name"] ?? map["title"] ?? map["id"])?.value.text.map { [$0] } ?? []
    case .empty: []
    }
  }

  /// The same, a scalar split at its commas.
  var words: [String] {
    guard let text else { return texts }
    return text.split(separator: ",").map(\.trimmed).filter { !$0.isEmpty }
  }

  var isTrue: Bool { ["true", "yes", "on"].contains(text?.lowercased()) }
  var isFalse: Bool { ["false", "no", "off"].contains(text?.lowercased()) }

  /// As it will be written again, below `extra`.
  var written: WrittenValue {
    switch content {
    case .text(let text, _): .text(text)
    case .list(let items): .list(items.map(\.written).filter { !$0.isEmpty })
    case .map(let map): map.written
    case .empty: .text("")
    }
  }
}

extension FieldMap {
  var written: WrittenValue {
    .map(
      fields.map { WrittenValue.WrittenField($0.key, $0.value.written) }
        .filter { !$0.value.isEmpty })
  }
}
