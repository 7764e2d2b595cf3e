/// The letters that the codes of a font stand for.
struct PdfFont {
  /// By code, in UTF-8: what the font's own table says (ISO 32000-1, section 9.10.3).
  let letters: [Int: [UInt8]]
  let bytesOfCode: Int

  /// A font without a table: Latin letters, each a byte.
  static let plain = PdfFont(letters: [:], bytesOfCode: 1)

  /// A string in UTF-8; `nil` where it has codes whose letters are not known.
  func text(of string: [UInt8]) -> [UInt8]? {
    var text: [UInt8] = []
    for start in stride(from: 0, to: string.count, by: bytesOfCode) {
      let bytes = string[start..<min(start + bytesOfCode, string.count)]
      let code = bytes.reduce(0) { $0 << 8 | Int($1) }
      if let known = letters[code] {
        text += known
      } else if letters.isEmpty, bytesOfCode == 1, code >= 0x20 {
        text += code < 0x80 ? [UInt8(code)] : ReadableText.utf8([UInt8(code)])
      } else {
        return nil
      }
    }
    return text
  }
}

/// The fonts of a PDF by the names that its pages call them by.
///
/// Two pages may call two fonts by one name. Then a text is read with each, since whose name it is
/// would take the tree of pages to tell; what comes of a wrong font is no name of anybody.
struct PdfFonts {
  private static let mostOfOneName = 8
  /// The numbers of the objects of fonts.
  private var numbers: [String: [Int]] = [:]
  private var known: [Int: PdfFont] = [:]

  init(_ objects: inout PdfObjects) {
    for (_, dictionary) in objects.dictionaries.sorted(by: { $0.key < $1.key }) {
      guard let place = dictionary.place(after: "Font") else { continue }
      if dictionary.holds("<<", at: place) {
        add(dictionary[place...], &objects)
      } else if let number = dictionary.number(of: "Font"), let fonts = objects.dictionaries[number]
      {
        add(fonts[...], &objects)
      }
    }
  }

  /// In how many ways a text is read.
  var readingCount: Int { numbers.values.map(\.count).max() ?? 1 }

  /// The font that a name means; where it may mean several, in each reading another.
  func font(named name: String, reading: Int) -> PdfFont {
    guard let numbers = numbers[name], !numbers.isEmpty else { return .plain }
    return known[numbers[min(reading, numbers.count - 1)]] ?? .plain
  }

  /// Reads `<< /F1 12 0 R /F2 13 0 R >>`.
  private mutating func add(_ dictionary: ArraySlice<UInt8>, _ objects: inout PdfObjects) {
    let end =
      dictionary.indices.first { dictionary[$0...].starts(with: ">>".utf8) } ?? dictionary.endIndex
    for item in dictionary[..<end].split(separator: UInt8(ascii: "/")) {
      let words = item.split(whereSeparator: \.isSpace).map { String(decoding: $0, as: UTF8.self) }
      guard words.count >= 4, words[3].hasPrefix("R"), let number = Int(words[1]),
        numbers[words[0], default: []].count < Self.mostOfOneName,
        !numbers[words[0], default: []].contains(number)
      else { continue }
      numbers[words[0], default: []].append(number)
      known[number] = font(number, &objects)
    }
  }

  private mutating func font(_ number: Int, _ objects: inout PdfObjects) -> PdfFont {
    if let font = known[number] { return font }
    let dictionary = objects.dictionaries[number] ?? []
    let table = dictionary.number(of: "ToUnicode").flatMap { objects.unpacked($0) }
    return PdfFont(
      letters: table.map(PdfCharacterMap.letters) ?? [:],
      bytesOfCode: dictionary.holdsName("Type0") ? 2 : 1)
  }
}

/// The table of a font's letters, a program in a small language of which only the rows are read.
enum PdfCharacterMap {
  /// As many as two bytes can tell.
  private static let most = 65_536

  static func letters(_ table: [UInt8]) -> [Int: [UInt8]] {
    var letters: [Int: [UInt8]] = [:]
    read(table, from: "beginbfchar", to: "endbfchar") { tokens in
      for position in stride(from: 0, to: tokens.count - 1, by: 2) {
        letters[code(tokens[position])] = utf8(tokens[position + 1])
      }
    }
    read(table, from: "beginbfrange", to: "endbfrange") { tokens in
      for position in stride(from: 0, to: tokens.count - 2, by: 3) {
        let (first, last) = (code(tokens[position]), code(tokens[position + 1]))
        let start = tokens[position + 2]
        for number in first...max(first, min(last, first + 255)) where letters.count < most {
          letters[number] = utf8(start.advanced(by: number - first))
        }
      }
    }
    return letters
  }

  /// Gives the strings of each such part; those of a range that lists its letters one by one are
  /// read as characters.
  private static func read(
    _ table: [UInt8], from begin: String, to end: String, _ rows: ([[UInt8]]) -> Void
  ) {
    var offset = 0
    while let start = table.firstOffset(of: begin, in: offset..<table.count) {
      offset = table.firstOffset(of: end, in: start..<table.count) ?? table.count
      for line in table[start..<offset].split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
        let strings = line.split(separator: 0x3C, omittingEmptySubsequences: false)
          .dropFirst().map { hexadecimal($0) }
        guard line.contains(0x5B), let first = strings.first, strings.count > 2 else {
          rows(strings)
          continue
        }
        for (number, letter) in strings.dropFirst(2).enumerated() {
          let one = first.advanced(by: number)
          rows([one, one, letter])
        }
      }
    }
  }

  private static func code(_ bytes: [UInt8]) -> Int {
    bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
  }

  private static func utf8(_ bytes: [UInt8]) -> [UInt8] { ReadableText.utf8([0xFE, 0xFF] + bytes) }
}

/// The bytes of `48656C>`, up to the bracket.
func hexadecimal(_ digits: ArraySlice<UInt8>) -> [UInt8] {
  var values = digits.prefix { $0 != 0x3E }.compactMap { $0.hexadecimalDigit }
  if !values.count.isMultiple(of: 2) { values.append(0) }
  return stride(from: 0, to: values.count, by: 2).map { values[$0] << 4 | values[$0 + 1] }
}

extension UInt8 {
  var hexadecimalDigit: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x41 + 10
    case 0x61...0x66: self - 0x61 + 10
    default: nil
    }
  }
}

extension [UInt8] {
  /// The bytes as one number, and so many more.
  fileprivate func advanced(by step: Int) -> [UInt8] {
    var number = self
    var carried = step
    for index in indices.reversed() where carried > 0 {
      let sum = Int(number[index]) + carried
      number[index] = UInt8(sum & 0xFF)
      carried = sum >> 8
    }
    return number
  }
}
