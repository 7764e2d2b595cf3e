/// Unpacks deflated data (RFC 1951).
struct Inflation {
  private struct Fault: Error {}

  private let packed: ArraySlice<UInt8>
  private let limit: Int
  /// The next byte to take into `bits`.
  private var index: Int
  /// The next bits, the first in the lowest place.
  private var bits: UInt64 = 0
  private var bitCount = 0
  private var output: [UInt8] = []

  /// What `packed` holds; `nil` if it is damaged or would be longer than `limit`.
  static func inflated(_ packed: ArraySlice<UInt8>, atMost limit: Int) -> [UInt8]? {
    var inflation = Inflation(packed: packed, limit: limit)
    do throws(Fault) {
      while try !inflation.block() {}
      return inflation.output
    } catch {
      return nil
    }
  }

  private init(packed: ArraySlice<UInt8>, limit: Int) {
    self.packed = packed
    self.limit = limit
    index = packed.startIndex
  }

  /// Unpacks one block, and says whether it was the last.
  private mutating func block() throws(Fault) -> Bool {
    let isLast = try bits(1) == 1
    switch try bits(2) {
    case 0: try stored()
    case 1: try compressed(literals: .fixedLiterals, distances: .fixedDistances)
    case 2: try withOwnCodes()
    default: throw Fault()
    }
    return isLast
  }

  private mutating func bits(_ count: Int) throws(Fault) -> Int {
    refill()
    guard bitCount >= count else { throw Fault() }
    let value = Int(bits & (1 << UInt64(count) - 1))
    drop(count)
    return value
  }

  /// Takes in bytes until there are more bits than any one reading needs.
  @inline(__always)
  private mutating func refill() {
    while bitCount <= 48, index < packed.endIndex {
      bits |= UInt64(packed[index]) << UInt64(bitCount)
      bitCount += 8
      index += 1
    }
  }

  @inline(__always)
  private mutating func drop(_ count: Int) {
    bits >>= UInt64(count)
    bitCount -= count
  }

  private mutating func append(_ byte: UInt8) throws(Fault) {
    guard output.count < limit else { throw Fault() }
    output.append(byte)
  }

  private mutating func stored() throws(Fault) {
    drop(bitCount & 7)
    let length = try bits(16)
    guard try bits(16) == length ^ 0xFFFF else { throw Fault() }
    for _ in 0..<length { try append(UInt8(truncatingIfNeeded: try bits(8))) }
  }

  private mutating func compressed(
    literals: HuffmanCode, distances: HuffmanCode
  ) throws(Fault) {
    while true {
      let symbol = try symbol(literals)
      if symbol == 256 { return }
      if symbol < 256 {
        try append(UInt8(symbol))
      } else {
        try copy(lengthSymbol: symbol - 257, distances)
      }
    }
  }

  /// Repeats what was unpacked before: a length of 3 to 258 at a distance of 1 to 32,768.
  private mutating func copy(lengthSymbol: Int, _ distances: HuffmanCode) throws(Fault) {
    guard lengthSymbol < lengthBases.count else { throw Fault() }
    let length = lengthBases[lengthSymbol] + (try bits(lengthExtraBits[lengthSymbol]))
    let distanceSymbol = try symbol(distances)
    guard distanceSymbol < distanceBases.count else { throw Fault() }
    let distance = distanceBases[distanceSymbol] + (try bits(max(0, distanceSymbol / 2 - 1)))
    guard distance <= output.count else { throw Fault() }
    for _ in 0..<length { try append(output[output.count - distance]) }
  }

  @inline(__always)
  private mutating func symbol(_ code: HuffmanCode) throws(Fault) -> Int {
    refill()
    guard let (symbol, length) = code.symbol(in: bits), length <= bitCount else { throw Fault() }
    drop(length)
    return symbol
  }

  /// A block that brings its own codes, themselves coded by a third (RFC 1951, section 3.2.7).
  private mutating func withOwnCodes() throws(Fault) {
    let literalCount = try bits(5) + 257
    let distanceCount = try bits(5) + 1
    let orderCount = try bits(4) + 4
    var orderLengths = [Int](repeating: 0, count: 19)
    for place in codeOrder.prefix(orderCount) { orderLengths[place] = try bits(3) }
    let lengths = try codeLengths(literalCount + distanceCount, HuffmanCode(orderLengths))
    try compressed(
      literals: HuffmanCode(Array(lengths.prefix(literalCount))),
      distances: HuffmanCode(Array(lengths.dropFirst(literalCount))))
  }

  private mutating func codeLengths(_ count: Int, _ code: HuffmanCode) throws(Fault) -> [Int] {
    var lengths: [Int] = []
    while lengths.count < count {
      let symbol = try symbol(code)
      switch symbol {
      case 16:
        guard let last = lengths.last else { throw Fault() }
        lengths += repeatElement(last, count: try bits(2) + 3)
      case 17: lengths += repeatElement(0, count: try bits(3) + 3)
      case 18: lengths += repeatElement(0, count: try bits(7) + 11)
      default: lengths.append(symbol)
      }
    }
    guard lengths.count == count else { throw Fault() }
    return lengths
  }
}

private let codeOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
private let lengthBases = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
  163, 195, 227, 258,
]
private let lengthExtraBits = [
  0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
]
private let distanceBases = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049,
  3073, 4097, 6145, 8193, 12289, 16385, 24577,
]
