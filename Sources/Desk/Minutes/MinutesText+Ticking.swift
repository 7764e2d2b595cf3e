import Community
import Diagnostics
import Markup

extension MinutesText {
  /// The same with the box of an action ticked or open.
  func ticking(_ number: Int, _ isDone: Bool) throws(MinutesRefusal) -> MinutesText {
    guard isReadable else { throw .unreadable }
    guard actions.indices.contains(number - 1) else { throw .noSuchAction }
    let item = action(at: number - 1)
    guard !item.isDropped else { throw .isDropped }
    guard item.isDone != isDone else { return self }
    for (range, box) in boxes(ofLine: item.line, isDone) {
      let next = replacing(range, with: box)
      if next.isTicked(number, isDone, elseAs: self) { return next }
    }
    throw isDone ? .notTicked : .saysDone
  }

  /// The ways to write the box: in the place of the one there is, before the words, or with a mark
  /// that makes a list item of a paragraph.
  private func boxes(ofLine line: Int, _ isDone: Bool) -> [(Range<Int>, String)] {
    guard let start = source.start(ofLine: line) else { return [] }
    let beginning = LineBeginning(source.bytes, from: start)
    let plain = isDone ? "[x]" : "[ ]"
    let words = beginning.content..<beginning.content
    guard let box = beginning.box else { return [(words, "\(plain) "), (words, "- \(plain) ")] }
    let isSign = source.bytes[box.lowerBound] != UInt8(ascii: "[")
    let drawn = isSign ? (isDone ? "☑" : "☐") : plain
    return [(box, drawn), (box, "\(plain) ")]
  }

  /// Whether an action is now as it was wanted, and all else as it was.
  private func isTicked(_ number: Int, _ isDone: Bool, elseAs earlier: MinutesText) -> Bool {
    guard actions.count == earlier.actions.count, decisions.count == earlier.decisions.count,
      body.prose.text == earlier.body.prose.text, body.headings == earlier.body.headings
    else { return false }
    return actions.indices.allSatisfy { position in
      position == number - 1
        ? (actions[position].state == .done) == isDone
        : actions[position].state == earlier.actions[position].state
    }
  }
}

/// Why an edit was not made; the text is as it was.
enum MinutesRefusal: String, Error, Hashable, Sendable {
  /// There are no words to write.
  case nothing
  case tooLong = "too_long"
  /// The text is beyond the limits of what is read.
  case unreadable
  case noSuchAction = "no_such_action"
  case noSuchHeading = "no_such_heading"
  /// It stands in a way that no box can be put before.
  case notTicked = "not_ticked"
  /// It tells the day on which it was done.
  case saysDone = "says_done"
  case isDropped = "is_dropped"
  /// What stands there takes every line for a part of itself: a block of code that is not closed.
  case noPlace = "no_place"
  /// Everything below the heading is a decision or an action.
  case gathered
  /// The words say another day than the one that was given.
  case otherDay = "other_day"
  /// The day could be one of several.
  case severalDays = "several_days"
}
