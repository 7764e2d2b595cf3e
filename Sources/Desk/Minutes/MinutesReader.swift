import Community
import Dates
import Diagnostics
import Markup
import Site

/// How a meeting's notes are read and written at the desk.
struct MinutesReader: Sendable {
  /// The words by which notes in their language are read.
  let words: NoteWords
  /// The words that the desk writes into them.
  let signs: NoteSigns
  /// The day of the meeting, which days in words are counted from.
  let date: CalendarDate?
  /// What a member is called whom an `@name` means; `nil` where it means none.
  let member: @Sendable (String) -> String?
  /// The title of the entry that `[[name]]` leads to; `nil` where it leads to none.
  let title: @Sendable (String) -> String?

  func read(_ text: String) -> MinutesText { MinutesText(Array(text.utf8), self) }
}

/// A meeting's notes as they are read, to be edited a line at a time.
///
/// An edit changes the bytes of one line or adds one. Then the whole is read again: if the reader
/// does not give what was wanted and everything else as it was, nothing is changed.
struct MinutesText: Sendable {
  let reader: MinutesReader
  let source: SourceText
  let body: Body
  /// The task numbered `n` is at `n - 1`.
  let actions: [ActionItem]
  let decisions: [DecisionItem]
  /// Whether the text keeps within the limits of what is read.
  let isReadable: Bool

  init(_ bytes: [UInt8], _ reader: MinutesReader) {
    let source = SourceText(path: "", bytes: bytes)
    let dialect = Dialect.minutes(reader.words.minutes, reader.words.presence)
    let read = Body.parse(source, from: 0, dialect: dialect, titleFromHeading: false)
    let body = read.value
    let minutes = Minutes.read(body, in: source, of: reader.date, reader.words.register).value
    let isUnknown = body.mentions.map { reader.member($0.name) == nil }
    let isStruck = body.mentions.map(\.isStruck)
    self.reader = reader
    self.source = source
    self.body = body
    actions = minutes.actions.map { $0.withoutStrangers(isUnknown, isStruck: isStruck) }
    decisions = minutes.decisions
    isReadable = read.diagnostics.allSatisfy { $0.severity != .error }
  }

  var text: String { String(decoding: source.bytes, as: UTF8.self) }

  /// Its blocks by kind and words, to tell what an edit has changed.
  var blocks: [String] {
    body.prose.blocks.map { "\($0.kind.rawValue) \(body.prose.string($0.range))" }
  }

  /// The same with other bytes in one place.
  func replacing(_ range: Range<Int>, with text: String) -> MinutesText {
    var bytes = source.bytes
    bytes.replaceSubrange(range, with: Array(text.utf8))
    return MinutesText(bytes, reader)
  }
}

// MARK: - Words to show

extension MinutesText {
  /// The words of a stretch, members by their names and links by their titles.
  func words(_ range: ProseRange) -> String {
    body.prose.runs(in: range).map { run in
      switch run {
      case .text(let text): text
      case .hole(.mention(let position)): name(of: Int(position))
      case .hole(.linkTitle(let position)): title(of: body.links[Int(position)].destination)
      }
    }.joined()
  }

  /// What the member of a mention is called, or what is written where it is nobody's.
  func name(of mention: Int) -> String {
    let written = body.mentions[mention].name
    return reader.member(written) ?? "@\(written)"
  }

  private func title(of destination: Body.Link.Destination) -> String {
    switch destination {
    case .name(let name, _): reader.title(name) ?? name
    case .path(let path, _): path
    case .heading(let anchor): "#\(anchor)"
    case .elsewhere(let address): address
    }
  }
}
