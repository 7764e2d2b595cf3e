import Templates

/// A take-away sheet.
struct SheetView: View {
  let language: String
  let direction: String
  let kind: String
  let siteName: String
  let title: String
  let heading: String
  let entry: String
  let day: String?
  let policy: String
  let script: HTML
  let style: HTML
  let agenda: [SheetLineView]
  let carried: [SheetLineView]
  let questions: [SheetQuestionView]
  let hasActions: Bool
  let isConsent: Bool

  static let fields: Fields<SheetView> = [
    .text("language") { $0.language },
    .text("direction") { $0.direction },
    .text("kind") { $0.kind },
    .text("site_name") { $0.siteName },
    .text("title") { $0.title },
    .text("heading") { $0.heading },
    .text("entry") { $0.entry },
    .text("day") { $0.day },
    .text("policy") { $0.policy },
    .html("script") { $0.script },
    .html("style") { $0.style },
    .flag("has_agenda") { !$0.agenda.isEmpty },
    .list("agenda") { $0.agenda },
    .flag("has_carried") { !$0.carried.isEmpty },
    .list("carried") { $0.carried },
    .list("questions") { $0.questions },
    .flag("has_actions") { $0.hasActions },
    .flag("is_consent") { $0.isConsent },
  ]
}

/// A line that a sheet shows.
struct SheetLineView: View {
  let text: String

  static let fields: Fields<SheetLineView> = [.text("text") { $0.text }]
}

/// Something that a sheet asks for.
struct SheetQuestionView: View {
  let name: String
  let label: String
  let note: String?
  let control: SheetQuestion.Control
  let value: String

  static let fields: Fields<SheetQuestionView> = [
    .text("name") { $0.name },
    .text("label") { $0.label },
    .text("note") { $0.note },
    .text("value") { $0.value },
    .flag("is_text") { $0.control == .text },
    .flag("is_line") { $0.control == .line },
    .flag("is_day") { $0.control == .day },
    .flag("is_address") { $0.control == .address },
    .flag("is_choice") { $0.control == .choice },
  ]
}
