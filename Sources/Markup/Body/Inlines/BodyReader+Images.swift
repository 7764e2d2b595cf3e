import CCmark
import Diagnostics

/// An image whose alternative text is being read: the text of all that stands in its brackets.
struct OpenImage {
  let node: Node
  var alternative: [UInt8] = []
}

extension BodyReader {
  mutating func enterImage(_ node: Node) {
    image = OpenImage(node: node)
  }

  mutating func visitInsideImage(_ node: Node, _ isEntering: Bool) {
    if !isEntering, node == image?.node {
      leaveImage()
      return
    }
    switch node.kind {
    case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
      let isEscaped = node.kind == CMARK_NODE_TEXT
      withRestored(node.literal, isEscaped: isEscaped) { reader, literal in
        reader.image?.alternative.append(contentsOf: literal)
      }
    case CMARK_NODE_LINEBREAK, CMARK_NODE_SOFTBREAK: image?.alternative.append(0x20)
    default: break
    }
  }

  private mutating func leaveImage() {
    guard let open = image else { return }
    image = nil
    guard dialect.isExtended else {
      writePlainImage(open)
      return
    }
    let node = open.node
    let address = restoredString(node.address)
    placeImage(
      address: address, alternative: String(decoding: open.alternative, as: UTF8.self),
      title: node.title.map { restoredString($0) },
      span: place(of: address, node, line: text.sourceLine(node.firstLine)))
  }

  /// Shows an image whose address is as the author wrote it, or else its alternative text.
  mutating func placeImage(
    address: String, alternative: String, title: String?, span: SourceSpan
  ) {
    do {
      let safe = try SafeAddress(address)
      switch safe.kind {
      case .relative where !safe.text.isEmpty:
        let file = String(safe.text.prefix { $0 != "#" }).percentDecoded
        writer.add(.image(Int32(body.images.count)))
        body.images.append(
          Body.Image(path: file, alternative: alternative, title: title, span: span))
        if alternative.utf8.trimmingSpaces.isEmpty {
          diagnostics.append(imageWithoutWords(file, text.source.path, span))
        }
        return
      case .web: return linkToRemote(safe, alternative, span)
      default: diagnostics.append(imageWithoutFile(text.source.path, span))
      }
    } catch {
      diagnostics.append(unsafeAddress(address, error, text.source.path, span))
    }
    writeText(alternative.utf8)
  }

  /// Shows an image of another site as a link to it: a page makes no request elsewhere.
  private mutating func linkToRemote(
    _ address: SafeAddress, _ alternative: String, _ span: SourceSpan
  ) {
    diagnostics.append(remoteImage(text.source.path, span))
    let label = alternative.isEmpty ? address.text : alternative
    guard link == nil else { return writeText(label.utf8) }
    writer.append("<a href=\"")
    writer.appendAddress(address.text)
    writer.append("\" rel=\"noopener noreferrer\">")
    let start = prose.position()
    writeText(label.utf8)
    writer.append("</a>")
    body.links.append(
      Body.Link(
        destination: .elsewhere(address.text), hasLabel: !alternative.isEmpty,
        label: start..<prose.end, span: span))
  }

  /// An image as libcmark's safe mode writes it.
  private mutating func writePlainImage(_ image: OpenImage) {
    let address = image.node.address
    writer.append("<img src=\"")
    if !address.isDangerousToLibcmark { writer.appendAddress(address) }
    writer.append("\" alt=\"")
    image.alternative.withUnsafeBufferPointer { writer.appendEscaped($0) }
    if let title = image.node.title {
      writer.append("\" title=\"")
      writer.appendEscaped(title)
    }
    writer.append("\" />")
  }
}

// MARK: - Messages

private func imageWithoutWords(
  _ file: String, _ path: String, _ span: SourceSpan
) -> Diagnostic {
  Diagnostic(
    .warning, "image-without-words", at: SourceLocation(path: path, span: span),
    "an image needs words between its square brackets, for those who cannot see it",
    hints: ["say what it shows: ![pupils sorting fraction cards](\(file.quotedInput))"])
}

private func imageWithoutFile(_ path: String, _ span: SourceSpan) -> Diagnostic {
  Diagnostic(
    .warning, "empty-link", at: SourceLocation(path: path, span: span),
    "an image needs the path of its file between its parentheses",
    hints: ["write the path from this file to the picture between the parentheses"])
}

private func remoteImage(_ path: String, _ span: SourceSpan) -> Diagnostic {
  Diagnostic(
    .warning, "remote-image", at: SourceLocation(path: path, span: span),
    "an image from another site is shown as a link to it",
    because: "Loading it would tell that site who reads the handbook.",
    hints: ["if you may, save the image in assets/ and use its path there"])
}
