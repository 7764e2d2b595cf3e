/// The text of a document in Microsoft's Rich Text Format (version 1.9.1): a piece for each paragraph
/// and for each row of a table, one for where a link leads, and those of its properties.
struct RtfText {
  /// What of a group is read.
  private enum Reading {
    case shown
    /// A property of the document, such as its title.
    case property
    /// The instructions of a field: the address of a link.
    case instruction
    case picture
    case nothing
  }

  private let bytes: [UInt8]
  private var offset = 0
  /// What of each open group is read; the innermost last.
  private var groups: [Reading] = [.shown]
  private var text: [UInt8] = []
  private var instruction: [UInt8] = []
  private var property: [UInt8] = []
  private var digits: [UInt8] = []
  /// The first half of a character that is written as two numbers.
  private var half: UInt16?
  /// How many characters behind one written as a number stand for the same.
  private var left = 0
  private var charactersForOlderPrograms = 1
  private(set) var pieces: [TextPiece] = []
  private(set) var pictures: [[UInt8]] = []

  static func isOne(_ bytes: [UInt8]) -> Bool { bytes.holds("{\\rtf") }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    while offset < bytes.count { next() }
    flush()
    emit(property)
  }

  private mutating func next() {
    let byte = bytes[offset]
    offset += 1
    switch byte {
    case 0x7B: groups.append(groups.last ?? .shown)
    case 0x7D: endGroup()
    case 0x5C: control()
    case 0x0A, 0x0D: break
    default: add([byte])
    }
  }

  private mutating func endGroup() {
    let ended = groups.count > 1 ? groups.removeLast() : .shown
    guard ended != groups.last else { return }
    switch ended {
    case .instruction:
      emit(instruction)
      instruction = []
    case .property:
      emit(property)
      property = []
    case .picture:
      pictures.append(hexadecimal(digits[...]))
      digits = []
    case .shown, .nothing: break
    }
  }

  private mutating func add(_ letters: [UInt8]) {
    if left > 0 {
      left -= 1
      return
    }
    switch groups.last ?? .shown {
    case .shown: text += letters
    case .property: property += letters
    case .instruction: instruction += letters
    case .picture: digits += letters
    case .nothing: break
    }
  }

  /// A control word with its number, or a sign.
  private mutating func control() {
    guard offset < bytes.count else { return }
    guard bytes[offset].isASCIILetter else { return sign() }
    let word = bytes[offset...].prefix(32).prefix { $0.isASCIILetter }
    offset += word.count
    let number = bytes[offset...].prefix(11).prefix { $0.isASCIIDigit || $0 == 0x2D }
    offset += number.count
    if offset < bytes.count, bytes[offset] == 0x20 { offset += 1 }
    perform(
      String(decoding: word, as: UTF8.self), Int(String(decoding: number, as: UTF8.self)))
  }

  private mutating func sign() {
    let sign = bytes[offset]
    offset += 1
    switch sign {
    case 0x27:
      let code = hexadecimal(bytes[offset...].prefix(2))
      offset = min(offset + 2, bytes.count)
      add(code.first.map { $0 < 0x80 ? [$0] : ReadableText.utf8([$0]) } ?? [])
    case 0x2A: set(.nothing)
    case 0x7E: add([0x20])
    case 0x5C, 0x7B, 0x7D: add([sign])
    case 0x5F: add([0x2D])
    default: break
    }
  }

  private mutating func perform(_ word: String, _ number: Int?) {
    switch word {
    case "par", "sect", "page", "row": flush()
    case "line", "tab": add([0x20])
    case "cell", "nestcell": add([TextPiece.cellBorder])
    case "u": character(number ?? 0)
    case "uc": charactersForOlderPrograms = max(0, number ?? 1)
    case "fonttbl", "colortbl", "stylesheet", "generator", "listtable", "themedata": set(.nothing)
    case "author", "operator", "title", "subject", "keywords", "company", "manager", "doccomm":
      set(.property)
    case "fldinst": set(.instruction)
    case "pict": set(.picture)
    case "emdash", "endash": add(Array("–".utf8))
    case "lquote", "rquote": add(Array("’".utf8))
    case "ldblquote", "rdblquote": add([0x22])
    case "bin":
      offset = min(offset + max(0, number ?? 0), bytes.count)
    default: break
    }
  }

  private mutating func set(_ reading: Reading) { groups[groups.count - 1] = reading }

  /// A character as a number of UTF-16; what stands behind it is for programs that cannot read it.
  private mutating func character(_ number: Int) {
    let unit = UInt16(truncatingIfNeeded: number)
    if let high = half {
      half = nil
      left = 0
      add(Array(String(decoding: [high, unit], as: UTF16.self).utf8))
    } else if (0xD800...0xDBFF).contains(unit) {
      half = unit
      left = 0
    } else {
      left = 0
      add(Array(String(decoding: [unit], as: UTF16.self).utf8))
    }
    left = charactersForOlderPrograms
  }

  private mutating func flush() {
    emit(text)
    text = []
  }

  private mutating func emit(_ text: [UInt8]) {
    guard text.contains(where: { !$0.isSpace && $0 != TextPiece.cellBorder }) else { return }
    pieces.append(TextPiece(text, line: 0))
  }
}
