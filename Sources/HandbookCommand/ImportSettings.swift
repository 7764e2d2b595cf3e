import Diagnostics
import Files
import Importing
import Markup
import Scaffolding

/// The `handbook.yml` of the site that is imported into.
struct OwnSettings {
  private let site: String
  private let source: SourceText

  init(_ site: String) throws {
    self.site = site
    do throws(FileTrouble) {
      let bytes = try fileBytes(at: "\(site)/\(Self.path)", atMost: 256 << 10)
      source = SourceText(path: Self.path, bytes: bytes)
    } catch {
      guard case .missing = error else { throw Failure(message: error.message) }
      source = SourceText(path: Self.path, "")
    }
  }

  private static let path = "content/handbook.yml"

  private var fields: FieldMap {
    FieldMap.read(wholeFile: source, roles: .unknown).value ?? FieldMap()
  }

  /// Whether everybody can read the site's files, as is taken for granted where nothing says it.
  var isPublic: Bool { text("source") != "private" }

  private func text(_ key: String) -> String? {
    if case .text(let text, _)? = fields[key]?.value.content { text } else { nil }
  }

  /// What the file says once it takes over what the old site's settings say, where it has what a new
  /// site comes with; the rest is told.
  ///
  /// `nil` where nothing changes.
  func takingOver(_ settings: [SettingToSet], _ options: ImportOptions) -> ImportOptions.Settings? {
    guard !source.bytes.isEmpty else { return nil }
    // A site may have changed its language since it began.
    let began = text("tagline").flatMap { StarterLanguage(tagline: $0)?.rawValue }
    let start = SiteStart(
      name: text("name") ?? "", language: began ?? text("language") ?? "en",
      timeZone: text("timezone") ?? "UTC", today: Clock.today)
    let starter = start.files.first { $0.path == Self.path }?.text ?? ""
    let edit = SettingsEdit(
      source, settings, starter: SourceText(path: Self.path, starter),
      folder: site.split(separator: "/").last.map(String.init) ?? "")
    var lines: [String] = []
    if !edit.written.isEmpty {
      let names = edit.written.map(\.rawValue).joined(separator: ", ")
      lines.append("handbook.yml \(options.dryRun ? "would take" : "took") over: \(names)")
    }
    if !edit.offered.isEmpty {
      lines.append(
        "The old site says, and handbook.yml otherwise: "
          + edit.offered.map(\.line).joined(separator: "; "))
    }
    let line = lines.isEmpty ? [] : [lines.joined(separator: ". ")]
    return ImportOptions.Settings(old: source.bytes, new: edit.text, lines: line)
  }
}
