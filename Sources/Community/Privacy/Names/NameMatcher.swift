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
    else { return within ?? acrossMiddleName(block) }
    return form(of: whole) ?? within
  }

  /// A given name, a middle name or none, and the family name, in a cell each.
  private func acrossMiddleName(_ block: ClosedRange<Int>) -> NameMatch? {
    let middle = block.lowerBound - 1
    let isWithout = words.gap(before: block.lowerBound) == .emptyCell
    guard
      isWithout
        || words.gap(before: block.lowerBound) == .cell && middle > 0
          && words.gap(before: middle) == .cell && words.isCapital(middle) && words.hasCase(middle)
    else { return nil }
    let first = isWithout ? middle : middle - 1
    guard first >= 0, name.given.contains(word(first)), isEdge(before: first),
      isEdge(before: block.upperBound + 1), isWrittenAsName(first...first),
      isWrittenAsName(block), !isOrdinary(first...first) || !isOrdinary(block)
    else { return nil }
    return NameMatch(form: .extended, words: first...block.upperBound)
  }

  /// A word as it is filed: without the ending of a plural or a genitive.
  func word(_ index: Int) -> String { name.filed(words[index]) }

  func part(_ index: Int) -> Int? { name.parts[word(index)] }

  // MARK: The words of the name that stand together

  private func isEdge(before index: Int) -> Bool {
    switch words.gap(before: index) {
    case .cell, .emptyCell, .border: true
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
    case .emptyCell, .comma, .border: false
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
        && !goesOnInCapitals(block) && !isNumbered(block)
        ? NameMatch(form: .full, words: block) : nil
    }
    guard hasFamily, !hasGiven else { return nil }
    return isWrittenAsName(block)
      ? turned(block) ?? extended(block) ?? abbreviated(block) ?? titled(block) : titled(block)
  }

  /// *Okafor, Ada* and *Okafor, A.*
  private func turned(_ block: ClosedRange<Int>) -> NameMatch? {
    let next = block.upperBound + 1
    let gap = words.gap(before: next)
    guard gap == .comma || gap == .joined, !isLastOfAnother(block) || gap == .joined else {
      return nil
    }
    let given = behindParticles(next)
    if gap == .comma, name.given.contains(word(given)), isWrittenAsName(given...given),
      !isOrdinary(given...given) || !isOrdinary(block)
        || words.gap(before: block.lowerBound) != .joined && !goesOn(behind: given)
    {
      return NameMatch(form: .full, words: block.lowerBound...given)
    }
    let last = lastInitial(from: next)
    guard words.areInitials(next), let letter = words[next].first,
      name.initials.contains(letter), gap == .comma || endsName(last)
    else { return nil }
    return isSure(last, besides: block)
      ? NameMatch(form: .initial, words: block.lowerBound...last) : nil
  }

  /// The position of the given name that particles such as *abd* begin.
  private func behindParticles(_ index: Int) -> Int {
    var given = index
    while part(given) == -1, nameParticles.contains(words[given]),
      words.gap(before: given + 1) == .joined
    {
      given += 1
    }
    return given
  }

  /// The last of initials that stand in a row, as in *Okafor A.G.*
  private func lastInitial(from index: Int) -> Int {
    var last = index
    while words.isInitial(last), last < index + 3, joins(before: last + 1),
      words.isInitial(last + 1)
    {
      last += 1
    }
    return last
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
      guard mayStandBetween(first, block) else { return nil }
    }
    return nil
  }

  /// Whether a word may be a middle name: one with a capital, or in an address any one word but *and*
  /// or a part of code.
  private func mayStandBetween(_ index: Int, _ block: ClosedRange<Int>) -> Bool {
    guard words.kind == .prose else {
      return words.places[index].count == 1
        || index == block.lowerBound - 1 && !isOrdinary(block) && words[index].count > 2
          && !wordsBetweenParts.contains(words[index])
    }
    return words.isCapital(index) && words.hasCase(index)
      || nameParticles.contains(words[index]) && words.places[index].count > 1
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
