/// One of the documents, by its headings, fences, tables and links.
///
/// The documents are ours and plain, so a line at a time is enough.
struct MarkdownPage: Sendable {
  /// A heading of the third level and what stands below it, up to the next heading.
  struct Section: Sendable {
    let title: String
    var lines: [String] = []
  }

  /// A block of code with the words after its opening marks.
  struct Fence: Hashable, Sendable {
    let words: [String]
    let text: String
  }

  let lines: [String]

  init(_ path: String) throws {
    lines = try Repository.text(path).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  var sections: [Section] {
    var sections: [Section] = []
    var isInFence = false
    var isInSection = false
    for line in lines {
      if line.hasPrefix("```") { isInFence.toggle() }
      if !isInFence, line.hasPrefix("#") {
        isInSection = line.hasPrefix("### ")
        if isInSection { sections.append(Section(title: String(line.dropFirst(4)))) }
      } else if isInSection {
        sections[sections.count - 1].lines.append(line)
      }
    }
    return sections
  }

  /// The first cells of all tables that hold nothing but code: `date`, `consent.given`.
  var namesInTables: [String] {
    lines.compactMap { line in
      guard line.hasPrefix("| `") else { return nil }
      let cell = line.dropFirst(3).prefix { $0 != "`" }
      return line.dropFirst(3 + cell.count).hasPrefix("` |") ? String(cell) : nil
    }
  }

  /// The addresses of links, those in blocks of code left out.
  var links: [String] {
    var isInFence = false
    return lines.flatMap { line -> [String] in
      if line.hasPrefix("```") { isInFence.toggle() }
      guard !isInFence else { return [] }
      let words = line.split(separator: "`", omittingEmptySubsequences: false)
        .enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined(
          separator: "code")
      return words.split(separator: "](").dropFirst().map { String($0.prefix { $0 != ")" }) }
    }
  }
}

extension MarkdownPage.Section {
  /// The blocks of code before the line "Fixed:", and those after it.
  var example: (wrong: [MarkdownPage.Fence], fixed: [MarkdownPage.Fence]) {
    var fences: (wrong: [MarkdownPage.Fence], fixed: [MarkdownPage.Fence]) = ([], [])
    var isFixed = false
    var open: (words: [String], lines: [String])?
    for line in lines {
      if let block = open, line == "```" {
        let fence = MarkdownPage.Fence(
          words: block.words, text: block.lines.map { $0 + "\n" }.joined())
        if isFixed { fences.fixed.append(fence) } else { fences.wrong.append(fence) }
        open = nil
      } else if open != nil {
        open?.lines.append(line)
      } else if line.hasPrefix("```") {
        open = (line.dropFirst(3).split(separator: " ").map(String.init), [])
      } else if line == "Fixed:" {
        isFixed = true
      }
    }
    return fences
  }
}
