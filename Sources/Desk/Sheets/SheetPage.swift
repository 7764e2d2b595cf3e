package import Build
import Community
package import Dates
import Diagnostics
import Markup
import Site
import Templates
import Text

/// Makes a take-away sheet: one page of HTML that opens from a disk, with nothing from elsewhere.
///
/// What it shows of the site comes out of the published `Handbook`: whoever has not agreed to be
/// named is not named on it.
package struct SheetPage {
  private let handbook: Handbook
  private let words: DeskWords

  /// `nil` where something blocks the site.
  package init?(_ inspection: Inspection) {
    guard let renderer = inspection.renderer else { return nil }
    handbook = renderer.plan.handbook
    words = DeskWords(language: handbook.configuration.language)
  }

  /// A sheet that is about no entry.
  package func page(_ kind: SheetKind) -> [UInt8] { page(kind, of: nil) }

  /// The minutes of a meeting; `nil` where the published site has no such meeting.
  ///
  /// Without an id it is the next one, else the last.
  package func minutes(of id: String?, on today: CalendarDate) -> (id: String, page: [UInt8])? {
    let meetings = handbook.entries(.meeting).filter { $0.common.date != nil }
      .sorted { ($0.common.date?.value ?? today) < ($1.common.date?.value ?? today) }
    let found =
      id.map { id in
        meetings.first { $0.id.name == id } ?? meetings.first { $0.id.name.hasPrefix(id) }
      } ?? meetings.first { ($0.common.date?.value ?? today) >= today } ?? meetings.last
    guard let found else { return nil }
    return (found.id.name, page(.minutes, of: found))
  }

  private func page(_ kind: SheetKind, of meeting: PublishedEntry?) -> [UInt8] {
    let set = TemplateSet([
      TemplateSource(name: "sheet", text: BuiltInDesk.file("sheet.html") ?? .empty)
    ])
    let template: Template<SheetView> =
      set.compile("sheet", for: SheetView.self, words: words.plain).value ?? .blank
    var html: [UInt8] = []
    template.render(view(kind, meeting), into: &html)
    return html
  }

  static func problems(_ words: DeskWords) -> [Diagnostic] {
    let set = TemplateSet([
      TemplateSource(name: "sheet", text: BuiltInDesk.file("sheet.html") ?? .empty)
    ])
    return set.compile("sheet", for: SheetView.self, words: words.plain).diagnostics
  }

  // MARK: What it shows

  private func view(_ kind: SheetKind, _ meeting: PublishedEntry?) -> SheetView {
    let script = BuiltInDesk.file("sheet.js")?.bytes ?? []
    let style = BuiltInDesk.file("sheet.css")?.bytes ?? []
    let title = words("sheet_\(kind.rawValue)")
    return SheetView(
      language: words.language, direction: words("direction"), kind: kind.rawValue,
      siteName: handbook.configuration.name, title: meeting?.title ?? title, heading: title,
      entry: meeting?.id.name ?? "", day: meeting?.common.date?.value.description,
      policy: policy(script, style), script: HTML(bytes: script), style: HTML(bytes: style),
      agenda: meeting.map(agenda) ?? [], carried: meeting.map(carried) ?? [],
      questions: kind.questions.map { question($0, of: kind, meeting) },
      hasActions: kind == .minutes, isConsent: kind == .consent)
  }

  private func policy(_ script: [UInt8], _ style: [UInt8]) -> String {
    """
    default-src 'none'; script-src 'sha256-\(SHA256(script).base64)'; \
    style-src 'sha256-\(SHA256(style).base64)'; base-uri 'none'; form-action 'none'
    """
  }

  private func question(
    _ question: SheetQuestion, of kind: SheetKind, _ meeting: PublishedEntry?
  ) -> SheetQuestionView {
    let key = "sheet_\(kind == .consent ? "consent_" : "")\(question.name)"
    let note = words.plain["\(key)_note"]
    let isDay = question.name == "date"
    return SheetQuestionView(
      name: question.name, label: words(key), note: note, control: question.control,
      value: isDay ? meeting?.common.date?.value.description ?? "" : "")
  }

  private func agenda(_ meeting: PublishedEntry) -> [SheetLineView] {
    handbook.body(of: meeting, notedIn: ShownTexts()).headings.filter { $0.level == 2 }
      .map { SheetLineView(text: text($0.title, of: meeting)) }
  }

  /// The open actions of its series, as they are published.
  private func carried(_ meeting: PublishedEntry) -> [SheetLineView] {
    guard case .meeting(let fields) = meeting.fields, let series = fields.series?.value else {
      return []
    }
    return handbook.registers.openActions(ofSeries: series).prefix(100).compactMap { action in
      guard let entry = handbook.entry(action.meeting) else { return nil }
      let names = handbook.withheldWords(in: entry.language)
      let who = action.owners.map(names.name).joined(separator: ", ")
      let due = action.due.map { " (\($0))" } ?? ""
      let lead = who.isEmpty ? "" : "\(who): "
      return SheetLineView(text: "\(lead)\(text(action.text, of: entry))\(due)")
    }
  }

  private func text(_ range: ProseRange, of entry: PublishedEntry) -> String {
    handbook.text(range, of: entry, notedIn: ShownTexts())
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension SourceText {
  fileprivate static let empty = SourceText(path: "sheet.html", bytes: [])
}
