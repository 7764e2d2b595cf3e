/// The first line of a callout of Obsidian's: `> [!info]- What we read`.
struct Callout {
  let lines: [String]

  init?(_ line: Substring) {
    let lead = line.utf8.prefix { $0 == 0x20 || $0 == UInt8(ascii: ">") }
    guard lead.contains(UInt8(ascii: ">")) else { return nil }
    var rest = Substring(line.utf8.dropFirst(lead.count))
    guard rest.hasPrefix("[!"), let close = rest.firstIndex(of: "]") else { return nil }
    let word = rest[rest.index(rest.startIndex, offsetBy: 2)..<close]
    // What follows a bar says how it looks.
    let name = word.prefix { $0 != "|" }.trimmed
    guard !name.isEmpty, name.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x5B }) else { return nil }
    rest = rest[rest.index(after: close)...]
    if rest.hasPrefix("-") || rest.hasPrefix("+") { rest = rest.dropFirst() }
    let mark = String(Substring(lead)).withoutBlanksAtEnd
    let title = rest.trimmed
    let kind = AlertWords.kind(name) ?? "NOTE"
    var lines = ["\(mark) [!\(kind)]"]
    if !title.isEmpty { lines += ["\(mark) **\(title)**", mark] }
    self.lines = lines
  }
}
