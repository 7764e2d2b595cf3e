import Community
import Dates
import Markup
import Text

/// Minutes in Markdown from elsewhere, as those of a handbook: who was there goes to the field for it,
/// who was not goes, and what is to be done is written so that the register finds it.
struct MinutesFixing {
  var attendees: [String] = []
  var chair: String?
  var noteTaker: String?
  private(set) var notes: [String] = []
  let members: MemberDirectory
  let day: CalendarDate?
  let isMonthFirst: Bool
  var handles: [String: String] = [:]
  var strangers = 0
  var absences = 0
  var actions = 0
  var lines: [String] = []
  var output: [String] = []
  private var fence: Character?

  init(members: MemberDirectory, day: CalendarDate?, isMonthFirst: Bool = false) {
    self.members = members
    self.day = day
    self.isMonthFirst = isMonthFirst
  }

  /// The text without the names of who came and who did not.
  mutating func fix(_ text: String) -> String {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var index = 0
    while index < lines.count { index = next(index) }
    tell()
    let fixed = output.joined(separator: "\n")
    return HandleFixing(members: members, handles: handles).fix(
      output.count < lines.count ? fixed.withoutDoubleGaps : fixed)
  }

  private mutating func tell() {
    if strangers > 0 { notes.append(.strangers(strangers, "attendees")) }
    if absences > 0 { notes.append("left out: who was not there, which can reveal health") }
    if actions > 0 { notes.append(actions == 1 ? "1 action found" : "\(actions) actions found") }
  }

  /// Goes on behind a line, or behind all that belongs to it.
  private mutating func next(_ index: Int) -> Int {
    let line = lines[index]
    let text = line.trimmed
    if let mark = text.first, text.hasPrefix("```") || text.hasPrefix("~~~") {
      fence = fence == nil ? mark : fence == mark ? nil : fence
    }
    guard fence == nil, !line.hasPrefix("    ") || line.isListItem else { return copy(index) }
    if let end = presence(index) ?? presenceRow(index) { return end }
    if let end = actionTable(index) { return end }
    if let action = self.action(in: line) {
      let isItem = line.isListItem
      if !isItem, let last = output.last, !last.isEmpty, !last.isListItem { output.append("") }
      output.append(action)
      actions += 1
      if !isItem, index + 1 < lines.count, !lines[index + 1].trimmed.isEmpty,
        self.action(in: lines[index + 1]) == nil
      {
        output.append("")
      }
      return index + 1
    }
    return copy(index)
  }

  private mutating func copy(_ index: Int) -> Int {
    output.append(lines[index])
    return index + 1
  }
}
