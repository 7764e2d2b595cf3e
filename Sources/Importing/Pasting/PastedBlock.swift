/// Words of a clipboard that look alike and lead to one place.
struct PastedRun {
  var text: String
  var style: PastedStyle = []
  var link: String?

  func isLike(_ other: PastedRun) -> Bool { style == other.style && link == other.link }
}

/// A paragraph of a clipboard, or what stands in the place of one.
struct PastedBlock {
  enum Content {
    case words([PastedRun])
    case heading(level: Int, [PastedRun])
    /// Rows of cells, the first one of headings.
    case table([[[PastedRun]]])
    case code(String, language: String)
    case rule
  }

  struct Item {
    let isOrdered: Bool
    /// The number that is written before it.
    let number: Int
    /// Whether a task is done.
    let isDone: Bool?
  }

  let content: Content
  /// In how many quotes it stands.
  let quotes: Int
  /// In how many lists it stands.
  let level: Int
  /// Where it begins an item.
  let item: Item?
}

extension [PastedRun] {
  /// Without blanks at either end, and with one blank where there were more.
  var trimmed: [PastedRun] {
    var runs: [PastedRun] = []
    var isAfterBlank = true
    for run in self {
      var text = ""
      for character in run.text {
        let isBlank = character == " " || character == "\n"
        if isBlank, isAfterBlank {
          // A break of the line says more than the blank before it.
          if character == "\n", text.last == " " { text.removeLast(); text.append("\n") }
          continue
        }
        text.append(character)
        isAfterBlank = isBlank
      }
      if !text.isEmpty { runs.append(PastedRun(text: text, style: run.style, link: run.link)) }
    }
    runs.dropBlanksAtEnd()
    return runs
  }

  private mutating func dropBlanksAtEnd() {
    while var last = popLast() {
      while last.text.last == " " || last.text.last == "\n" { last.text.removeLast() }
      if last.text.isEmpty { continue }
      append(last)
      return
    }
  }

  var words: String { map(\.text).joined() }

  /// The same words on one line, none of them bold.
  var asHeading: [PastedRun] {
    map { run in
      let text = run.text.split(separator: "\n", omittingEmptySubsequences: false)
      return PastedRun(
        text: text.joined(separator: " "), style: run.style.subtracting([.bold]), link: run.link)
    }
  }
}
