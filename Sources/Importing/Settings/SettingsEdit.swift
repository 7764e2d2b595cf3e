import Community
package import Diagnostics
import Markup

/// What an import changes in `handbook.yml`, and what it only offers: a key is written where the
/// file has the words that a new site comes with, or none.
///
/// Lines of others, comments among them, stay byte for byte.
package struct SettingsEdit: Sendable {
  /// The file as it would be.
  package private(set) var text: String
  package private(set) var written: [SiteSetting] = []
  /// What the old site says and the file says otherwise.
  package private(set) var offered: [SettingToSet] = []

  /// `starters` are the texts that a new site has, one for each of the names that it may have been
  /// given; `folder` is what the site's folder is called, which is a new site's name too.
  package init(
    _ source: SourceText, _ settings: [SettingToSet], starter: SourceText, folder: String
  ) {
    text = String(decoding: source.bytes, as: UTF8.self)
    let own = FieldMap.read(wholeFile: source, roles: .unknown).value ?? FieldMap()
    let usual = FieldMap.read(wholeFile: starter, roles: .unknown).value ?? FieldMap()
    let isNew = ["tagline", "purpose"].allSatisfy {
      own[$0]?.value.written == usual[$0]?.value.written
    }
    for setting in settings {
      let key = setting.setting.rawValue
      let there = own[key]?.value.written
      if there == setting.value { continue }
      let isUsual =
        switch setting.setting {
        case .name: isNew && ["Our handbook", folder].contains(own[key]?.value.text)
        case .timezone: isNew && own[key]?.value.text == "UTC"
        case .language: isNew && own[key]?.value.text == "en"
        default: there == nil || there == usual[key]?.value.written
        }
      if isUsual {
        text = text.settingLines(of: key, to: setting.value.lines(below: key, indent: 0))
        written.append(setting.setting)
      } else {
        offered.append(setting)
      }
    }
  }
}

extension SettingToSet {
  /// As a line of `handbook.yml`.
  package var line: String {
    String(value.lines(below: setting.rawValue, indent: 0).dropLast())
  }
}

extension String {
  /// The text of a settings file with other lines for one key, which come below `timezone` where the
  /// key was not there.
  fileprivate func settingLines(of key: String, to new: String) -> String {
    let lines = split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let place = lines.firstIndex { $0.hasPrefix("\(key):") }
    guard let start = place else {
      // Beside the note that a new site has on the key, else below what every site has.
      let note = lines.firstIndex { $0.hasPrefix("# \(key):") }
      let base = note ?? lines.firstIndex { $0.hasPrefix("timezone:") }
      guard let base else { return self + (hasSuffix("\n") ? "" : "\n") + new }
      return (lines[...base] + [String(new.dropLast())] + lines[(base + 1)...])
        .joined(separator: "\n")
    }
    // What is indented below it, or a list at its own depth, is its value.
    var end = start + 1
    var last = end
    while end < lines.count {
      let line = lines[end]
      let isValue = line.hasPrefix(" ") || line.hasPrefix("\t") || line.hasPrefix("- ")
      if isValue { last = end + 1 } else if !line.isEmpty { break }
      end += 1
    }
    return (lines[..<start] + [String(new.dropLast())] + lines[last...]).joined(separator: "\n")
  }
}
