/// A copy of a block of YAML in which the traps that were reported are fixed, so that the other
/// fields are still read and all problems of a file are told in one run.
///
/// A character that is text and that YAML could take for structure is replaced by a noncharacter
/// (refused in input, so it can't be forged) and put back in the values that come out. That is
/// also the guard that holds whatever the scanner misses: no anchor, alias or bracket that it took
/// for text can reach the parser as one.
struct YAMLRepair {
  /// One replacement in the source.
  private struct Edit {
    let offset: Int
    let removed: Int
    let inserted: [UInt8]
  }

  /// A change of columns: from `column` on, a line stands `by` columns further right than written.
  struct Shift {
    let line: Int
    let column: Int
    let by: Int
  }

  private var edits: [Edit] = []
  private(set) var shifts: [Shift] = []

  /// How many edits there are, for `undo(to:)`.
  var count: Int { edits.count }

  /// Takes back all edits since there were `count`.
  mutating func undo(to count: Int) {
    edits.removeSubrange(count...)
  }

  /// Makes the character at `offset` text.
  mutating func mask(_ byte: UInt8, at offset: Int) {
    guard let index = masked.firstIndex(of: byte) else { return }
    edits.append(Edit(offset: offset, removed: 1, inserted: [0xEF, 0xB7, 0x90 + UInt8(index)]))
  }

  /// Replaces bytes by spaces.
  mutating func blank(_ range: Range<Int>) {
    let spaces = [UInt8](repeating: 0x20, count: range.count)
    edits.append(Edit(offset: range.lowerBound, removed: range.count, inserted: spaces))
  }

  mutating func replace(at offset: Int, with byte: UInt8) {
    edits.append(Edit(offset: offset, removed: 1, inserted: [byte]))
  }

  /// Makes a line, from `offset` on, a comment.
  mutating func commentOut(at offset: Int) {
    edits.append(Edit(offset: offset, removed: 1, inserted: [UInt8(ascii: "#")]))
  }

  mutating func insert(_ bytes: [UInt8], at offset: Int) {
    edits.append(Edit(offset: offset, removed: 0, inserted: bytes))
  }

  /// Indents a line by `target` spaces instead of those in `indentation`.
  mutating func indent(_ indentation: Range<Int>, to target: Int, line: Int) {
    let spaces = [UInt8](repeating: 0x20, count: target)
    edits.append(
      Edit(offset: indentation.lowerBound, removed: indentation.count, inserted: spaces))
    shifts.append(Shift(line: line, column: 0, by: target - indentation.count))
  }

  /// Gives a field that repeats another's name one that no file can hold, so that Yams reads on.
  mutating func rename(_ key: Range<Int>, line: Int, columns: Range<Int>) {
    let name = [0xEF, 0xB7, 0xAF] + Array(String(edits.count).utf8)
    edits.append(Edit(offset: key.lowerBound, removed: key.count, inserted: name))
    let change = name.count - 2 - columns.count
    shifts.append(Shift(line: line, column: columns.lowerBound, by: change))
  }

  /// Whether a field's name is one that `rename` gave.
  static func isRepeated(_ name: String) -> Bool {
    name.utf8.starts(with: [0xEF, 0xB7, 0xAF])
  }

  /// Puts a space before the byte at `offset`, which stands in `column` (from 1) of `line`.
  mutating func insertSpace(at offset: Int, line: Int, column: Int) {
    insert([0x20], at: offset)
    shifts.append(Shift(line: line, column: column, by: 1))
  }

  /// The fixed copy of a stretch of the source.
  func applied(to bytes: [UInt8], _ range: Range<Int>) -> [UInt8] {
    guard !edits.isEmpty else { return Array(bytes[range]) }
    var fixed: [UInt8] = []
    fixed.reserveCapacity(range.count + edits.count * 2)
    var copied = range.lowerBound
    for edit in edits.sorted(by: { $0.offset < $1.offset }) where edit.offset >= copied {
      fixed += bytes[copied..<edit.offset]
      fixed += edit.inserted
      copied = edit.offset + edit.removed
    }
    return fixed + bytes[copied..<range.upperBound]
  }

  /// A value with the characters that were masked put back.
  static func restored(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(0xEF) else { return text }
    var whole: [UInt8] = []
    var offset = 0
    while offset < bytes.count {
      if let character = maskedCharacter(bytes, at: offset) {
        whole.append(character)
        offset += 3
      } else {
        whole.append(bytes[offset])
        offset += 1
      }
    }
    return String(decoding: whole, as: UTF8.self)
  }

  private static func maskedCharacter(_ bytes: [UInt8], at offset: Int) -> UInt8? {
    guard offset + 2 < bytes.count, bytes[offset] == 0xEF, bytes[offset + 1] == 0xB7,
      bytes[offset + 2] >= 0x90, Int(bytes[offset + 2]) - 0x90 < masked.count
    else { return nil }
    return masked[Int(bytes[offset + 2]) - 0x90]
  }
}

/// The characters that can be masked, by U+FDD0 and those that follow it.
private let masked = Array("&*[]{}-?:!%@`#\"'|>,<".utf8)
