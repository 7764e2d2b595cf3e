import Community

/// Rewrites the links and pictures of a page from elsewhere, so that they lead to what was imported.
///
/// A link that leads nowhere becomes its words, and is told of. What is no link is copied byte for
/// byte; code is not looked into.
struct LinkFixing {
  /// What a place that a page names has become.
  enum Answer: Hashable {
    /// Written here as this destination.
    case path(String)
    /// An entry, and a place in it as it was called.
    case entry(EntryID, path: String, fragment: String)
    /// A list that is rebuilt here, at an address of its own.
    case list
    /// An address that is no page of the other site.
    case elsewhere
    case unknown
  }

  /// Answers what a destination leads to.
  let resolve: (_ destination: String) -> Answer
  /// Answers what a name leads to, as `[[…]]` and shortcodes have it.
  let resolveName: (_ name: String) -> Answer
  /// The anchor that a place is called by here, in an entry or, for `nil`, in the page itself;
  /// `nil` where there is no such place.
  let anchor: (_ entry: EntryID?, _ fragment: String) -> String?
  let generator: Generator

  var notes: [String] = []
  var debts: [BodyDebt] = []
  /// Tags that an Obsidian text holds.
  var tags: [String] = []
  /// What was to be seen by nobody.
  var hidden = 0
  var fixed = 0
  /// Whether the link that goes led to a list.
  var listWords = false

  // MARK: What is being read

  var bytes: [UInt8] = []
  var output: [UInt8] = []
  /// Bytes of `output` that go in the end: brackets of links that are none any more.
  var cuts: [Int] = []
  /// Where each open bracket stands in `output`.
  var brackets: [(place: Int, isImage: Bool)] = []
  /// By label: what a definition leads to.
  var definitions: [String: Answer] = [:]
  /// For each element that is open by its name, whether its tag was left out.
  var openTags: [String: [Bool]] = [:]
  /// Whether this is raw HTML, which Markdown is not read in, up to the next blank line.
  var isInHTML = false
  var ends = NextEnd([])
  /// Elements of which one is closed nowhere.
  var unclosedElements: Set<String> = []
  /// Where `==` closes what is highlighted.
  var openMarks: [Int] = []
  /// By closing mark, the last search for it.
  private var searches: [String: Search] = [:]

  init(
    _ generator: Generator = .hugo, resolve: @escaping (_ destination: String) -> Answer,
    resolveName: ((_ name: String) -> Answer)? = nil,
    anchor: @escaping (_ entry: EntryID?, _ fragment: String) -> String? = { $1 }
  ) {
    self.generator = generator
    self.resolve = resolve
    self.resolveName = resolveName ?? resolve
    self.anchor = anchor
  }
}

/// What a search on a line found: whoever searches from a byte of `searched` finds the same.
private struct Search {
  let searched: ClosedRange<Int>
  let place: Int?
}

extension LinkFixing {
  /// The text with its links fixed.
  ///
  /// It takes time in proportion to the text, whatever is opened in it and never closed.
  mutating func fix(_ text: String) -> String {
    searches = [:]
    bytes = Array(text.utf8)
    output = []
    output.reserveCapacity(bytes.count + bytes.count / 8)
    ends = NextEnd(bytes)
    var code = CodeWalk(bytes)
    findDefinitions()
    var index = 0
    while index < bytes.count {
      if isAtLineStart(index) { beginLine(index) }
      if let close = openMarks.last, index >= close {
        openMarks.removeLast()
        output += "</mark>".utf8
        if index == close { index += 2 }
        continue
      }
      if !isInHTML, let end = code.end(ofCodeAt: index) {
        output += bytes[index..<end]
        index = end
      } else if let end = notation(at: index) {
        index = end
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    if fixed > 0 { notes.insert(fixed == 1 ? "1 link fixed" : "\(fixed) links fixed", at: 0) }
    return String(decoding: output.without(cuts), as: UTF8.self)
  }

  func isAtLineStart(_ index: Int) -> Bool { index == 0 || bytes[index - 1] == 0x0A }

  private mutating func beginLine(_ index: Int) {
    let first = bytes[index...].first { $0 != 0x20 && $0 != 0x09 }
    guard first == nil || first == 0x0A else { return }
    brackets = []
    isInHTML = false
  }

  /// Writes what stands at a byte where it is notation, and returns where it ends.
  private mutating func notation(at index: Int) -> Int? {
    switch bytes[index] {
    case UInt8(ascii: "\\") where index + 1 < bytes.count && bytes[index + 1] != 0x0A:
      output += bytes[index...(index + 1)]
      return index + 2
    case UInt8(ascii: "["):
      return definition(at: index) ?? wikiLink(at: index) ?? openBracket(at: index)
    case UInt8(ascii: "]"): return closeBracket(at: index)
    case UInt8(ascii: "!"): return embed(at: index)
    case UInt8(ascii: "<"): return autolink(at: index) ?? tag(at: index)
    case UInt8(ascii: "h"): return bareAddress(at: index)
    default: return isInHTML ? nil : mark(at: index)
    }
  }

  /// Where a mark is next found on the line.
  ///
  /// A search is made once: on a line of `[[[[…` each bracket asks for the same `]]`.
  mutating func closing(_ mark: String, _ start: Int) -> Int? {
    guard start <= bytes.count else { return nil }
    if let last = searches[mark], last.searched.contains(start) { return last.place }
    let wanted = Array(mark.utf8)
    var index = start
    while index < bytes.count, bytes[index] != 0x0A {
      if bytes[index] == wanted[0], bytes[index...].starts(with: wanted) { break }
      index += 1
    }
    let isFound = index < bytes.count && bytes[index] != 0x0A
    let search = Search(searched: start...index, place: isFound ? index : nil)
    searches[mark] = search
    return search.place
  }

  /// What a destination leads to, the names of shortcodes among them.
  func answer(to destination: String) -> Answer {
    destination.hasPrefix("ref:")
      ? resolveName(String(destination.dropFirst("ref:".utf8.count))) : resolve(destination)
  }

  /// The path of an entry with the anchor that a place in it has here; without one where it is gone.
  mutating func address(_ id: EntryID, _ path: String, _ fragment: String) -> String {
    guard !fragment.isEmpty else { return path }
    if let anchor = anchor(id, fragment) { return "\(path)#\(anchor)" }
    if !fragment.hasPrefix("^") {
      notes.append("'\(id)' has no place '\(fragment)': the link leads to its top")
    }
    return path
  }

  mutating func owe(_ kind: ImportDebt.Kind, _ words: some StringProtocol, _ former: String) {
    debts.append(BodyDebt(kind: kind, words: String(words).onOneLine, former: former.onOneLine))
  }
}

extension [UInt8] {
  /// The bytes without those at some places.
  fileprivate func without(_ cuts: [Int]) -> [UInt8] {
    guard !cuts.isEmpty else { return self }
    var kept: [UInt8] = []
    kept.reserveCapacity(count)
    var start = 0
    for cut in Set(cuts).sorted() where cut < count {
      kept += self[start..<cut]
      start = cut + 1
    }
    return kept + self[start...]
  }
}

extension String {
  /// As the destination of a link (CommonMark 0.30 §6.3): in `<…>` where it holds blanks.
  var asDestination: String {
    utf8.contains(0x20) || utf8.contains(UInt8(ascii: "(")) || utf8.contains(UInt8(ascii: ")"))
      ? "<\(self)>" : self
  }
}
