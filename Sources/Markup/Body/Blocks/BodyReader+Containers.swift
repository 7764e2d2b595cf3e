import CCmark

extension BodyReader {
  mutating func enterQuote(_ node: Node) {
    containers.append(.quotation)
    if startAlert(node) {
      alerts.insert(node)
    } else {
      writer.startLine()
      start("<blockquote")
      writer.append("\n")
    }
  }

  mutating func leaveQuote(_ node: Node) {
    containers.removeLast()
    writer.startLine()
    writer.append(alerts.remove(node) == nil ? "</blockquote>\n" : "</div>\n")
  }

  mutating func enterList(_ node: Node) {
    skipFootnotes(before: node.firstLine)
    if let item = node.firstChild, footnote(at: item) != nil {
      footnotes.lists.insert(node)
      return
    }
    writer.startLine()
    if node.isBulletList {
      writer.append("<ul>\n")
    } else if node.listStart == 1 {
      writer.append("<ol>\n")
    } else {
      writer.append("<ol start=\"")
      writer.appendDecimal(node.listStart)
      writer.append("\">\n")
    }
  }

  mutating func leaveList(_ node: Node) {
    guard footnotes.lists.remove(node) == nil else { return }
    writer.append(node.isBulletList ? "</ul>\n" : "</ol>\n")
    endMinuteList()
  }

  /// Begins an item; one beside footnotes, in what was meant as a list below them, has its own tags.
  mutating func enterItem(_ node: Node) {
    skipFootnotes(before: node.firstLine)
    if startFootnote(node) {
      containers.append(.footnote)
      return
    }
    containers.append(.listItem)
    writer.startLine()
    if isBesideFootnotes(node) { writer.append("<ul>\n") }
    if !startTask(node) { startPlainItem(node) }
  }

  private mutating func startPlainItem(_ node: Node) {
    writer.append("<li")
    // An item that begins with a heading or a list says nothing itself.
    if node.firstChild?.kind == CMARK_NODE_PARAGRAPH {
      startCandidate(.item(isTopLevel: containers.count == 1))
    }
    start("")
  }

  mutating func leaveItem(_ node: Node) {
    containers.removeLast()
    endMinuteItem()
    leavePresenceItem()
    guard !endFootnote(node) else { return }
    writer.append("</li>\n")
    if isBesideFootnotes(node) { writer.append("</ul>\n") }
  }

  private func isBesideFootnotes(_ item: Node) -> Bool {
    guard !footnotes.lists.isEmpty, let list = item.parent else { return false }
    return footnotes.lists.contains(list)
  }
}
