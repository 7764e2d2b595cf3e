/// The spaces and container markers that a line starts with: CommonMark 0.30 §5.
///
/// Read from the line alone, so an upper bound: within code or a paragraph the same bytes are text.
struct LinePrefix {
  /// The byte at which the line begins.
  let start: Int
  /// The byte at which its content begins.
  private(set) var content: Int
  /// The column of the content, counted from 0, tabs expanded.
  private(set) var column = 0
  /// The column of the first list item's marker, or else of the content.
  var indentation: Int { firstListItem ?? column }
  private var firstListItem: Int?
  /// How many `>` there are.
  private(set) var quotes = 0
  /// Whether the last marker is a list item's.
  private(set) var isListItem = false
  /// Whether any marker is a list item's.
  var hasListItem: Bool { firstListItem != nil }

  init(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    self.start = start
    self.content = start
    while content < bytes.count {
      switch bytes[content] {
      case UInt8(ascii: " "): column += 1
      case UInt8(ascii: "\t"): column += 4 - column % 4
      case UInt8(ascii: ">"):
        quotes += 1
        column += 1
        isListItem = false
      default:
        let length = Self.listMarkerLength(in: bytes, at: content)
        guard length > 0 else { return }
        isListItem = true
        firstListItem = firstListItem ?? column
        column += length
        content += length - 1
      }
      content += 1
    }
  }

  /// Whether nothing follows the markers.
  func isBlank(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    content >= bytes.count || bytes[content] == 0x0A || bytes[content] == 0x0D
  }

  /// The length of the list item's marker at a byte; 0 where there is none.
  static func listMarkerLength(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    switch bytes[index] {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
      return endsMarker(bytes, index + 1) ? 1 : 0
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      var end = index + 1
      while end < bytes.count, end - index < 9, isDigit(bytes[end]) { end += 1 }
      guard end < bytes.count, bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")")
      else { return 0 }
      return endsMarker(bytes, end + 1) ? end + 1 - index : 0
    default: return 0
    }
  }

  private static func endsMarker(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard index < bytes.count else { return true }
    switch bytes[index] {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), 0x0A, 0x0D: return true
    default: return false
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}

/// An open fence of a code block: CommonMark 0.30 §4.5.
struct Fence {
  private let character: UInt8
  private let length: Int
  private let column: Int
  private let quotes: Int

  /// The fence that a line's content opens.
  init?(at prefix: LinePrefix, in bytes: UnsafeBufferPointer<UInt8>) {
    guard prefix.content < bytes.count else { return nil }
    let character = bytes[prefix.content]
    guard character == UInt8(ascii: "`") || character == UInt8(ascii: "~") else { return nil }
    let length = Self.run(of: character, in: bytes, from: prefix.content)
    guard length >= 3 else { return nil }
    if character == UInt8(ascii: "`") {
      var index = prefix.content + length
      while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D {
        if bytes[index] == character { return nil }
        index += 1
      }
    }
    self.character = character
    self.length = length
    self.column = prefix.column
    self.quotes = prefix.quotes
  }

  /// Whether a line is the closing fence.
  func ends(at prefix: LinePrefix, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let run = Self.run(of: character, in: bytes, from: prefix.content)
    guard run >= length, !prefix.hasListItem else { return false }
    var index = prefix.content + run
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    return index >= bytes.count || bytes[index] == 0x0A || bytes[index] == 0x0D
  }

  /// Whether a line cannot be in the quote or list item that the fence is in, or may not be.
  func isLeft(at prefix: LinePrefix, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if prefix.quotes < quotes { return true }
    return !prefix.isBlank(in: bytes) && prefix.indentation < column
  }

  private static func run(
    of character: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    var end = start
    while end < bytes.count, bytes[end] == character { end += 1 }
    return end - start
  }
}
