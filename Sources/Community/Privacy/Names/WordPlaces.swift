/// Finds the words of a text: the runs of letters, marks and digits, as ranges of its bytes.
///
/// Every text of a site is looked through, so plain letters are told apart by byte. In a script that
/// puts no spaces between words (Chinese, Japanese, Thai) each letter counts as one; what nobody
/// sees, such as a soft hyphen, parts none.
func placesOfWords(in text: [UInt8]) -> [Range<Int>] {
  text.withUnsafeBufferPointer { placesOfWords(in: $0) }
}

private func placesOfWords(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
  var places: [Range<Int>] = []
  // A word and its space are about six bytes.
  places.reserveCapacity(text.count / 6)
  var offset = 0
  while offset < text.count {
    let start = offset
    while offset < text.count, let part = letter(text, at: offset) {
      if part.standsAlone {
        if offset > start, !isUnseen(text[start..<offset]) { places.append(start..<offset) }
        let first = offset
        offset += part.length
        // What is written above a letter, or is not seen, belongs to it.
        while offset < text.count, let mark = letter(text, at: offset), mark.isMark {
          offset += mark.length
        }
        places.append(first..<min(offset, text.count))
        break
      }
      offset += part.length
    }
    let isNoted = (places.last?.upperBound ?? 0) > start
    if offset > start, !isNoted { places.append(start..<min(offset, text.count)) }
    while offset < text.count, letter(text, at: offset) == nil {
      offset += lengthOfScalar(text[offset])
    }
  }
  return places
}

/// Whether some characters only direct a text: before a letter that stands alone they are no word.
private func isUnseen(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
  String(decoding: text, as: UTF8.self).unicodeScalars
    .allSatisfy { $0.properties.generalCategory == .format }
}

private struct Letter {
  let length: Int
  var standsAlone = false
  /// Whether it only belongs to a letter before it.
  var isMark = false
}

/// The letter, mark or digit that begins at an offset; `nil` where another character does.
@inline(__always)
private func letter(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Letter? {
  let byte = text[offset]
  if byte < 0x80 {
    let isLetter = (byte | 0x20) &- 0x61 < 26
    return isLetter || byte &- 0x30 < 10 ? Letter(length: 1) : nil
  }
  if (0xC2..<0xE0).contains(byte), offset + 1 < text.count, text[offset + 1] & 0xC0 == 0x80 {
    return lettersOfTwoBytes[Int(byte & 0x1F) << 6 | Int(text[offset + 1] & 0x3F)]
  }
  return otherLetter(text, at: offset)
}

/// What the characters below U+0800 are, by their values: Latin, Greek, Cyrillic, Hebrew and Arabic
/// letters, which are asked for at every other word.
private let lettersOfTwoBytes: [Letter?] = (0..<0x800).map { (value: UInt32) in
  Unicode.Scalar(value).flatMap { letter($0, length: 2) }
}

private func otherLetter(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Letter? {
  let length = lengthOfScalar(text[offset])
  let bytes = text[offset..<min(offset + length, text.count)]
  return String(decoding: bytes, as: UTF8.self).unicodeScalars.first.flatMap {
    letter($0, length: length)
  }
}

private func letter(_ scalar: Unicode.Scalar, length: Int) -> Letter? {
  let category = scalar.properties.generalCategory
  let isMark = category == .nonspacingMark || category == .format
  // Apostrophes that count as letters.
  guard !(0x02B9...0x02BF).contains(scalar.value) else { return nil }
  let isPart =
    isMark || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  guard isPart else { return nil }
  return Letter(length: length, standsAlone: scalar.isOfUnspacedScript, isMark: isMark)
}

extension Unicode.Scalar {
  /// Whether it belongs to a script that writes words without spaces between them: Thai, Lao,
  /// Burmese, Khmer, Japanese kana, Chinese characters.
  var isOfUnspacedScript: Bool {
    switch value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005...0x3007, 0x3040...0x30FF,
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x20000...0x3134F:
      true
    default: false
    }
  }
}

private func lengthOfScalar(_ lead: UInt8) -> Int {
  switch lead {
  case 0xC0...0xDF: 2
  case 0xE0...0xEF: 3
  case 0xF0...0xFF: 4
  default: 1
  }
}
