/// A random text of the kind that people paste into a handbook: lists, tabs, tables, HTML, formulas,
/// links, and marks of other tools, some of them broken.
///
/// Each word that a reader is to see is one of its own, so that it can be found on the page.
struct PastedDocument {
  /// A word, and whether it must stand behind the words before it.
  struct Word {
    let text: String
    let isInOrder: Bool
  }

  private(set) var text = ""
  private(set) var words: [Word] = []
  private var random: SplitMix
  private var footnotes = 0

  init(seed: UInt64) {
    random = SplitMix(seed: seed)
    var lines: [String] = []
    for _ in 0...random.next(below: 7) {
      lines += block(depth: 0)
      if random.next(below: 5) > 0 { lines.append("") }
    }
    for number in 0..<footnotes { lines += ["", "[^n\(number)]: \(inlines())"] }
    text = lines.joined(separator: random.pick(["\n", "\n", "\r\n"])) + "\n"
  }

  // MARK: Blocks

  private mutating func block(depth: Int) -> [String] {
    switch random.next(below: depth < 2 ? 18 : 12) {
    case 0...2: paragraph()
    case 3: heading()
    case 4: table()
    case 5: formula()
    case 6: html()
    case 7: foreign()
    case 8: fence()
    case 9: pastedList()
    case 10: tabs()
    case 11: definition()
    case 12: quote(depth: depth)
    default: list(depth: depth)
    }
  }

  private mutating func paragraph() -> [String] {
    (0...random.next(below: 3)).map { _ in
      inlines() + random.pick(["", "", "  ", "\\"])
    }
  }

  private mutating func heading() -> [String] {
    let signs = String(repeating: "#", count: 1 + random.next(below: 4))
    return switch random.next(below: 7) {
    case 0: [signs + " "]
    case 1: [signs + "#" + inlines()]
    case 2:
      [signs + " " + inlines() + random.pick([" {#a-part}", "{#b.1}", " {: #c }", " {.wide}"])]
    case 3: [inlines(), random.pick(["---", "===", "-"])]
    case 4: [signs + " ** **"]
    case 5: [signs + "\t" + inlines() + " ##"]
    default: [signs + " " + inlines()]
    }
  }

  private mutating func table() -> [String] {
    let columns = 1 + random.next(below: 4)
    let rule = "|" + String(repeating: random.pick(["---|", " :-- |", " --: |"]), count: columns)
    var lines = [row(columns)]
    switch random.next(below: 5) {
    case 0: break
    case 1: lines.append("|---|")
    case 2: lines.append("| — | — |")
    default: lines.append(rule)
    }
    for _ in 0..<random.next(below: 4) {
      lines.append(row(columns + random.pick([0, 0, 0, 1, -1])))
    }
    return lines
  }

  private mutating func row(_ columns: Int) -> String {
    guard columns > 0 else { return "|  |" }
    var cells: [String] = []
    for _ in 0..<columns { cells.append(random.next(below: 8) == 0 ? "" : cell()) }
    return random.pick(["| ", "| ", ""]) + cells.joined(separator: " | ")
      + random.pick([" |", " |", ""])
  }

  private mutating func cell() -> String {
    switch random.next(below: 6) {
    case 0: "$|\(word())|$"
    case 1: "\(word()) \\| \(word())"
    case 2: "$5"
    default: inlines()
    }
  }

  private mutating func formula() -> [String] {
    switch random.next(below: 4) {
    case 0: ["$$", "\(word())_1 * \(word()) \\\\ \\{\(word())\\}", "- \(word())", "$$"]
    case 1: ["$$\(word()) < \(word())*2*3$$"]
    case 2: ["$$", word(), "", word() + " $$ *\(word())*"]
    default: ["\(inlines()) $$\(word())", "= \(word())$$ \(inlines())"]
    }
  }

  private mutating func html() -> [String] {
    switch random.next(below: 15) {
    case 0: ["<div>", inlines(), "</div>"]
    case 1: ["<p class=\"MsoNormal\">\(inlines())<o:p></o:p></p>"]
    case 2: ["<details>", "<summary>\(inlines())</summary>", "", inlines(), "", "</details>"]
    case 3: ["<table><tr><td>\(word())</td>", "<td>\(word())</td></tr></table>"]
    case 4: ["<font color=\"red\">\(inlines())</font>"]
    case 5: ["<iframe src=\"https://example.org/\"></iframe> \(word())"]
    case 6: ["<center>", "", inlines(), "", "</center>"]
    case 7: ["<\(word())> \(inlines())"]
    case 8: ["</div>", inlines()]
    case 9: ["<ul><li>\(word())<li>\(word())</ul>"]
    case 10: ["\(word()) <3 \(word()) < \(word()) > \(word())"]
    case 11: ["<script>\(word())</script>", "", inlines()]
    case 12: ["<style>.a { b: \(word()) }</style>", inlines()]
    case 13: ["<!-- for authors -->", inlines()]
    default: ["<blockquote>\(inlines())", "", "<b>\(inlines())", "", inlines()]
    }
  }

  private mutating func foreign() -> [String] {
    switch random.next(below: 12) {
    case 0: ["!!! note \"\(word())\"", "    \(inlines())", "", "    \(word())"]
    case 1: ["=== \"\(word())\"", "", "    \(inlines())"]
    case 2: ["[TOC]", inlines()]
    case 3: [inlines(), "{: .notice \(word())}"]
    case 4: ["::: warning \(word())", inlines(), ":::"]
    case 5: ["{{< figure title=\"\(word())\" >}}"]
    case 6: ["{% include \(word()) %}", inlines()]
    case 7: ["%%\(word())%%", inlines()]
    case 8: ["*[\(word())]: \(word()) \(word())"]
    case 9: [word(), ": \(word()) \(word())"]
    case 10: ["--8<-- \"\(word())\""]
    default: ["+++", word(), "+++"]
    }
  }

  private mutating func fence() -> [String] {
    let signs = random.pick(["```", "~~~", "````"])
    let info = random.pick(["", "python", "js", "math"])
    let extra = random.next(below: 4) == 0 ? " title=\"\(word())\"" : ""
    let isClosed = random.next(below: 6) > 0
    return [
      signs + info + (info.isEmpty ? "" : extra), "$\(word()) = \(word())", "\t*\(word())* {#a}",
    ]
      + (isClosed ? [signs] : [])
  }

  private mutating func pastedList() -> [String] {
    let mark = random.pick(["• ", "·\t", "☐ ", "o ", "– ", "●", "1) ", "a) ", "(i) "])
    return (0...random.next(below: 3)).map { _ in mark + inlines() }
  }

  private mutating func tabs() -> [String] {
    switch random.next(below: 3) {
    case 0: ["\(word())\t\(word())\t\(word())", "\(word())\t\(word())\t\(word())"]
    case 1: ["\t" + inlines(), "", "\t\t" + word()]
    default: ["-\t" + inlines(), "\t-\t" + inlines(), "", "\t\t" + word()]
    }
  }

  private mutating func definition() -> [String] {
    switch random.next(below: 4) {
    case 0: ["[\(word())]: \(word())"]
    case 1: ["[\(word())]: \(word()) \(word())"]
    case 2: ["[plan]: ../assets/plan.svg", "", "See [plan] \(word())."]
    default: ["[\(word())]: <../assets/plan.svg> \"\(word())\"", inlines()]
    }
  }

  private mutating func quote(depth: Int) -> [String] {
    let lead = random.pick([[], ["> [!NOTE]"], ["> [!question]- \(word())"]])
    let lines = block(depth: depth + 1) + block(depth: depth + 1)
    return lead + lines.map { random.next(below: 8) == 0 ? $0 : "> " + $0 }
  }

  private mutating func list(depth: Int) -> [String] {
    let marker = random.pick(["- ", "* ", "+ ", "1. ", "3) ", "- [ ] ", "- [x] ", "-   ", "-\t"])
    let indent = random.pick(["  ", "   ", "    ", "\t"])
    var lines: [String] = []
    for _ in 0...random.next(below: 3) {
      lines.append(marker + inlines())
      guard random.next(below: 3) == 0 else { continue }
      if random.next(below: 2) == 0 { lines.append("") }
      lines += block(depth: depth + 1).map { indent + $0 }
    }
    return lines
  }

  // MARK: Inlines

  private mutating func inlines() -> String {
    (0...random.next(below: 4)).map { _ in inline() }.joined(
      separator: random.pick([" ", " ", ""]))
  }

  private mutating func inline() -> String {
    switch random.next(below: 34) {
    case 0: "**\(word())**"
    case 1: "**\(word()) **\(word())"
    case 2: "_\(word())_ \(word())_\(word())"
    case 3: "`\(word()) $\(word())`"
    case 4: "[\(word()) \(word())](../assets/plan.svg)"
    case 5: "[\(word())](../assets/my plan.svg)"
    case 6: "![\(word())](../assets/plan.svg)"
    case 7: "![\(word()) \(word())](../assets/my plan.svg)"
    case 8: "[\(word())](https://example.org/a_b \"\(word(isInOrder: false))\")"
    case 9: "$\(word())_1*\(word())_2*3$"
    case 10: "$5 for *\(word())* and $7"
    case 11: "\(word())~\(word())~\(word())"
    case 12: "~~\(word())~~"
    case 13: "@\(word())"
    case 14: "[[rubric|\(word())]]"
    case 15: "https://example.org/x_y \(word())"
    case 16: footnote()
    case 17: "\(word())\\-\(word())\\. \\~\(word())"
    case 18: "<span style=\"color: red\">\(word())</span>"
    case 19: "<br>\(word())"
    case 20: "\(word()) & \(word())&nbsp;\(word())"
    case 21: "[\(word())]"
    case 22: "![](../assets/plan.svg)\(word())"
    case 23: "[\(word())](javascript:alert)"
    case 24: "[](../assets/plan.svg) \(word())"
    case 25: "<\(word())@example>"
    case 26: "![\(word())](https://example.org/a.jpg)"
    case 27: "[\(word())] (../assets/plan.svg)"
    default: word()
    }
  }

  private mutating func footnote() -> String {
    guard random.next(below: 3) == 0 else { return "\(word())[^none]" }
    footnotes += 1
    return "\(word())[^n\(footnotes - 1)]"
  }

  /// A word that stands nowhere else.
  private mutating func word(isInOrder: Bool = true) -> String {
    let base = random.pick(["tea", "Plan", "école", "계획", "урок", "KS", "9am", "خطة"])
    let text = "\(base)\(words.count)z"
    words.append(Word(text: text, isInOrder: isInOrder))
    return text
  }
}
