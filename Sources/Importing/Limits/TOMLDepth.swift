/// Measures how deep the values of a TOML text stand in one another, before a parser sees it: toml++
/// needs time that grows with the square of the depth, and we read its tables by recursion.
///
/// Counts the parts of dotted keys and the brackets that are open (TOML 1.0, "Keys", "Array", "Inline
/// Table", "Table"). The dot of a number counts too, so the answer can be one too many.
struct TOMLDepth {
  private let bytes: [UInt8]
  private var position = 0
  /// The parts of the last heading of a table, less the first.
  private var heading = 0
  private var brackets = 0
  private var dots = 0
  private(set) var deepest = 0

  init(of text: String) {
    bytes = Array(text.utf8)
    measure()
  }

  private mutating func measure() {
    var isHeading = false
    var isLineStart = true
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\n"):
        if isHeading { (heading, brackets) = (dots + 1, 0) }
        (dots, isHeading, isLineStart) = (0, false, true)
        continue
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): continue
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        if isLineStart, brackets == 0, byte == UInt8(ascii: "[") {
          (isHeading, heading) = (true, 0)
        }
        brackets += 1
        if byte == UInt8(ascii: "{") { dots = 0 }
      case UInt8(ascii: "]"), UInt8(ascii: "}"): brackets = max(0, brackets - 1)
      case UInt8(ascii: "."): dots += 1
      case UInt8(ascii: "="), UInt8(ascii: ","): if !isHeading { dots = 0 }
      case UInt8(ascii: "#"): skip { $0 == UInt8(ascii: "\n") }
      case UInt8(ascii: "\""), UInt8(ascii: "'"): skipText(quotedBy: byte)
      default: break
      }
      isLineStart = false
      deepest = max(deepest, heading + brackets + dots)
    }
  }

  private mutating func skip(to isEnd: (UInt8) -> Bool) {
    while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
  }

  /// Goes behind a text, of which the first quote has been read.
  private mutating func skipText(quotedBy quote: UInt8) {
    let hasEscapes = quote == UInt8(ascii: "\"")
    if bytes[position...].starts(with: [quote, quote]) {
      position += 2
      while position < bytes.count, !bytes[position...].starts(with: [quote, quote, quote]) {
        position += hasEscapes && bytes[position] == UInt8(ascii: "\\") ? 2 : 1
      }
      position = min(position + 3, bytes.count)
      return
    }
    while position < bytes.count, bytes[position] != quote, bytes[position] != UInt8(ascii: "\n") {
      position += hasEscapes && bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    if position < bytes.count, bytes[position] == quote { position += 1 }
    position = min(position, bytes.count)
  }
}
