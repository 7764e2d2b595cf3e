package import Diagnostics

extension FrontMatter {
  /// The fields of a file's front matter: none where it has no front matter, `nil` where what is
  /// written can't be read as fields at all.
  package static func fields(
    of source: SourceText, _ extent: Extent, roles: FieldRoles
  ) -> Diagnosed<FieldMap?> {
    guard extent.isReadable else { return Diagnosed(nil) }
    guard let matter = extent.matter else { return Diagnosed(FieldMap()) }
    let opening = source.span(of: source.line(1, from: source.startOfText))
    return FieldMap.read(YAMLBlock(source, matter, .frontMatter, roles), opening: opening)
  }
}

extension FieldMap {
  /// The fields of a file that is YAML from end to end, such as `handbook.yml`; at most `limit`
  /// bytes.
  package static func read(
    wholeFile source: SourceText, limit: Int = 256 * 1024, roles: FieldRoles
  ) -> Diagnosed<FieldMap?> {
    let all = source.startOfText..<source.bytes.count
    return read(YAMLBlock(source, all, .file(limit: limit), roles), opening: .wholeFile)
  }

  /// Checks the bytes, finds YAML's traps, and only then lets Yams read what is left.
  static func read(_ block: YAMLBlock, opening: SourceSpan) -> Diagnosed<FieldMap?> {
    if let refusal = block.refusal { return Diagnosed(nil, [refusal]) }
    var scanner = YAMLScanner(block)
    scanner.scan()
    guard scanner.isReadable else { return Diagnosed(nil, scanner.diagnostics) }
    var tree = YAMLTree(block, scanner.repair, opening: opening)
    let map = tree.read()
    let errors = scanner.diagnostics.filter { $0.severity == .error }
    let fixed = Set(errors.compactMap { $0.location?.line })
    // What Yams says of a line that has been fixed would only repeat what is said already.
    let rest = tree.diagnostics.filter { !fixed.contains($0.location?.line ?? 0) }
    return Diagnosed(map, scanner.diagnostics + rest)
  }
}

extension SourceText {
  /// The first byte that is not a byte order mark.
  var startOfText: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }
}
