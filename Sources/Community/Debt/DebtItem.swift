package import Diagnostics

/// One thing that an entry has owed since it was imported.
///
/// It says what, and knows its place by the digest of a line: so it names nobody.
package struct DebtItem: Hashable, Sendable {
  package let kind: DebtKind
  /// That of the line that it is about; `nil` where it is about the file.
  package let line: LineDigest?
  /// What stood there in the old site, such as the target of a link.
  package let former: String?

  package init(_ kind: DebtKind, line: LineDigest?, former: String? = nil) {
    self.kind = kind
    self.line = line
    self.former = former.map(onOneLine).flatMap {
      $0.isEmpty || $0.utf8.count > Self.longestFormer ? nil : $0
    }
  }

  /// A longer address or command is not kept.
  private static let longestFormer = 500
}

extension DebtItem {
  /// What a diagnostic would owe; `nil` of one that may not be owed.
  ///
  /// `source` is the text that its place is in. Whatever its id, a privacy finding is never owed.
  package init?(of diagnostic: Diagnostic, in source: SourceText) {
    guard diagnostic.severity != .privacy, let place = diagnostic.location,
      place.path == source.path, Debt.mayBeOwed(by: place.path),
      let kind = DebtKind(diagnostic.id), kind.standing != .note,
      !kind.isOfConsent(in: place.path)
    else { return nil }
    let isOfLine = kind.standing == .line && place.line > 0
    self.init(kind, line: isOfLine ? source.digest(ofLine: place.line) : nil)
  }

  /// What only an import knows: something that was lost in the old site, and the words that stand in
  /// its place.
  package struct Note: Hashable, Sendable {
    package let kind: DebtKind
    /// The words as they stand in the text; blank where nothing stands there.
    package let words: String
    package let former: String

    package init(_ kind: DebtKind, words: String, former: String) {
      self.kind = kind
      self.words = words
      self.former = former
    }
  }

  /// The items for the notes of one entry, in the order in which their words stand in its text.
  ///
  /// Words that stand nowhere are owed by the entry as a whole.
  package static func items(for notes: [Note], in source: SourceText) -> [DebtItem] {
    var last: [String: Int] = [:]
    return notes.map { note in
      // One line can hold them twice.
      let before = last[note.words]
      let line = source.line(holding: note.words, from: (before ?? 0) + 1) ?? before
      last[note.words] = line
      return DebtItem(note.kind, line: line.map(source.digest), former: note.former)
    }
  }
}

extension DebtKind {
  /// Whether it may be that a member's consent lacks its day, or a name to show.
  fileprivate func isOfConsent(in path: String) -> Bool {
    id == "missing-field" && path.hasPrefix("content/members/")
  }
}

/// Words on one line, without what cannot be seen or turns the direction of text.
private func onOneLine(_ words: String) -> String {
  var text = String.UnicodeScalarView()
  for scalar in words.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: text.append(" ")
    case .format, .surrogate, .privateUse, .unassigned: break
    default: text.append(scalar)
    }
  }
  return String(text).split(separator: " ").joined(separator: " ")
}

extension SourceText {
  /// The first line, counted from 1, that holds some words.
  fileprivate func line(holding words: String, from first: Int) -> Int? {
    let words = Array(words.prefix { !$0.isNewline }.utf8)
    guard !words.isEmpty, first <= lineStarts.count else { return nil }
    return (first...lineStarts.count).first { number in
      let line = bytes(ofLine: number)
      guard line.count >= words.count else { return false }
      return (line.startIndex...(line.endIndex - words.count)).contains {
        line[$0] == words[0] && line[$0...].starts(with: words)
      }
    }
  }
}
