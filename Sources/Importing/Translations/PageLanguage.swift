import Files
import Markup

/// The language that a page of a site in several languages is written in, and what it is beside its
/// versions in the others.
struct PageLanguage: Hashable, Sendable {
  /// As front matter writes it; `nil` for the site's own.
  let language: String?
  /// The folders within those of all pages, without the one of the language.
  let folders: [String]
  /// The file's name without its endings and without the language in it.
  let stem: String
  /// The page that it translates, where that is there.
  var original: RelativePath?
}

/// What is known of the languages of an old site before its pages are looked at.
struct SiteLanguages: Hashable, Sendable {
  /// The one that most of it is written in, where the settings say so.
  let main: String?
  /// Those that the settings list.
  let listed: Set<String>
}

extension SiteLanguages {
  init(_ settings: OldSettings, _ generator: Generator) {
    var main: String?
    var listed: Set<String> = []
    func note(_ word: String?, isMain: Bool = false) {
      guard let word, let language = LanguageCodes.language(word) else { return }
      listed.insert(language)
      if isMain, main == nil { main = language }
    }
    for keys in [
      ["defaultContentLanguage"], ["default_lang"], ["default_language"], ["languageCode"],
      ["locale"], ["lang"], ["language"], ["languagecode"], ["theme", "language"],
      ["theme", "locale"], ["project", "language"], ["plugins", "i18n", "default_language"],
    ] {
      note(settings.value(at: keys)?.text, isMain: true)
    }
    // Hugo has a map of them, Polyglot and others a list.
    switch settings["languages"]?.content {
    case .map(let map): for field in map.fields { note(field.key) }
    case .list(let items): for item in items { note(item.text) }
    default: break
    }
    for plugin in settings.plugins(named: "i18n") {
      for item in plugin["languages"]?.value.items ?? [] {
        guard case .map(let map) = item.content else { continue }
        note(map["locale"]?.value.text, isMain: map["default"]?.value.isTrue ?? false)
      }
      note(plugin["default_language"]?.value.text, isMain: true)
      if case .map(let map)? = plugin["languages"]?.value.content {
        for field in map.fields { note(field.key) }
      }
    }
    self.init(main: main, listed: listed)
  }
}

extension OldSettings {
  func value(at keys: [String]) -> FieldValue? {
    var map = fields
    for key in keys.dropLast() {
      guard case .map(let inner)? = map[key]?.value.content else { return nil }
      map = inner
    }
    return keys.last.flatMap { map[$0]?.value }
  }

  /// The settings of MkDocs's plugins of a name.
  fileprivate func plugins(named name: String) -> [FieldMap] {
    var found: [FieldMap] = []
    for item in self["plugins"]?.items ?? [] {
      if case .map(let map) = item.content, case .map(let plugin)? = map[name]?.value.content {
        found.append(plugin)
      }
    }
    if case .map(let plugin)? = value(at: ["plugins", name])?.content { found.append(plugin) }
    return found
  }
}

extension FieldValue {
  var items: [FieldValue] { if case .list(let items) = content { items } else { [] } }
}
