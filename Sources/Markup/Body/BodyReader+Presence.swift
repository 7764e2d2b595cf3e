import Diagnostics

// A list of who came, or of who sent apologies, belongs to no page: each attendee's consent is kept
// with 'attendees', and an absence can reveal somebody's health. So minutes that hold one are told,
// and it is never what a page is summed up by.
extension BodyReader {
  /// Notes that a heading of minutes begins or ends a section on who was there, or names them.
  mutating func notePresence(heading title: ProseRange, level: Int, line: Int) {
    guard let words = dialect.presenceWords else { return }
    presence.lineEnds = []
    let text = prose.prose.text[title]
    if let label = PresenceLabel(opening: text, words) {
      presence.open = OpenPresence(
        isAbsence: label.isAbsence, level: level, containers: containers.count, line: line)
      let saysNobody = words.saysNobody(text[label.end...]) && !holdsMention(title)
      if !saysNobody {
        tellOpenPresence(through: line)
        presence.open = nil
      }
    } else if let open = presence.open, open.level.map({ level <= $0 }) ?? true {
      presence.open = nil
    }
  }

  /// Notes where a line of a paragraph ends.
  mutating func notePresenceLine() {
    if dialect.presenceWords != nil { presence.lineEnds.append(prose.end) }
  }

  /// Whether a paragraph or item of minutes says who was there.
  mutating func tellsPresence(_ range: ProseRange?, from first: Int, through last: Int) -> Bool {
    let ends = presence.lineEnds
    presence.lineEnds = []
    guard let words = dialect.presenceWords, let range else { return false }
    if tellsPresenceInLines(range, ends, from: first, words) { return true }
    guard let open = presence.open else { return false }
    let isListed = containers.count > open.containers
    if open.level == nil, !isListed {
      presence.open = nil
      guard !open.hasList, isPartOfList(prose.prose.text[range]) else { return false }
      presence.open = open
    }
    if open.hasList, !isListed { presence.open?.isClosed = true }
    let saysNobody = words.saysNobody(prose.prose.text[range]) && !holdsMention(range)
    if !saysNobody { tellOpenPresence(through: last) }
    if isListed { presence.open?.hasList = true } else { presence.open?.isClosed = true }
    if open.level == nil, !isListed { presence.open = nil }
    return true
  }

  /// Reads a paragraph line by line: `Date: … / Present: … / Apologies: …`.
  private mutating func tellsPresenceInLines(
    _ range: ProseRange, _ ends: [Int32], from first: Int, _ words: PresenceWords
  ) -> Bool {
    var isFound = false
    var label: OpenPresence?
    var isContinued = false
    let bounds = [range.lowerBound] + ends + [range.upperBound]
    for (number, (start, end)) in zip(bounds, bounds.dropFirst()).enumerated() {
      let text = prose.prose.text[start..<max(end, start)].drop { $0 == 0x20 }
      let line = first + number
      if let found = PresenceLabel(opening: text, words) {
        isFound = true
        label = OpenPresence(
          isAbsence: found.isAbsence, level: nil, containers: containers.count, line: line)
        let names = text[found.end...]
        let hasMention = holdsMention(number == 0 ? start..<end : (start + 1)..<max(end, start + 1))
        isContinued = names.isEmpty && !hasMention || names.last.map(isComma) == true
        guard !words.saysNobody(names) || hasMention else { continue }
        label = tell(label, through: line)
      } else if label != nil, isContinued, isPartOfList(text) {
        label = tell(label, through: line)
        isContinued = label?.isAlone == true || text.last.map(isComma) == true
      } else {
        label = nil
      }
    }
    if isFound { presence.open = label?.index == nil && isContinued ? label : nil }
    return isFound
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
        Body.Presence(isAbsence: label.isAbsence, lines: label.line..<(line + 1)))
      diagnostics.append(
        listOfPeople(label.isAbsence, at: text.source.location(line: label.line)))
    }
    return label
  }

  /// Tells the section that the walk is in; what follows its first paragraph or list may be about
  /// something else.
  private mutating func tellOpenPresence(through line: Int?) {
    guard let open = presence.open, !open.isClosed || open.index == nil else { return }
    presence.open = tell(open, through: open.isClosed ? open.line : line ?? open.line)
  }

  /// Ends a label that stands in an item which ends.
  mutating func leavePresenceItem() {
    if let open = presence.open, open.containers > containers.count { presence.open = nil }
  }
}

// MARK: - Tables

extension BodyReader {
  /// Notes a cell of minutes: one below or beside a label tells who was there.
  mutating func notePresence(cell range: ProseRange?, row: Int, column: Int, line: Int) {
    guard let words = dialect.presenceWords else { return }
    if row == 0, column == 0 { presence.table = PresenceTable() }
    if column == 0 { presence.table.ofRow = nil }
    guard let range else { return }
    let text = prose.prose.text[range]
    let label = PresenceLabel(opening: text, words)
    let isLabel = label.map { $0.end == text.endIndex } == true
    if let label, isLabel {
      if column == 0 { presence.table.ofRow = label.isAbsence }
      if row == 0 { presence.table.ofColumn[column] = label.isAbsence }
      return
    }
    // Names beside the label make a header the first row of labels.
    if row == 0, presence.table.ofRow != nil { presence.table.ofColumn[0] = nil }
    let isAbsence =
      label?.isAbsence ?? presence.table.ofRow ?? (row > 0 ? presence.table.ofColumn[column] : nil)
    guard !words.saysNobody(text) || holdsMention(range) else { return }
    guard let isAbsence else {
      presence.open?.isClosed = true
      return tellOpenPresence(through: nil)
    }
    let isTold = presence.table.told.contains(isAbsence)
    presence.table.told.insert(isAbsence)
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
  /// Where the lines of the paragraph being read end, in the prose.
  var lineEnds: [Int32] = []
  var table = PresenceTable()
}

/// A label whose names may follow it.
struct OpenPresence {
  let isAbsence: Bool
  /// The level of the heading that it is; `nil` for a paragraph, which heads the next block only.
  let level: Int?
  /// How many lists and quotes it stands in.
  let containers: Int
  let line: Int
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
