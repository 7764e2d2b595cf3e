/// An element of a clipboard's HTML that is open.
struct OpenElement {
  let name: String
  var style: PastedStyle
  var link: String?
  /// Whether it holds the bullet or the number that Word writes before an item.
  var isMarker: Bool
  /// The level of the heading that it is.
  var heading: Int?
  /// The level of the item that it is, in Word's way, without a list around it.
  var wordLevel: Int?
  /// Whether Word calls it a paragraph of a list.
  var isWordItem = false
}

/// A list that is open.
struct PastedList {
  struct Item {
    var hasBegun = false
    let level: Int
    let number: Int
    var isDone: Bool?
  }

  let isOrdered: Bool
  var next: Int
  var item: Item?
}

extension PastedHTML {
  /// Deeper elements are not looked at; their words are.
  private static let deepest = 200

  mutating func open(_ element: HTMLElement, _ look: PastedLook) {
    if code != nil, element.name != "br", element.name != "pre" {
      if element.name == "code", let language = element.language { code?.language = language }
      if element.name == "code" { noteShape() }
      push(element, look)
      return
    }
    switch element.name {
    case "br":
      add("\n")
      return
    case "hr":
      endBlock()
      finish(.rule)
      return
    case "input":
      if element["type"] == "checkbox" { setTask(isDone: element["checked"] != nil) }
      return
    case "ul", "ol", "dir":
      endBlock()
      noteShape()
      lists.append(
        PastedList(isOrdered: element.name == "ol", next: Int(element["start"] ?? "") ?? 1))
    case "li": beginItem(element, look)
    case "pre":
      endBlock()
      if PastedLook(element).isOfEditor == false { noteShape() }
      code = ("", "")
    case "table": beginTable(element)
    case "tr":
      endBlock()
      if !tables.isEmpty { tables[tables.count - 1].beginRow() }
    case "td", "th":
      endBlock()
      if !tables.isEmpty { tables[tables.count - 1].beginCell(element) }
    default: if element.isBlock { endParagraph(before: element.name) }
    }
    if !element.isEmpty { push(element, look) }
  }

  private mutating func push(_ element: HTMLElement, _ look: PastedLook) {
    guard elements.count < Self.deepest else { return }
    let around = elements.last
    var style = (around?.style ?? []).within(element, look)
    if element.name == "dt" { style.insert(.bold) }
    let link = element.name == "a" ? PastedLink(element["href"])?.address : around?.link
    let heading = element.heading ?? (element.isBlock ? nil : around?.heading)
    if heading != nil { noteShape() }
    elements.append(
      OpenElement(
        name: element.name, style: style, link: link,
        isMarker: look.isMarker || around?.isMarker == true,
        heading: element.isBlock ? element.heading : around?.heading,
        wordLevel: element.isBlock
          ? (element.name == "li" ? nil : look.listLevel) : around?.wordLevel,
        isWordItem: element.isBlock ? element.isWordItem : around?.isWordItem == true))
    if element.name == "p" || element.isWordItem, look.listLevel != nil { noteShape() }
  }

  /// A paragraph ends where the next block begins, whether or not it is closed.
  private mutating func endParagraph(before name: String) {
    endBlock()
    guard let open = elements.lastIndex(where: { $0.name == "p" || !$0.isWithinParagraph }),
      elements[open].name == "p"
    else { return }
    elements.removeSubrange(open...)
  }

  mutating func end(_ name: String) {
    if name == "br" { return add("\n") }
    // An end tag without its start tag ends nothing.
    guard let open = elements.lastIndex(where: { $0.name == name }) else {
      if name == "p" { endBlock() }
      return
    }
    if code != nil, name != "pre" {
      if !elements[open...].contains(where: { $0.name == "pre" }) {
        elements.removeSubrange(open...)
      }
      return
    }
    switch name {
    case "ul", "ol", "dir":
      endBlock()
      if !lists.isEmpty { lists.removeLast() }
    case "li":
      endBlock()
      if !lists.isEmpty { lists[lists.count - 1].item = nil }
    case "pre": endCode()
    case "table": endTable()
    case "td", "th":
      endBlock()
      if !tables.isEmpty { tables[tables.count - 1].endCell() }
    default: if isBlockOfHTML(name) || elements[open].heading != nil { endBlock() }
    }
    elements.removeSubrange(open...)
  }

  // MARK: Items

  private mutating func beginItem(_ element: HTMLElement, _ look: PastedLook) {
    endBlock()
    noteShape()
    if lists.isEmpty { lists.append(PastedList(isOrdered: false, next: 1)) }
    // An item ends the one before it, which has not been closed.
    if let open = elements.lastIndex(where: { ["li", "ul", "ol"].contains($0.name) }),
      elements[open].name == "li"
    {
      elements.removeSubrange(open...)
    }
    let told = element["aria-level"] ?? element["data-aria-level"]
    let level = told.flatMap { Int($0) } ?? look.listLevel ?? lists.count
    let last = lists.count - 1
    lists[last].item = PastedList.Item(
      level: min(max(level, 1), 9), number: lists[last].next, isDone: element.isDone)
    lists[last].next += 1
  }

  /// A box to tick at the beginning of an item makes a task of it.
  private mutating func setTask(isDone: Bool) {
    guard let last = lists.indices.last, lists[last].item?.hasBegun == false else { return }
    lists[last].item?.isDone = isDone
  }

  // MARK: Tables

  private mutating func beginTable(_ element: HTMLElement) {
    endBlock()
    // A table around a table only places it.
    for each in tables.indices where !tables[each].isLayout {
      tables[each].isLayout = true
      blocks += tables[each].blocks(quotes: quotes, level: 0)
      tables[each] = PastedTable(isLayout: true)
    }
    let table = PastedTable(
      isLayout: ["presentation", "none"].contains(element["role"] ?? ""))
    if !table.isLayout { noteShape() }
    tables.append(table)
  }

  mutating func endTable() {
    endBlock()
    guard let table = tables.popLast() else { return }
    blocks += table.blocks(quotes: quotes, level: lists.last?.item?.level ?? 0)
  }
}

extension OpenElement {
  /// Whether it can stand in a paragraph.
  fileprivate var isWithinParagraph: Bool { !isBlockOfHTML(name) }
}

/// Whether an element begins and ends a line of its own.
private func isBlockOfHTML(_ name: String) -> Bool {
  switch name {
  case "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "main", "header",
    "footer", "body", "html", "figure", "figcaption", "dl", "dt", "dd", "form", "fieldset",
    "legend", "center", "address", "blockquote", "ul", "ol", "dir", "li", "table", "thead",
    "tbody", "tfoot", "tr", "td", "th", "caption", "pre", "details", "summary", "hgroup",
    "search", "option":
    true
  default: false
  }
}

extension HTMLElement {
  fileprivate var isBlock: Bool { isBlockOfHTML(name) || heading != nil }

  fileprivate var isWordItem: Bool { self["class"]?.hasPrefix("MsoList") == true }

  /// The level of the heading that it is, by its name, its role or its style in Word.
  fileprivate var heading: Int? {
    if name.count == 2, name.hasPrefix("h"), let level = Int(name.dropFirst()),
      (1...6).contains(level)
    {
      return level
    }
    if self["role"] == "heading" {
      return min(max(Int(self["aria-level"] ?? "") ?? 2, 1), 6)
    }
    guard let style = self["class"] else { return nil }
    if style.hasPrefix("MsoTitle") { return 1 }
    guard style.hasPrefix("MsoHeading") else { return nil }
    return min(max(Int(style.dropFirst("MsoHeading".utf8.count).prefix(1)) ?? 2, 1), 6)
  }

  /// Whether the task that it is is done; `nil` for what is no task.
  fileprivate var isDone: Bool? {
    guard self["role"] == "checkbox" || self["aria-checked"] != nil else { return nil }
    return self["aria-checked"] == "true"
  }

  /// The language of a block of code, by its class.
  fileprivate var language: String? {
    let name = (self["class"] ?? "").split(separator: " ").first { $0.hasPrefix("language-") }
    guard let language = name?.dropFirst("language-".utf8.count),
      language.utf8.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 })
    else { return nil }
    return String(language)
  }
}
