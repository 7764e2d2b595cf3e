import Files
import Markup

/// Which page of a site is in which language, and which translate one another.
///
/// A language is told by the file's name (`rules.fr.md`), by a folder (`fr/posts/rules.md`) or by
/// the front matter (`lang: fr`). A word that could be a language is one only where the settings
/// list it or the page has a version without it: `v1.2.md` and `my.old.md` are in no language.
struct TranslationIndex: Sendable {
  private var found: [RelativePath: PageLanguage] = [:]

  subscript(path: RelativePath) -> PageLanguage? { found[path] }
}

/// A page, before its language is known.
struct UnsortedPage: Sendable {
  let path: RelativePath
  /// Within the pages' folder.
  let folders: [String]
  let fields: FieldMap
}

extension TranslationIndex {
  init(_ pages: [UnsortedPage], _ languages: SiteLanguages) {
    let sorter = LanguageSorter(pages, languages)
    var groups: [String: [RelativePath]] = [:]
    for page in pages {
      let language = sorter.language(of: page)
      found[page.path] = language
      for key in page.keys(language) { groups[key, default: []].append(page.path) }
    }
    for group in groups.values where group.count > 1 { link(group) }
    found = found.filter {
      $0.value.language != nil || $0.value.folders != sorter.folders(of: $0.key)
    }
  }

  /// Points each page of another language to the one of the site's own.
  private mutating func link(_ group: [RelativePath]) {
    guard let original = group.sorted().first(where: { found[$0]?.language == nil }) else { return }
    for path in group where found[path]?.language != nil && found[path]?.original == nil {
      found[path]?.original = original
    }
  }
}

private struct LanguageSorter {
  private let languages: SiteLanguages
  private let places: Set<String>
  /// Folders at the top that are those of a language.
  private var languageFolders: [String: String] = [:]
  private let foldersByPath: [RelativePath: [String]]

  init(_ pages: [UnsortedPage], _ languages: SiteLanguages) {
    self.languages = languages
    places = Set(pages.map { ($0.folders + [$0.path.stem]).joined(separator: "/").lowercased() })
    foldersByPath = Dictionary(
      pages.map { ($0.path, $0.folders) }, uniquingKeysWith: { first, _ in first })
    for page in pages {
      guard let (lead, name) = page.folders.languageFolder, languageFolders[lead + name] == nil,
        let language = LanguageCodes.language(name)
      else { continue }
      let rest = page.folders.withoutLanguage(lead) + [page.path.stem]
      let outer = foldersOfPages.contains(lead.trimmedSlashes) ? lead : ""
      if lead != outer || languages.listed.contains(language)
        || hasVersion(rest, beside: outer + name, below: outer)
      {
        languageFolders[lead + name] = language
      }
    }
  }

  func folders(of path: RelativePath) -> [String] { foldersByPath[path] ?? [] }

  /// Whether a page of a folder such as `fr` is there without it, or in another one like it.
  ///
  /// Every folder has an index: one alone tells nothing.
  private func hasVersion(_ rest: [String], beside folder: String, below outer: String) -> Bool {
    let inner = outer.isEmpty ? rest : Array(rest.dropFirst())
    guard let stem = rest.last?.lowercased(),
      !["index", "_index", "readme"].contains(stem) || inner.count > 1
    else { return false }
    let place = inner.joined(separator: "/").lowercased()
    let others = [languages.main].compactMap(\.self) + ["en", "de", "fr", "es"]
    return places.contains(outer + place)
      || others.contains { outer + $0 != folder && places.contains("\(outer)\($0)/\(place)") }
  }

  func language(of page: UnsortedPage) -> PageLanguage {
    var (folders, stem, language) = (page.folders, page.path.stem, String?.none)
    if let (lead, name) = folders.languageFolder, let known = languageFolders[lead + name] {
      language = known
      folders = folders.withoutLanguage(lead)
    }
    if let (base, ending) = stem.partedAtLastDot, let known = LanguageCodes.language(ending),
      languages.listed.contains(known)
        || places.contains((page.folders + [base]).joined(separator: "/").lowercased())
    {
      (stem, language) = (base, known)
    }
    let written = ["lang", "language", "locale"].lazy.compactMap { page.fields[$0]?.value.text }
      .compactMap { LanguageCodes.language($0) }.first
    language = language ?? written
    return PageLanguage(
      language: language == mainLanguage ? nil : language, folders: folders, stem: stem)
  }

  /// English, where the settings say nothing.
  private var mainLanguage: String { languages.main ?? "en" }
}

extension UnsortedPage {
  /// What the versions of one page have in common: their place, their address or a key that their
  /// author gave them.
  fileprivate func keys(_ language: PageLanguage) -> [String] {
    let stem =
      ["index", "_index", "readme"].contains(language.stem.lowercased())
      ? "index" : language.stem
    var keys = ["place " + (language.folders + [stem]).joined(separator: "/").lowercased()]
    for key in [
      "translationKey", "translationkey", "ref", "page_id", "translation_key", "i18n_ref",
    ] {
      if let text = fields[key]?.value.text { keys.append("key \(text)") }
    }
    if let address = fields["permalink"]?.value.text { keys.append("address \(address)") }
    return keys
  }
}

extension [String] {
  /// A folder that may be one of a language, and those that it lies in: none, the folder of all
  /// languages, or one that holds all pages.
  fileprivate var languageFolder: (lead: String, name: String)? {
    guard let first else { return nil }
    let isOfLanguages = foldersOfLanguages.contains(first)
    if count > 1, isOfLanguages || foldersOfPages.contains(first) {
      return ("\(first)/", self[1])
    }
    return isOfLanguages ? nil : ("", first)
  }

  /// Without the folder of the language, and without those in which Docusaurus keeps what is
  /// translated.
  fileprivate func withoutLanguage(_ lead: String) -> [String] {
    var rest = Array(dropFirst(lead.isEmpty ? 1 : 2))
    let outer = lead.trimmedSlashes
    if foldersOfPages.contains(outer) { return [outer] + rest }
    guard let plugin = rest.first, plugin.hasPrefix("docusaurus-plugin-content-") else {
      return rest
    }
    rest.removeFirst()
    let kind = plugin.dropFirst("docusaurus-plugin-content-".count)
    if rest.first == "current" { rest.removeFirst() }
    return kind == "pages" ? rest : [String(kind)] + rest
  }
}

private let foldersOfLanguages: Set<String> = [
  "i18n", "_i18n", "translations", "locale", "locales",
]
private let foldersOfPages: Set<String> = [
  "docs", "content", "src", "pages", "_pages", "blog", "posts", "_posts", "source",
]

extension String {
  fileprivate var partedAtLastDot: (String, String)? {
    guard let dot = lastIndex(of: "."), dot > startIndex, index(after: dot) < endIndex else {
      return nil
    }
    return (String(self[..<dot]), String(self[index(after: dot)...]))
  }
}
