import Community
import Markup
import Text

// What the settings of an old site mean for `handbook.yml`.

extension OldSettings {
  /// What the community and its site are called, folded: an author of that name is no person.
  var namesOfSite: Set<String> {
    Set(
      [
        ["title"], ["site_name"], ["name"], ["author"], ["author", "name"], ["params", "title"],
        ["book", "title"], ["project", "title"], ["website", "title"], ["copyright"],
        ["site_author"],
      ].compactMap { value(at: $0)?.text }
        // The site of one person has their name.
        .filter { NameSense($0).sort != .person || $0.nameWords.count == 1 }
        .map(\.foldedForComparison))
  }

  /// What `handbook.yml` can take over.
  func handbookSettings(
    _ generator: Generator, _ pages: [SurveyedPage]
  ) -> [SiteSetting: [String]] {
    var found: [SiteSetting: [String]] = [:]
    func first(_ keys: [[String]]) -> String? {
      keys.lazy.compactMap { value(at: $0)?.text }.first {
        !$0.contains("{{") && !$0.contains("\n")
      }
    }
    found[.name] = first(titleKeys).map { [$0] }
    found[.tagline] = first(taglineKeys).map { [$0] }
    found[.purpose] = first(purposeKeys).map { [$0] }
    found[.language] = SiteLanguages(self, generator).main.map { [$0] }
    found[.timezone] = first([["timezone"], ["timeZone"], ["params", "timezone"]])
      .flatMap { TimeZones.rule(of: $0) == nil ? nil : [$0] }
    found[.baseURL] = baseURL.map { [$0] }
    if let purpose = found[.purpose], purpose == found[.tagline] { found[.purpose] = nil }
    let menu = menu(pages)
    found[.navigation] = menu.isEmpty ? nil : menu
    return found
  }

  /// The whole address of the site, its folder included.
  private var baseURL: String? {
    let keys = [
      ["baseURL"], ["baseurl"], ["base_url"], ["url"], ["site_url"], ["website", "site-url"],
    ]
    guard
      let url = keys.lazy.compactMap({ self.value(at: $0)?.text })
        .first(where: { $0.hasPrefix("http://") || $0.hasPrefix("https://") }),
      !url.contains("localhost"), !url.contains("127.0.0.1"), !url.contains("://example.")
    else { return nil }
    let whole = url.hasSuffix("/") ? String(url.dropLast()) : url
    let folder = self["baseurl"]?.text?.trimmedSlashes ?? ""
    let isFolder = !folder.isEmpty && !folder.contains("://") && !whole.hasSuffix("/\(folder)")
    return whole + (isFolder ? "/\(folder)/" : "/")
  }

  /// Links to social networks and to the repository, for the report.
  var linksElsewhere: [String] {
    var found: [String] = []
    func walk(_ value: FieldValue, _ depth: Int) {
      switch value.content {
      case .text(let text, _):
        let isElsewhere = socialHosts.contains {
          text.contains("://\($0)") || text.contains(".\($0)/")
        }
        if isElsewhere, !text.contains(" "), text.hasPrefix("http"), !found.contains(text) {
          found.append(text)
        }
      case .list(let items) where depth < 6: for item in items { walk(item, depth + 1) }
      case .map(let map) where depth < 6: for field in map.fields { walk(field.value, depth + 1) }
      case .list, .map, .empty: break
      }
    }
    for field in fields.fields { walk(field.value, 0) }
    for (key, host) in [
      ("twitter_username", "twitter.com"), ("github_username", "github.com"),
      ("mastodon_username", ""),
    ] {
      if let name = self[key]?.text, !host.isEmpty { found.append("https://\(host)/\(name)") }
    }
    return Array(found.prefix(12))
  }
}

private let titleKeys = [
  ["title"], ["site_name"], ["params", "title"], ["book", "title"], ["project", "title"],
  ["website", "title"], ["name"], ["languages", "en", "title"],
]
private let taglineKeys = [
  ["tagline"], ["subtitle"], ["params", "tagline"], ["params", "subtitle"], ["slogan"],
]
private let purposeKeys = [
  ["description"], ["site_description"], ["params", "description"], ["website", "description"],
  ["book", "description"], ["project", "description"],
]
private let socialHosts = [
  "github.com", "gitlab.com", "codeberg.org", "mastodon.social", "mastodon.", "fosstodon.org",
  "twitter.com", "x.com", "linkedin.com", "youtube.com", "facebook.com", "instagram.com",
  "bsky.app", "discord.gg", "discord.com", "slack.com", "matrix.to", "t.me", "meetup.com",
  "vimeo.com", "researchgate.net", "social.", "scholar.social",
]
