import Community
import Diagnostics
import Markup

extension MinutesText {
  /// The same with a line added below a heading, and what the reader makes of it.
  ///
  /// Where the line's own words say that it is something else ("None.", "Decision: …"), it is what
  /// they say.
  func adding(
    _ line: MinutesLine, below number: Int
  ) throws(MinutesRefusal) -> (minutes: MinutesText, item: MinutesItem) {
    guard isReadable else { throw .unreadable }
    guard !line.words.words.isEmpty else { throw .nothing }
    guard line.words.words.utf8.count <= TypedLine.limit else { throw .tooLong }
    guard let section = sections.first(where: { $0.number == number }) else {
      throw .noSuchHeading
    }
    var read: [(minutes: MinutesText, item: MinutesItem)] = []
    for text in line.texts(reader.signs) {
      for place in MinutesPlace.all(below: section, of: self, for: line.kind) {
        guard let (next, item) = added(text, at: place) else { continue }
        if item.kind == line.kind { return try (next, item.checked(against: line)) }
        read.append((next, item))
      }
    }
    let own = kind(ofAlone: line.words)
    if let said = read.first(where: { $0.item.kind == own }) { return said }
    throw read.isEmpty ? .noPlace : .gathered
  }

  /// The same with an action added that is written out already.
  func addingAction(
    _ text: String, below section: MinutesSection
  ) throws(MinutesRefusal) -> (minutes: MinutesText, item: MinutesItem) {
    for place in MinutesPlace.all(below: section, of: self, for: .action) {
      guard let (next, item) = added(text, at: place), item.kind == .action else { continue }
      return (next, item)
    }
    throw .noPlace
  }

  /// The text with one more line, if that adds what stands on it and changes nothing else.
  private func added(
    _ text: String, at place: MinutesPlace
  ) -> (minutes: MinutesText, item: MinutesItem)? {
    let next = replacing(place.offset..<place.offset, with: place.lines(with: text))
    guard next.isReadable else { return nil }
    let (old, new) = (blocks, next.blocks)
    let first = zip(old, new).prefix { $0 == $1 }.count
    guard new.count == old.count + 1, old[first...].elementsEqual(new[(first + 1)...]),
      next.body.headings.count == body.headings.count,
      let item = next.items.first(where: { $0.line == place.line })
    else { return nil }
    let gathered = (
      next.actions.count - actions.count, next.decisions.count - decisions.count
    )
    switch item.kind {
    case .action: guard gathered == (1, 0) else { return nil }
    case .decision: guard gathered == (0, 1) else { return nil }
    case .note: guard gathered == (0, 0) else { return nil }
    }
    return (next, item)
  }

  /// What some words are by themselves, below no heading.
  private func kind(ofAlone words: TypedLine) -> MinutesItem.Kind {
    reader.read("- \(words.asBlock)\n").items.first?.kind ?? .note
  }
}

extension MinutesItem {
  /// Refuses an action that was to be done by a day and is read as due on another.
  fileprivate func checked(against line: MinutesLine) throws(MinutesRefusal) -> MinutesItem {
    if kind == .action, let day = line.dueDay, due != day { throw .otherDay }
    return self
  }
}

/// Where a new line of a section goes, and what stands around it.
private struct MinutesPlace {
  let offset: Int
  /// The line that it will be, counted from 1.
  let line: Int
  private let before: String
  private let mark: String
  private let after: String

  func lines(with text: String) -> String { before + mark + text + after }

  /// The ways to add a line at the end of a section, the usual one first.
  static func all(
    below section: MinutesSection, of minutes: MinutesText, for kind: MinutesItem.Kind
  ) -> [MinutesPlace] {
    let end = SectionEnd(section, minutes.source)
    let mark = end.bullet.map { "\($0) " } ?? "- "
    let item = MinutesPlace(end, mark: mark, isApart: end.bullet == nil)
    guard kind == .note else { return [item] }
    let paragraph = MinutesPlace(end, mark: "", isApart: true)
    guard end.bullet != nil else { return [item, paragraph] }
    return [item, paragraph, MinutesPlace(end, mark: "  - ", isApart: false)]
  }

  private init(_ end: SectionEnd, mark: String, isApart: Bool) {
    self.mark = mark
    offset = end.offset
    let isFirst = end.lastLine == nil
    before = isFirst ? "" : end.lineBreak + (isApart ? end.lineBreak : "")
    line = (end.lastLine ?? 0) + 1 + (isApart && !isFirst ? 1 : 0)
    let isBare = end.isAtEndOfText || isFirst
    after = (isBare ? end.lineBreak : "") + (end.isCrowded ? end.lineBreak : "")
  }
}
