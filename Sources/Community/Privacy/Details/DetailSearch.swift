package import Diagnostics
package import Markup

/// The search for personal details in one file, which needs nothing of the others.
///
/// What is searched is what is shown: the values of fields, escapes undone, and of a body both the
/// bytes, comments of HTML included, and what the page makes of them. The names of fields and the
/// comments of YAML are shown nowhere.
package enum DetailSearch {
  /// Those of a file of settings; `join` is the text that one of its fields holds.
  package static func details(
    inSettings source: SourceText, _ fields: FieldMap, join: Entry? = nil
  ) -> [FoundDetail] {
    let own: Set = source.path == "content/handbook.yml" ? ["contact"] : []
    return withoutRepetition(
      source.details(in: fields, except: own), join?.detailsOnThePage(source) ?? [])
  }

  /// Those of an entry.
  package static func details(
    in source: SourceText, _ fields: FieldMap, of entry: Entry
  ) -> [FoundDetail] {
    // The `uid` of a calendar looks like an address of mail, and `email` is told as a field.
    let inFields = source.details(in: fields, except: ["uid", "email"])
    let start = FrontMatter.split(source).value.bodyStart
    return inFields
      + withoutRepetition(source.details(from: start), entry.detailsOnThePage(source))
  }

  /// What is shown otherwise than it is written is told once, where it was not told as written.
  private static func withoutRepetition(
    _ written: [FoundDetail], _ shown: [FoundDetail]
  ) -> [FoundDetail] {
    var told = Set(written.map(\.lettersAndDigits))
    return written + shown.filter { told.insert($0.lettersAndDigits).inserted }
  }
}

extension FoundDetail {
  /// The words without what parts them, which may be the border of a cell or a colon.
  fileprivate var lettersAndDigits: String {
    String(words.filter { $0.isLetter || $0.isNumber })
  }
}

extension SourceText {
  /// Those of the bytes of a body.
  fileprivate func details(from start: Int) -> [FoundDetail] {
    DetailScan(Array(bytes[start...])).found.map { found in
      FoundDetail(
        detail: found.detail, words: found.reading,
        place: location(of: (start + found.range.lowerBound)..<(start + found.range.upperBound)))
    }
  }

  /// Those of the values of fields, but for some fields that are not nested.
  fileprivate func details(in fields: FieldMap, except own: Set<String>) -> [FoundDetail] {
    var found: [FoundDetail] = []
    fields.walkShown { shown in
      guard case .value(let value, let field) = shown, !own.contains(field) else { return }
      found += details(in: value)
    }
    return found
  }

  private func details(in value: Located<String>) -> [FoundDetail] {
    let bytes = Array(value.value.utf8)
    guard bytes.holdsPlacesToLookAt(in: bytes.indices) || bytes.contains(UInt8(ascii: "%")) else {
      return []
    }
    let written = DetailScan(bytes).found.map { found in
      FoundDetail(
        detail: found.detail, words: found.reading, place: place(of: found.range, in: value, bytes))
    }
    guard bytes.contains(UInt8(ascii: "%")) else { return written }
    let told = Set(written.map(\.words))
    let decoded = DetailScan(bytes.percentDecodedBytes).found.map { found in
      FoundDetail(
        detail: found.detail, words: found.reading,
        place: place(of: bytes.indices, in: value, bytes))
    }
    return written + decoded.filter { !told.contains($0.words) }
  }

  /// Where words of a value stand in the file; the value's own place where an escape spells them.
  private func place(
    of words: Range<Int>, in value: Located<String>, _ bytes: [UInt8]
  ) -> SourceLocation {
    guard let written = range(of: value.span) else {
      return location(line: Int(value.span.line))
    }
    if self.bytes[written.lowerBound...].starts(with: bytes) {
      let start = written.lowerBound + words.lowerBound
      return location(of: start..<(start + words.count))
    }
    // Of a text of several lines, the place that is known is its first.
    let lines = written.lowerBound..<min(written.lowerBound + 2 * bytes.count, self.bytes.count)
    return firstPlace(of: bytes[words], in: lines).map(location)
      ?? location(of: written)
  }
}

extension SourceText {
  /// The first place of some words in a part of the text.
  func firstPlace(of words: ArraySlice<UInt8>, in part: Range<Int>) -> Range<Int>? {
    guard let first = words.first, part.count >= words.count else { return nil }
    let start = (part.lowerBound...(part.upperBound - words.count)).first { start in
      bytes[start] == first && bytes[start..<(start + words.count)].elementsEqual(words)
    }
    return start.map { $0..<($0 + words.count) }
  }
}
