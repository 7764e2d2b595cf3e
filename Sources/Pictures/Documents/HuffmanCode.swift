/// A canonical Huffman code: how many codes there are of each length, and the symbols in the order
/// of their codes (RFC 1951, section 3.2.2).
struct HuffmanCode {
  /// How many bits are looked up at once; few codes are longer.
  static let quickBits = 9

  private var counts = [Int](repeating: 0, count: 16)
  private let symbols: [Int]
  /// By the next bits, the first in the lowest place: a symbol times 16, and the length of its
  /// code; 0 where the code is longer.
  private var quick = [UInt16](repeating: 0, count: 1 << quickBits)

  /// - Parameter lengths: the length of each symbol's code in bits, from 0 (unused) to 15.
  init(_ lengths: [Int]) {
    for length in lengths { counts[length] += 1 }
    counts[0] = 0
    symbols = (1...15).flatMap { length in lengths.indices.filter { lengths[$0] == length } }
    fillQuick()
  }

  private mutating func fillQuick() {
    var code = 0
    var next = 0
    for length in 1...Self.quickBits {
      for symbol in symbols[next...].prefix(counts[length]) {
        note(symbol, code, length)
        code += 1
      }
      next += counts[length]
      code <<= 1
    }
  }

  /// Codes are sent with their first bit first, and the bits behind one may be any.
  private mutating func note(_ symbol: Int, _ code: Int, _ length: Int) {
    var first = 0
    for place in 0..<length where code >> place & 1 == 1 { first |= 1 << (length - 1 - place) }
    for bits in stride(from: first, to: 1 << Self.quickBits, by: 1 << length) {
      quick[bits] = UInt16(symbol << 4 | length)
    }
  }

  /// The symbol whose code the next bits begin with, and how long that code is.
  ///
  /// `bits` holds 15 bits or all that are left, the next in the lowest place.
  @inline(__always)
  func symbol(in bits: UInt64) -> (symbol: Int, length: Int)? {
    let entry = Int(quick[Int(bits) & (1 << Self.quickBits - 1)])
    return entry != 0 ? (entry >> 4, entry & 15) : longSymbol(in: bits)
  }

  private func longSymbol(in bits: UInt64) -> (symbol: Int, length: Int)? {
    var code = 0
    var firstCode = 0
    var firstSymbol = 0
    for length in 1...15 {
      code |= Int(bits >> UInt64(length - 1) & 1)
      let count = counts[length]
      let index = firstSymbol + code - firstCode
      if code - firstCode < count {
        return symbols.indices.contains(index) ? (symbols[index], length) : nil
      }
      firstSymbol += count
      firstCode = (firstCode + count) << 1
      code <<= 1
    }
    return nil
  }

  /// The code for literals and lengths that blocks without codes of their own use.
  static let fixedLiterals = HuffmanCode(
    (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
  static let fixedDistances = HuffmanCode([Int](repeating: 5, count: 30))
}
