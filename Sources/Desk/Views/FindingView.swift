import Templates

/// Something that a check found, for the person at the desk.
struct FindingView: View {
  /// `privacy`, `error` or `warning`.
  let severity: String
  /// What the severity is called.
  let weight: String
  let summary: String
  let explanation: String?
  let hints: [String]
  /// The name of the field that it is about; `nil` for the text or the whole.
  var field: String?
  /// The line of the text, counted from its first; `nil` where it is about a field.
  var line: Int?
  /// What a press would write, where a machine can fix it.
  var fix: String?
  /// Where the entry's form is.
  var address: String?
  var entry: String?
  /// Whether what was found would be published: a draft's findings wait.
  var isPublished = true
  let id: String

  static let fields: Fields<FindingView> = [
    .text("severity") { $0.severity },
    .flag("red") { $0.severity == "privacy" && $0.isPublished },
    .text("weight") { $0.weight },
    .text("summary") { $0.summary },
    .text("explanation") { $0.explanation },
    .texts("hints") { $0.hints },
    .text("field") { $0.field },
    .text("line") { $0.line.map(String.init) },
    .text("fix") { $0.fix },
    .text("address") { $0.address },
    .text("entry") { $0.entry },
    .text("id") { $0.id },
  ]
}
