import Diagnostics

/// A link whose label is being read.
struct OpenLink {
  enum Form {
    /// An ordinary `<a>`.
    case html
    /// A piece, to be filled in: the link of `Body.links` at this index.
    case piece(Int32)
    /// Nothing: only the label is shown.
    case labelOnly
  }

  let form: Form
  /// The entry of `Body.links` that is complete once the label is read.
  let index: Int?
  let labelStart: Int32
  /// Whether the author gave the words to show.
  var hasLabel = true
}

extension BodyReader {
  mutating func enterLink(_ node: Node) {
    guard dialect.isExtended else {
      enterPlainLink(node)
      return
    }
    guard link == nil else {
      nestedLinks += 1
      return
    }
    let title = node.title.map { restoredString($0) }
    let line = text.sourceLine(node.firstLine)
    if let wikiLink = liftedLink(in: node.address) {
      let span = spans.take(text.lifts[wikiLink.lift].range)
      enterPieceLink(wikiLink.link.destination, title: title, span: span)
      return
    }
    let address = restoredString(node.address, isEscaped: !node.isAutolink)
    enterLink(
      address: address, title: title, span: place(of: address, node, line: line),
      isBare: node.isAutolink)
    link?.hasLabel = !node.isAutolink
  }

  /// Begins a link to an address as the author wrote it.
  mutating func enterLink(
    address: String, title: String?, span: SourceSpan, isBare: Bool = false
  ) {
    do {
      enterLink(try SafeAddress(address), title: title, span: span, isBare: isBare)
    } catch {
      diagnostics.append(unsafeAddress(address, error, text.source.path, span))
      openLabel(.labelOnly, index: nil)
    }
  }

  /// `isBare` where the label is the address: on paper it is not said a second time.
  private mutating func enterLink(
    _ address: SafeAddress, title: String?, span: SourceSpan, isBare: Bool
  ) {
    switch Body.Link.Destination(address) {
    case .elsewhere(let target):
      writer.append("<a href=\"")
      writer.appendAddress(target)
      writer.append("\"")
      if let title { writer.appendAttribute(" title", title) }
      if isBare, address.kind == .web { writer.append(" class=\"bare\"") }
      if address.kind == .web { writer.append(" rel=\"noopener noreferrer\"") }
      writer.append(">")
      record(.elsewhere(target), form: .html, title: title, span: span)
    case nil:
      diagnostics.append(emptyLink(text.source.path, span))
      openLabel(.labelOnly, index: nil)
    case let destination?:
      enterPieceLink(destination, title: title, span: span)
    }
  }

  private mutating func enterPieceLink(
    _ destination: Body.Link.Destination, title: String?, span: SourceSpan
  ) {
    let index = Int32(body.links.count)
    writer.add(.linkStart(index))
    record(destination, form: .piece(index), title: title, span: span)
  }

  private mutating func record(
    _ destination: Body.Link.Destination, form: OpenLink.Form, title: String?, span: SourceSpan
  ) {
    let index = body.links.count
    openLabel(form, index: index)
    let label = prose.end..<prose.end
    body.links.append(
      Body.Link(destination: destination, hasLabel: true, label: label, title: title, span: span))
  }

  private mutating func openLabel(_ form: OpenLink.Form, index: Int?) {
    link = OpenLink(form: form, index: index, labelStart: prose.position())
  }

  mutating func leaveLink() {
    guard nestedLinks == 0 else {
      nestedLinks -= 1
      return
    }
    guard let link else { return writer.append("</a>") }
    self.link = nil
    switch link.form {
    case .html: writer.append("</a>")
    case .piece(let index): writer.add(.linkEnd(index))
    case .labelOnly: break
    }
    guard let index = link.index else { return }
    let found = body.links[index]
    body.links[index] = Body.Link(
      destination: found.destination, hasLabel: link.hasLabel, label: link.labelStart..<prose.end,
      title: found.title, span: found.span)
  }

  /// A link that is its own label.
  mutating func linkBareAddress(
    _ address: BareAddress, in text: UnsafeBufferPointer<UInt8>, line: Int
  ) {
    let written = text[address.range]
    let target = address.scheme + String(decoding: written, as: UTF8.self)
    writer.append("<a href=\"")
    writer.appendAddress(target)
    writer.append(
      address.scheme == "mailto:" ? "\">" : "\" class=\"bare\" rel=\"noopener noreferrer\">")
    let start = prose.position()
    writeText(written)
    writer.append("</a>")
    body.links.append(
      Body.Link(
        destination: .elsewhere(target), hasLabel: false, label: start..<prose.end,
        span: spans.span(of: written, onLine: line, through: lastLine)))
  }

  /// A link of `[[…]]` in the text.
  mutating func readWikiLink(_ lift: Int) {
    let wikiLink = WikiLink(text.written(lift))
    let index = Int32(body.links.count)
    writer.add(.linkStart(index))
    let start = prose.position()
    if let label = wikiLink.label {
      writeText(label.utf8)
    } else {
      writer.add(.linkTitle(index))
      prose.appendHole(.linkTitle(index))
    }
    writer.add(.linkEnd(index))
    body.links.append(
      Body.Link(
        destination: wikiLink.destination, hasLabel: wikiLink.label != nil,
        label: start..<prose.end, span: spans.take(text.lifts[lift].range)))
  }

  /// The link of `[label]([[target]])`, whose address is one place holder and nothing else.
  private func liftedLink(in address: UnsafeBufferPointer<UInt8>) -> (lift: Int, link: WikiLink)? {
    guard text.hasPlaceholders,
      case (.lifted(let lift), address.count)? = address.placeholder(at: 0),
      text.lifts.indices.contains(lift), text.lifts[lift].kind == .link
    else { return nil }
    return (lift, WikiLink(text.written(lift)))
  }

  /// Where an address is written, or else the label of a link whose address is defined elsewhere.
  mutating func place(of address: String, _ node: Node, line: Int) -> SourceSpan {
    if let found = spans.find(address.utf8, onLine: line, through: lastLine) { return found }
    let label = node.firstChild?.literal ?? UnsafeBufferPointer(start: nil, count: 0)
    return spans.span(of: label, onLine: line, through: lastLine)
  }

  /// A copy of libcmark's text, the author's bytes put back.
  func restoredString(_ bytes: UnsafeBufferPointer<UInt8>, isEscaped: Bool = true) -> String {
    guard text.hasPlaceholders, bytes.contains(0xEF) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    return String(decoding: text.restored(bytes, isEscaped: isEscaped), as: UTF8.self)
  }

  /// A link as libcmark's safe mode writes it.
  private mutating func enterPlainLink(_ node: Node) {
    writer.append("<a href=\"")
    if !node.address.isDangerousToLibcmark { writer.appendAddress(node.address) }
    if let title = node.title {
      writer.append("\" title=\"")
      writer.appendEscaped(title)
    }
    writer.append("\">")
  }
}

extension WikiLink {
  var destination: Body.Link.Destination {
    if target.isEmpty, let anchor { return .heading(anchor) }
    return .name(target, anchor: anchor)
  }
}

extension Body.Link.Destination {
  /// Reads an address as the source has it; `nil` where it is empty.
  init?(_ address: SafeAddress) {
    let text = address.text
    guard let first = text.utf8.first else { return nil }
    guard address.kind == .relative, first != UInt8(ascii: "/"), first != UInt8(ascii: "?") else {
      self = .elsewhere(text)
      return
    }
    let sign = text.utf8.firstIndex(of: UInt8(ascii: "#"))
    let anchor = sign.map { String(text[text.utf8.index(after: $0)...]).percentDecoded }
    let path = sign.map { String(text[..<$0]).percentDecoded } ?? text.percentDecoded
    if path.isEmpty {
      self = .heading(anchor ?? "")
    } else {
      self = .path(path, anchor: anchor == "" ? nil : anchor)
    }
  }
}

extension Node {
  /// Whether a link was written `<https://…>`: its label is its address, in which CommonMark reads
  /// no escapes.
  fileprivate var isAutolink: Bool {
    guard let label = firstChild, label.next == nil else { return false }
    return label.literal.elementsEqual(address)
  }
}

// MARK: - Messages

func unsafeAddress(
  _ address: String, _ refusal: SafeAddress.Refusal, _ path: String, _ span: SourceSpan
) -> Diagnostic {
  Diagnostic(
    .warning, "unsafe-address", at: SourceLocation(path: path, span: span),
    "this address is left out of the page: \(refusal.reason)",
    hints: ["link to a page whose address begins with https://, or to a file of the handbook"])
}

private func emptyLink(_ path: String, _ span: SourceSpan) -> Diagnostic {
  Diagnostic(
    .warning, "empty-link", at: SourceLocation(path: path, span: span),
    "a link needs an address between its parentheses",
    hints: ["write the file or the web address that it leads to: [words](https://…)"])
}
