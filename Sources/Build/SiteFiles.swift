import Community
package import Diagnostics
package import Files
import Markup

/// The files of a site, listed once and read when they are needed.
package struct SiteFiles: Sendable {
  private let tree: any FileTree
  /// Those below `content/` and `templates/` that may be read, sorted.
  package let paths: [RelativePath]
  /// Changes when any file other than an entry does, which pages may only point to.
  package let appearance: Fingerprint
  /// The stamp of everything that was listed; `nil` where there are none, as in memory, or where
  /// something listed can't be told by a stamp.
  let stamps: [RelativePath: FileStamp]?
  /// When the listing began, by the clock of the stamps.
  let listedAt: Int64
  /// What cannot be used for its name or its kind.
  package let diagnostics: [Diagnostic]

  /// Lists a site.
  ///
  /// One without `templates/` is fine; one without `content/` is none.
  package init(_ tree: some FileTree) throws(FileTrouble) {
    self.tree = tree
    listedAt = timeForStamps()
    let content = try tree.listing(below: RelativePath(fixed: "content"))
    var listings = [content]
    do throws(FileTrouble) {
      listings.append(try tree.listing(below: RelativePath(fixed: "templates")))
    } catch {
      guard case .missing = error else { throw error }
    }
    let items = listings.flatMap(\.items)
    paths = items.filter { $0.kind == .file }.map(\.path)
    appearance = Fingerprint(ofStampsOf: items.filter { !$0.path.name.hasSuffix(".md") })
    diagnostics =
      items.compactMap(Diagnostic.unusable) + listings.flatMap(\.refused).map(Diagnostic.refused)
    let stamped = items.compactMap { item in item.stamp.map { (item.path, $0) } }
    let areAllTold = stamped.count == items.count && diagnostics.isEmpty
    stamps = areAllTold ? Dictionary(uniqueKeysWithValues: stamped) : nil
  }

  /// The stamps that tell of any later change of their files.
  var settledStamps: [RelativePath: FileStamp] {
    (stamps ?? [:]).filter { $0.value.isSettled(at: listedAt) }
  }

  /// When any of the files was last written, in nanoseconds since 1970.
  package var lastChange: Int64? { stamps?.values.map(\.modified).max() }

  /// The bytes of a file, or the problem of reading it.
  func read(_ path: RelativePath, atMost limit: Int) -> Diagnosed<[UInt8]?> {
    do throws(FileTrouble) {
      return Diagnosed(try tree.bytes(of: path, atMost: limit))
    } catch {
      return Diagnosed(nil, [.unreadable(path, error)])
    }
  }

  /// A file of any kind, to be published as it is.
  func file(_ path: RelativePath) -> Diagnosed<SourceText?> {
    let read = read(path, atMost: largestAsset)
    return Diagnosed(
      read.value.map { SourceText(path: path.description, bytes: $0) }, read.diagnostics)
  }

  /// A text that an author wrote, or the problem of reading it: it is UTF-8 without a NUL, and one
  /// text, not two that git could not join.
  func text(
    _ path: RelativePath, atMost limit: Int = largestText
  ) -> Diagnosed<SourceText?> {
    let read = read(path, atMost: limit)
    guard let bytes = read.value else { return Diagnosed(nil, read.diagnostics) }
    if LargeFilePointer.isOne(bytes) {
      return Diagnosed(nil, [.largeFilePointer(path.description)])
    }
    let source = SourceText(path: path.description, bytes: bytes)
    if let offset = bytes.firstThatIsNoText {
      return Diagnosed(nil, [.notText(source, at: offset)])
    }
    let conflicts = ConflictMarks.problems(in: source)
    return Diagnosed(conflicts.isEmpty ? source : nil, conflicts)
  }

  /// A text of the site, read again; `nil` where that fails.
  package func source(_ path: String) -> SourceText? {
    guard let file = try? RelativePath(path),
      let bytes = try? tree.bytes(of: file, atMost: largestText)
    else { return nil }
    return SourceText(path: path, bytes: bytes)
  }

  /// A line of a file, counted from 1, for a message to show.
  package func line(_ path: String, _ number: Int) -> String? {
    source(path)?.location(line: number).excerpt
  }
}

extension Fingerprint {
  /// Of the paths, sizes, times and numbers of files.
  fileprivate init(ofStampsOf items: [FileItem]) {
    let lines = items.map { item in
      "\(item.path) \(item.size) \(item.modified) \(item.stamp?.changed ?? 0) "
        + "\(item.stamp?.number ?? 0)\n"
    }
    self.init(lines.flatMap { Array($0.utf8) })
  }
}

/// The largest text that is read, in bytes: an entry, settings, a template.
let largestText = 256 * 1024

extension Diagnostic {
  fileprivate static func unusable(_ item: FileItem) -> Diagnostic? {
    let place = SourceLocation(path: item.path.description)
    switch item.kind {
    case .file: return nil
    case .link:
      return Diagnostic(
        .error, "link-in-content", at: place, "this is a symbolic link, which is never followed",
        because: "A link can lead to files outside of the site.",
        hints: ["put the file itself here"])
    default:
      return Diagnostic(
        .warning, "special-file", at: place, "this is no ordinary file, and is left out",
        hints: ["remove it"])
    }
  }

  fileprivate static func notText(_ source: SourceText, at offset: Int) -> Diagnostic {
    Diagnostic(
      .error, "not-utf8", at: source.location(line: source.line(at: offset)),
      "this is no text in UTF-8, the encoding of every file here",
      because:
        "A word processor's file, or one in an older encoding, has to be saved as text first.",
      hints: ["in your editor choose to save it again with the encoding UTF-8"])
  }

  fileprivate static func refused(_ name: RefusedName) -> Diagnostic {
    Diagnostic(
      .error, "bad-file-name", at: SourceLocation(path: name.shownPath), name.reason.reason,
      hints: ["rename it with the letters a to z, digits and hyphens"])
  }

  fileprivate static func unreadable(_ path: RelativePath, _ trouble: FileTrouble) -> Diagnostic {
    let place = SourceLocation(path: path.description)
    if case .tooLarge(_, let limit) = trouble {
      return Diagnostic(
        .error, "file-too-large", at: place,
        "the file is larger than \(limit / 1024) KiB, the most that is read",
        hints: ["divide it into several, and link them"])
    }
    return Diagnostic(
      .error, "unreadable-file", at: place, trouble.message,
      hints: ["see that the file is there and that you may read it"])
  }
}

extension [UInt8] {
  /// The first byte that is NUL or belongs to no character of UTF-8; `nil` where all is text.
  fileprivate var firstThatIsNoText: Int? {
    let isText = withUnsafeBufferPointer { bytes in
      !bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil
    }
    if isText { return nil }
    var decoder = UTF8()
    var rest = makeIterator()
    var offset = 0
    while case .scalarValue(let scalar) = decoder.decode(&rest), scalar.value != 0 {
      offset += UTF8.width(scalar)
    }
    return offset
  }
}
