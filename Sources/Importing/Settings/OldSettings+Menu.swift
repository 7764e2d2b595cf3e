import Files
import Markup

extension OldSettings {
  /// The pages of the old site's menu, in order, as the mapping names pages: `about`.
  ///
  /// What leads elsewhere or to a list is left: the menu has the lists of its own accord.
  func menu(_ pages: [SurveyedPage]) -> [String] {
    let index = MenuIndex(pages)
    var found: [String] = []
    for item in menuItems + pages.flatMap(\.menuItems).sorted() {
      guard let place = index.place(of: item.target), !found.contains(place) else { continue }
      found.append(place)
    }
    return Array(found.prefix(12))
  }

  /// Hugo's `menu.main` and `menus.main`, MkDocs's `nav`, Jekyll's `header_pages` and `navigation`,
  /// Quarto's and Jupyter Book's lists.
  private var menuItems: [MenuItem] {
    let places = [
      ["menu", "main"], ["menus", "main"], ["menu", "header"], ["menus", "header"], ["nav"],
      ["header_pages"], ["navigation"], ["menu"], ["website", "navbar", "left"],
      ["book", "chapters"], ["chapters"], ["languages", "en", "menu", "main"], ["navbar"],
      ["menus", "menu", "main"],
    ]
    for place in places {
      guard let value = value(at: place) else { continue }
      let items = value.targets(depth: 0)
      if !items.isEmpty { return items.enumerated().map { $1.placed(at: $0) }.sorted() }
    }
    return []
  }
}

/// An entry of an old menu.
struct MenuItem: Hashable, Sendable, Comparable {
  /// An address or a file.
  let target: String
  /// Where its author wants it; Hugo's weights.
  var weight: Int
  var rank = 0

  static func < (left: MenuItem, right: MenuItem) -> Bool {
    (left.weight, left.rank, left.target) < (right.weight, right.rank, right.target)
  }

  fileprivate func placed(at rank: Int) -> MenuItem {
    MenuItem(target: target, weight: weight, rank: rank)
  }
}

extension FieldValue {
  /// The targets of a menu: texts, maps with an address, and maps of words to targets.
  fileprivate func targets(depth: Int) -> [MenuItem] {
    guard depth < 4 else { return [] }
    switch content {
    case .text: return text.map { [MenuItem(target: $0, weight: 0)] } ?? []
    case .list(let items): return items.flatMap { $0.targets(depth: depth + 1) }
    case .map(let map):
      let keys = ["pageRef", "pageref", "url", "href", "link", "file", "identifier", "path"]
      if let target = keys.lazy.compactMap({ map[$0]?.value.text }).first {
        return [
          MenuItem(target: target, weight: map["weight"]?.value.text.flatMap { Int($0) } ?? 0)
        ]
      }
      // A heading of the menu with pages below it is a list, which has its own page here.
      return map.fields.compactMap { $0.value.text }.map { MenuItem(target: $0, weight: 0) }
    case .empty: return []
    }
  }
}

extension SurveyedPage {
  /// Where the page's own front matter puts it into the menu.
  fileprivate var menuItems: [MenuItem] {
    let weight = page.fields["weight"]?.value.text.flatMap { Int($0) } ?? 0
    switch (page.fields["menu"] ?? page.fields["menus"])?.value.content {
    case .text, .list: return [MenuItem(target: place, weight: weight)]
    case .map(let map):
      guard case .map(let main)? = map["main"]?.value.content else {
        return [MenuItem(target: place, weight: weight)]
      }
      let own = main["weight"]?.value.text.flatMap { Int($0) }
      return [MenuItem(target: place, weight: own ?? weight)]
    case .empty, nil: return []
    }
  }
}

/// Pages by what a menu can call them.
private struct MenuIndex {
  private var places: [String: String] = [:]

  init(_ pages: [SurveyedPage]) {
    for page in pages {
      let isIndex = ["index", "_index", "readme"].contains(page.page.path.stem.lowercased())
      let address = (page.folders + (isIndex ? [] : [page.page.path.stem])).joined(separator: "/")
      var names = [address, page.place, page.page.path.description]
      for key in ["permalink", "url", "slug"] {
        if let own = page.page.fields[key]?.value.text { names.append(own) }
      }
      for name in names {
        let key = name.menuKey
        if places[key] == nil { places[key] = page.place }
      }
    }
  }

  func place(of target: String) -> String? {
    guard !target.contains("://") else { return nil }
    let key = target.menuKey
    return key.isEmpty ? nil : places[key]
  }
}

extension String {
  fileprivate var menuKey: String {
    var key = prefix { $0 != "#" && $0 != "?" }.lowercased().trimmedSlashes
    if key.hasPrefix("./") { key.removeFirst(2) }
    for ending in [".html", ".md", ".markdown", ".qmd", ".ipynb"] where key.hasSuffix(ending) {
      key = String(key.dropLast(ending.count))
    }
    for ending in ["/index", "/_index", "/readme"] where key.hasSuffix(ending) {
      key = String(key.dropLast(ending.count))
    }
    return ["index", "_index", "readme"].contains(key) ? "" : key
  }
}
