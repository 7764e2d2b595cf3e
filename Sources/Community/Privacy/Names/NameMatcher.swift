/// How sure it is that some words name a person, the surest last.
enum NameForm: Int, Comparable, Sendable {
  /// The only name that somebody is known by, or another spelling of one word.
  case single
  /// An initial with the family name: *A. Okafor*, *Okafor, A.*
  case initial
  /// A title with the family name: *Dr Okafor*.
  case titled
  /// Given and family name with another name between: *Ada Grace Okafor*.
  case extended
  /// Given and family name: *Ada Okafor*, *Okafor, Ada*.
  case full

  static func < (left: NameForm, right: NameForm) -> Bool { left.rawValue < right.rawValue }
}

/// Where a name stands in a text, by the positions of its words.
struct NameMatch: Hashable, Sendable {
  let form: NameForm
  let words: ClosedRange<Int>
}

/// The search for one name around a word of its family name.
struct NameMatcher {
  let name: PersonName
  let words: TextWords

  /// What the word at a position, which is of the family name, is part of; `nil` where that names
  /// nobody.
  func match(around position: Int) -> NameMatch? {
    let block = extent(around: position, acrossCells: false)
    let within = form(of: block)
    if within?.form == .full { return within }
    let whole = extent(around: position, acrossCells: true)
    // A name in two cells fills both.
    guard whole != block, isEdge(before: whole.lowerBound), isEdge(before: whole.upperBound + 1)
    else { return within }
    return form(of: whole) ?? within
  }

  /// A word as it is filed: without the ending of a plural or a genitive.
  private func word(_ index: Int) -> String { name.filed(words[index]) }

  private func part(_ index: Int) -> Int? { name.parts[word(index)] }

  // MARK: The words of the name that stand together

  private func isEdge(before index: Int) -> Bool {
    switch words.gap(before: index) {
    case .cell, .border: true
    case .joined, .fullStop, .comma: false
    }
  }

  private func extent(around position: Int, acrossCells: Bool) -> ClosedRange<Int> {
    var (first, last) = (position, position)
    while first > 0, joins(before: first, acrossCells), belongs(first - 1, to: position) {
      first -= 1
    }
    while last + 1 < words.places.count, joins(before: last + 1, acrossCells),
      belongs(last + 1, to: position)
    {
      last += 1
    }
    return first...last
  }

  /// Whether a word is part of the name beside a word of the family name.
  ///
  /// Of *Nia Lund mark it*, with a capital in the one and none in the other behind it, *mark* is a
  /// word.
  private func belongs(_ index: Int, to position: Int) -> Bool {
    guard let part = part(index) else { return false }
    guard part >= 0, index > position, words.kind == .prose, words.isCapital(position),
      !words.isCapital(index)
    else { return true }
    return !ordinaryNameWords.contains(word(index))
  }

  private func joins(before index: Int, _ acrossCells: Bool = false) -> Bool {
    switch words.gap(before: index) {
    case .joined: !name.isFiledWithoutPrefix(words[index])
    case .cell: acrossCells
    case .fullStop: mayEndInFullStop(index - 1)
    case .comma, .border: false
    }
  }

  /// Whether a full stop behind a word may be that of an abbreviation.
  private func mayEndInFullStop(_ index: Int) -> Bool {
    words.isInitial(index) || nameTitles.contains(words[index])
      || nameDegrees.contains(words[index])
  }

  // MARK: What they are together with their neighbours

  private func form(of block: ClosedRange<Int>) -> NameMatch? {
    let found = block.map { (index: $0, word: word($0), part: part($0) ?? -1) }
    guard name.areWhole(Set(found.map(\.word))), !isHalfOfAnother(block) else { return nil }
    let hasGiven = found.contains { name.given.contains($0.word) }
    let hasFamily = found.contains { name.family.contains($0.word) }
    if name.isFull(Set(found.map(\.part)), withGiven: hasGiven, withFamily: hasFamily) {
      return isWrittenAsName(block) && !isTurnedWord(found.map(\.word), block)
        && !goesOnInCapitals(block)
        ? NameMatch(form: .full, words: block) : nil
    }
    guard hasFamily, !hasGiven else { return nil }
    return isWrittenAsName(block)
      ? turned(block) ?? extended(block) ?? abbreviated(block) ?? titled(block) : titled(block)
  }

  /// Whether a hyphen ties the words to another family name: *Klein-Schmidt* is no *Klein*.
  private func isHalfOfAnother(_ block: ClosedRange<Int>) -> Bool {
    words.kind == .prose
      && (words.isHyphened(before: block.lowerBound) && words.isCapital(block.lowerBound - 1)
        || words.isHyphened(before: block.upperBound + 1)
          && words.isCapital(block.upperBound + 1))
  }

  /// Whether two words that are also others stand in the order of no name: *the Hill Rose*.
  private func isTurnedWord(_ found: [String], _ block: ClosedRange<Int>) -> Bool {
    guard words.kind == .prose, isOrdinary(block), let first = found.first else { return false }
    return name.family.contains(first) && !name.given.contains(first)
  }

  /// Whether words that are also others go on in a line whose words all have capitals.
  ///
  /// Titles in English do: *Will Young Readers Cope?*
  private func goesOnInCapitals(_ block: ClosedRange<Int>) -> Bool {
    let next = block.upperBound + 1
    guard words.kind == .prose, isOrdinary(block), words.gap(before: next) == .joined,
      words.isCapital(next), words.hasSmallLetter(next)
    else { return false }
    return sentence(around: block).allSatisfy { index in
      words.isCapital(index) || words.places[index].count < 4
    }
  }

  /// The words from one border to the next.
  private func sentence(around block: ClosedRange<Int>) -> ClosedRange<Int> {
    var (first, last) = (block.lowerBound, block.upperBound)
    while !endsSentence(before: first), block.lowerBound - first < Self.longestTitle { first -= 1 }
    while !endsSentence(before: last + 1), last - block.upperBound < Self.longestTitle { last += 1 }
    return first...last
  }

  private func endsSentence(before index: Int) -> Bool {
    ![.joined, .comma].contains(words.gap(before: index))
  }

  /// How many words of a title are looked at to either side.
  private static let longestTitle = 20

  /// *Okafor, Ada* and *Okafor, A.*
  private func turned(_ block: ClosedRange<Int>) -> NameMatch? {
    let next = block.upperBound + 1
    let gap = words.gap(before: next)
    guard gap == .comma || gap == .joined, !isLastOfAnother(block) || gap == .joined else {
      return nil
    }
    if gap == .comma, name.given.contains(word(next)), isWrittenAsName(next...next),
      !isOrdinary(next...next) || !isOrdinary(block)
        || words.gap(before: block.lowerBound) != .joined && !goesOnAsList(next)
    {
      return NameMatch(form: .full, words: block.lowerBound...next)
    }
    guard words.isInitial(next), let letter = words[next].first, name.initials.contains(letter),
      gap == .comma || endsName(next)
    else { return nil }
    return isSure(next, besides: block)
      ? NameMatch(form: .initial, words: block.lowerBound...next) : nil
  }

  /// Whether a list of words goes on behind one: *Wood, Faith and Fire*.
  private func goesOnAsList(_ index: Int) -> Bool {
    let gap = words.gap(before: index + 1)
    return gap == .comma || gap == .joined && wordsBetweenParts.contains(words[index + 1])
  }

  /// Whether another name goes before: of *Ada Fisher, Sofia* the last two words are no name.
  private func isLastOfAnother(_ block: ClosedRange<Int>) -> Bool {
    let before = block.lowerBound - 1
    guard before >= 0, words.gap(before: block.lowerBound) == .joined, words.kind == .prose
    else { return false }
    let isFirst = words.gap(before: before) == .border
    return words.isCapital(before) && words.hasCase(before) && !isFirst
      && !nameTitles.contains(words[before])
      && !words.isInitial(before)
  }

  /// Whether no further word belongs to an initial behind a name: *Okafor A, Hale B*.
  private func endsName(_ index: Int) -> Bool {
    index + 1 == words.places.count || words.gap(before: index + 1) != .joined
  }

  /// A given name before, and one or two words between, as in *Ada Grace Okafor*.
  private func extended(_ block: ClosedRange<Int>) -> NameMatch? {
    var first = block.lowerBound
    for _ in 0..<3 {
      guard first > 0, joins(before: first) else { return nil }
      first -= 1
      if name.given.contains(word(first)), first < block.lowerBound - 1 {
        return isWrittenAsName(first...first)
          ? NameMatch(form: .extended, words: first...block.upperBound) : nil
      }
      let isBetween =
        words.isCapital(first) && words.hasCase(first)
        || nameParticles.contains(words[first]) && words.places[first].count > 1
      guard isBetween, words.kind == .prose else { return nil }
    }
    return nil
  }

  /// Initials before the family name.
  private func abbreviated(_ block: ClosedRange<Int>) -> NameMatch? {
    var first = block.lowerBound
    var letters: [Character] = []
    while first > 0, joins(before: first), words.areInitials(first - 1), letters.count < 4 {
      first -= 1
      letters += words[first].prefix(1)
    }
    guard first < block.lowerBound, letters.contains(where: name.initials.contains),
      isSure(first, besides: block)
    else { return nil }
    return NameMatch(form: .initial, words: first...block.upperBound)
  }

  /// Beside a family name that is also a word an initial has a full stop.
  private func isSure(_ initial: Int, besides block: ClosedRange<Int>) -> Bool {
    let end = words.places[initial].upperBound
    if end < words.text.count, words.text[end] == UInt8(ascii: ".") { return true }
    return !isOrdinary(block)
  }

  /// A title before the family name, as in *Dr Okafor* and *Mme Dupont*.
  private func titled(_ block: ClosedRange<Int>) -> NameMatch? {
    var title = block.lowerBound - 1
    // *Dr. med. Okafor*
    while title > 0, joins(before: title + 1), nameDegrees.contains(words[title]) { title -= 1 }
    guard title >= 0, joins(before: title + 1), nameTitles.contains(words[title]),
      block.allSatisfy({ words.isCapital($0) || nameParticles.contains(words[$0]) })
        || !isOrdinary(block)
    else { return nil }
    // *We miss Park days.*
    if words[title] == "miss", !words.isCapital(title) { return nil }
    if shortNameTitles.contains(words[title]) {
      let hasStop = words.gap(before: title + 1) == .fullStop
      guard words.isCapital(title), hasStop || words[title].utf8.count > 1 else { return nil }
    }
    return NameMatch(form: .titled, words: title...block.upperBound)
  }

  // MARK: Capitals

  /// Whether words are written as a name is: with capitals, unless one of them is no other word.
  private func isWrittenAsName(_ block: ClosedRange<Int>) -> Bool {
    if words.kind == .address { return true }
    let telling = block.filter { (part($0) ?? -1) >= 0 }
    return telling.allSatisfy { words.isCapital($0) && words.hasCase($0) } || !isOrdinary(block)
  }

  private func isOrdinary(_ block: ClosedRange<Int>) -> Bool {
    block.allSatisfy { index in
      (part(index) ?? -1) < 0 || ordinaryNameWords.contains(word(index))
        || ordinaryNameWords.contains(words[index])
    }
  }
}

extension PersonName {
  /// A word of a text as it is filed: without the ending of a plural or genitive, or the letter that
  /// Arabic and Hebrew write together with a word, where it is of the name then.
  func filed(_ word: String) -> String {
    if parts[word] != nil { return word }
    for ending in ["s", "es"] where word.hasSuffix(ending) {
      let stem = String(word.dropLast(ending.count))
      if parts[stem] != nil { return stem }
    }
    return withoutPrefix(word) ?? word
  }

  /// Whether a word is of the name only behind *and* or the like: then it begins another name.
  func isFiledWithoutPrefix(_ word: String) -> Bool {
    parts[word] == nil && withoutPrefix(word) != nil
  }

  private func withoutPrefix(_ word: String) -> String? {
    // Plain letters are told apart without taking a character out of the word.
    guard let byte = word.utf8.first, byte >= 0x80,
      let first = word.first, "وفبلكבלהמשכו".contains(first)
    else { return nil }
    let rest = String(word.dropFirst())
    return parts[rest] == nil ? nil : rest
  }
}
