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

  /// Writes what the old site's settings say where the file has what a new site comes with, and
  /// tells of the rest.
  func takeOver(_ settings: [SettingToSet], _ options: ImportOptions) throws {
    guard !source.bytes.isEmpty, !settings.isEmpty else { return }
    let start = SiteStart(
      name: text("name") ?? "", language: text("language") ?? "en",
      timeZone: text("timezone") ?? "UTC", today: Clock.today)
    let starter = start.files.first { $0.path == Self.path }?.text ?? ""
    let edit = SettingsEdit(
      source, settings, starter: SourceText(path: Self.path, starter),
      folder: site.split(separator: "/").last.map(String.init) ?? "")
    if !options.dryRun, !edit.written.isEmpty {
      do throws(FileTrouble) {
        try SiteFolder(site).write(Array(edit.text.utf8), at: Self.path)
      } catch {
        throw Failure(message: error.message)
      }
    }
    guard !options.quiet else { return }
    if !edit.written.isEmpty {
      let names = edit.written.map(\.rawValue).joined(separator: ", ")
      Console.print("handbook.yml \(options.dryRun ? "would take" : "took") over: \(names)")
    }
    if !edit.offered.isEmpty {
      Console.print(
        "The old site says, and handbook.yml otherwise:\n"
          + edit.offered.map { "  \($0.line)" }.joined(separator: "\n"))
    }
  }
}
