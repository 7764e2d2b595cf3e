/// Finds the words of a text: the runs of letters, marks and digits, as ranges of its bytes.
///
/// Every text of a site is looked through, so plain letters are told apart by byte.
func placesOfWords(in text: [UInt8]) -> [Range<Int>] {
  var places: [Range<Int>] = []
  var start: Int?
  var offset = 0
  while offset < text.count {
    let length = lengthOfScalar(text[offset])
    if isPartOfWord(text, at: offset, length: length) {
      if start == nil { start = offset }
    } else if let begun = start {
      places.append(begun..<offset)
      start = nil
    }
    offset += length
  }
  if let begun = start { places.append(begun..<text.count) }
  return places
}

private func lengthOfScalar(_ lead: UInt8) -> Int {
  switch lead {
  case 0xC0...0xDF: 2
  case 0xE0...0xEF: 3
  case 0xF0...0xFF: 4
  default: 1
  }
}

private func isPartOfWord(_ text: [UInt8], at offset: Int, length: Int) -> Bool {
  switch text[offset] {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
  case 0...0x7F: return false
  default:
    let bytes = text[offset..<min(offset + length, text.count)]
    guard let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first else {
      return false
    }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.properties.generalCategory == .nonspacingMark
  }
}
