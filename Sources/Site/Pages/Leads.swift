import Community

extension PageContext {
  /// What fields say that stand before the text, where an entry is shown by its beginning.
  func leads(of entry: PublishedEntry) -> [String] {
    guard kindsWithLeads.contains(entry.kind) else { return [] }
    return entry.fields.filled.compactMap { filled in
      guard filled.field.leads else { return nil }
      return switch filled.content {
      case .text(let text): text
      case .texts(let texts): words.list(texts)
      default: nil
      }
    }
  }
}

/// Those of which no entry need be looked through in vain.
private let kindsWithLeads = Set(
  EntryKind.allCases.filter { $0.ownFields.contains(where: \.leads) })
