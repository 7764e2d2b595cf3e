import Text

/// The cells of tables and of lists of terms, read as a label and its value: a word in a header and
/// what stands below it, or a cell and the one beside it.
///
/// `| Passcode | 778899 |` says what *Passcode: 778899* says.
enum LabelledCells {
  /// For each row its cells one after another, and its cells each after that of the header.
  static func texts(in html: [UInt8]) -> [[UInt8]] {
    guard html.holdsTable else { return [] }
    var reader = CellReader(html: html)
    return reader.tables().flatMap { rows -> [[UInt8]] in
      let besides = rows.map { Array($0.joined(separator: ": ".utf8)) }
      guard let header = rows.first, header.count > 1 else { return besides }
      return besides
        + rows.dropFirst().map { row in
          Array(
            zip(header, row).map { Array([$0, $1].joined(separator: ": ".utf8)) }
              .joined(separator: "; ".utf8))
        }
    }
  }
}

/// Reads the cells of tables out of finished HTML, in which each tag is whole and each `<` of a text
/// is written as an entity.
private struct CellReader {
  typealias Row = [[UInt8]]

  let html: [UInt8]
  private var rows: [Row] = []
  private var found: [[Row]] = []
  private var isInCell = false

  init(html: [UInt8]) {
    self.html = html
  }

  mutating func tables() -> [[Row]] {
    var offset = 0
    while offset < html.count {
      if html[offset] == UInt8(ascii: "<") {
        let end = html[offset...].firstIndex(of: UInt8(ascii: ">")) ?? html.count - 1
        read(tag: html[(offset + 1)..<end])
        offset = end + 1
      } else {
        let end = html[offset...].firstIndex(of: UInt8(ascii: "<")) ?? html.count
        if isInCell { appendToCell(html[offset..<end]) }
        offset = end
      }
    }
    endTable()
    return found
  }

  private mutating func read(tag: ArraySlice<UInt8>) {
    let name = tag.prefix { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "/") }
    switch String(decoding: name, as: UTF8.self) {
    case "table", "/table", "dl", "/dl": endTable()
    case "tr": rows.append([])
    case "dt":
      rows.append([])
      startCell()
    case "th", "td", "dd": startCell()
    case "/th", "/td", "/dt", "/dd": isInCell = false
    // Where a link leads tells whether a meeting stands beside a password.
    case "a" where isInCell: appendToCell(Array(tag).percentDecodedBytes[...])
    default: if isInCell { appendToCell([0x20]) }
    }
  }

  private mutating func startCell() {
    if rows.isEmpty { rows.append([]) }
    rows[rows.count - 1].append([])
    isInCell = true
  }

  private mutating func appendToCell(_ text: ArraySlice<UInt8>) {
    guard let row = rows.indices.last, let cell = rows[row].indices.last else { return }
    rows[row][cell] += text
  }

  private mutating func endTable() {
    if !rows.isEmpty { found.append(rows) }
    rows = []
    isInCell = false
  }
}

extension [UInt8] {
  fileprivate var holdsTable: Bool {
    withUnsafeBufferPointer { bytes in
      bytes.indices.dropLast().contains { index in
        guard bytes[index] == UInt8(ascii: "<") else { return false }
        let next = bytes[index + 1] | 0x20
        return next == UInt8(ascii: "t") && holds("table", at: index + 1)
          || next == UInt8(ascii: "d") && holds("dl", at: index + 1)
      }
    }
  }
}
