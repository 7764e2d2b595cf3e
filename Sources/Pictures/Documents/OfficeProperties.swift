/// Looks for an author in an Office document: `docProps/core.xml` in Microsoft's formats,
/// `meta.xml` in OpenDocument.
enum OfficeProperties {
  /// The properties are a page of XML; what is longer is not read.
  private static let longest = 1 << 18

  static func finding(_ bytes: [UInt8]) -> AuthorFinding {
    let archive = ZipArchive(bytes)
    let entries = ["docProps/core.xml", "meta.xml"].compactMap(archive.entry)
    for entry in entries {
      guard let properties = archive.unpacked(entry, atMost: longest) else { return .cannotTell }
      if elements.contains(where: { isFilled($0, in: properties) }) { return .carriesAuthor }
    }
    return .none
  }

  private static let elements = [
    "<dc:creator", "<cp:lastModifiedBy", "<meta:initial-creator", "<meta:printed-by",
  ]

  /// Whether an element that begins so holds any text: `<dc:creator>Ada</dc:creator>`.
  private static func isFilled(_ start: String, in bytes: [UInt8]) -> Bool {
    guard let element = bytes.firstOffset(of: start, in: bytes.indices),
      let close = bytes.firstOffset(of: ">", in: element..<bytes.count),
      bytes[close - 1] != 0x2F
    else { return false }
    let text = bytes[(close + 1)...].drop(while: \.isSpace)
    return ![0x3C, nil].contains(text.first)
  }
}
