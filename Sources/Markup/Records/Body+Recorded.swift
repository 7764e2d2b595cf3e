import Diagnostics
package import Records

extension Body: Recorded {
  package func encode(to record: inout RecordWriter) {
    record.write(pieces)
    record.write(html)
    prose.encode(to: &record)
    record.write(headings)
    record.write(anchors)
    record.write(links)
    record.write(mentions)
    record.write(images)
    record.write(tasks)
    record.write(decisions)
    record.write(asides)
    record.write(presences)
    record.write(struck.count)
    for range in struck { record.write(range) }
    record.write(emphases)
    record.write(title) { $0.write($1) }
    record.write(titleAnchor)
    record.write(summary) { $0.write($1) }
  }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    self.init()
    pieces = try record.list()
    html = try record.content()
    prose = try Prose(from: &record)
    headings = try record.list()
    anchors = try record.list()
    links = try record.list()
    mentions = try record.list()
    images = try record.list()
    tasks = try record.list()
    decisions = try record.list()
    asides = try record.list()
    presences = try record.list()
    for _ in 0..<(try record.count()) { struck.append(try record.range()) }
    emphases = try record.list()
    title = try record.flag() ? try record.range() : nil
    titleAnchor = try record.optionalText()
    summary = try record.flag() ? try record.range() : nil
  }
}

extension Body.Piece: Recorded {
  package func encode(to record: inout RecordWriter) {
    switch self {
    case .html(let range):
      record.write(0)
      record.write(range)
    case .linkStart(let link): record.writePiece(1, at: link)
    case .linkEnd(let link): record.writePiece(2, at: link)
    case .linkTitle(let link): record.writePiece(3, at: link)
    case .mention(let mention): record.writePiece(4, at: mention)
    case .image(let image): record.writePiece(5, at: image)
    case .anchor(let anchor):
      record.write(6)
      record.write(anchor)
    case .taskAttributes(let task): record.writePiece(7, at: task)
    case .decisionAttributes(let decision): record.writePiece(8, at: decision)
    case .word(let word):
      record.write(9)
      record.write(word.rawValue)
    case .actionStart(let task): record.writePiece(10, at: task)
    case .decisionStart(let decision): record.writePiece(11, at: decision)
    case .noteEnd: record.write(12)
    }
  }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    switch try record.byte() {
    case 0: self = .html(try record.range())
    case 1: self = .linkStart(try record.shortNumber())
    case 2: self = .linkEnd(try record.shortNumber())
    case 3: self = .linkTitle(try record.shortNumber())
    case 4: self = .mention(try record.shortNumber())
    case 5: self = .image(try record.shortNumber())
    case 6: self = .anchor(try record.text())
    case 7: self = .taskAttributes(try record.shortNumber())
    case 8: self = .decisionAttributes(try record.shortNumber())
    case 9:
      guard let word = Body.InterfaceWord(rawValue: try record.text()) else {
        throw DamagedRecord()
      }
      self = .word(word)
    case 10: self = .actionStart(try record.shortNumber())
    case 11: self = .decisionStart(try record.shortNumber())
    case 12: self = .noteEnd
    default: throw DamagedRecord()
    }
  }
}

extension RecordWriter {
  /// The kind of a piece with the position that it refers to.
  fileprivate mutating func writePiece(_ kind: Int, at position: Int32) {
    write(kind)
    write(position)
  }
}

extension Body.Heading: Recorded {
  package func encode(to record: inout RecordWriter) {
    record.write(level)
    record.write(anchor)
    record.write(title)
    record.write(line)
  }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    self.init(
      level: try record.number(), anchor: try record.text(), title: try record.range(),
      line: try record.number())
  }
}

extension Body.Link: Recorded {
  package func encode(to record: inout RecordWriter) {
    destination.encode(to: &record)
    record.write(hasLabel)
    record.write(label)
    record.write(title)
    span.encode(to: &record)
  }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    self.init(
      destination: try Destination(from: &record), hasLabel: try record.flag(),
      label: try record.range(), title: try record.optionalText(),
      span: try SourceSpan(from: &record))
  }
}

extension Body.Link.Destination: Recorded {
  package func encode(to record: inout RecordWriter) {
    switch self {
    case .path(let path, let anchor):
      record.write(0)
      record.write(path)
      record.write(anchor)
    case .heading(let anchor):
      record.write(1)
      record.write(anchor)
    case .name(let name, let anchor):
      record.write(2)
      record.write(name)
      record.write(anchor)
    case .elsewhere(let address):
      record.write(3)
      record.write(address)
    }
  }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    switch try record.byte() {
    case 0: self = .path(try record.text(), anchor: try record.optionalText())
    case 1: self = .heading(try record.text())
    case 2: self = .name(try record.text(), anchor: try record.optionalText())
    case 3: self = .elsewhere(try record.text())
    default: throw DamagedRecord()
    }
  }
}

extension Body.Mention: Recorded {
  package func encode(to record: inout RecordWriter) {
    record.write(name)
    record.write(place)
    record.write(isStruck)
    span.encode(to: &record)
  }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    self.init(
      name: try record.text(), place: try record.range(), isStruck: try record.flag(),
      span: try SourceSpan(from: &record))
  }
}

extension Body.Image: Recorded {
  package func encode(to record: inout RecordWriter) {
    record.write(path)
    record.write(alternative)
    record.write(title)
    span.encode(to: &record)
  }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    self.init(
      path: try record.text(), alternative: try record.text(), title: try record.optionalText(),
      span: try SourceSpan(from: &record))
  }
}

extension Body.Task: Recorded {
  package func encode(to record: inout RecordWriter) {
    record.write(isDone)
    record.write(hasBox)
    record.write(text)
    record.write(pieces)
    contents.encode(to: &record)
    record.write(line)
  }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    self.init(
      isDone: try record.flag(), hasBox: try record.flag(), text: try record.range(),
      pieces: try record.range(), contents: try Body.Contents(from: &record),
      line: try record.number())
  }
}

extension Body.Decision: Recorded {
  package func encode(to record: inout RecordWriter) {
    record.write(number)
    record.write(text)
    contents.encode(to: &record)
    record.write(details)
    record.write(line)
  }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    self.init(
      number: try record.number(), text: try record.range(),
      contents: try Body.Contents(from: &record), details: try record.list(),
      line: try record.number())
  }
}

extension Body.Detail: Recorded {
  package func encode(to record: inout RecordWriter) {
    record.write(depth)
    record.write(text)
    contents.encode(to: &record)
  }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    self.init(
      depth: try record.number(), text: try record.range(),
      contents: try Body.Contents(from: &record))
  }
}

extension Body.Aside: Recorded {
  package func encode(to record: inout RecordWriter) {
    record.write(text)
    contents.encode(to: &record)
    for flag in [isItem, beginsWithMention, isBelowActions] { record.write(flag) }
    record.write(line)
  }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    self.init(
      text: try record.range(), contents: try Body.Contents(from: &record),
      isItem: try record.flag(), beginsWithMention: try record.flag(),
      isBelowActions: try record.flag(), line: try record.number())
  }
}

extension Body.Presence: Recorded {
  package func encode(to record: inout RecordWriter) {
    record.write(isAbsence)
    record.write(lines.lowerBound)
    record.write(lines.count)
    record.write(cell) { $0.write($1) }
    record.write(isWholeLine)
  }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    let isAbsence = try record.flag()
    let start: Int = try record.number()
    let count: Int = try record.number()
    // A count that overflows is of no file.
    guard start >= 0, (0..<Int(Int32.max)).contains(count), start < Int(Int32.max) else {
      throw DamagedRecord()
    }
    self.init(
      isAbsence: isAbsence, lines: start..<(start + count),
      cell: try record.flag() ? try record.number() : nil, isWholeLine: try record.flag())
  }
}

extension Body.Emphasis: Recorded {
  package func encode(to record: inout RecordWriter) {
    record.write(Int(kind.rawValue))
    record.write(range)
  }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    guard let kind = Kind(rawValue: try record.byte()) else { throw DamagedRecord() }
    self.init(kind: kind, range: try record.range())
  }
}

extension Body.Contents: Recorded {
  package func encode(to record: inout RecordWriter) {
    for range in [links, mentions, struck, emphases] {
      record.write(Int32(range.lowerBound)..<Int32(range.upperBound))
    }
  }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    self.init(
      links: Range(try record.range()), mentions: Range(try record.range()),
      struck: Range(try record.range()), emphases: Range(try record.range()))
  }
}

extension Range<Int> {
  fileprivate init(_ range: Range<Int32>) {
    self = Int(range.lowerBound)..<Int(range.upperBound)
  }
}
