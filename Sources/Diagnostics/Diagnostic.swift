/// How much a problem matters.
///
/// An error and a privacy finding stop building and publishing; a warning never does, unless
/// `--strict` asks for it.
package enum Severity: String, Sendable, Comparable, CaseIterable {
  case warning
  case privacy
  case error

  /// Whether a problem of this severity stops the site from being written.
  package var isBlocking: Bool { self != .warning }

  package static func < (left: Severity, right: Severity) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .warning: 0
    case .privacy: 1
    case .error: 2
    }
  }
}

/// The permanent name of one kind of problem, such as `unknown-member`.
///
/// It is printed in brackets after each message, is what `accepts:` names, and has an entry in
/// `docs/diagnostics.md`. An id once released is never reused for something else.
package struct DiagnosticID: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
  package let rawValue: String

  package init(rawValue: String) {
    self.rawValue = rawValue
  }

  package init(stringLiteral value: String) {
    self.rawValue = value
  }
}

extension DiagnosticID {
  /// Whether it is the id of privacy findings, which nothing but an acceptance lets pass.
  package var isPrivacyFinding: Bool { Self.privacyFindings.contains(self) }

  private static let privacyFindings: Set<DiagnosticID> = [
    "email-address", "email-field", "file-tells-place", "meeting-passcode", "name-in-file-name",
    "name-in-text", "phone-number", "pupil-name", "undisclosed-name", "undisclosed-photo",
    "undisclosed-school",
  ]
}

/// One problem found in what an author wrote: a value, not an error thrown, so that a run goes on
/// to find them all.
package struct Diagnostic: Hashable, Sendable {
  package let id: DiagnosticID
  package let severity: Severity
  /// Where it is; `nil` only for a problem of the whole site.
  package let location: SourceLocation?
  /// The rule that is broken, specific things first, in one line without a full stop.
  package let summary: String
  /// A sentence or two of reason, where the summary alone would puzzle a teacher.
  package let explanation: String?
  /// What to do or type instead, one suggestion each.
  package let hints: [String]
  /// The change that fixes it, where there is only one.
  package let fix: Fix?
  /// The words that were found, as they stand in the text or in a file's name.
  ///
  /// Only a privacy finding has some: `accepts:` names them, and lets no others pass. A finding
  /// without them cannot be accepted.
  package let words: String?

  package init(
    _ severity: Severity, _ id: DiagnosticID, at location: SourceLocation?, _ summary: String,
    because explanation: String? = nil, hints: [String] = [], fix: Fix? = nil,
    words: String? = nil
  ) {
    self.id = id
    self.severity = severity
    self.location = location
    self.summary = summary
    self.explanation = explanation
    self.hints = hints
    self.fix = fix
    self.words = words
  }
}

extension Diagnostic {
  /// The same with the line of the file that it is about, which `line` reads.
  package func showingItsLine(_ line: (_ path: String, _ number: Int) -> String?) -> Diagnostic {
    guard let location, location.line > 0, location.excerpt == nil else { return self }
    let place = SourceLocation(
      path: location.path, line: location.line, column: location.column, length: location.length,
      excerpt: line(location.path, location.line))
    return Diagnostic(
      severity, id, at: place, summary, because: explanation, hints: hints, fix: fix,
      words: words)
  }

  /// The same in other words, the line of the file included.
  package func rewording(_ reword: (String) -> String) -> Diagnostic {
    let place = location.map { place in
      SourceLocation(
        path: place.path, line: place.line, column: place.column, length: place.length,
        excerpt: place.excerpt.map(reword))
    }
    return Diagnostic(
      severity, id, at: place, reword(summary), because: explanation.map(reword),
      hints: hints.map(reword), fix: fix, words: words)
  }
}

/// A value together with the problems met on the way to it.
package struct Diagnosed<Value> {
  package var value: Value
  package var diagnostics: [Diagnostic]

  package init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }
}

extension Diagnosed: Sendable where Value: Sendable {}
