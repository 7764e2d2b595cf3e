import Community
import Markup
import Templates

extension PageContext {
  /// The words of an action or a decision as HTML: its links, its people, what is emphasised and
  /// what is struck through.
  func html(_ wording: NoteText, of entry: PublishedEntry) -> HTML {
    var writer = NoteWriter(context: self, entry: entry, wording: wording)
    return writer.writeNote()
  }
}

extension PageContext {
  /// The list nested in a decision as HTML; `nil` where there is none.
  func html(_ details: [DecisionItem.Detail], of entry: PublishedEntry) -> HTML? {
    guard !details.isEmpty else { return nil }
    var bytes: [UInt8] = []
    var depth = 0
    for detail in details {
      if detail.depth > depth {
        bytes.append("<ul>\n")
        depth += 1
      } else {
        bytes.append("</li>\n")
        while depth > max(detail.depth, 1) {
          bytes.append("</ul>\n</li>\n")
          depth -= 1
        }
      }
      bytes.append("<li>")
      bytes += html(detail.text, of: entry).bytes
    }
    for _ in 0..<depth { bytes.append("</li>\n</ul>\n") }
    return HTML(bytes: bytes)
  }
}

/// Writes a stretch of a body's plain text, with what belongs to it put around and into it.
private struct NoteWriter {
  /// What stands around a part of the text.
  private struct Span {
    enum Mark {
      case link(Int)
      case struck
      case emphasis(Body.Emphasis.Kind)
    }

    let range: ProseRange
    let mark: Mark
  }

  /// A name or a title: what stands at a point of the text.
  private struct Filling {
    let place: Int32
    let mention: Int?
    let link: Int?
  }

  let context: PageContext
  let entry: PublishedEntry
  let body: PublishedBody
  let wording: NoteText

  private var html: [UInt8] = []
  private var position: Int32
  /// What is still to be opened, in order, outer ones first.
  private var coming: ArraySlice<Span> = []
  private var open: [(end: Int32, tag: StaticString)] = []

  init(context: PageContext, entry: PublishedEntry, wording: NoteText) {
    self.context = context
    self.entry = entry
    body = context.body(of: entry)
    self.wording = wording
    position = wording.range.lowerBound
    let links = wording.links.filter { $0.hasLabel && !$0.label.isEmpty }
      .map { Span(range: $0.label, mark: .link($0.position)) }
    let struck = wording.struck.map { Span(range: $0, mark: .struck) }
    let emphases = wording.emphases.map { Span(range: $0.range, mark: .emphasis($0.kind)) }
    coming =
      (links + struck + emphases).sorted { left, right in
        (left.range.lowerBound, -left.range.upperBound)
          < (right.range.lowerBound, -right.range.upperBound)
      }[...]
  }

  mutating func writeNote() -> HTML {
    for filling in fillings {
      advance(to: filling.place)
      writeFilling(filling)
    }
    advance(to: wording.range.upperBound)
    while let last = open.popLast() { close(last.tag) }
    return HTML(bytes: html)
  }

  private var fillings: [Filling] {
    let people = wording.mentions.map { Filling(place: $0.place, mention: $0.position, link: nil) }
    let titles = wording.links.filter { !$0.hasLabel && $0.label.isEmpty }
      .map { Filling(place: $0.label.lowerBound, mention: nil, link: $0.position) }
    return (people + titles).sorted { $0.place < $1.place }
  }

  /// Writes the text up to a place, and opens and closes what begins and ends before it.
  private mutating func advance(to place: Int32) {
    while true {
      let end = open.last?.end ?? .max
      let start = coming.first?.range.lowerBound ?? .max
      let next = min(end, start)
      guard next < place else { break }
      writeText(to: next)
      if end <= start {
        if let last = open.popLast() { close(last.tag) }
      } else if let span = coming.popFirst() {
        begin(span)
      }
    }
    writeText(to: place)
  }

  private mutating func writeText(to place: Int32) {
    guard position < place else { return }
    for part in body.cuts.parts(of: position..<place) {
      html.append(escaped: body.prose.string(part.range))
    }
    position = place
  }

  /// Opens a span, which ends no later than the one around it.
  private mutating func begin(_ span: Span) {
    let end = min(span.range.upperBound, open.last?.end ?? .max)
    switch span.mark {
    case .struck: begin("<del>", "</del>", end)
    case .emphasis(.emphasis): begin("<em>", "</em>", end)
    case .emphasis(.strong): begin("<strong>", "</strong>", end)
    case .emphasis(.code): begin("<code>", "</code>", end)
    case .link(let link): begin(link, end)
    }
  }

  private mutating func begin(_ tag: StaticString, _ closing: StaticString, _ end: Int32) {
    html.append("\(tag)")
    open.append((end, closing))
  }

  private mutating func begin(_ link: Int, _ end: Int32) {
    guard let address = address(link), !isInLink else { return }
    html.append("<a href=\"")
    html.append(escaped: address)
    html.append("\">")
    open.append((end, "</a>"))
  }

  private var isInLink: Bool { open.contains { "\($0.tag)" == "</a>" } }

  private mutating func close(_ tag: StaticString) { html.append("\(tag)") }

  private mutating func writeFilling(_ filling: Filling) {
    if let mention = filling.mention {
      if case .asWritten(let words) = body.people[mention] { return html.append(escaped: words) }
      var person = context.person(body.people[mention])
      if isInLink { person.address = nil }
      html.appendName(of: person)
    } else if let link = filling.link {
      writeTitle(of: link)
    }
  }

  private mutating func writeTitle(of link: Int) {
    let target = address(link)
    if let target {
      html.append("<a href=\"")
      html.append(escaped: target)
      html.append("\">")
    }
    html.append(escaped: context.label(of: body.links[link]))
    if target != nil { html.append("</a>") }
  }

  /// A place of the notes themselves is on another page than this, perhaps.
  private func address(_ link: Int) -> String? {
    let link = body.links[link]
    guard case .here(let place) = link else { return context.address(of: link) }
    return context.address(ofNotes: entry, at: place)
  }
}

extension PageContext {
  /// The address of a place in a meeting's notes.
  func address(ofNotes entry: PublishedEntry, at place: PlaceInEntry) -> String? {
    let isHere = plan.addresses.entry(entry.index) == path
    return isHere ? "#\(place.fragment)" : address(of: entry.index, at: place)
  }
}
