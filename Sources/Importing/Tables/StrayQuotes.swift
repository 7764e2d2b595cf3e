/// Quotation marks that a spreadsheet would have doubled and people did not: `Ben "Bo" Hale, 5" nails`.
enum StrayQuotes {
  /// The same table with each cell that holds such a mark quoted as RFC 4180 has it.
  static func fixed(_ text: String, _ delimiter: Character) -> String {
    guard text.contains("\""), let mark = delimiter.asciiValue else { return text }
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 64)
    var index = 0
    // Behind a mark that is never closed no other is looked for: the end is searched once.
    var isHopeless = false
    while index < bytes.count {
      let found = !isHopeless && bytes[index] == quote ? quoted(bytes, index, mark) : nil
      if found == nil, bytes[index] == quote { isHopeless = true }
      let (cell, end) = found ?? plain(bytes, index, mark)
      output += cell
      index = end
      if index < bytes.count {
        output.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static let quote = UInt8(ascii: "\"")

  private static func isEnd(_ byte: UInt8, _ mark: UInt8) -> Bool { byte == mark || byte == 0x0A }

  /// A cell without quotes around it.
  private static func plain(_ bytes: [UInt8], _ start: Int, _ mark: UInt8) -> ([UInt8], Int) {
    let end = bytes[start...].firstIndex { isEnd($0, mark) } ?? bytes.count
    let cell = bytes[start..<end]
    return (cell.contains(quote) ? wrapped(cell) : Array(cell), end)
  }

  /// A cell in quotes: it ends at one behind which a cell can end; `nil` where it is never closed.
  private static func quoted(_ bytes: [UInt8], _ start: Int, _ mark: UInt8) -> ([UInt8], Int)? {
    var content: [UInt8] = []
    var index = start + 1
    while index < bytes.count {
      guard bytes[index] == quote else {
        content.append(bytes[index])
        index += 1
        continue
      }
      let next = index + 1
      if next >= bytes.count || isEnd(bytes[next], mark) { return (wrapped(content[...]), next) }
      content.append(quote)
      index = bytes[next] == quote ? next + 1 : next
    }
    return nil
  }

  private static func wrapped(_ cell: ArraySlice<UInt8>) -> [UInt8] {
    var output = [quote]
    for byte in cell {
      if byte == quote { output.append(quote) }
      output.append(byte)
    }
    return output + [quote]
  }
}
