import Diagnostics

// Which field a value belongs to, where that decides what its first character means.
extension YAMLScanner {
  /// Whether a value at a place names people by their ids.
  func namesPeople(at offset: Int) -> Bool {
    fieldName(at: offset).map(block.roles.people.contains) ?? false
  }

  /// Whether a value at a place is words for readers, all of which are meant.
  func holdsWords(at offset: Int) -> Bool {
    fieldName(at: offset).map(block.roles.words.contains) ?? false
  }

  /// The name of the field on the line of a value, or above the list that it is an item of.
  private func fieldName(at offset: Int) -> String? {
    var number = block.source.line(at: offset)
    while number > 0, let start = block.source.start(ofLine: number),
      start >= block.range.lowerBound
    {
      if let name = fieldName(onLineAt: start, before: offset) { return name }
      number -= 1
    }
    return nil
  }

  private func fieldName(onLineAt start: Int, before end: Int) -> String? {
    var index = start
    while index < end, bytes[index].isBlank || bytes[index] == UInt8(ascii: "-") { index += 1 }
    let name = bytes[index..<end].prefix { $0.isWordByte || $0 == UInt8(ascii: "_") }
    guard !name.isEmpty, name.endIndex < end, bytes[name.endIndex] == UInt8(ascii: ":") else {
      return nil
    }
    return String(decoding: name, as: UTF8.self)
  }
}
