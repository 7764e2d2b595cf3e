import Community
import Markup
import Templates

extension PageContext {
  /// A text as HTML, with names and titles of links filled in as far as they may be shown.
  ///
  /// In minutes each action and each decision has an address of its own, and says what became of it.
  ///
  /// `idPrefix` stands before every id where several texts share a page.
  func html(_ body: PublishedBody, of entry: PublishedEntry? = nil, idPrefix: String = "") -> HTML?
  {
    guard !body.pieces.isEmpty else { return nil }
    var writer = BodyWriter(context: self, body: body, notes: entry, idPrefix: idPrefix)
    return writer.writeBody()
  }
}

/// Joins the pieces of a body to HTML.
private struct BodyWriter {
  let context: PageContext
  let body: PublishedBody
  /// The entry whose actions and decisions stand in the text, if it holds minutes.
  let notes: PublishedEntry?
  let actions: [PublishedAction]
  let decisions: [PublishedDecision]
  let idPrefix: String
  var html: [UInt8] = []
  var imageCount = 0
  /// The action or decision that is being written.
  var note: (words: NotedWording, facts: NoteFacts)?

  init(context: PageContext, body: PublishedBody, notes: PublishedEntry?, idPrefix: String) {
    self.context = context
    self.body = body
    self.notes = notes?.kind.holdsMinutes == true ? notes : nil
    let registers = context.handbook.registers
    actions = self.notes.map { registers.actions(of: $0.index) } ?? []
    decisions = self.notes.map { registers.decisions(of: $0.index) } ?? []
    self.idPrefix = idPrefix
  }

  mutating func writeBody() -> HTML {
    html.reserveCapacity(body.html.count + 64 * body.links.count)
    for piece in body.pieces { writePiece(piece) }
    return HTML(bytes: html)
  }

  private mutating func writePiece(_ piece: Body.Piece) {
    switch piece {
    case .html(let range):
      let bytes = body.html[Int(range.lowerBound)..<Int(range.upperBound)]
      if note == nil {
        html.append(contentsOf: bytes)
      } else {
        note?.words.writePiece(bytes, to: &html)
      }
    case .linkStart(let link), .linkEnd(let link), .linkTitle(let link):
      if note?.words.holds(link: Int(link)) ?? true { writeLink(piece, Int(link)) }
    case .mention(let mention):
      if note?.words.holds(mention: Int(mention)) ?? true { writePerson(body.people[Int(mention)]) }
    case .image(let image): writeImage(body.images[Int(image)])
    case .anchor(let anchor): writeAnchor(anchor)
    case .taskAttributes(let task):
      if notes != nil { writeID(of: .action(Int(task) + 1)) }
    case .decisionAttributes(let decision):
      writeID(of: .decision(body.decisionNumbers[Int(decision)]))
    case .actionStart(let task): startAction(Int(task))
    case .decisionStart(let decision): startDecision(Int(decision))
    case .noteEnd: endNote()
    case .word(let word): html.append(escaped: context.words(word.word))
    }
  }

  private mutating func writeLink(_ piece: Body.Piece, _ link: Int) {
    switch piece {
    case .linkStart: open(link)
    case .linkTitle: html.append(escaped: context.label(of: body.links[link]))
    default:
      if context.address(of: body.links[link], idPrefix: idPrefix) != nil { html.append("</a>") }
    }
  }

  private mutating func writePerson(_ person: Person) {
    if case .asWritten(let words) = person {
      html.append(escaped: words)
    } else {
      html.appendName(of: context.person(person))
    }
  }

  /// The value of an `id`, or what an address within the page ends in.
  private mutating func writeAnchor(_ anchor: String) {
    if !context.here.isEmpty, html.last == UInt8(ascii: "#") {
      html.removeLast()
      html.append(escaped: context.here + "#")
    }
    html.append(escaped: idPrefix + anchorPrefix + anchor)
  }

  private mutating func writeID(of place: PlaceInEntry) {
    html.append(" id=\"\(idPrefix)\(place.fragment)\"")
  }

  private mutating func startAction(_ task: Int) {
    guard let notes, actions.indices.contains(task) else { return }
    let action = actions[task]
    let address = "\(context.here)#\(idPrefix)\(PlaceInEntry.action(action.number).fragment)"
    start(action.wording, context.facts(action, of: notes, at: address))
  }

  private mutating func startDecision(_ position: Int) {
    guard let notes, decisions.indices.contains(position) else { return }
    let decision = decisions[position]
    let place = PlaceInEntry.decision(decision.number)
    let address = "\(context.here)#\(idPrefix)\(place.fragment)"
    start(decision.wording, context.facts(decision, of: notes, at: address))
  }

  private mutating func start(_ wording: NoteText, _ facts: NoteFacts) {
    html.append("<span class=\"note-words\">")
    note = (NotedWording(wording, of: body), facts)
  }

  private mutating func endNote() {
    guard let facts = note?.facts else { return }
    note = nil
    html.append("</span>")
    facts.write(to: &html)
  }

  private mutating func open(_ link: Int) {
    guard let address = context.address(of: body.links[link], idPrefix: idPrefix) else { return }
    html.append("<a href=\"")
    html.append(escaped: address)
    if let title = body.linkTitles[link] {
      html.append("\" title=\"")
      html.append(escaped: title)
    }
    html.append("\">")
  }

  /// A picture, with its size so that the page does not jump; those below the first load late.
  ///
  /// In print none does, since a browser would print before it is there.
  private mutating func writeImage(_ image: PublishedImage?) {
    guard let image,
      let view = isReadElsewhere ? context.imageForElsewhere(image) : context.image(image)
    else { return }
    html.append("<img src=\"")
    html.append(escaped: view.address)
    html.append("\" alt=\"")
    html.append(escaped: view.alt)
    html.append("\"")
    if let width = view.width, let height = view.height {
      html.append(" width=\"\(width)\" height=\"\(height)\"")
    }
    if let title = image.title {
      html.append(" title=\"")
      html.append(escaped: title)
      html.append("\"")
    }
    if let sources = view.sources {
      html.append(" srcset=\"")
      html.append(escaped: sources)
      html.append("\" sizes=\"\(widthOfText)\"")
    }
    if idPrefix.isEmpty { html.append(" decoding=\"async\"") }
    html.append(imageCount > 0 && idPrefix.isEmpty ? " loading=\"lazy\">" : ">")
    imageCount += 1
  }

  /// Whether the text is read away from the site, as in a feed.
  private var isReadElsewhere: Bool { !context.here.isEmpty }
}

/// How wide a picture in a text is shown by the theme, for a browser to choose a copy by.
private let widthOfText = "(min-width: 40rem) 38rem, 100vw"

extension PageContext {
  /// Where a link of a text leads; `nil` where its label stays plain text.
  func address(of link: PublishedLink, idPrefix: String = "") -> String? {
    switch link {
    case .entry(let index, let place): return address(of: index, at: place)
    case .index(let kind):
      return printedAnchor(of: kind).map { "#\($0)" } ?? address(Addresses.index(kind))
    case .asset(let position): return plan.addresses.asset(position).map(address)
    case .here(let place): return "\(here)#\(idPrefix)\(place.fragment)"
    case .elsewhere(let address): return address
    case .person, .withheld, .nothing: return nil
    }
  }

  /// What stands for a link that was written without words of its own.
  func label(of link: PublishedLink) -> String {
    let withheld = handbook.withheldWords(in: words.language)
    switch link {
    case .entry(let index, _): return handbook.entry(index)?.title ?? withheld.aMembersPage
    case .person(let person): return withheld.name(of: person)
    case .here(let place): return "#\(place.written)"
    default: return withheld.aMembersPage
    }
  }
}

extension PlaceInEntry {
  /// What follows the `#` of an address.
  var fragment: String {
    if case .heading = self { anchorPrefix + written } else { written }
  }
}

/// Stands before every anchor that content gives, so that none can equal one of the theme's.
let anchorPrefix = "h-"

extension [UInt8] {
  mutating func append(_ text: String) {
    append(contentsOf: text.utf8)
  }

  mutating func append(escaped text: String) {
    appendEscaped(text, to: &self)
  }

  /// A name, linked to its page if it has one.
  mutating func appendName(of person: PersonView) {
    if let address = person.address {
      append("<a href=\"")
      append(escaped: address)
      append("\">")
    }
    append("<bdi>")
    append(escaped: person.name)
    append("</bdi>")
    if person.address != nil { append("</a>") }
  }
}
