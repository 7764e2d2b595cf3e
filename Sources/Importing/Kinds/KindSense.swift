import Community
import Files
import Markup

/// What a page reads as by what it says, and why.
struct KindSense: Hashable, Sendable {
  /// How much speaks for each kind: 3 and more decide.
  private(set) var points: [EntryKind: Int] = [:]
  private(set) var reasons: [EntryKind: [String]] = [:]

  mutating func add(_ points: Int, to kind: EntryKind, _ reason: String) {
    self.points[kind, default: 0] += points
    if points > 0 { reasons[kind, default: []].append(reason) }
  }
}

extension KindSense {
  /// `folders` and `stem` are without what names the page's language.
  init(_ page: ForeignPage, in folders: [String], stem: String) {
    let named = Self.kind(ofFolders: folders)
    if let (kind, folder) = named { add(3, to: kind, "lies in \(folder)") }
    addWords(of: page)
    addFields(of: page)
    addText(of: page, stem)
    settle(page, stem, named?.0)
  }

  /// The kind with the most points, where it has enough of them; else a page.
  var best: (kind: EntryKind, points: Int) {
    let best =
      EntryKind.allCases.max { left, right in
        (points[left, default: 0], -left.precedence) < (
          points[right, default: 0], -right.precedence
        )
      } ?? .page
    let most = points[best, default: 0]
    return most >= 3 ? (best, most) : (.page, most)
  }

  /// Why it is that kind, in a few words.
  var reason: String {
    let words = reasons[best.kind] ?? []
    return words.isEmpty ? "nothing tells otherwise" : words.prefix(3).joined(separator: ", ")
  }

  /// The kind that the name of a folder says, the innermost first.
  static func kind(ofFolders folders: [String]) -> (EntryKind, String)? {
    for folder in folders.reversed() {
      let name = folder.foldedName.drop { $0 == "_" || $0.isNumber || $0 == "." }
      if let kind = usualFolders[String(name)] { return (kind, "\(folder)/") }
    }
    return nil
  }
}

extension KindSense {
  /// What `layout:`, `type:` and `category:` say.
  private mutating func addWords(of page: ForeignPage) {
    for key in ["layout", "type", "content_type", "template", "page_type", "collection"] {
      for word in page.fields[key]?.value.texts ?? [] {
        guard let kind = kindWords[word.foldedName] else { continue }
        // A blog's pages all say that they are posts; that they are events is said of few.
        add(kind == .post ? 1 : kind == .page ? 1 : 4, to: kind, "\(key): \(word)")
      }
    }
    for key in ["categories", "category", "tags"] {
      for word in page.fields[key]?.value.words ?? [] where kindWords[word.foldedName] == .meeting {
        add(2, to: .meeting, "\(key): \(word)")
      }
    }
  }

  private mutating func addFields(of page: ForeignPage) {
    var seen: Set<String> = []
    for field in page.fields.fields {
      let name = field.key.foldedName
      guard seen.insert(name).inserted, !field.value.isBlank else { continue }
      for (kind, points) in fieldPoints[name] ?? [] { add(points, to: kind, "has \(field.key)") }
    }
    if page.fields.partsOfName != nil { add(1, to: .member, "has a first and a last name") }
    if page.fields["layout"] == nil, page.fields["author"] ?? page.fields["authors"] != nil {
      add(1, to: .post, "has an author")
    }
  }

  private mutating func addText(of page: ForeignPage, _ stem: String) {
    let title = page.fields["title"]?.value.text ?? page.heading ?? ""
    let words = (title + " " + stem.spacedName).nameWordsFolded
    let isMeeting = words.contains(where: meetingWords.contains)
    let date = DayEvidence(page, stem: stem)
    if isMeeting {
      let word = words.first(where: meetingWords.contains) ?? ""
      add(date.isThere ? 4 : 1, to: .meeting, date.isThere ? "\(word) and a date" : word)
    }
    if page.tellsWhoCame { add(3, to: .meeting, "tells who came") }
    if date.isInName { add(2, to: .post, "has a date in its name") }
    if pageStems.contains(stem.foldedName) { add(7, to: .page, "is called \(stem)") }
  }

  /// What rules a kind out, unless the folder says it.
  private mutating func settle(_ page: ForeignPage, _ stem: String, _ folder: EntryKind?) {
    let hasDate = DayEvidence(page, stem: stem).isThere
    for kind in [EntryKind.post, .meeting, .success]
    where !hasDate && kind != folder && points[kind] != nil {
      points[kind] = nil
      add(1, to: .page, "\(kind.withArticle) needs a day, and it names none")
    }
    guard let points = points[.member] else { return }
    let name = page.fields.asPerson?.name ?? page.heading ?? page.path.stem.spacedName
    let isPerson = NameSense(name).sort == .person && !name.readsLikeATitle
    let isRuledOut =
      folder == .member ? points == 3 && name.readsLikeATitle : !isPerson && points < 6
    if isRuledOut {
      self.points[.member] = nil
      add(1, to: .page, "its title is no person's name")
    }
  }
}

/// Whether a page says of which day it is.
struct DayEvidence: Hashable, Sendable {
  let isInName: Bool
  let isThere: Bool

  init(_ page: ForeignPage, stem: String) {
    isInName = stem.holdsADay
    let title = page.fields["title"]?.value.text ?? ""
    let fields = [
      "date", "publishDate", "publishdate", "pubDate", "pubdate", "published", "created",
      "start", "start_date", "startDate", "event_date", "eventdate", "when", "day", "datetime",
      "event_start", "date_start",
    ]
    let isInFields = fields.contains { page.fields[$0]?.value.text?.holdsADay ?? false }
    isThere =
      isInName || isInFields || title.holdsADay
      || page.firstLines.contains { $0.utf8.count < 120 && $0.holdsADay }
  }
}

extension FieldValue {
  fileprivate var isBlank: Bool {
    switch content {
    case .empty: true
    case .text: text == nil
    case .list(let items): items.isEmpty
    case .map(let map): map.fields.isEmpty
    }
  }
}

extension String {
  /// Whether it has a day with its year: `2026-01-15`, `15-01-2025`, `15 January 2026`, `20260115`.
  var holdsADay: Bool {
    let words = foldedForWords.split { !($0.isLetter || $0.isNumber) }
    for (index, word) in words.enumerated() {
      let number = word.allSatisfy(\.isNumber) ? word.count : 0
      if number == 8, word.hasPrefix("20") || word.hasPrefix("19") { return true }
      let isYear = number == 4 && (word.hasPrefix("20") || word.hasPrefix("19"))
      guard isYear else { continue }
      let before = words[max(0, index - 4)..<index]
      let after = words[(index + 1)..<min(words.count, index + 3)]
      if before.suffix(2).isDayAndMonth || after.prefix(2).isDayAndMonth { return true }
      if before.isDayAndMonth { return true }
    }
    return false
  }

  /// A file's name in words.
  fileprivate var spacedName: String {
    split { $0 == "-" || $0 == "_" || $0 == "." || $0 == " " }.joined(separator: " ")
  }

  fileprivate var foldedForWords: String { lowercased() }

  fileprivate var nameWordsFolded: [String] {
    foldedForWords.split { !($0.isLetter) }.map(String.init)
  }

  /// Whether it holds a word that is in titles and in no name.
  fileprivate var readsLikeATitle: Bool {
    nameWordsFolded.contains(where: titleWords.contains)
  }
}

extension ArraySlice<Substring> {
  /// A day and a month, in either order, the month in digits or by its name.
  fileprivate var isDayAndMonth: Bool {
    let parts = filter { !["of", "de", "the"].contains($0) }
    guard parts.count >= 2 else { return false }
    let numbers = parts.filter {
      $0.first?.isNumber == true && ($0.filter(\.isNumber).count <= 2) && $0.count <= 4
    }
    let months = parts.filter { word in
      word.count >= 3 && monthBeginnings.contains { word.hasPrefix($0) }
    }
    return numbers.count >= 2 || numbers.count >= 1 && months.count >= 1
  }
}
