/// The objects of a PDF (ISO 32000-1, section 7.3.10), found by their `obj` and not by the file's
/// table, which may be damaged.
struct PdfObjects {
  struct Stream {
    let dictionary: [UInt8]
    let data: Range<Int>
  }

  private let bytes: [UInt8]
  /// The dictionary, or whatever it is, of each object by its number; of those with one number the
  /// last.
  private(set) var dictionaries: [Int: [UInt8]] = [:]
  private(set) var streams: [Stream] = []
  /// The positions of streams by the numbers of their objects.
  private var numbered: [Int: Int] = [:]
  /// How many bytes may still be unpacked.
  private var left = SearchLimits.unpacked
  /// Whether anything could not be unpacked.
  private(set) var isPacked = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    find()
    for stream in streams where stream.dictionary.holdsName("ObjStm") { readObjects(in: stream) }
  }

  /// What the stream of an object holds.
  mutating func unpacked(_ number: Int) -> [UInt8]? {
    numbered[number].flatMap { unpacked(streams[$0]) }
  }

  /// What a stream holds, unless it is packed as only pictures are.
  mutating func unpacked(_ stream: Stream) -> [UInt8]? {
    // Bytes that are told by their difference from others are no text as they stand.
    let isPredicted = stream.dictionary.number(of: "Predictor").map { $0 > 1 } ?? false
    guard !isPredicted, stream.data.count <= SearchLimits.entry,
      let filters = PdfFilters.named(in: stream.dictionary),
      let unpacked = unpacked(bytes[stream.data], filters)
    else {
      isPacked = true
      return nil
    }
    return unpacked
  }

  /// Undoes filters one after another; what each gives counts.
  private mutating func unpacked(_ packed: ArraySlice<UInt8>, _ filters: [PdfFilter]) -> [UInt8]? {
    var bytes = packed
    for filter in filters {
      guard let unpacked = filter.unpacked(bytes, atMost: min(left, SearchLimits.entry)) else {
        return nil
      }
      left -= unpacked.count
      bytes = unpacked[...]
    }
    return Array(bytes)
  }

  private mutating func find() {
    var offset = 0
    var end = 0
    while let found = bytes.firstOffset(of: "obj", in: offset..<bytes.count) {
      offset = found + 3
      guard let number = bytes.numberOfObject(before: found) else { continue }
      if end < offset {
        end = bytes.firstOffset(of: "endobj", in: offset..<bytes.count) ?? bytes.count
      }
      guard let stream = bytes.firstOffset(of: "stream", in: offset..<end) else {
        dictionaries[number] = Array(bytes[offset..<end])
        offset = end
        continue
      }
      let dictionary = Array(bytes[offset..<stream])
      dictionaries[number] = dictionary
      let data = dataOfStream(after: stream + 6, dictionary)
      numbered[number] = streams.count
      streams.append(Stream(dictionary: dictionary, data: data))
      offset = data.upperBound
    }
  }

  /// Of the length that the dictionary says, where the stream ends there, else up to its end's mark.
  private func dataOfStream(after keyword: Int, _ dictionary: [UInt8]) -> Range<Int> {
    var start = keyword
    if bytes.byte(at: start) == 0x0D { start += 1 }
    if bytes.byte(at: start) == 0x0A { start += 1 }
    if let length = dictionary.number(of: "Length"), length >= 0, length <= bytes.count - start {
      let end = start + length
      if bytes.firstOffset(of: "endstream", in: end..<min(end + 12, bytes.count)) != nil {
        return start..<end
      }
    }
    let end = bytes.firstOffset(of: "endstream", in: min(start, bytes.count)..<bytes.count)
    return min(start, bytes.count)..<max(end ?? bytes.count, min(start, bytes.count))
  }

  /// The objects that lie packed in a stream (section 7.5.7).
  private mutating func readObjects(in stream: Stream) {
    guard let first = stream.dictionary.number(of: "First"), let content = unpacked(stream),
      first >= 0, first <= content.count
    else { return }
    let numbers = content[..<first].split(whereSeparator: \.isSpace).map {
      Int(String(decoding: $0, as: UTF8.self)) ?? -1
    }
    let pairs = stride(from: 0, to: numbers.count - 1, by: 2).map { (numbers[$0], numbers[$0 + 1]) }
    let starts = pairs.map { first + max(0, min($0.1, content.count - first)) } + [content.count]
    for (position, pair) in pairs.enumerated() {
      let (start, next) = (starts[position], starts[position + 1])
      guard start <= next else { continue }
      dictionaries[pair.0] = Array(content[start..<next])
    }
  }
}

extension [UInt8] {
  /// The number of an object whose `obj` begins at a place: `12 0 obj`.
  fileprivate func numberOfObject(before place: Int) -> Int? {
    let start = Swift.max(0, place - 24)
    let words = self[start..<place].split(whereSeparator: \.isSpace)
    guard words.count > 1, self[start..<place].last?.isSpace == true,
      words[words.count - 1].allSatisfy(\.isASCIIDigit)
    else { return nil }
    let digits = words[words.count - 2].reversed().prefix { $0.isASCIIDigit }.reversed()
    return Int(String(decoding: digits, as: UTF8.self))
  }

  /// Where what follows a name begins in a dictionary.
  func place(after name: String) -> Int? { places(after: name, atMost: 1).first }

  /// The same for each time that the name stands there.
  func places(after name: String, atMost most: Int = 8) -> [Int] {
    var places: [Int] = []
    var offset = 0
    while places.count < most, let found = firstOffset(of: "/" + name, in: offset..<count) {
      offset = found + name.utf8.count + 1
      let next = offset < count ? self[offset] : 0x20
      if !next.isASCIILetter, !next.isASCIIDigit {
        places.append(self[offset...].firstIndex { !$0.isSpace } ?? count)
      }
    }
    return places
  }

  /// Whether a name stands in a dictionary.
  func holdsName(_ name: String) -> Bool { place(after: name) != nil }

  /// The number behind a name; of a reference `12 0 R` the number of the object.
  func number(of name: String) -> Int? {
    guard let place = place(after: name) else { return nil }
    let digits = self[place...].prefix(10).prefix { $0.isASCIIDigit }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
