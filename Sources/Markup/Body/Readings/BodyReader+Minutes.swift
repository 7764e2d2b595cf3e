import CCmark
import Diagnostics

/// A paragraph or item of minutes that may turn out to be an action or a decision.
struct MinuteCandidate {
  enum Place {
    case paragraph
    /// An item of a list; `isTopLevel` says whether that list stands in no other list or quote.
    case item(isTopLevel: Bool)
  }

  /// The piece that its `id` would go in.
  let slot: Int
  /// The piece that would tell where its words begin.
  var textSlot: Int?
  let start: Body.Extent
  let place: Place

  var isItem: Bool { if case .item = place { true } else { false } }
  var isNestedItem: Bool { if case .item(false) = place { true } else { false } }
}

/// A decision that what is nested in it still belongs to.
struct OpenDecision {
  let index: Int
  /// How many lists and quotes it stands in, itself included.
  let depth: Int
}

/// An item below *Actions* that names those who do what is nested in it.
struct OwnerList {
  /// The names as they are written: `@ada, @ben`.
  let names: String
  /// How many lists and quotes it stands in, itself included.
  let depth: Int
}

// Actions and decisions are a reading of ordinary minutes: items below a heading, or paragraphs and
// items that say so themselves.
extension BodyReader {
  /// Begins what may be an action or a decision; keeps a place in its start tag for an `id`.
  mutating func startCandidate(_ place: MinuteCandidate.Place) {
    guard dialect.minuteWords != nil else { return }
    notes.candidate = MinuteCandidate(
      slot: writer.add(.html(0..<0)), start: body.extent, place: place)
  }

  /// Keeps a place for telling where the words of the candidate begin.
  mutating func startCandidateText() {
    guard notes.candidate != nil else { return }
    notes.candidate?.textSlot = writer.add(.html(0..<0))
  }

  /// Ends the first paragraph of what may be an action or a decision.
  mutating func endCandidate(
    _ candidate: MinuteCandidate, _ range: ProseRange, _ node: Node, isOnPresence: Bool
  ) {
    guard let words = dialect.minuteWords else { return }
    let note = OpenNote(
      candidate, range, body.contents(since: candidate.start), line: text.sourceLine(node.firstLine)
    )
    let bytes = prose.prose.text[Int(range.lowerBound)..<Int(range.upperBound)]
    if !candidate.isItem, case .gathers(let kinds) = words.reading(ofHeading: bytes) {
      notes.labelled = node.next?.kind == CMARK_NODE_LIST ? kinds : nil
      return
    }
    if candidate.isItem, isMeant(note), let box = ForeignBox(bytes) {
      diagnostics.append(.boxNotRead(box, in: text.source, line: note.line))
      return
    }
    if let opening = opening(of: note, words) {
      guard !words.saysNone(bytes.dropFirst(opening.length)) else { return }
      gather(note, opening.kind, opening)
      if opening.kind == .decision, !candidate.isItem, node.introducesList(bytes) {
        notes.openDecisions = [OpenDecision(index: body.decisions.count - 1, depth: 0)]
      }
    } else if !notes.openDecisions.isEmpty, candidate.isItem {
      nest(note)
    } else if !isOnPresence, !words.saysNone(bytes) {
      guard !startOwnerList(note, node) else { return }
      place(note, node.introducesList(bytes))
    }
  }

  /// Whether an item with a strange box is an action: it names somebody, or stands below Actions.
  ///
  /// Parentheses around a name are no box, though a name is only filled in later.
  private func isMeant(_ note: OpenNote) -> Bool {
    firstHole(note.contents) != note.range.lowerBound + 1
      && (!note.contents.mentions.isEmpty || isBelowActions)
  }

  private var isBelowActions: Bool {
    notes.labelled?.contains(.action) ?? section?.isOnActions ?? false
  }

  /// Notes those whom an item below Actions names above a list of what they are to do.
  ///
  /// - Returns: Whether it says no more, so that it is no action itself.
  private mutating func startOwnerList(_ note: OpenNote, _ node: Node) -> Bool {
    let bytes = prose.prose.text[Int(note.range.lowerBound)..<Int(note.range.upperBound)]
    let isBare = bytes.allSatisfy { " ,:;()[]&/+-".utf8.contains($0) }
    guard note.candidate.isItem, !note.candidate.isNestedItem, isBelowActions,
      beginsWithMention(note), node.next?.kind == CMARK_NODE_LIST,
      isBare || bytes.last == UInt8(ascii: ":")
    else { return false }
    let mentions = body.mentions[note.contents.mentions].prefix(isBare ? 8 : 1)
    notes.ownerList = OwnerList(
      names: mentions.map { "@\($0.name)" }.joined(separator: ", "), depth: containers.count)
    return isBare
  }

  /// Tells of an item that is nested below somebody's name.
  private mutating func tellOwned(_ note: OpenNote) -> Bool {
    guard let ownerList = notes.ownerList, note.candidate.isNestedItem,
      containers.count == ownerList.depth + 1,
      !beginsWithMention(note)
    else { return false }
    diagnostics.append(
      .actionNotRead(in: text.source, line: note.line, isItem: true, owner: ownerList.names))
    return true
  }

  /// Gathers what stands below a heading, or notes it as something that nearly is an action.
  private mutating func place(_ note: OpenNote, _ introducesList: Bool) {
    let kinds = note.candidate.isNestedItem ? [] : notes.labelled ?? section?.kinds ?? []
    let isFirst = beginsWithMention(note)
    switch (kinds.contains(.action), kinds.contains(.decision)) {
    case (true, true) where note.candidate.isItem && isFirst,
      (true, false) where note.candidate.isItem:
      gather(note, .action, nil)
    case (true, true) where note.candidate.isItem || !isFirst && !introducesList,
      (false, true) where note.candidate.isItem || !introducesList:
      gather(note, .decision, nil)
    default:
      if !introducesList { tellHeading(of: .decision) }
      if note.candidate.isItem, !isFirst { tellHeading(of: .action) }
      guard !tellOwned(note), !isPasted else { return }
      if isFirst, isBelowActions, !note.candidate.isItem {
        tellActions(from: note.line, through: lastLine)
      } else if isFirst || isBelowActions {
        body.asides.append(
          Body.Aside(
            text: note.range, contents: note.contents, isItem: note.candidate.isItem,
            beginsWithMention: isFirst, isBelowActions: isBelowActions, line: note.line))
      }
    }
  }

  private mutating func gather(
    _ note: OpenNote, _ kind: MinuteWords.Kind, _ opening: MinuteWords.Opening?
  ) {
    let start = min(note.range.lowerBound + Int32(opening?.length ?? 0), firstHole(note.contents))
    let text = start..<note.range.upperBound
    guard !text.isEmpty || firstHole(note.contents) < .max else { return }
    switch kind {
    case .action:
      let slot = note.candidate.slot
      writer.replacePiece(at: slot, with: .taskAttributes(Int32(body.tasks.count)))
      body.tasks.append(
        Body.Task(
          isDone: false, hasBox: false, text: text, pieces: Int32(slot + 1)..<writer.nextPiece(),
          contents: note.contents, line: note.line))
      enclose(note, .actionStart(Int32(body.tasks.count - 1)))
    case .decision:
      writer.replacePiece(
        at: note.candidate.slot, with: .decisionAttributes(Int32(body.decisions.count)))
      let number = opening?.number ?? (body.decisions.last?.number ?? 0) + 1
      body.decisions.append(
        Body.Decision(number: number, text: text, contents: note.contents, line: note.line))
      enclose(note, .decisionStart(Int32(body.decisions.count - 1)))
      if note.candidate.isItem {
        notes.openDecisions.append(
          OpenDecision(index: body.decisions.count - 1, depth: containers.count))
      }
    }
  }

  /// Tells where the words of an action or a decision begin, and that they end here.
  private mutating func enclose(_ note: OpenNote, _ start: Body.Piece) {
    guard let slot = note.candidate.textSlot else { return }
    writer.replacePiece(at: slot, with: start)
    writer.add(.noteEnd)
  }

  /// Adds an item to the decision that it is nested in.
  private mutating func nest(_ note: OpenNote) {
    guard let open = notes.openDecisions.last else { return }
    body.decisions[open.index].details.append(
      Body.Detail(
        depth: max(1, containers.count - open.depth), text: note.range, contents: note.contents))
  }

  /// Notes that an item has ended, and with it what is nested in its decision.
  mutating func endMinuteItem() {
    while let open = notes.openDecisions.last, containers.count < open.depth {
      notes.openDecisions.removeLast()
    }
    if let ownerList = notes.ownerList, containers.count < ownerList.depth { notes.ownerList = nil }
  }

  /// Notes that a list has ended: one at the top level ends what stood above it.
  mutating func endMinuteList() {
    if containers.isEmpty { endLabel() }
  }

  /// Ends what a paragraph said of the list below it.
  mutating func endLabel() {
    notes.labelled = nil
    notes.openDecisions = []
  }

  /// The bytes before the words of a boxed item that begins `Action:` all the same.
  func boxedOpening(_ range: ProseRange, _ contents: Body.Contents) -> Int32 {
    guard let words = dialect.minuteWords else { return 0 }
    let found = words.opening(
      of: prose.prose.text[Int(range.lowerBound)..<Int(range.upperBound)],
      mention: firstMention(contents, in: range), emphasis: firstEmphasis(contents, in: range))
    return found?.kind == .action ? Int32(found?.length ?? 0) : 0
  }

  private func opening(of note: OpenNote, _ words: MinuteWords) -> MinuteWords.Opening? {
    let isQuoted = note.candidate.isItem && containers.contains(.quotation)
    return isQuoted
      ? nil
      : words.opening(
        of: prose.prose.text[Int(note.range.lowerBound)..<Int(note.range.upperBound)],
        mention: firstMention(note.contents, in: note.range),
        emphasis: firstEmphasis(note.contents, in: note.range))
  }

  private func firstMention(_ contents: Body.Contents, in range: ProseRange) -> Int? {
    body.mentions[contents.mentions].first.map { Int($0.place.lowerBound - range.lowerBound) }
  }

  private func firstEmphasis(_ contents: Body.Contents, in range: ProseRange) -> Int? {
    body.emphases[contents.emphases].first { $0.range.lowerBound == range.lowerBound }
      .map { Int($0.range.upperBound - range.lowerBound) }
  }

  private func beginsWithMention(_ note: OpenNote) -> Bool {
    guard let place = body.mentions[note.contents.mentions].first?.place.lowerBound else {
      return false
    }
    guard place >= note.range.lowerBound else { return true }
    return prose.prose.text[Int(note.range.lowerBound)..<Int(place)].allSatisfy {
      $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "[") || $0 == 0x20
    }
  }

  /// Where a name or a title first stands that is filled in later: it is part of what follows.
  private func firstHole(_ contents: Body.Contents) -> Int32 {
    let mention = body.mentions[contents.mentions].first?.place.lowerBound
    let title = body.links[contents.links].first { !$0.hasLabel }?.label.lowerBound
    return min(mention ?? .max, title ?? .max)
  }
}

/// The first paragraph of a candidate, read to its end.
private struct OpenNote {
  let candidate: MinuteCandidate
  let range: ProseRange
  let contents: Body.Contents
  let line: Int

  init(
    _ candidate: MinuteCandidate, _ range: ProseRange, _ contents: Body.Contents, line: Int
  ) {
    self.candidate = candidate
    self.range = range
    self.contents = contents
    self.line = line
  }
}

extension Node {
  /// Whether a paragraph only leads up to the list below it.
  fileprivate func introducesList(_ text: ArraySlice<UInt8>) -> Bool {
    next?.kind == CMARK_NODE_LIST && text.last == UInt8(ascii: ":")
  }
}
