package import Files

/// What files of a site were before an import changed or removed them, kept in `.handbook/` so that
/// the import can be taken back.
///
/// It is never committed: the ledger, which is, holds no text of anybody's.
package struct BeforeImport: Hashable, Sendable {
  package struct File: Hashable, Sendable {
    package let path: RelativePath
    package let old: [UInt8]
    /// Of what the import wrote in its place; `nil` where it removed the file.
    package let new: Fingerprint?
  }

  /// Of which import.
  package let source: ImportSource.Key
  package private(set) var files: [File]

  private static let name = "before-import"
}

extension BeforeImport {
  /// What is to be kept of an import, with what an earlier run of it has kept.
  package init(_ changes: ImportChanges, after earlier: BeforeImport?) {
    source = changes.standing.source.key
    let kept = earlier?.source == source ? earlier?.files ?? [] : []
    let first = Dictionary(kept.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let now = changes.changes.map { change in
      File(
        path: change.path, old: first[change.path]?.old ?? change.old,
        new: changes.replacement(of: change).map { Fingerprint($0) })
    }
    let paths = Set(now.map(\.path))
    files = kept.filter { !paths.contains($0.path) } + now
  }

  package static func read(in site: String) -> BeforeImport? {
    CacheFolder.peek(name, of: site).flatMap(BeforeImport.init)
  }

  package func write(in site: String) { CacheFolder(of: site)?.write(Self.name, bytes) }

  package static func remove(in site: String) { CacheFolder(of: site)?.remove(name) }
}

// MARK: - As bytes

extension BeforeImport {
  /// A line that says which import it was, then for each file a line and its bytes.
  private var bytes: [UInt8] {
    var bytes = Array("\(source.tool) \(source.digest)\n".utf8)
    for file in files {
      let digest = file.new?.description ?? "-"
      bytes += Array("\(file.old.count) \(digest) \(file.path)\n".utf8) + file.old
    }
    return bytes
  }

  private init?(_ bytes: [UInt8]) {
    var rest = bytes[...]
    guard let first = rest.popLine()?.split(separator: " "), first.count == 2,
      let digest = Fingerprint(hexadecimal: first[1].utf8)
    else { return nil }
    source = ImportSource.Key(tool: String(first[0]), digest: digest)
    files = []
    while !rest.isEmpty {
      guard let words = rest.popLine()?.split(separator: " ", maxSplits: 2), words.count == 3,
        let count = Int(words[0]), count >= 0, count <= rest.count,
        let path = try? RelativePath(String(words[2])), path.parts[0] == "content"
      else { return nil }
      let new = Fingerprint(hexadecimal: words[1].utf8)
      guard new != nil || words[1] == "-" else { return nil }
      files.append(File(path: path, old: Array(rest.prefix(count)), new: new))
      rest = rest.dropFirst(count)
    }
  }
}

extension ArraySlice<UInt8> {
  fileprivate mutating func popLine() -> String? {
    guard let end = firstIndex(of: 0x0A) else { return nil }
    defer { self = self[(end + 1)...] }
    return String(decoding: self[..<end], as: UTF8.self)
  }
}
