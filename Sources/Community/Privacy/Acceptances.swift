package import Diagnostics

extension Library {
  /// Takes out the privacy findings that their own entries accept, and warns of acceptances that
  /// accept nothing.
  package func applyingAcceptances(to diagnostics: [Diagnostic]) -> [Diagnostic] {
    let diagnostics = diagnostics.map(\.sayingWhetherItCanBeAccepted)
    var accepted: [String: [Acceptance]] = [:]
    for entry in entries where !entry.common.accepts.isEmpty {
      accepted[entry.source] = entry.common.accepts
    }
    guard !accepted.isEmpty else { return diagnostics }
    var used: [String: Set<String>] = [:]
    var refused: [String: Set<String>] = [:]
    let kept = diagnostics.filter { diagnostic in
      guard let path = diagnostic.location?.path,
        accepted[path]?.contains(where: { $0.id == diagnostic.id.rawValue }) == true
      else { return true }
      if diagnostic.severity != .privacy {
        refused[path, default: []].insert(diagnostic.id.rawValue)
        return true
      }
      used[path, default: []].insert(diagnostic.id.rawValue)
      return false
    }
    let idle = accepted.flatMap { path, acceptances in
      acceptances.filter { used[path]?.contains($0.id) != true }.map { acceptance in
        let place = SourceLocation(path: path, span: acceptance.span)
        return refused[path]?.contains(acceptance.id) == true
          ? Diagnostic.notForAcceptance(acceptance, at: place)
          : Diagnostic.idle(acceptance, at: place)
      }
    }
    return kept + idle
  }
}

extension Diagnostic {
  /// A privacy finding in the settings, or in a file beside the entries, says that it must be mended:
  /// only an entry has the field to accept it in.
  fileprivate var sayingWhetherItCanBeAccepted: Diagnostic {
    guard severity == .privacy, let path = location?.path, !path.hasSuffix(".md") else {
      return self
    }
    return Diagnostic(
      severity, id, at: location, summary, because: explanation,
      hints: hints + ["it cannot be accepted here: only entries have the field 'accepts'"],
      mend: mend)
  }

  fileprivate static func notForAcceptance(
    _ acceptance: Acceptance, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, "idle-acceptance", at: place,
      "only privacy findings can be accepted, and '\(acceptance.id.quotedInput)' is none",
      hints: ["remove it, and mend what the message of that name says"])
  }

  fileprivate static func idle(_ acceptance: Acceptance, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "idle-acceptance", at: place,
      "there is no finding '\(acceptance.id.quotedInput)' to accept here",
      hints: ["remove it, or write the id that stands in brackets after the finding"])
  }
}
