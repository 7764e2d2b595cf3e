import CCmark

/// A list item that begins with a box, its text being read.
struct OpenTask {
  let index: Int
  let start: Body.Extent
  /// The first piece of its text.
  var firstPiece: Int32 = 0
}

extension BodyReader {
  /// Begins a list item's text with a box, if one was lifted out at its start.
  mutating func startTask(_ item: Node) -> Bool {
    guard text.hasPlaceholders, let paragraph = item.firstChild,
      paragraph.kind == CMARK_NODE_PARAGRAPH, let first = paragraph.firstChild,
      first.kind == CMARK_NODE_TEXT, let isDone = box(first.literal)
    else { return false }
    let index = body.tasks.count
    body.tasks.append(
      Body.Task(
        isDone: isDone, hasBox: true, text: 0..<0, pieces: 0..<0,
        contents: body.contents(since: body.extent),
        line: text.sourceLine(paragraph.firstLine)))
    writer.append("<li class=\"task\"")
    writer.add(.taskAttributes(Int32(index)))
    start("")
    notes.task = OpenTask(index: index, start: body.extent)
    return true
  }

  /// Whether the box that a text begins with is ticked; `nil` where it begins with none.
  private func box(_ text: UnsafeBufferPointer<UInt8>) -> Bool? {
    switch text.placeholder(at: 0)?.0 {
    case .character(let box)? where box.isTaskBox: box != .openBox
    case .lifted(let lift)?: self.text.drawnBox(lift)
    default: nil
    }
  }

  /// Writes the box, which shows a state but cannot be changed.
  mutating func writeTaskBox() {
    guard let task = notes.task else { return }
    let isDone = body.tasks[task.index].isDone
    writer.append("<input type=\"checkbox\"")
    if isDone { writer.append(" checked=\"\"") }
    writer.append(" disabled=\"\" aria-label=\"")
    writer.add(.word(isDone ? .taskDone : .taskOpen))
    writer.append("\" /> ")
    writer.add(.actionStart(Int32(task.index)))
    notes.task?.firstPiece = writer.nextPiece()
  }

  /// Ends the text of the task, which is the first paragraph of its item.
  mutating func endTask(_ range: ProseRange?) {
    guard let task = notes.task else { return }
    notes.task = nil
    let found = body.tasks[task.index]
    let contents = body.contents(since: task.start)
    var text = range ?? prose.end..<prose.end
    text = (text.lowerBound + boxedOpening(text, contents))..<text.upperBound
    body.tasks[task.index] = Body.Task(
      isDone: found.isDone, hasBox: true, text: text,
      pieces: task.firstPiece..<writer.nextPiece(), contents: contents, line: found.line)
    writer.add(.noteEnd)
  }
}
