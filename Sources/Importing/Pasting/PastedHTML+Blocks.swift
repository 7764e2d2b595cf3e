extension PastedHTML {
  /// In how many quotes what comes stands.
  var quotes: Int { min(elements.count { $0.name == "blockquote" }, 3) }

  /// Ends a paragraph, where there is one.
  mutating func endBlock() {
    let words = runs.trimmed
    runs = []
    guard !words.isEmpty else { return }
    if isInTable {
      marker = nil
      tables[tables.count - 1].add(words)
      return
    }
    let open = elements.last { $0.heading != nil || $0.wordLevel != nil || $0.isWordItem }
    if let heading = open?.heading {
      marker = nil
      finish(.heading(level: heading, words.asHeading))
    } else if let level = open?.wordLevel {
      finish(wordItem: words.withoutBullet(isInWordList: true) ?? words, level: level)
    } else if lists.isEmpty, let plain = words.withoutBullet(isInWordList: open != nil) {
      noteShape()
      blocks.append(
        PastedBlock(
          content: .words(plain), quotes: quotes, level: 1,
          item: PastedBlock.Item(isOrdered: false, number: 1, isDone: nil)))
    } else {
      finish(.words(words))
    }
  }

  private var isInTable: Bool { tables.last.map { !$0.isLayout } ?? false }

  mutating func endCode() {
    guard let open = code else { return }
    code = nil
    guard open.text.contains(where: { !$0.isWhitespace }) else { return }
    finish(.code(open.text, language: open.language))
  }

  private mutating func finish(wordItem words: [PastedRun], level: Int) {
    let mark = (marker ?? "").filter { $0 != " " && $0 != "\n" }
    marker = nil
    let number = mark.numberOfItem
    blocks.append(
      PastedBlock(
        content: .words(words), quotes: quotes, level: min(max(level, 1), 9),
        item: PastedBlock.Item(isOrdered: number != nil, number: number ?? 1, isDone: nil)))
  }

  /// Writes down a block, as the item that it begins where it begins one.
  mutating func finish(_ content: PastedBlock.Content) {
    var level = 0
    var begun: PastedBlock.Item?
    if let last = lists.indices.last(where: { lists[$0].item != nil }), let item = lists[last].item
    {
      level = item.level
      if !item.hasBegun {
        lists[last].item?.hasBegun = true
        begun = PastedBlock.Item(
          isOrdered: lists[last].isOrdered, number: item.number, isDone: item.isDone)
      }
    }
    blocks.append(PastedBlock(content: content, quotes: quotes, level: level, item: begun))
  }
}

extension String {
  /// The number of an item by what Word writes before it: `3.`, `b)`, `iv.`; `nil` for a bullet.
  fileprivate var numberOfItem: Int? {
    guard let end = last, end == "." || end == ")" else { return nil }
    let mark = drop { $0 == "(" }.dropLast()
    let parts = mark.split(separator: ".")
    guard let number = parts.last, mark.utf8.count < 10 else { return nil }
    if let plain = Int(number), plain >= 0 { return plain }
    guard number.allSatisfy({ $0.isLetter && $0.isASCII }) else { return nil }
    guard number.count == 1, let letter = number.lowercased().utf8.first, letter != 0x69 else {
      return 1
    }
    return Int(letter) - 0x60
  }
}

extension [PastedRun] {
  /// Without the bullet that is written before the words of an item; `nil` where there is none.
  fileprivate func withoutBullet(isInWordList: Bool) -> [PastedRun]? {
    guard let first, let mark = first.text.first else { return nil }
    let bullets = isInWordList ? "•·◦▪‣§o-–" : "•·◦▪‣"
    guard bullets.contains(mark) else { return nil }
    let rest = words.dropFirst()
    guard rest.first == " ", rest.contains(where: { $0 != " " }) else { return nil }
    var runs = self
    runs[0].text.removeFirst()
    return runs.trimmed
  }
}
