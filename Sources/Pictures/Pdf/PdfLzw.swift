/// Undoes LZW as a PDF has it (ISO 32000-1, section 7.4.4): codes of 9 to 12 bits, the highest bit
/// first; 256 empties the table, 257 ends the data.
struct PdfLzw {
  private static let clear = 256
  private static let end = 257
  private static let longestTable = 4096

  private let limit: Int
  /// By how many entries early codes grow by a bit: 1, or 0 where the stream says so.
  private let earlyChange: Int
  private var output: [UInt8] = []
  /// Of each code from 258 on, where in the output its bytes were written first, and how many.
  private var table: [(start: Int, count: Int)] = []
  private var last: (start: Int, count: Int)?

  /// What `packed` holds; `nil` if it is damaged or would be longer than `limit`.
  static func unpacked(
    _ packed: ArraySlice<UInt8>, earlyChange: Int, atMost limit: Int
  ) -> [UInt8]? {
    var unpacking = PdfLzw(limit: limit, earlyChange: earlyChange)
    return unpacking.unpack(packed) ? unpacking.output : nil
  }

  private init(limit: Int, earlyChange: Int) {
    self.limit = limit
    self.earlyChange = earlyChange
  }

  private var width: Int {
    // The next entry is made with the code that is read.
    switch table.count + 258 + earlyChange {
    case ..<512: 9
    case ..<1024: 10
    case ..<2048: 11
    default: 12
    }
  }

  private mutating func unpack(_ packed: ArraySlice<UInt8>) -> Bool {
    var (bits, count) = (0, 0)
    for byte in packed {
      bits = bits << 8 | Int(byte)
      count += 8
      guard count >= width else { continue }
      let code = bits >> (count - width)
      count -= width
      bits &= (1 << count) - 1
      if code == Self.end { return true }
      guard add(code), output.count <= limit else { return false }
    }
    return true
  }

  /// Appends what a code stands for; `false` where it stands for nothing yet.
  private mutating func add(_ code: Int) -> Bool {
    if code == Self.clear {
      table = []
      last = nil
      return true
    }
    let start = output.count
    if code < Self.clear {
      output.append(UInt8(code))
    } else if code - 258 < table.count {
      let entry = table[code - 258]
      output += output[entry.start..<(entry.start + entry.count)]
    } else if let last, code - 258 == table.count {
      output += output[last.start..<(last.start + last.count)]
      output.append(output[last.start])
    } else {
      return false
    }
    // The bytes of the last code and the first of this stand in a row.
    if let last, table.count + 258 < Self.longestTable {
      table.append((last.start, last.count + 1))
    }
    last = (start, output.count - start)
    return true
  }
}
