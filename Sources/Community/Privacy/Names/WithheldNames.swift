import Diagnostics
import Markup

/// The names that no text may hold: of members who have not agreed to be named, or have withdrawn.
struct WithheldNames: Sendable {
  /// Somebody whose name stands in a text.
  struct Name: Hashable, Sendable {
    let member: EntryIndex
    /// The id to write in its place.
    let id: String
    /// Whether they have withdrawn: then no message offers to accept their name.
    let isWithdrawn: Bool
  }

  /// A name where it stands in a text, by its bytes.
  struct Occurrence: Hashable, Sendable {
    let name: Name
    let form: NameForm
    let range: Range<Int>
  }

  /// A name that is looked for, of several words or of one.
  private struct Sought: Sendable {
    /// `nil` for one who is named on the site: where their name stands, nobody else's does.
    let name: Name?
    let person: PersonName?
  }

  private var sought: [Sought] = []
  /// By a word of the family name.
  private var byFamily: [String: [Int]] = [:]
  /// By any word of the name but a particle.
  private var byPart: [String: Set<Int>] = [:]
  /// By the words of a name that stand in a row: those of one word, and those without spaces.
  private var rows = NameTree<Row>()
  /// By the words of a name as one.
  private var byJoined: [String: [Int]] = [:]
  private var beginnings = WordBeginnings()

  private struct Row: Sendable {
    let sought: Int
    let form: NameForm
    /// Whether it is also a word, a month or a place.
    let isOrdinary: Bool
    var needsCapital = false
    /// Whether it is no more than an id: such a word in an address is mostly another's.
    var isFromID = false
  }

  var isEmpty: Bool { !sought.contains { $0.name != nil } }

  /// With `only`, what that one member is called, and nobody else.
  init(_ library: Library, only: EntryIndex? = nil) {
    for index in library.indices {
      guard case .member(let member) = library[index].fields, !member.isNamed,
        only == nil || only == index
      else { continue }
      add(library[index], member, at: index)
    }
    guard !sought.isEmpty else { return }
    for case .member(let member) in library.entries.map(\.fields) where member.isNamed {
      addShown(member)
    }
  }

  /// All that one member is called by, whatever they agree to.
  init(_ written: [String], familyName: String? = nil, of member: EntryIndex, id: String) {
    let name = Name(member: member, id: id, isWithdrawn: true)
    for spelling in Set(written).sorted() { add(spelling, familyName: familyName, as: name) }
  }

  private mutating func add(_ entry: Entry, _ member: Member, at index: EntryIndex) {
    let name = Name(
      member: index, id: entry.id.name, isWithdrawn: member.status == .withdrawn)
    let written = ([member.name].compactMap(\.self) + member.alsoKnownAs).map(\.value)
    for spelling in written { add(spelling, familyName: member.familyName?.value, as: name) }
    // An id that looks like a name is one, beside a name of several words only with several words.
    let hasNames = member.name != nil
    for id in [entry.id.name] + entry.common.aliases.map(\.value) where !EntryID.isNeutral(id) {
      let words = foldedNameWords(of: id).filter { !$0.allSatisfy(\.isNumber) }
      guard words.count > 1 || !hasNames else { continue }
      add(
        words.map(\.withCapital).joined(separator: " "), familyName: nil, as: name, isFromID: true)
    }
  }

  private mutating func add(
    _ written: String, familyName: String?, as name: Name?, isFromID: Bool = false
  ) {
    let words = foldedNameWords(of: written).filter { !nameTitles.contains($0) }
    guard !words.isEmpty else { return }
    let index = sought.count
    if words.contains(where: isUnspaced) {
      // One letter of such a script is in every other word.
      guard words.count > 1 else { return }
      sought.append(Sought(name: name, person: nil))
      return addRows(of: written, index)
    }
    let person = PersonName(written, familyName: familyName)
    sought.append(Sought(name: name, person: person))
    guard let person else {
      let row = Row(
        sought: index, form: .single,
        isOrdinary: words.allSatisfy {
          ordinaryNameWords.contains($0) || words.count > 1 && nameParticles.contains($0)
        },
        needsCapital: written.unicodeScalars.first?.properties.isUppercase ?? false,
        isFromID: isFromID)
      insert(row, at: words)
      if words.count > 1 { insert(row, at: [words.joined()]) }
      return
    }
    for word in person.family {
      byFamily[word, default: []].append(index)
      beginnings.insert(word)
    }
    for (word, part) in person.parts where part >= 0 { byPart[word, default: []].insert(index) }
    for joined in person.joined where joined.utf8.count > 5 {
      byJoined[joined, default: []].append(index)
      beginnings.insert(joined)
    }
  }

  /// A name of a script without spaces: in either order, and the family name with a title behind.
  private mutating func addRows(of written: String, _ index: Int) {
    let groups = written.split(whereSeparator: \.isWhitespace).map {
      foldedNameWords(of: String($0))
    }
    let row = Row(sought: index, form: .full, isOrdinary: false)
    insert(row, at: groups.flatMap(\.self))
    guard groups.count > 1, let family = groups.first else { return }
    insert(row, at: groups.reversed().flatMap(\.self))
    for honorific in honorifics {
      insert(
        Row(sought: index, form: .titled, isOrdinary: false),
        at: family + foldedNameWords(of: honorific))
    }
  }

  private mutating func insert(_ row: Row, at words: [String]) {
    rows.insert(row, at: words)
    if let first = words.first { beginnings.insert(first) }
  }

  /// Adds somebody who is named, where a part of their name is also a part of a withheld one.
  private mutating func addShown(_ member: Member) {
    guard let written = member.name?.value else { return }
    let words = foldedNameWords(of: written)
    let isNear = words.contains { word in
      byFamily[word] != nil || rows.hasRow(along: [word])
    }
    let begins = words.indices.contains { rows.hasRow(along: words[$0...]) }
    if isNear || begins { add(written, familyName: member.familyName?.value, as: nil) }
  }
}

extension Member {
  /// Whether the member may be called by name.
  var isNamed: Bool { status != .withdrawn && consent.name }
}

extension String {
  /// One word may be an ordinary one, and is a name only with a capital.
  var withCapital: String { prefix(1).uppercased() + dropFirst() }
}

private func isUnspaced(_ word: String) -> Bool {
  word.unicodeScalars.first?.isOfUnspacedScript ?? false
}

// MARK: - Looking

extension WithheldNames {
  /// Whether a word of the text begins as a name does; where none does, no name stands there.
  func mayOccur(in text: [UInt8]) -> Bool {
    !sought.isEmpty && beginnings.mayBegin(aWordOf: text)
  }

  /// The same for all that a body shows, where `known` tells what mentions and links may mean.
  func mayOccur(in body: Body, _ known: NameIndex) -> Bool {
    var isSeen = false
    body.walkShown { if !isSeen { isSeen = mayOccur(in: $0, known) } }
    return isSeen
  }

  private func mayOccur(in shown: ShownText, _ known: NameIndex) -> Bool {
    switch shown {
    case .prose(let prose): mayOccur(in: prose.text)
    case .html(let html): mayOccur(in: html)
    case .beside(let words, at: _): mayOccur(in: words)
    case .anchor(let words): mayOccur(in: words)
    case .value(let text, ofField: _): mayOccur(in: text.value)
    case .named(let name, of: _): mayOccur(in: name)
    case .mention(let mention):
      known.isOfNobody(mention) && !names(inFileName: mention.name).isEmpty
    // Words of an address are joined in ways that only a whole look can tell.
    case .address(let address, of: _):
      !occurrences(in: Array(address.percentDecoded.utf8), as: .address).isEmpty
    }
  }

  private func mayOccur(in text: String) -> Bool {
    !text.isEmpty && mayOccur(in: Array(text.utf8))
  }

  /// Each name that stands in the text as whole words, so many times at most.
  ///
  /// Whoever is told of a hundred places looks for more, and to tell one costs the length of its
  /// line.
  func occurrences(
    in text: [UInt8], as kind: TextKind = .prose, atMost limit: Int = 100
  ) -> [Occurrence] {
    guard !sought.isEmpty, kind == .address || mayOccur(in: text) else { return [] }
    let words = TextWords(text, kind)
    var found = finds(in: words)
    if kind == .address {
      let parted = TextWords(text, kind, splittingJoined: true)
      if parted.places.count > words.places.count { found += finds(in: parted) }
    }
    var told: [Name: Int] = [:]
    return withoutShown(found).filter { occurrence in
      told[occurrence.name, default: 0] += 1
      return told[occurrence.name, default: 0] <= limit
    }
  }

  fileprivate struct Find: Hashable {
    let sought: Int
    let form: NameForm
    let range: Range<Int>
    /// Whether it is found by a given name that is also a word, with another name in between:
    /// *May Yara Lund*.
    var beginsWithWord = false
  }

  private func finds(in words: TextWords) -> [Find] {
    var found: [Find] = []
    for position in positionsToLookAt(in: words) {
      for stem in stems(of: words[position]) {
        found += matches(of: stem, at: position, words)
        for index in byJoined[stem] ?? [] where isJoinedName(position, index, words) {
          found.append(Find(sought: index, form: .full, range: words.places[position]))
        }
        found += rowsFound(from: stem, at: position, words)
      }
    }
    var seen: Set<Find> = []
    return found.filter { seen.insert($0).inserted }
  }

  /// Names of several words around one that ends a family name.
  private func matches(of stem: String, at position: Int, _ words: TextWords) -> [Find] {
    bearers(of: stem, at: position, words).compactMap { index in
      guard let person = sought[index].person,
        let match = NameMatcher(name: person, words: words).match(around: position)
      else { return nil }
      return Find(
        sought: index, form: match.form, range: words.bytes(match.words),
        beginsWithWord: match.form == .extended
          && ordinaryNameWords.contains(words[match.words.lowerBound]))
    }
  }

  /// Those of a family name of whom another part of the name stands near, or an initial or a title:
  /// of a hundred who share it, the one who is meant.
  private func bearers(of familyName: String, at position: Int, _ words: TextWords) -> [Int] {
    guard let all = byFamily[familyName], all.count > 1 else { return byFamily[familyName] ?? [] }
    var near: Set<Int> = []
    let window = (position - longestName)...(position + longestName)
    for index in window.clamped(to: 0...(words.places.count - 1)) where index != position {
      let word = words[index]
      if words.areInitials(index) || nameTitles.contains(word) { return all }
      for stem in stems(of: word) { near.formUnion(byPart[stem] ?? []) }
    }
    return all.filter(near.contains)
  }

  /// The positions of the words that a name may begin with.
  private func positionsToLookAt(in words: TextWords) -> [Int] {
    if words.kind == .address { return Array(words.indices) }
    return words.text.withUnsafeBufferPointer { text in
      words.indices.filter { beginnings.mayBegin(at: words.places[$0].lowerBound, in: text) }
    }
  }

  /// A word, and the same without the ending of a plural or genitive, or a letter written together
  /// with it.
  private func stems(of word: String) -> [String] {
    var stems = [word]
    if word.utf8.count > 3, word.utf8.last == UInt8(ascii: "s") {
      stems.append(String(word.dropLast()))
      if word.utf8.count > 4, word.hasSuffix("es") { stems.append(String(word.dropLast(2))) }
    }
    if !word.utf8.allSatisfy({ $0 &- 0x61 < 26 }), let number = word.firstIndex(where: \.isNumber) {
      let letters = word[..<number]
      if letters.count > 2 { stems.append(String(letters)) }
    }
    if let first = word.unicodeScalars.first, (0x5D0...0x64A).contains(first.value) {
      stems.append(String(word.dropFirst()))
    }
    return stems
  }

  /// *Rosebud* is a word, and `markPage()` is code: names of which every part is a word are joined
  /// only behind an `@`.
  private func isJoinedName(_ position: Int, _ index: Int, _ words: TextWords) -> Bool {
    guard let person = sought[index].person,
      person.words.allSatisfy(ordinaryNameWords.contains), words.kind == .prose
    else { return true }
    return words.isMentioned(position)
  }

  /// Names that begin with a word as they are written, and go on with the words behind it.
  private func rowsFound(from stem: String, at position: Int, _ words: TextWords) -> [Find] {
    let following = words.indices[position...].dropFirst().prefix(longestName)
    return rows.found(from: stem, then: following.lazy.map { words[$0] }).compactMap {
      name, count in
      let last = position + count - 1
      let isTogether = (position..<last).allSatisfy { index in
        [.joined, .cell].contains(words.gap(before: index + 1))
      }
      guard isTogether, isRowName(name, position, words) else { return nil }
      return Find(sought: name.sought, form: name.form, range: words.bytes(position...last))
    }
  }

  /// A lone name needs a capital; one that is also a word, a month or a place stands behind an `@` or
  /// a title.
  private func isRowName(_ row: Row, _ position: Int, _ words: TextWords) -> Bool {
    guard row.form == .single else { return true }
    if words.isMentioned(position) { return true }
    if row.isOrdinary {
      return position > 0 && nameTitles.contains(words[position - 1])
        && !shortNameTitles.contains(words[position - 1]) && words.isCapital(position)
        && [.joined, .fullStop].contains(words.gap(before: position))
    }
    if words.kind == .address { return !row.isFromID }
    return !row.needsCapital || words.isCapital(position)
  }

  /// What is left where somebody who is named is not meant: of *Maria Silva*, who is, no *Maria*.
  private func withoutShown(_ found: [Find]) -> [Occurrence] {
    let shown = found.filter { sought[$0.sought].name == nil }
    var occurrences: [Occurrence] = []
    for find in found {
      guard let name = sought[find.sought].name,
        !shown.contains(where: { $0.outdoes(find) })
      else { continue }
      let occurrence = Occurrence(name: name, form: find.form, range: find.range)
      if !occurrences.contains(occurrence) { occurrences.append(occurrence) }
    }
    return occurrences.sorted {
      ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound)
    }.withoutParts
  }

  /// The names that a file's name or an id holds.
  func names(inFileName name: String) -> [Occurrence] {
    occurrences(in: Array(name.utf8), as: .address)
  }
}

extension WithheldNames.Find {
  /// Whether words that name somebody who is named on the site leave nothing of a withheld name.
  ///
  /// Of *May Yara Lund* the first word begins a sentence, where Yara Lund is a member who is named.
  fileprivate func outdoes(_ withheld: Self) -> Bool {
    if range.contains(withheld.range) { return form >= withheld.form }
    return withheld.beginsWithWord && form == .full && withheld.range.contains(range)
      && range.upperBound == withheld.range.upperBound
  }
}

extension [WithheldNames.Occurrence] {
  /// Those that lie in no longer one of the same person, from the first to the last of the text.
  fileprivate var withoutParts: [WithheldNames.Occurrence] {
    var kept: [WithheldNames.Occurrence] = []
    for occurrence in self {
      let isPart = kept.suffix(8).contains {
        $0.name == occurrence.name && $0.range.contains(occurrence.range)
      }
      if !isPart { kept.append(occurrence) }
    }
    return kept
  }
}

/// How many words of a name are looked for: nobody is known by more.
private let longestName = 12
