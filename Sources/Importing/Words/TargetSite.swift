import Community
package import Files
import Markup

/// What an import knows of the site that it brings things into.
package struct TargetSite: Sendable {
  /// `Europe/London`; `nil` where the settings do not say.
  package var timeZone: String?
  package var language: String?
  var members = MemberDirectory()

  package init(timeZone: String? = nil, language: String? = nil) {
    self.timeZone = timeZone
    self.language = language
  }
}

extension TargetSite {
  /// Reads the settings of a site, and the names in its members' files.
  package init(_ tree: some FileTree, _ files: [RelativePath]) {
    self.init()
    if let settings = Self.fields(tree, "content/handbook.yml") {
      timeZone = settings["timezone"]?.value.text
      language = settings["language"]?.value.text
    }
    for file in files where file.description.hasPrefix("content/members/") {
      guard file.fileExtension == "md" else { continue }
      let id = file.stem == "index" ? file.parent?.name ?? file.stem : file.stem
      let page = (try? tree.bytes(of: file, atMost: ImportLimits.entry)).flatMap {
        try? ForeignPage($0, at: file)
      }
      members.add(id: id, named: page?.fields["name"]?.value.text)
    }
  }

  /// The same with members of whom only the files are known.
  func withMembers(of files: [RelativePath]) -> TargetSite {
    var site = self
    for file in files where file.description.hasPrefix("content/members/") {
      let id = file.stem == "index" ? file.parent?.name ?? file.stem : file.stem
      if !site.members.ids.contains(id) {
        site.members.add(id: id, named: id.split(separator: "-").joined(separator: " "))
      }
    }
    return site
  }

  private static func fields(_ tree: some FileTree, _ path: String) -> FieldMap? {
    guard let path = try? RelativePath(path),
      let bytes = try? tree.bytes(of: path, atMost: ImportLimits.mapping),
      let text = ForeignText(bytes)?.text
    else { return nil }
    return try? ForeignMatter.yaml(text).read(path.description).0
  }

  /// Whether people there write the month before the day in numbers.
  var writesMonthFirst: Bool {
    let zone = timeZone ?? ""
    if language == "en-US" { return true }
    return zone.hasPrefix("US/") || monthFirstZones.contains(zone)
  }

  /// Where the habit is taken from, as a message says it.
  var habit: String {
    timeZone.map { "as is usual in \($0)" } ?? "as is usual in most countries"
  }
}

/// The zones of the United States, and of others that write dates so.
private let monthFirstZones: Set<String> = [
  "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles",
  "America/Phoenix", "America/Anchorage", "America/Detroit", "America/Boise", "America/Juneau",
  "America/Adak", "America/Indiana/Indianapolis", "America/Indianapolis",
  "America/Kentucky/Louisville", "America/Louisville", "America/Menominee", "America/Nome",
  "America/Sitka", "America/Yakutat", "America/Metlakatla", "Pacific/Honolulu", "Pacific/Guam",
  "America/Puerto_Rico", "Asia/Manila",
]
