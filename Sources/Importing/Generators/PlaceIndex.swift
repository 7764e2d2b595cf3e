import Community
import Files
import Markup

/// Finds what the pages of another site call each other by.
struct PlaceIndex {
  private var pages: [String: (id: EntryID, target: RelativePath)] = [:]
  private var files: [String: RelativePath] = [:]
  /// Names that several things have, by which none is found.
  private var ambiguous: Set<String> = []

  /// Notes a page under its path, its address, its name and its title.
  mutating func add(_ placed: PlacedPage, _ generator: Generator) {
    let path = placed.page.path
    let isIndex = ["index", "_index", "readme"].contains(path.stem.lowercased())
    let below = (placed.folders + (isIndex ? [] : [path.stem])).joined(separator: "/")
    var names = [path.description.withoutEnding, below]
    let date = path.stem.leadingDate == nil ? nil : String(path.stem.dropFirst(11))
    let own = isIndex ? placed.folders.last : path.stem
    names += [own, date, placed.page.fields["slug"]?.value.text].compactMap(\.self)
    if generator == .obsidian {
      names += [placed.page.fields["title"]?.value.text].compactMap(\.self)
      names += placed.page.fields["aliases"]?.value.texts ?? []
    }
    for address in placed.oldAddresses { names.append(address.trimmedSlashes.withoutEnding) }
    for name in Set(names.map(\.foldedPlace)) where !name.isEmpty {
      if let other = pages[name], other.id != placed.id {
        if name != below.foldedPlace { ambiguous.insert(name) }
        guard name == below.foldedPlace else { continue }
      }
      pages[name] = (placed.id, placed.target)
    }
  }

  mutating func add(_ file: RelativePath, at target: RelativePath, below root: String?) {
    let path = file.description
    for name in [path, root.map { String(path.dropFirst($0.count + 1)) }, file.name] {
      guard let name = name?.foldedPlace else { continue }
      if files[name] == nil || name != file.name.foldedPlace { files[name] = target }
    }
  }

  /// What a destination written in `page` leads to.
  func find(_ destination: String, from page: PlacedPage) -> LinkMending.Answer {
    guard !destination.contains("://"), !destination.hasPrefix("#"),
      !destination.hasPrefix("mailto:")
    else { return .unknown }
    let cut = destination.firstIndex { $0 == "#" || $0 == "?" } ?? destination.endIndex
    let written = String(destination[..<cut]).percentDecoded
    let fragment = destination[cut...].hasPrefix("#") ? String(destination[cut...]) : ""
    let folder = page.page.path.parent?.description ?? ""
    let own = page.folders.joined(separator: "/")
    for base in [folder, own, ""] {
      guard let path = joined(base, written)?.foldedPlace else { continue }
      if let file = files[path] { return .path(page.target.relativeAddress(to: file)) }
      let name = path.withoutEnding
      if !ambiguous.contains(name), let found = pages[name] ?? pages[name.withoutIndex] {
        return .entry(
          name: found.id.description, path: page.target.relativeAddress(to: found.target) + fragment
        )
      }
    }
    return .unknown
  }

  /// A path put behind a folder, its `..` and `.` worked out; `nil` for one that leads above.
  private func joined(_ folder: String, _ path: String) -> String? {
    let isRooted = path.hasPrefix("/")
    var parts = isRooted ? [] : folder.split(separator: "/").map(String.init)
    for part in path.split(separator: "/") {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else if part != "." {
        parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}

extension PlacedPage {
  /// The addresses that the page has had, as its front matter tells.
  var oldAddresses: [String] {
    ["aliases", "redirect_from", "permalink", "url"].flatMap { page.fields[$0]?.value.texts ?? [] }
  }
}

extension String {
  /// As names of pages are compared.
  fileprivate var foldedPlace: String { lowercased() }

  fileprivate var withoutEnding: String {
    for ending in [".markdown", ".md", ".html"] where hasSuffix(ending) {
      return String(dropLast(ending.count))
    }
    return self
  }

  fileprivate var withoutIndex: String {
    for ending in ["/index", "/_index", "/readme"] where hasSuffix(ending) {
      return String(dropLast(ending.count))
    }
    return self
  }
}
