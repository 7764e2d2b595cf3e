import Community
import Files

extension SiteImport {
  /// Notes what `handbook.yml` takes over, the menu by the ids that its pages have here.
  mutating func noteSettings() {
    let settings = mapping.settings
    for setting in SiteSetting.allCases {
      guard var values = settings[setting] else { continue }
      if setting == .navigation {
        values = values.compactMap(idOfPage)
        if values.isEmpty { continue }
      }
      plan.settings.append(
        SettingToSet(
          setting: setting, value: setting.isList ? .texts(values) : .text(values[0])))
    }
  }

  /// The id of the page that the mapping names by its path.
  private func idOfPage(_ place: String) -> String? {
    let place = place.trimmedSlashes.withoutMarkdownEnding
    let found = pages.first { placed in
      placed.id.kind == .page
        && ((placed.language?.folders ?? placed.folders) + [placed.page.path.stem])
          .joined(separator: "/") == place
    }
    return (found ?? pages.first { $0.id == EntryID(.page, place) })?.id.name
  }
}
