import Markup

/// The text of a page in Markdown as it is read here, but for its links: comments gone, the notation
/// of other tools rewritten.
struct BodyTranslation: Hashable, Sendable {
  let text: String
  let debts: [BodyDebt]
  /// How many comments were taken out, and other parts that were to be seen by nobody.
  private(set) var hidden: Int

  /// - Parameter value: what the page or its settings say of a name, such as `site.title`.
  init(_ written: String, _ generator: Generator, value: @escaping (String) -> String?) {
    let visible = HiddenText(written, generator)
    var tags = TemplateTags(visible.text, generator, value: value)
    let written = tags.text()
    hidden = visible.count + tags.hidden
    guard LineNotation.mayStand(in: written) else {
      (text, debts) = (written, tags.debts)
      return
    }
    var lines = LineNotation(written, generator)
    text = lines.text()
    debts = tags.debts + lines.debts
    hidden += lines.hidden
  }
}

/// What texts call values of their page and of the settings by.
struct TemplateValues {
  private let page: FieldMap
  private let settings: OldSettings

  init(_ page: FieldMap, _ settings: OldSettings) {
    self.page = page
    self.settings = settings
  }

  /// `page.title`, `site.title`, a parameter of Hugo's or of MkDocs's; names and words alone, since
  /// other values may hold what nobody was to see.
  func callAsFunction(_ name: String) -> String? {
    let parts = name.split(separator: ".").map(String.init)
    guard let last = parts.last, parts.count <= 3 else { return nil }
    switch parts.first {
    case "page", "$frontmatter", "frontmatter", "Page":
      return shownFields.contains(last) ? page[last]?.value.text : nil
    case "site", "config":
      guard parts.count == 2 else { return nil }
      switch last {
      case "title", "site_name": return (settings["title"] ?? settings["site_name"])?.text
      case "description", "tagline": return settings[last]?.text
      default: return nil
      }
    default:
      guard parts.count == 1 else { return nil }
      return page[name]?.value.text ?? settings["params", name]?.text
        ?? settings["extra", name]?.text
    }
  }
}

private let shownFields: Set<String> = ["title", "subtitle", "description", "date", "summary"]

extension BodyDebt {
  /// For the report on the page.
  var note: String {
    switch kind {
    case .deadLink: "nothing was found for the link \(former)"
    case .missingPicture: "nothing was found for the picture \(former)"
    case .foreignNotation: "left out, since it means nothing here: \(former)"
    }
  }
}
