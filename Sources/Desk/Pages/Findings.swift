import Build
import Community
import Diagnostics
import Files
import Markup
import Scaffolding

/// What the check says, for the person at the desk.
struct Findings: Sendable {
  let words: DeskWords
  let library: Library?

  /// All of an inspection, what is private first; starter text is left out.
  func all(_ inspection: Inspection) -> [FindingView] {
    inspection.diagnostics.filter { $0.id != Self.starterText }
      .enumerated().sorted { left, right in
        (left.element.weight, left.offset) < (right.element.weight, right.offset)
      }.map { view($0.element, in: nil) }
  }

  /// Those of one file, each with its field or its line of the text.
  func of(_ file: OpenedEntry, in inspection: Inspection) -> [FindingView] {
    inspection.diagnostics
      .filter { $0.location?.path == file.path.description && $0.id != Self.starterText }
      .sorted { $0.weight < $1.weight }
      .map { view($0, in: file) }
  }

  /// Whether any text is still that which a new handbook begins with.
  static func hasStarterText(_ inspection: Inspection) -> Bool {
    inspection.diagnostics.contains { $0.id == starterText }
  }

  private static let starterText: DiagnosticID = "starter-text"

  private func view(_ finding: Diagnostic, in file: OpenedEntry?) -> FindingView {
    let line = finding.location?.line ?? 0
    let entry = library?.entries.first { $0.source == finding.location?.path }
    var view = FindingView(
      severity: finding.severity.rawValue, weight: words("weight_\(finding.severity.rawValue)"),
      summary: finding.summary, explanation: finding.explanation, hints: finding.hints,
      id: finding.id.rawValue)
    view.isPublished = !(entry?.common.isDraft ?? false)
    guard let file else {
      view.entry = entry?.workingTitle ?? finding.location?.path
      view.address = entry?.id.deskAddress
      return view
    }
    view.field = file.editor.field(onLine: line)
    if line >= file.editor.firstTextLine { view.line = line - file.editor.firstTextLine + 1 }
    if finding.fix != nil { view.fix = finding.key }
    return view
  }
}

extension Diagnostic {
  /// What is private first, then what stops the site.
  fileprivate var weight: Int {
    switch severity {
    case .privacy: 0
    case .error: 1
    case .warning: 2
    }
  }

  /// What tells it from other findings in the same text.
  var key: String { "\(id.rawValue):\(location?.line ?? 0):\(location?.column ?? 0)" }
}
