/// Rewrites the links of a page from elsewhere, so that they lead to what was imported.
///
/// What is no link is copied byte for byte; code is not looked into.
struct LinkMending {
  /// What a place that a page names has become.
  enum Answer: Hashable {
    /// Written here as this destination.
    case path(String)
    /// An entry, in the form for `[[…]]`.
    case entry(name: String, path: String)
    case unknown
  }

  /// Answers what another page's notation names.
  let resolve: (_ destination: String) -> Answer
  private(set) var notes: [String] = []
  private var mended = 0
  /// By closing mark, the last search for it.
  private var searches: [String: Search] = [:]

  init(resolve: @escaping (_ destination: String) -> Answer) {
    self.resolve = resolve
  }
}

/// What a search on a line found: whoever searches from a byte of `searched` finds the same.
private struct Search {
  let searched: ClosedRange<Int>
  let place: Int?
}

extension LinkMending {
  /// The text with its links mended.
  ///
  /// It takes time in proportion to the text, whatever is opened in it and never closed.
  mutating func mend(_ text: String) -> String {
    searches = [:]
    let bytes = Array(text.utf8)
    let code = CodeRegions(bytes)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    var cursor = 0
    while index < bytes.count {
      if let end = code.end(ofRegionAt: index, from: &cursor) {
        output += bytes[index..<end]
        index = end
      } else if let (replacement, end) = notation(in: bytes, at: index) {
        output += replacement.utf8
        index = end
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    if mended > 0 { notes.insert(mended == 1 ? "1 link mended" : "\(mended) links mended", at: 0) }
    return String(decoding: output, as: UTF8.self)
  }

  private mutating func notation(in bytes: [UInt8], at index: Int) -> (String, Int)? {
    switch bytes[index] {
    case UInt8(ascii: "]"): return destination(in: bytes, at: index)
    case UInt8(ascii: "!"): return embed(in: bytes, at: index)
    case UInt8(ascii: "["): return wikiLink(in: bytes, at: index)
    case UInt8(ascii: "{"): return shortcode(in: bytes, at: index)
    default: return nil
    }
  }

  // MARK: `](destination "title")`

  private mutating func destination(in bytes: [UInt8], at index: Int) -> (String, Int)? {
    let start = index + 2
    guard start < bytes.count, bytes[index + 1] == UInt8(ascii: "(") else { return nil }
    guard let (written, end) = destinationText(in: bytes, from: start), end < bytes.count,
      !written.isEmpty
    else { return nil }
    let asked = shortcodeTarget(written) ?? written
    switch resolve(asked) {
    case .path(let path), .entry(_, let path):
      guard path != written else { return nil }
      mended += 1
      return ("](\(path.asDestination)", end)
    case .unknown:
      if asked != written || asked.looksLocal {
        notes.append("nothing was found for the link \(asked)")
      }
      return nil
    }
  }

  /// What stands between the parentheses, and where it ends; `nil` for what is too long or too deep
  /// to be the address of a page.
  private mutating func destinationText(in bytes: [UInt8], from start: Int) -> (String, Int)? {
    if bytes[start] == UInt8(ascii: "<"), let close = closing(">", bytes, start) {
      guard close - start <= longestDestination else { return nil }
      return (String(decoding: bytes[(start + 1)..<close], as: UTF8.self), close + 1)
    }
    if bytes[start...].starts(with: "{{".utf8) || bytes[start...].starts(with: "{%".utf8) {
      guard let close = closing(")", bytes, start), close - start <= longestDestination else {
        return nil
      }
      return (String(decoding: bytes[start..<close], as: UTF8.self), close)
    }
    var depth = 0
    var index = start
    while index < bytes.count, bytes[index] > 0x20 {
      guard depth <= deepestParentheses, index - start <= longestDestination else { return nil }
      if bytes[index] == UInt8(ascii: "(") { depth += 1 }
      if bytes[index] == UInt8(ascii: ")") {
        if depth == 0 { break }
        depth -= 1
      }
      index += 1
    }
    return (String(decoding: bytes[start..<index], as: UTF8.self), index)
  }

  // MARK: `![[picture.png]]`, `[[Note|label]]`

  private mutating func embed(in bytes: [UInt8], at index: Int) -> (String, Int)? {
    guard bytes[index...].starts(with: "![[".utf8), let close = closing("]]", bytes, index + 3)
    else {
      return nil
    }
    let parts = String(decoding: bytes[(index + 3)..<close], as: UTF8.self).split(separator: "|")
    let target = parts.first.map { $0.trimmed } ?? ""
    switch resolve(target) {
    case .path(let path):
      mended += 1
      let stem = target.split(separator: "/").last.map(String.init) ?? target
      return ("![\(stem.split(separator: ".").first ?? "")](\(path.asDestination))", close + 2)
    case .entry(let name, _):
      mended += 1
      notes.append("'\(target)' was shown inside the page, and is now a link")
      return ("[[\(name)]]", close + 2)
    case .unknown:
      notes.append("nothing was found for the link \(target)")
      return ("\\[\\[\(target)\\]\\]", close + 2)
    }
  }

  private mutating func wikiLink(in bytes: [UInt8], at index: Int) -> (String, Int)? {
    guard bytes[index...].starts(with: "[[".utf8), let close = closing("]]", bytes, index + 2)
    else {
      return nil
    }
    let inner = String(decoding: bytes[(index + 2)..<close], as: UTF8.self)
    let parts = inner.split(separator: "|", maxSplits: 1).map { $0.trimmed }
    guard let whole = parts.first, !whole.isEmpty else { return nil }
    let pieces = whole.split(separator: "#", maxSplits: 1).map { $0.trimmed }
    let (target, heading) = (pieces.first ?? "", pieces.count > 1 ? pieces[1] : nil)
    let label = parts.count > 1 ? parts[1] : whole
    switch resolve(target) {
    case .entry(let name, _):
      mended += 1
      if let member = name.member { return ("@\(member)", close + 2) }
      let anchor = heading.map { "#\($0)" } ?? ""
      return ("[[\(name)\(anchor)|\(label)]]", close + 2)
    case .path(let path):
      mended += 1
      return ("[\(label)](\(path.asDestination))", close + 2)
    case .unknown:
      notes.append("nothing was found for the link \(target)")
      return (label, close + 2)
    }
  }

  // MARK: Hugo's and Jekyll's own links

  private mutating func shortcode(in bytes: [UInt8], at index: Int) -> (String, Int)? {
    for (open, close) in [("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}"), ("{{", "}}")]
    where bytes[index...].starts(with: open.utf8) {
      guard let end = closing(close, bytes, index + open.utf8.count) else { return nil }
      let whole = String(decoding: bytes[index..<(end + close.utf8.count)], as: UTF8.self)
      if let target = shortcodeTarget(whole), case .entry(let name, _) = resolve(target) {
        mended += 1
        return ("[[\(name)]]", end + close.utf8.count)
      }
      notes.append("left as text: \(whole)")
      return (whole, end + close.utf8.count)
    }
    return nil
  }

  /// Where a mark is next found on the line.
  ///
  /// A search is made once: on a line of `[[[[…` each bracket asks for the same `]]`.
  private mutating func closing(_ mark: String, _ bytes: [UInt8], _ start: Int) -> Int? {
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
}

/// Longer addresses are of no page that was ever imported.
private let longestDestination = 512
/// As in cmark, which reads the links of the entry in the end.
private let deepestParentheses = 32

extension String {
  /// The id of the member that `members/ada` names: a member is mentioned, so that the site shows
  /// as much of them as they agree to.
  fileprivate var member: Substring? {
    hasPrefix("members/") ? dropFirst("members/".count) : nil
  }
}

/// What `{{< ref "a.md" >}}`, `{% link a.md %}`, `{% post_url 2020-01-01-a %}` and
/// `{{ "/a/" | relative_url }}` name; `nil` for any other.
func shortcodeTarget(_ text: String) -> String? {
  let inner = text.unicodeScalars.filter { !"{}<>%".unicodeScalars.contains($0) }
  let words = String(String.UnicodeScalarView(inner)).split { $0 == " " || $0 == "|" }
    .map { String($0.unicodeScalars.filter { $0 != "\"" && $0 != "'" && $0 != "`" }) }
  guard let first = words.first, text.hasPrefix("{") else { return nil }
  switch first {
  case "ref", "relref", "link", "post_url": return words.count > 1 ? words[1] : nil
  case "site.baseurl", "site.url":
    return text.split(separator: "}}", maxSplits: 1).last.map { $0.trimmed }
  default:
    return words.contains { $0 == "relative_url" || $0 == "absolute_url" } ? first : nil
  }
}

extension String {
  /// As the destination of a link (CommonMark 0.30 §6.3): in `<…>` where it holds blanks.
  fileprivate var asDestination: String {
    utf8.contains(0x20) || utf8.contains(UInt8(ascii: "(")) ? "<\(self)>" : self
  }

  /// Whether it could have led to a file of the same site.
  fileprivate var looksLocal: Bool {
    !contains("://") && !hasPrefix("#") && !hasPrefix("mailto:") && !hasPrefix("tel:")
  }
}
