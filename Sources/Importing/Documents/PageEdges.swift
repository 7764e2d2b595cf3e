import Pictures

/// What stands at the head and foot of the pages of a Word document, which no text of it holds.
enum PageEdges {
  /// The words of each, once.
  static func read(_ bytes: [UInt8]) -> [String] {
    let archive = ZipArchive(bytes)
    let parts = (archive.entries ?? []).filter { listed in
      (listed.name.hasPrefix("word/header") || listed.name.hasPrefix("word/footer"))
        && listed.name.hasSuffix(".xml")
    }
    var found: [String] = []
    for part in parts.prefix(20) {
      guard let entry = part.entry, let bytes = archive.unpacked(entry, atMost: 1 << 20),
        let text = text(bytes)?.onOneLine, text.contains(where: \.isLetter), !isCounting(text)
      else { continue }
      if !found.contains(text) { found.append(text) }
    }
    return found
  }

  /// Whether words only count the pages: `Page 1 of 3`.
  private static func isCounting(_ text: String) -> Bool {
    text.split { !$0.isLetter }.allSatisfy {
      ["page", "of", "seite", "von", "sur", "de", "página", "tudalen", "o"].contains(
        $0.lowercased())
    }
  }

  private static func text(_ bytes: [UInt8]) -> String? {
    guard String(validating: bytes, as: UTF8.self) != nil, var reader = try? XmlReader(bytes) else {
      return nil
    }
    var text: [UInt8] = []
    var open: [String] = []
    do throws(XmlFault) {
      while let event = try reader.next() {
        switch event {
        case .start(let element): if open.count < 64 { open.append(element.localName) }
        case .end: if open.popLast() == "p" { text.append(0x20) }
        case .text(let words): if open.last == "t" { text += words }
        case .declaration, .doctype, .instruction, .comment: break
        }
      }
    } catch { return nil }
    return String(decoding: text, as: UTF8.self)
  }
}
