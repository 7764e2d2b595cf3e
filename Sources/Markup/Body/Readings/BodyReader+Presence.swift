import Diagnostics

// A list of who came, or of who sent apologies, belongs to no page: each attendee's consent is kept
// with 'attendees', and an absence can reveal somebody's health. So minutes that hold one are told,
// and it is never what a page is summed up by.
extension BodyReader {
  /// Notes that a heading of minutes begins or ends a section on who was there, or names them.
  ///
  /// Of a heading in HTML only what it says is known, not how its line reads.
  mutating func notePresence(
    heading title: ProseRange, level: Int, line: Int, isWholeLine: Bool = true
  ) {
    guard let words = dialect.presenceWords else { return }
    notes.presence.breaks = []
    let text = prose.prose.text[title]
    if let label = PresenceLabel(opening: text, words) {
      notes.presence.open = OpenPresence(
        isAbsence: label.isAbsence, level: level, containers: containers.count, line: line,
        isWholeLine: isWholeLine)
      let saysNobody = words.saysNobody(text[label.end...]) && !holdsMention(title)
      if !saysNobody {
        tellOpenPresence(through: line)
        notes.presence.open = nil
      }
    } else if let open = notes.presence.open, open.level.map({ level <= $0 }) ?? true {
      notes.presence.open = nil
    }
  }

  /// Notes where a line of a paragraph ends, or where `<br>` breaks it.
  mutating func notePresenceBreak(isLine: Bool = true) {
    guard dialect.presenceWords != nil else { return }
    notes.presence.breaks.append(PresenceBreak(end: prose.end, isLine: isLine))
  }

  /// Whether a paragraph or item of minutes says who was there.
  mutating func tellsPresence(_ range: ProseRange?, from first: Int, through last: Int) -> Bool {
    let breaks = notes.presence.breaks
    notes.presence.breaks = []
    guard let words = dialect.presenceWords, let range else { return false }
    if tellsPresenceInLines(range, breaks, from: first, words) { return true }
    guard let open = notes.presence.open else { return false }
    let isListed = containers.count > open.containers
    if open.level == nil, !isListed {
      notes.presence.open = nil
      guard !open.hasList, isPartOfList(prose.prose.text[range]) else { return false }
      notes.presence.open = open
    }
    if open.hasList, !isListed { notes.presence.open?.isClosed = true }
    let saysNobody = words.saysNobody(prose.prose.text[range]) && !holdsMention(range)
    if !saysNobody { tellOpenPresence(through: last) }
    if isListed {
      notes.presence.open?.hasList = true
    } else {
      notes.presence.open?.isClosed = true
    }
    if open.level == nil, !isListed { notes.presence.open = nil }
    return true
  }

  /// Reads a paragraph line by line: `Date: … / Present: … / Apologies: …`.
  private mutating func tellsPresenceInLines(
    _ range: ProseRange, _ breaks: [PresenceBreak], from first: Int, _ words: PresenceWords
  ) -> Bool {
    var isFound = false
    var label: OpenPresence?
    var isContinued = false
    for part in parts(of: range, breaks, from: first, words) {
      let text = prose.prose.text[part.range].drop { $0 == 0x20 }
      let hasMention = holdsMention(part.ownRange)
      // Between `<br>` and the end of its line.
      if !part.isWholeLine, text.isEmpty, !hasMention { continue }
      if let found = PresenceLabel(opening: text, words) {
        isFound = true
        label = OpenPresence(
          isAbsence: found.isAbsence, level: nil, containers: containers.count, line: part.line,
          isWholeLine: part.isWholeLine)
        let names = text[found.end...]
        isContinued = names.isEmpty && !hasMention || names.last.map(isComma) == true
        guard !words.saysNobody(names) || hasMention else { continue }
        label = tell(label, through: part.line)
      } else if label != nil, isContinued, isPartOfList(text) {
        label = tell(label, through: part.line)
        isContinued = label?.isAlone == true || text.last.map(isComma) == true
      } else {
        label = nil
      }
    }
    if isFound { notes.presence.open = label?.index == nil && isContinued ? label : nil }
    return isFound
  }

  /// A paragraph in its lines, these split at each `<br>` and before each label behind a sentence.
  private func parts(
    of range: ProseRange, _ breaks: [PresenceBreak], from first: Int, _ words: PresenceWords
  ) -> [PresencePart] {
    var parts: [PresencePart] = []
    var (start, line, isLineStart) = (range.lowerBound, first, true)
    let own = breaks.filter { $0.end >= range.lowerBound }
    for next in own + [PresenceBreak(end: range.upperBound, isLine: true)] {
      var begin = start
      let stretch = start..<max(next.end, start)
      let inner = labelsBehindSentences(in: stretch, words)
      for place in inner + [stretch.upperBound] {
        let isLast = place == stretch.upperBound
        parts.append(
          PresencePart(
            range: begin..<place, line: line, isFirst: parts.isEmpty,
            isWholeLine: isLineStart && inner.isEmpty && next.isLine && isLast))
        begin = place
      }
      (start, isLineStart) = (stretch.upperBound, next.isLine)
      if next.isLine { line += 1 }
    }
    return parts
  }

  /// Where a label with its colon begins behind the end of a sentence or a stroke: *We met. Present:
  /// …*, *12 May / Present: …*
  private func labelsBehindSentences(
    in range: ProseRange, _ words: PresenceWords
  ) -> [Int32] {
    let text = prose.prose.text[range]
    guard text.contains(UInt8(ascii: ":")) else { return [] }
    return text.indices.dropLast().compactMap { index in
      guard ".!?;/|".utf8.contains(text[index]), text[index + 1] == 0x20 else { return nil }
      let rest = text[(index + 2)...]
      return PresenceLabel(opening: rest, words)?.hasColon == true ? Int32(index + 2) : nil
    }
  }

  /// Whether a mention stands in a stretch of the prose, or at its end.
  private func holdsMention(_ range: ProseRange) -> Bool {
    prose.prose.holes.reversed().prefix { $0.offset >= range.lowerBound }
      .contains { $0.offset <= range.upperBound }
  }

  /// Tells a list, if it was not told, and says how far it reaches.
  private mutating func tell(_ label: OpenPresence?, through line: Int) -> OpenPresence? {
    guard var label else { return nil }
    if let index = label.index {
      body.presences[index].lines = label.line..<(line + 1)
    } else {
      label.isAlone = line > label.line
      label.index = body.presences.count
      body.presences.append(
        Body.Presence(
          isAbsence: label.isAbsence, lines: label.line..<(line + 1),
          isWholeLine: label.isWholeLine))
      diagnostics.append(
        listOfPeople(label.isAbsence, at: text.source.location(line: label.line)))
    }
    return label
  }

  /// Tells the section that the walk is in; what follows its first paragraph or list may be about
  /// something else.
  private mutating func tellOpenPresence(through line: Int?) {
    guard let open = notes.presence.open, !open.isClosed || open.index == nil else { return }
    notes.presence.open = tell(open, through: open.isClosed ? open.line : line ?? open.line)
  }

  /// Notes a heading in a block of HTML.
  mutating func notePresence(headingInHTML heading: HTMLHeading, line: Int) {
    let title = heading.start..<max(prose.end, heading.start)
    notePresence(heading: title, level: heading.level, line: line, isWholeLine: false)
    notes.presence.endOfHeading = prose.end
  }

  /// Notes what a block of HTML says of who was there, behind its last heading.
  mutating func notePresence(inHTML range: ProseRange?, from first: Int) {
    guard dialect.presenceWords != nil, let range else { return }
    let count = body.presences.count
    _ = tellsPresence(range, from: first, through: first)
    for position in count..<body.presences.count { body.presences[position].isWholeLine = false }
    if let index = notes.presence.open?.index, index >= count {
      notes.presence.open?.isWholeLine = false
    }
  }

  /// Ends a label that stands in an item which ends.
  mutating func leavePresenceItem() {
    if let open = notes.presence.open, open.containers > containers.count {
      notes.presence.open = nil
    }
  }
}

// MARK: - Tables

extension BodyReader {
  /// Notes a cell of minutes: one below or beside a label tells who was there.
  mutating func notePresence(cell range: ProseRange?, row: Int, column: Int, line: Int) {
    guard let words = dialect.presenceWords else { return }
    if row == 0, column == 0 { notes.presence.table = PresenceTable() }
    if column == 0 { notes.presence.table.ofRow = nil }
    guard let range else { return }
    let text = prose.prose.text[range]
    let label = PresenceLabel(opening: text, words)
    let isLabel = label.map { $0.end == text.endIndex } == true
    if let label, isLabel {
      if column == 0 { notes.presence.table.ofRow = label.isAbsence }
      if row == 0 { notes.presence.table.ofColumn[column] = label.isAbsence }
      return
    }
    // Names beside the label make a header the first row of labels.
    if row == 0, notes.presence.table.ofRow != nil { notes.presence.table.ofColumn[0] = nil }
    let isAbsence =
      label?.isAbsence ?? notes.presence.table.ofRow
      ?? (row > 0 ? notes.presence.table.ofColumn[column] : nil)
    guard !words.saysNobody(text) || holdsMention(range) else { return }
    guard let isAbsence else {
      notes.presence.open?.isClosed = true
      return tellOpenPresence(through: nil)
    }
    let isTold = notes.presence.table.told.contains(isAbsence)
    notes.presence.table.told.insert(isAbsence)
    body.presences.append(
      Body.Presence(isAbsence: isAbsence, lines: line..<(line + 1), cell: column))
    guard !isTold else { return }
    diagnostics.append(listOfPeople(isAbsence, at: self.text.source.location(line: line)))
  }
}

/// What has been read of who was there.
struct PresenceReading {
  /// The section, or the label alone, that the walk is below.
  var open: OpenPresence?
  /// Where the paragraph being read is broken.
  var breaks: [PresenceBreak] = []
  var table = PresenceTable()
  /// Where the last heading of the block of HTML being read ends, in the prose.
  var endOfHeading: Int32?
}

/// Where a paragraph is broken, by the end of a line or by `<br>`.
struct PresenceBreak {
  /// In the prose.
  let end: Int32
  let isLine: Bool
}

/// A stretch of a paragraph that may begin with a label.
private struct PresencePart {
  let range: ProseRange
  let line: Int
  /// Whether it is the first of its paragraph.
  let isFirst: Bool
  /// Whether it is a whole line of the file.
  let isWholeLine: Bool

  /// Without its first byte, where what stands before it may end in a mention.
  var ownRange: ProseRange {
    isFirst ? range : (range.lowerBound + 1)..<max(range.upperBound, range.lowerBound + 1)
  }
}

/// A label whose names may follow it.
struct OpenPresence {
  let isAbsence: Bool
  /// The level of the heading that it is; `nil` for a paragraph, which heads the next block only.
  let level: Int?
  /// How many lists and quotes it stands in.
  let containers: Int
  let line: Int
  /// Whether nothing else stands in its line.
  var isWholeLine = true
  /// Its position in the body's list, once it is told.
  var index: Int?
  /// Whether a list below it has begun.
  var hasList = false
  /// Whether each name has a line of its own.
  var isAlone = false
  /// Whether what it surely heads has ended.
  var isClosed = false
}

/// The labels of a table that is being read: of each, whether it heads those who were absent.
struct PresenceTable {
  var ofRow: Bool?
  var ofColumn: [Int: Bool] = [:]
  /// What of the table has been told.
  var told: Set<Bool> = []
}

/// Whether a line goes on with names: a short one that is no sentence and has no label of its own.
private func isPartOfList(_ text: ArraySlice<UInt8>) -> Bool {
  text.count <= 200 && !text.prefix(40).contains(UInt8(ascii: ":"))
    && text.last != UInt8(ascii: ".")
}

private func isComma(_ byte: UInt8) -> Bool { ",;&".utf8.contains(byte) }

extension [UInt8] {
  fileprivate subscript(range: ProseRange) -> ArraySlice<UInt8> {
    self[Int(range.lowerBound)..<Int(range.upperBound)]
  }
}

private func listOfPeople(_ isAbsence: Bool, at place: SourceLocation) -> Diagnostic {
  isAbsence
    ? Diagnostic(
      .warning, "list-of-people", at: place, "minutes do not say who was absent",
      because: "An absence can reveal somebody's health.", hints: ["remove the apologies"])
    : Diagnostic(
      .warning, "list-of-people", at: place,
      "who was there belongs in the field 'attendees', not in the text",
      because: "There the site names only those who agree to be listed, and counts the others.",
      hints: ["write their ids after 'attendees:' at the top of the file, and remove the list"])
}
