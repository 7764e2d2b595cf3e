import Files
import Markup

/// What an index page of Hugo's, or its settings, say of all pages below.
struct Cascade: Sendable {
  let values: FieldMap
  /// The pages that are meant; all below where it is empty.
  private let target: FieldMap

  /// One cascade, or a list of them.
  static func read(_ value: FieldValue) -> [Cascade] {
    switch value.content {
    case .list(let items): return items.flatMap(read)
    case .map(let map):
      var target = FieldMap()
      for key in ["_target", "target"] {
        if case .map(let inner)? = map[key]?.value.content { target = inner }
      }
      var fields = map.fields.filter { !["_target", "target", "params"].contains($0.key) }
      if case .map(let inner)? = map["params"]?.value.content { fields += inner.fields }
      return [Cascade(values: FieldMap(fields), target: target)]
    case .text, .empty: return []
    }
  }

  /// What is not understood counts as fitting: a page more may be a draft, none is published by it.
  func reaches(_ page: ForeignPage, in folders: [String]) -> Bool {
    let isIndex = page.path.stem.withoutLanguage == "_index"
    for field in target.fields {
      let wanted = field.value.text?.lowercased() ?? ""
      switch field.key.lowercased() {
      case "path":
        let stem = page.path.stem.withoutLanguage
        let own = ["_index", "index"].contains(stem) ? folders : folders + [stem]
        let pattern = PathPattern(wanted.hasPrefix("/") ? wanted : "/\(wanted)")
        if pattern?.matches(own.map { $0.lowercased() }) == false { return false }
      case "kind":
        let kinds = isIndex ? ["section", "home", "taxonomy", "term"] : ["page"]
        if !kinds.contains(where: { glob(Array(wanted.utf8), matches: Array($0.utf8)) }) {
          return false
        }
      case "lang":
        let written = page.path.stem.split(separator: ".").last.map(String.init) ?? ""
        let isOther = written.isLanguageTag && written != page.path.stem
        if isOther, !glob(Array(wanted.utf8), matches: Array(written.lowercased().utf8)) {
          return false
        }
      default: break
      }
    }
    return true
  }
}

extension OldSettings {
  /// Why a page in a language that the site does not publish is hidden.
  func disabledLanguage(of page: ForeignPage, in folders: [String]) -> HidingReason? {
    let disabled = disabledLanguages
    guard !disabled.isEmpty else { return nil }
    let ending = page.path.stem.split(separator: ".").dropFirst().last.map { $0.lowercased() } ?? ""
    let folder = folders.first?.lowercased() ?? ""
    return disabled.contains(ending) || disabled.contains(folder)
      || disabled.contains { contentFolder(of: $0) == page.path.parts.first }
      ? "its language was not published" : nil
  }

  private var disabledLanguages: Set<String> {
    var disabled = Set((self["disableLanguages"]?.words ?? []).map { $0.lowercased() })
    guard case .map(let languages)? = self["languages"]?.content else { return disabled }
    for language in languages.fields {
      guard case .map(let own) = language.value.content, own["disabled"]?.value.isTrue == true
      else {
        continue
      }
      disabled.insert(language.key.lowercased())
    }
    return disabled
  }

  private func contentFolder(of language: String) -> String? {
    self["languages", language, "contentDir"]?.text?.trimmedSlashes
  }
}
