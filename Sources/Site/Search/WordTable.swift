/// Words with a number for each, counted from 0 as they come.
///
/// A table of our own, because a build looks up ten million words: a word is looked up by its bytes
/// where they are, and all words lie in one array.
struct WordTable: Sendable {
  private var bytes: [UInt8] = []
  /// Where each word ends in `bytes`.
  private var ends: [Int] = []
  private var hashes: [UInt32] = []
  /// The number of the word at each place, -1 where there is none.
  ///
  /// A power of two long.
  private var places: [Int32] = Array(repeating: -1, count: 1024)

  var count: Int { ends.count }

  func word(_ number: Int) -> ArraySlice<UInt8> { bytes[range(number)] }

  private func range(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }

  /// The number of a word, which it is given now if it is new.
  mutating func number(of word: [UInt8]) -> Int {
    number(of: word, in: word.indices, hash: hash(word))
  }

  /// The number here of a word of another table.
  mutating func number(of index: Int, of other: WordTable) -> Int {
    number(of: other.bytes, in: other.range(index), hash: other.hashes[index])
  }

  /// The number of a word that has one.
  func existingNumber(of word: [UInt8]) -> Int? {
    let hash = hash(word)
    var place = Int(hash) & (places.count - 1)
    while places[place] >= 0 {
      let number = Int(places[place])
      if hashes[number] == hash, has(number, word, word.indices) { return number }
      place = (place + 1) & (places.count - 1)
    }
    return nil
  }

  private mutating func number(of text: [UInt8], in range: Range<Int>, hash: UInt32) -> Int {
    var place = Int(hash) & (places.count - 1)
    while places[place] >= 0 {
      let number = Int(places[place])
      if hashes[number] == hash, has(number, text, range) { return number }
      place = (place + 1) & (places.count - 1)
    }
    places[place] = Int32(count)
    bytes += text[range]
    ends.append(bytes.count)
    hashes.append(hash)
    if count * 2 > places.count { grow() }
    return count - 1
  }

  private func has(_ number: Int, _ text: [UInt8], _ range: Range<Int>) -> Bool {
    let own = self.range(number)
    guard own.count == range.count else { return false }
    var distance = 0
    while distance < range.count {
      if bytes[own.lowerBound + distance] != text[range.lowerBound + distance] { return false }
      distance += 1
    }
    return true
  }

  private mutating func grow() {
    places = Array(repeating: -1, count: places.count * 4)
    for (number, hash) in hashes.enumerated() {
      var place = Int(hash) & (places.count - 1)
      while places[place] >= 0 { place = (place + 1) & (places.count - 1) }
      places[place] = Int32(number)
    }
  }
}

/// FNV-1a, its halves folded together.
///
/// It decides where a word lies in the table, never what is written.
private func hash(_ word: [UInt8]) -> UInt32 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
}

/// Values by a number, each group in the order in which its values came.
struct Groups<Value: Sendable>: Sendable {
  private let starts: [Int]
  /// Group by group.
  let values: [Value]

  var count: Int { starts.count - 1 }

  /// `starts` is where each group begins, and the end of the last.
  init(values: [Value], starts: [Int]) {
    self.values = values
    self.starts = starts
  }

  /// `keys` are below `count`, one for each value.
  init(_ values: [Value], by keys: [Int32], count: Int) {
    var starts = Array(repeating: 0, count: count + 1)
    for key in keys { starts[Int(key) + 1] += 1 }
    for key in 0..<count { starts[key + 1] += starts[key] }
    var next = starts
    var order = Array(repeating: 0, count: values.count)
    for (position, key) in keys.enumerated() {
      order[next[Int(key)]] = position
      next[Int(key)] += 1
    }
    self.starts = starts
    self.values = order.map { values[$0] }
  }

  subscript(key: Int) -> ArraySlice<Value> { values[starts[key]..<starts[key + 1]] }
}
