import Community

/// The ids of every message that the sources can print.
///
/// An id is a literal after a severity (`.error, "bad-date"`), the `id:` of a problem that gets its
/// place later, or the first argument of the YAML scanner's `error`. A computed one is a literal
/// with a hole, filled here with all that can stand in it.
enum DiagnosticIDsInSources {
  static func all() throws -> Set<String> {
    var ids: Set<String> = []
    for source in try Repository.swiftFiles(below: "Sources") {
      for id in source.diagnosticIDs {
        ids.formUnion(id.utf8.contains(UInt8(ascii: "*")) ? source.filled(id) : [id])
      }
    }
    return ids
  }
}

extension SwiftSource {
  fileprivate var diagnosticIDs: [String] {
    tokens.indices.flatMap { index -> [String] in
      if isAfterSeverity(index) { return texts(ofArgumentAt: index).filter(isID) }
      guard case .text(let text) = tokens[index], isID(text), index > 1 else { return [] }
      let isLabelled = tokens[index - 1] == .sign(":") && tokens[index - 2] == .word("id")
      if isLabelled, let callee = callee(around: index) {
        return callee.hasSuffix("Problem") || callee == "RefusedField" ? [text] : []
      }
      let isScannersError = tokens[index - 1] == .sign("(") && tokens[index - 2] == .word("error")
      return isScannersError ? [text] : []
    }
  }

  private func isAfterSeverity(_ index: Int) -> Bool {
    guard index > 2, tokens[index - 1] == .sign(","), tokens[index - 3] == .sign(".") else {
      return false
    }
    return [.word("error"), .word("privacy"), .word("warning")].contains(tokens[index - 2])
  }

  private func isID(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "-"), UInt8(ascii: "*"):
          true
        default: false
        }
      }
  }

  /// A computed id with each of the words that the file gives it as `what:`, and with the fields that
  /// it asks for their `neededConsent`; where it gives none, the kinds that a reference can lead to.
  fileprivate func filled(_ id: String) -> Set<String> {
    let given = texts(labelled: "what").compactMap {
      $0.split(separator: " ").last.map(String.init)
    }
    let kinds = Relation.allCases.map { $0.targetKind?.rawValue ?? "entry" }
    // The navigation of `handbook.yml` names pages.
    let words = given.isEmpty ? kinds + [EntryKind.page.rawValue] : given + fieldsWithConsent
    let beginning = id.prefix { $0 != "*" }
    return Set(words.map { beginning + $0 })
  }

  private var fieldsWithConsent: [String] {
    guard tokens.contains(.word("neededConsent")) else { return [] }
    return EntryKind.allCases.flatMap(\.ownFields).filter { $0.neededConsent != nil }.map(\.name)
  }
}
