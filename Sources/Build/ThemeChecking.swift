import Community
import Diagnostics
import Files
import Markup
import Pictures

extension SiteFiles {
  /// The site's own theme: its templates and words, and the files that it publishes, pictures among
  /// them without what they tell of their maker.
  func ownTheme() -> Diagnosed<[SourceText]> {
    var sources: [SourceText] = []
    var problems: [Diagnostic] = []
    for path in paths where path.isInside(RelativePath(fixed: "templates")) {
      guard !path.parts.contains(where: { $0.hasPrefix(".") }) else { continue }
      let read = path.isInside(themeAssets) ? themeAsset(path) : text(path)
      problems += read.diagnostics
      if let source = read.value { sources.append(source) }
    }
    return Diagnosed(sources, problems)
  }

  /// Scripts and drawings of a theme are its maker's to answer for, and go out as they are.
  private func themeAsset(_ path: RelativePath) -> Diagnosed<SourceText?> {
    let read = file(path)
    guard let source = read.value else { return read }
    let format = FileFormat(of: source.bytes)
    guard format != .svg else { return read }
    do throws(FileRefusal) {
      let bytes = try cleaned(source.bytes, format)
      return Diagnosed(bytes == source.bytes ? source : SourceText(path: source.path, bytes: bytes))
    } catch {
      return Diagnosed(nil, [.refusedFile(source.path, error)])
    }
  }
}

extension [SourceText] {
  /// The paths of the theme's pictures that are among those that nobody may see.
  func pictures(among hidden: Set<String>) -> Set<String> {
    guard !hidden.isEmpty else { return [] }
    return Set(
      filter { source in
        let format = FileFormat(of: source.bytes)
        guard source.path.hasPrefix("templates/assets/"), format.isPicture else { return false }
        let published = (try? cleaned(source.bytes, format)) ?? source.bytes
        return hidden.contains(Fingerprint(published).description)
      }.map(\.path))
  }
}

private let themeAssets = RelativePath(fixed: "templates/assets")

extension FileSearch {
  /// Looks into all files of the site's own theme.
  func found(inTheme sources: [SourceText]) -> FoundInFiles {
    var found = FoundInFiles()
    for source in sources { found += self.found(inTheme: source) }
    return found
  }

  private func found(inTheme source: SourceText) -> FoundInFiles {
    let path = source.path
    if path.hasPrefix("templates/assets/") {
      return found(inThemeAsset: source)
    } else if path.hasPrefix("templates/strings/") {
      return found(in: source.shownWords, at: path, source.bytes)
    } else if path.hasSuffix(".html") {
      let pieces = TemplateText.pieces(of: source.bytes).map {
        TextPiece($0.text, line: $0.line, isProse: $0.isProse)
      }
      return found(in: pieces, at: path, source.bytes)
    }
    return FoundInFiles()
  }

  private func found(inThemeAsset source: SourceText) -> FoundInFiles {
    let name = String(source.path.split(separator: "/").last ?? "")
    // A refused name cannot be: the theme may hold scripts.
    let format =
      (try? FileFormat(checking: source.bytes, named: name)) ?? FileFormat(of: source.bytes)
    let contents = FileContents(source.bytes, format, named: name, isCleaned: false)
    var found = found(in: contents, at: source.path)
    // The folders below are part of its address.
    let shown = source.path.dropFirst("templates/assets/".count)
    found.findings += names?.findings(inNameOf: String(shown), at: source.path) ?? []
    return found
  }
}

extension SourceText {
  /// The words of a file of strings: its values, decoded; keys and comments are not shown.
  fileprivate var shownWords: [TextPiece] {
    guard let map = FieldMap.read(wholeFile: self, roles: .unknown).value else { return [] }
    return map.fields.flatMap { $0.value.shownWords }
  }
}

extension FieldValue {
  fileprivate var shownWords: [TextPiece] {
    switch content {
    case .text(let text, _): [TextPiece(Array(text.utf8), line: Int(span.line))]
    case .list(let items): items.flatMap(\.shownWords)
    case .map(let map): map.fields.flatMap { $0.value.shownWords }
    case .empty: []
    }
  }
}
