import Markup

/// The address of a video, of the player that a page shows it in.
struct VideoAddress {
  let address: String
  let name: String

  init?(_ written: String) {
    let parts = written.split { $0 == "/" || $0 == "?" || $0 == "&" }
    if written.contains("youtube") || written.contains("youtu.be") {
      guard let embed = parts.firstIndex(of: "embed"), embed + 1 < parts.count else { return nil }
      (address, name) = ("https://www.youtube.com/watch?v=\(parts[embed + 1])", "YouTube")
    } else if written.contains("player.vimeo.com") {
      guard let video = parts.firstIndex(of: "video"), video + 1 < parts.count else { return nil }
      (address, name) = ("https://vimeo.com/\(parts[video + 1])", "Vimeo")
    } else {
      return nil
    }
  }
}

/// A tag of HTML with the values of its attributes.
struct HTMLElement {
  /// In small letters.
  let name: String
  let attributes: [(name: String, value: String)]
  let isClosed: Bool
  /// In bytes.
  let length: Int

  subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// Whether no reader sees it.
  var isHidden: Bool {
    if self["hidden"] != nil, self["hidden"] != "until-found" { return true }
    let style = self["style"].map { $0.lowercased().filter { $0 != " " } } ?? ""
    return style.contains("display:none") || style.contains("visibility:hidden")
  }
}

/// The first piece of some HTML.
enum HTMLPiece {
  case start(HTMLElement)
  case end(name: String, length: Int)
  case other

  init(_ token: HTMLToken, _ bytes: UnsafeBufferPointer<UInt8>) {
    switch token {
    case .startTag(let tag):
      let attributes = tag.attributes.map { attribute in
        let value = decodingEntities(Array(bytes[attribute.value]))
        return (attribute.name, String(decoding: value, as: UTF8.self))
      }
      self = .start(
        HTMLElement(
          name: tag.name, attributes: attributes, isClosed: tag.isClosed,
          length: tag.range.upperBound))
    case .endTag(let name, let range): self = .end(name: name, length: range.upperBound)
    case .text, .comment, .other: self = .other
    }
  }
}
