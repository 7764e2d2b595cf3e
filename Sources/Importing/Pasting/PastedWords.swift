/// Writes the words of a block with their marks, so that each mark is one in Markdown too.
///
/// `**Note:**more` is no bold there, nor is `** a**`: blanks and marks of punctuation at the edge of
/// what stands out are put outside.
enum PastedWords {
  static func html(of runs: [PastedRun]) -> String {
    var html = ""
    var open: [PastedStyle] = []
    var link: String?
    for run in settled(runs) {
      if run.link != link {
        while let last = open.popLast() { html += "</\(last.element)>" }
        if link != nil { html += "</a>" }
        if let own = run.link { html += "<a href=\"\(own.asHTML)\">" }
        link = run.link
      }
      while let last = open.last, !open.allSatisfy({ run.style.contains($0) }) {
        html += "</\(last.element)>"
        open.removeLast()
      }
      for style in [PastedStyle.bold, .italic, .struck, .code]
      where run.style.contains(style) && !open.contains(style) {
        html += "<\(style.element)>"
        open.append(style)
      }
      html += run.text.withBreaks
    }
    while let last = open.popLast() { html += "</\(last.element)>" }
    return link == nil ? html : html + "</a>"
  }

  private static func settled(_ runs: [PastedRun]) -> [PastedRun] {
    let runs = runs.trimmed
    var settled: [PastedRun] = []
    for (position, run) in runs.enumerated() {
      let before = position > 0 ? runs[position - 1] : nil
      let after = position + 1 < runs.count ? runs[position + 1] : nil
      settled += parts(of: run, after: before, before: after)
    }
    return settled.merged
  }

  /// A run with what is at its edges by itself.
  private static func parts(
    of run: PastedRun, after last: PastedRun?, before next: PastedRun?
  ) -> [PastedRun] {
    guard !run.style.isEmpty || run.link != nil else { return [run] }
    var middle = run.text[...]
    let isEdge: (Character, Character?) -> Bool = { character, neighbour in
      character == " " || character == "\n"
        || !run.style.isEmpty && !run.style.contains(.code) && !character.isWord
          && neighbour?.isWord == true
    }
    var (start, end) = ("", "")
    while let first = middle.first, isEdge(first, last?.text.last) {
      start.append(first)
      middle.removeFirst()
    }
    while let final = middle.last, isEdge(final, next?.text.first) {
      end = "\(final)\(end)"
      middle.removeLast()
    }
    let shared: (PastedRun?) -> PastedRun = { neighbour in
      PastedRun(
        text: "", style: run.style.intersection(neighbour?.style ?? []),
        link: neighbour?.link == run.link ? run.link : nil)
    }
    var (lead, tail) = (shared(last), shared(next))
    lead.text = start
    tail.text = end
    return [lead, PastedRun(text: String(middle), style: run.style, link: run.link), tail]
  }
}

extension [PastedRun] {
  fileprivate var merged: [PastedRun] {
    var runs: [PastedRun] = []
    for run in self where !run.text.isEmpty {
      if let last = runs.indices.last, runs[last].isLike(run) {
        runs[last].text += run.text
      } else {
        runs.append(run)
      }
    }
    return runs
  }
}

extension Character {
  fileprivate var isWord: Bool { isLetter || isNumber }
}

extension PastedStyle {
  fileprivate var element: String {
    switch self {
    case .bold: "b"
    case .italic: "i"
    case .struck: "s"
    default: "code"
    }
  }
}

extension String {
  fileprivate var withBreaks: String {
    asHTML.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "<br>")
  }
}
