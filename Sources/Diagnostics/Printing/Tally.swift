/// How many problems of each severity a run found, for the line that closes a report.
package struct Tally: Hashable, Sendable {
  package private(set) var errors = 0
  package private(set) var privacyFindings = 0
  package private(set) var warnings = 0

  package init(_ diagnostics: some Sequence<Diagnostic>) {
    for diagnostic in diagnostics {
      switch diagnostic.severity {
      case .error: errors += 1
      case .privacy: privacyFindings += 1
      case .warning: warnings += 1
      }
    }
  }

  /// Whether anything was found that stops the site from being written.
  package var isBlocking: Bool { errors + privacyFindings > 0 }
}

extension Tally: CustomStringConvertible {
  /// `2 errors, 1 privacy finding, 3 warnings`; what is none is left out, and `no problems` is said
  /// where all is.
  package var description: String {
    let parts = [
      counted(errors, "error", "errors"),
      counted(privacyFindings, "privacy finding", "privacy findings"),
      counted(warnings, "warning", "warnings"),
    ].compactMap(\.self)
    return parts.isEmpty ? "no problems" : parts.joined(separator: ", ")
  }

  private func counted(_ count: Int, _ one: String, _ many: String) -> String? {
    count == 0 ? nil : "\(count) \(count == 1 ? one : many)"
  }
}
