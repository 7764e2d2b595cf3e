import Diagnostics

/// A stretch of YAML in a file, before anything has read it.
struct YAMLBlock {
  /// Where the YAML stands, for the wording of messages and its limit.
  enum Kind: Hashable {
    case frontMatter
    case file(limit: Int)
  }

  /// How deep lists and fields may stand in one another.
  static let deepest = 8

  let source: SourceText
  let range: Range<Int>
  let kind: Kind
  let roles: FieldRoles

  init(_ source: SourceText, _ range: Range<Int>, _ kind: Kind, _ roles: FieldRoles) {
    self.source = source
    self.range = range
    self.kind = kind
    self.roles = roles
  }

  /// What messages call the block.
  var name: String { kind == .frontMatter ? "the front matter" : "this file" }

  /// What keeps the bytes from being read at all: too many, not UTF-8, or characters that can't be
  /// seen.
  var refusal: Diagnostic? {
    let limit = if case .file(let limit) = kind { limit } else { FrontMatter.largest }
    if range.count > limit { return tooLarge(limit) }
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = source.bytes[offset]
      if (0x20...0x7E).contains(byte) || byte == 0x09 || byte.isLineBreak {
        offset += 1
        continue
      }
      guard let (scalar, length) = scalar(at: offset) else { return notUTF8(at: offset) }
      if isRefused(scalar) { return invisible(scalar, at: offset..<(offset + length)) }
      offset += length
    }
    return nil
  }

  /// The character that begins at a byte and its length; `nil` where the bytes are not UTF-8.
  private func scalar(at offset: Int) -> (Unicode.Scalar, length: Int)? {
    let end = min(offset + 4, range.upperBound)
    var decoder = UTF8()
    var bytes = source.bytes[offset..<end].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return nil }
    return (scalar, UTF8.width(scalar))
  }

  /// Controls, breaks that only some programs see as breaks, byte order marks in the middle, and
  /// noncharacters, which the scanner uses for its own marks.
  private func isRefused(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFDD0...0xFDEF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }
}

// MARK: Messages

extension YAMLBlock {
  private func tooLarge(_ limit: Int) -> Diagnostic {
    let size = (range.count + 1023) / 1024
    let isFrontMatter = kind == .frontMatter
    return Diagnostic(
      .error, isFrontMatter ? "front-matter-too-large" : "file-too-large",
      at: isFrontMatter ? source.location(of: source.line(1)) : source.whole,
      "\(name) may hold \(limit / 1024) KiB; it holds \(size)",
      hints: isFrontMatter ? ["move long text into the body, below the closing ---"] : [])
  }

  private func notUTF8(at offset: Int) -> Diagnostic {
    Diagnostic(
      .error, "not-utf8", at: source.location(of: offset..<(offset + 1)),
      "a file must be saved as UTF-8; the character here is not",
      because: "It was probably saved by a program that uses an older set, such as Windows-1252.",
      hints: ["save the file again with the encoding UTF-8, then check its accents and quotes"])
  }

  private func invisible(_ scalar: Unicode.Scalar, at place: Range<Int>) -> Diagnostic {
    let code = String(scalar.value, radix: 16, uppercase: true)
    let padded = String(repeating: "0", count: max(0, 4 - code.utf8.count)) + code
    return Diagnostic(
      .error, "control-character", at: source.location(of: place),
      "\(name) holds a character that cannot be seen (U+\(padded))",
      hints: ["delete it; retype the words beside it if it comes back"])
  }
}
