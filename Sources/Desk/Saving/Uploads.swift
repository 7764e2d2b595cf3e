import Community
import Files
import Pictures

/// A file that somebody drops on a text: made fit to publish, under a name that every system takes.
struct Upload: Sendable {
  let bytes: [UInt8]
  /// `sketch.png`.
  let name: String
  let isPicture: Bool

  /// What a file claims to be is checked, and photos lose what they tell of place and time.
  init(_ bytes: [UInt8], named name: String) throws(FileRefusal) {
    let file = try PublishedFile(bytes, named: name)
    self.bytes = file.bytes
    isPicture = file.format.isPicture
    self.name = Self.safeName(name)
  }

  private static func safeName(_ name: String) -> String {
    let file = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    let parts = file.split(separator: ".")
    let ending = parts.count > 1 ? Slug.of(parts.last.map(String.init) ?? "") : nil
    let stem = Slug.of(parts.dropLast(ending == nil ? 0 : 1).joined(separator: "-")) ?? "file"
    return String(stem.prefix(60)) + (ending.map { ".\($0)" } ?? "")
  }
}

extension Upload {
  /// Where it is written for an entry, and how the entry's text links it: in the entry's own
  /// folder, where it has one, else in `content/assets/`.
  func places(besideEntryAt path: RelativePath) -> some Sequence<(path: RelativePath, link: String)>
  {
    let parts = path.parts
    let isBundle = parts.last == "index.md"
    let folder = isBundle ? parts.dropLast().joined(separator: "/") : "content/assets"
    let up = isBundle ? "" : String(repeating: "../", count: parts.count - 2) + "assets/"
    return (1...999).lazy.compactMap { [self] number in
      let name = numbered(number)
      return (try? RelativePath("\(folder)/\(name)")).map { ($0, up + name) }
    }
  }

  /// `sketch.png`, `sketch-2.png`.
  private func numbered(_ number: Int) -> String {
    guard number > 1 else { return name }
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    return "\(name[..<dot])-\(number)\(name[dot...])"
  }
}
