/// Writes blocks as the plainest HTML, in which nothing is that is not said here.
struct PastedWriter {
  private var html = ""
  private var quotes = 0
  /// Whether each open list is numbered.
  private var lists: [Bool] = []

  static func html(of blocks: [PastedBlock]) -> String {
    var writer = PastedWriter()
    for block in blocks { writer.write(block) }
    writer.closeLists(to: 0)
    writer.setQuotes(0)
    return writer.html
  }

  private mutating func write(_ block: PastedBlock) {
    if block.quotes != quotes {
      closeLists(to: 0)
      setQuotes(block.quotes)
    }
    if let item = block.item {
      begin(item, level: min(block.level, lists.count + 1))
    } else {
      closeLists(to: min(block.level, lists.count))
    }
    write(block.content, startsItem: block.item != nil)
  }

  private mutating func write(_ content: PastedBlock.Content, startsItem: Bool) {
    switch content {
    case .words(let runs):
      let words = PastedWords.html(of: runs)
      html += startsItem ? words : "<p>\(words)</p>"
    case .heading(let level, let runs):
      // A heading in an item would be one to nobody.
      let words = PastedWords.html(of: runs)
      html += lists.isEmpty ? "<h\(level)>\(words)</h\(level)>" : "<p><b>\(words)</b></p>"
    case .table(let rows): write(rows)
    case .code(let text, let language):
      html += "<pre><code class=\"language-\(language)\">\(text.asHTML)</code></pre>"
    case .rule: html += "<hr>"
    }
  }

  private mutating func write(_ rows: [[[PastedRun]]]) {
    html += "<table>"
    for (position, row) in rows.enumerated() {
      let name = position == 0 ? "th" : "td"
      html += "<tr>"
      for cell in row {
        let runs = position == 0 ? cell.asHeading : cell
        html += "<\(name)>\(PastedWords.html(of: runs))</\(name)>"
      }
      html += "</tr>"
    }
    html += "</table>"
  }

  // MARK: Lists and quotes

  private mutating func begin(_ item: PastedBlock.Item, level: Int) {
    closeLists(to: level)
    if lists.count == level {
      if lists[level - 1] == item.isOrdered {
        html += "</li><li>"
      } else {
        closeLists(to: level - 1)
      }
    }
    if lists.count < level {
      html += item.isOrdered ? "<ol start=\"\(item.number)\"><li>" : "<ul><li>"
      lists.append(item.isOrdered)
    }
    if let isDone = item.isDone { html += "<input type=\"checkbox\"\(isDone ? " checked" : "")>" }
  }

  private mutating func closeLists(to level: Int) {
    while lists.count > level { html += lists.removeLast() ? "</li></ol>" : "</li></ul>" }
  }

  private mutating func setQuotes(_ count: Int) {
    while quotes > count {
      html += "</blockquote>"
      quotes -= 1
    }
    while quotes < count {
      html += "<blockquote>"
      quotes += 1
    }
  }
}

extension String {
  /// As text of HTML.
  var asHTML: String {
    var html = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "<": html += "&lt;"
      case ">": html += "&gt;"
      case "&": html += "&amp;"
      case "\"": html += "&quot;"
      default: html.unicodeScalars.append(scalar)
      }
    }
    return html
  }
}
