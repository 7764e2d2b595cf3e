/// Finds the words of a text: the runs of letters, marks and digits, as ranges of its bytes.
///
/// Every text of a site is looked through, so plain letters are told apart by byte.
func placesOfWords(in text: [UInt8]) -> [Range<Int>] {
  var places: [Range<Int>] = []
  // A word and its space are about six bytes.
  places.reserveCapacity(text.count / 6)
  var offset = 0
  while offset < text.count {
    let start = offset
    while offset < text.count, let length = lengthOfLetter(text, at: offset) { offset += length }
    if offset > start { places.append(start..<min(offset, text.count)) }
    while offset < text.count, lengthOfLetter(text, at: offset) == nil {
      offset += lengthOfScalar(text[offset])
    }
  }
  return places
}

/// The bytes of the letter, mark or digit that begins at an offset; `nil` where another does.
@inline(__always)
private func lengthOfLetter(_ text: [UInt8], at offset: Int) -> Int? {
  let byte = text[offset]
  if byte < 0x80 {
    let isLetter = (byte | 0x20) &- 0x61 < 26
    return isLetter || byte &- 0x30 < 10 ? 1 : nil
  }
  return lengthOfOtherLetter(text, at: offset)
}

private func lengthOfOtherLetter(_ text: [UInt8], at offset: Int) -> Int? {
  let length = lengthOfScalar(text[offset])
  let bytes = text[offset..<min(offset + length, text.count)]
  guard let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first else { return nil }
  let isPart =
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    || scalar.properties.generalCategory == .nonspacingMark
  return isPart ? length : nil
}

private func lengthOfScalar(_ lead: UInt8) -> Int {
  switch lead {
  case 0xC0...0xDF: 2
  case 0xE0...0xEF: 3
  case 0xF0...0xFF: 4
  default: 1
  }
}
