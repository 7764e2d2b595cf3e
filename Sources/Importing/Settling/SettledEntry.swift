import Community
import Diagnostics
import Files
import Markup
import Site

/// One entry of an import whose privacy findings are being settled.
struct SettledEntry {
  private let path: RelativePath
  private let words: RemovedWords
  /// What finds withheld names; `nil` where nobody's name is withheld.
  private let search: NameSearch?
  private(set) var entry: EntryText
  /// As it was when it was searched: places of findings are places in it.
  let original: EntryText
  /// Whether what the entry says beside its fields may be kept below `extra`.
  private let keepsAside: Bool
  private(set) var counts = SettledCounts()
  private let source: SourceText
  /// Where the body begins in the source, whatever becomes of the fields.
  private let bodyStart: Int
  private var edits = TextEdits()

  init(
    _ entry: EntryText, at path: RelativePath, _ words: RemovedWords, _ search: NameSearch?,
    keepsAside: Bool = true
  ) {
    self.entry = entry
    original = entry
    self.keepsAside = keepsAside
    self.path = path
    self.words = words
    self.search = search
    source = entry.source(at: path)
    bodyStart = entry.bodyStart
  }
}

extension SettledEntry {
  mutating func update(_ change: (inout EntryText) -> Void) { change(&entry) }

  mutating func count(_ kind: SettledCounts.Kind) { counts[kind] += 1 }

  mutating func keepAside(_ key: String) {
    guard keepsAside else {
      entry.replace(key, by: nil)
      counts[.neutral] += 1
      return
    }
    entry.keepAside(key)
    counts[.keptAside] += 1
  }

  /// Settles what can be settled in the text and the fields; the findings that need another way.
  mutating func settle(_ findings: [Diagnostic]) -> [Diagnostic] {
    var left: [Diagnostic] = []
    var mentions: [(place: Range<Int>, id: String, finding: Diagnostic)] = []
    let code = CodeRegions(Array(entry.body.utf8))
    for finding in findings {
      guard let span = finding.location?.span, span.line > 0, let range = source.range(of: span)
      else {
        left.append(finding)
        continue
      }
      guard range.lowerBound >= bodyStart else {
        if !settleField(finding, range) { left.append(finding) }
        continue
      }
      switch remedy(finding, range, code) {
      case .mention(let id, let place): mentions.append((place, id, finding))
      case .replacement(let place, let new): edits.add(place, new, finding.detailCount)
      case nil: left.append(finding)
      }
    }
    write(mentions)
    return left
  }

  private enum Remedy {
    case mention(String, Range<Int>)
    case replacement(Range<Int>, String)
  }

  private func remedy(_ finding: Diagnostic, _ range: Range<Int>, _ code: CodeRegions) -> Remedy? {
    if let link = InlineLink(in: source.bytes, around: range), !link.label.contains(range) {
      let label = String(decoding: source.bytes[link.label], as: UTF8.self)
      let isSafe =
        !label.isEmpty && !label.utf8.contains(UInt8(ascii: "@")) && !label.contains("://")
      return .replacement(link.whole, isSafe ? label : words.of(finding))
    }
    guard finding.isName else {
      return .replacement(source.bytes.withItsMarks(range), words.of(finding))
    }
    guard !isCode(range, code), !range.isEmpty else { return nil }
    let name = Array(source.bytes[range])
    guard let search, !name.contains(0x0A), search.isName(name) else {
      return name.isWhole(finding.words) ? .replacement(range, words.aMember) : nil
    }
    let isInLabel = InlineLink(in: source.bytes, around: range) != nil
    guard !isInLabel, let id = search.member(named: name) else {
      return .replacement(range, words.aMember)
    }
    let hasSign = range.lowerBound > 0 && source.bytes[range.lowerBound - 1] == UInt8(ascii: "@")
    return .mention(id, (range.lowerBound - (hasSign ? 1 : 0))..<range.upperBound)
  }

  private func isCode(_ range: Range<Int>, _ code: CodeRegions) -> Bool {
    var cursor = 0
    return code.end(ofRegionAt: range.lowerBound - bodyStart, from: &cursor) != nil
  }

  /// Writes a mention in place of each name, or neutral words where a mention would not be read as
  /// one.
  private mutating func write(
    _ mentions: [(place: Range<Int>, id: String, finding: Diagnostic)]
  ) {
    var all = edits
    for mention in mentions { all.add(mention.place, "@\(mention.id)", .mention) }
    if mentions.isEmpty || areRead(mentions.map(\.id), with: all) {
      edits = all
    } else {
      for mention in mentions {
        var one = TextEdits()
        one.add(mention.place, "@\(mention.id)", .mention)
        let isRead = mentions.count <= 40 && areRead([mention.id], with: one)
        edits.add(
          mention.place, isRead ? "@\(mention.id)" : words.aMember, isRead ? .mention : .neutral)
      }
    }
    counts += edits.counts
    entry.body = edits.applied(to: source.bytes, from: bodyStart)
  }

  /// Whether the text with the edits has as many mentions of each member more, and the same pictures
  /// and links.
  private func areRead(_ ids: [String], with edits: TextEdits) -> Bool {
    let (before, after) = (
      parsed(entry.body), parsed(edits.applied(to: source.bytes, from: bodyStart))
    )
    let counts = { (body: Body) in
      Dictionary(grouping: body.mentions, by: \.name).mapValues(\.count)
    }
    let (old, new) = (counts(before), counts(after))
    let wanted = Dictionary(grouping: ids, by: { $0 }).mapValues(\.count)
    return wanted.allSatisfy { new[$0, default: 0] - old[$0, default: 0] == $1 }
      && before.images.count == after.images.count
  }

  private func parsed(_ body: String) -> Body {
    Body.parse(
      SourceText(path: path.description, body), from: 0, dialect: .handbook,
      titleFromHeading: false
    ).value
  }
}

// MARK: - Fields

extension SettledEntry {
  /// Puts neutral words in the place of what was found in a field, or takes out what holds it.
  private mutating func settleField(_ finding: Diagnostic, _ range: Range<Int>) -> Bool {
    guard let line = finding.location?.line, let key = original.field(atLine: line),
      let value = entry.fields.first(where: { $0.key == key })?.value
    else { return false }
    let found = String(decoding: source.bytes[range], as: UTF8.self)
    let sought = [found, finding.words].compactMap(\.self).filter { !$0.isEmpty }
    guard
      let written = sought.first(where: { words in value.texts.contains { $0.contains(words) } }),
      !finding.tellsOfMember
    else {
      takeOut(key)
      return true
    }
    if addressFields.contains(key) || written.count < 2 {
      let kept = value.mapTexts { $0.contains(written) ? "" : $0 }
      entry.replace(key, by: kept.isEmpty ? nil : kept)
      if key == "image" { entry.replace("image_alt", by: nil) }
    } else {
      entry.replace(key, by: value.mapTexts { $0.replacing(written, by: words.of(finding)) })
    }
    counts[finding.detailCount] += 1
    return true
  }

  /// Takes out a field that could not be reworded; one that every entry needs gets neutral words.
  private mutating func takeOut(_ key: String) {
    let isTitle = key == entry.id.kind.titleField && entry.id.kind != .member
    entry.replace(key, by: isTitle ? .text(entry.id.name.asTitle) : nil)
    if key == "image" { entry.replace("image_alt", by: nil) }
    counts[.neutral] += 1
  }
}

/// Fields that hold an address or an id, of which a part in other words would lead nowhere.
private let addressFields: Set = [
  "aliases", "image", "photo", "url", "link", "website", "uid", "licence_url", "files", "slides",
  "join_url", "redirect_from",
]

extension Diagnostic {
  var isName: Bool { id == "name-in-text" || id == "name-in-file-name" || tellsOfMember }

  /// Whether it is about what a member's own file says of them, in a source that everybody reads.
  var tellsOfMember: Bool { id.rawValue.hasPrefix("undisclosed-") || id == "email-field" }

  /// What settling it counts as.
  var detailCount: SettledCounts.Kind {
    switch id {
    case "email-address", "email-field": .address
    case "phone-number": .number
    case "meeting-passcode": .code
    default: .neutral
    }
  }
}

extension RemovedWords {
  /// What stands in place of what was found.
  func of(_ finding: Diagnostic) -> String {
    switch finding.id {
    case "email-address": address
    case "phone-number": number
    case "meeting-passcode": code
    case "pupil-name": aPupil
    default: aMember
    }
  }
}

extension [UInt8] {
  /// Whether the bytes are the words of a finding, however they are parted and marked.
  fileprivate func isWhole(_ words: String?) -> Bool {
    guard let words else { return true }
    let letters = { (text: String) in text.filter { $0.isLetter || $0.isNumber } }
    return letters(String(decoding: self, as: UTF8.self)) == letters(words)
  }

  /// The range with `mailto:` or `tel:` before it and the angle brackets around it.
  fileprivate func withItsMarks(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    for scheme in ["mailto:", "tel:"] where self[..<start].ends(with: scheme) {
      start -= scheme.utf8.count
    }
    let isBracketed =
      start > 0 && range.upperBound < count && self[start - 1] == UInt8(ascii: "<")
      && self[range.upperBound] == UInt8(ascii: ">")
    return isBracketed ? (start - 1)..<(range.upperBound + 1) : start..<range.upperBound
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with words: String) -> Bool {
    suffix(words.utf8.count).elementsEqual(words.utf8)
  }
}

extension Range<Int> {
  fileprivate func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}

extension String {
  /// `trip-to-the-coast` as *Trip to the coast*.
  var asTitle: String {
    let words = split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// With other words in place of some, with a capital where they begin the text.
  func replacing(_ words: String, by new: String) -> String {
    var parts: [Substring] = []
    var rest = self[...]
    while let place = rest.firstRange(of: words) {
      parts.append(rest[..<place.lowerBound])
      rest = rest[place.upperBound...]
    }
    let text = (parts + [rest]).joined(separator: new)
    return hasPrefix(words) ? text.prefix(1).uppercased() + text.dropFirst() : text
  }
}
