/// A canonical Huffman code: how many codes there are of each length, and the symbols in the order
/// of their codes (RFC 1951, section 3.2.2).
struct HuffmanCode {
  /// How far along a code the bits read so far have come.
  struct Position {
    fileprivate var length = 0
    fileprivate var code = 0
    fileprivate var firstCode = 0
    fileprivate var firstSymbol = 0
  }

  private var counts = [Int](repeating: 0, count: 16)
  private let symbols: [Int]

  /// - Parameter lengths: the length of each symbol's code in bits, from 0 (unused) to 15.
  init(_ lengths: [Int]) {
    for length in lengths { counts[length] += 1 }
    counts[0] = 0
    symbols = (1...15).flatMap { length in lengths.indices.filter { lengths[$0] == length } }
  }

  /// The symbol whose code ends with this bit, if one does.
  func symbol(after bit: Int, _ position: inout Position) -> Int? {
    position.length += 1
    position.code |= bit
    let count = counts[position.length]
    let index = position.code - position.firstCode
    if index < count {
      let symbol = position.firstSymbol + index
      return symbols.indices.contains(symbol) ? symbols[symbol] : nil
    }
    position.firstSymbol += count
    position.firstCode = (position.firstCode + count) << 1
    position.code <<= 1
    return nil
  }

  /// The code for literals and lengths that blocks without codes of their own use.
  static let fixedLiterals = HuffmanCode(
    (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
  static let fixedDistances = HuffmanCode([Int](repeating: 5, count: 30))
}
