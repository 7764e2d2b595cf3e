import Diagnostics
import Text

/// The rules that every path keeps, checked on bytes: `"..\u{301}"` holds no `".."` to a reader of
/// `Character`s, yet a file system may see one.
enum PathRules {
  static let longestPath = 1_024
  static let longestPart = 255

  /// The first rule that `bytes`, known to be valid UTF-8, breaks.
  static func problem(in bytes: UnsafeBufferPointer<UInt8>) -> PathProblem? {
    guard let first = bytes.first else { return .empty }
    if bytes.count > longestPath { return .tooLong }
    if first == .slash { return .absolute }
    var partStart = 0
    var highBits: UInt8 = 0
    for (index, byte) in bytes.enumerated() {
      highBits |= byte
      if byte == .slash {
        if let problem = problem(inPart: bytes[partStart..<index]) { return problem }
        partStart = index + 1
      } else if let problem = problem(withByte: byte, before: bytes[(index + 1)...]) {
        return problem
      }
    }
    return problem(inPart: bytes[partStart...])
      ?? (highBits < 0x80 ? nil : problem(inScalars: bytes))
  }

  private static func problem(
    withByte byte: UInt8, before rest: Slice<UnsafeBufferPointer<UInt8>>
  ) -> PathProblem? {
    switch byte {
    case 0..<0x20, 0x7F: .invisibleCharacter
    case .backslash: .backslash
    case .percent where isEncodedPunctuation(rest): .encodedPunctuation
    case .less, .greater, .colon, .quote, .bar, .question, .star:
      .refusedCharacter(Unicode.Scalar(byte))
    default: nil
    }
  }

  /// Whether the digits after a `%` stand for `.`, `/` or `\`.
  private static func isEncodedPunctuation(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard rest.count >= 2 else { return false }
    let digits = (rest[rest.startIndex], rest[rest.startIndex + 1].asciiLowercased)
    return switch digits {
    case (0x32, 0x65), (0x32, 0x66), (0x35, 0x63): true
    default: false
    }
  }

  private static func problem(inPart part: Slice<UnsafeBufferPointer<UInt8>>) -> PathProblem? {
    guard let last = part.last else { return .emptyPart }
    if part.count > longestPart { return .partTooLong }
    if part.count <= 2, part.allSatisfy({ $0 == .dot }) { return .dotPart }
    if last == .dot || last == .space { return .trailingDotOrSpace }
    return deviceName(in: part).map(PathProblem.deviceName)
  }

  /// The device that Windows takes a name for: whatever follows the first dot, and spaces before
  /// it, do not matter there.
  private static func deviceName(in part: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    var base = part.prefix { $0 != .dot }
    while base.last == .space { base.removeLast() }
    guard (3...7).contains(base.count), let first = base.first?.asciiLowercased,
      firstLettersOfDevices.contains(first)
    else { return nil }
    let name = String(decoding: base.map(\.asciiLowercased), as: UTF8.self)
    return isDeviceName(name) ? String(decoding: base, as: UTF8.self) : nil
  }

  private static let firstLettersOfDevices = Array("acnlp".utf8)

  private static func isDeviceName(_ name: String) -> Bool {
    switch name {
    case "con", "prn", "aux", "nul", "conin$", "conout$": return true
    default:
      guard name.hasPrefix("com") || name.hasPrefix("lpt") else { return false }
      let number = name.unicodeScalars.dropFirst(3)
      return number.count == 1 && number.allSatisfy("0123456789¹²³".unicodeScalars.contains)
    }
  }

  private static func problem(inScalars bytes: UnsafeBufferPointer<UInt8>) -> PathProblem? {
    var mayTakeMark = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar.isInvisible { return .invisibleCharacter }
      if !mayTakeMark, scalar.joinsTheOneBefore { return .strayMark }
      mayTakeMark = scalar != "." && scalar != "/"
    }
    return nil
  }
}

extension Unicode.Scalar {
  /// Whether a reader can't see it, or it moves or hides what they see.
  fileprivate var isInvisible: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: isBidirectionalControl
    }
  }

  /// Whether it melts into one `Character` with what stands before it.
  fileprivate var joinsTheOneBefore: Bool {
    properties.isGraphemeExtend || properties.generalCategory == .spacingMark || value == 0x200D
  }
}

extension UInt8 {
  static let slash: UInt8 = 0x2F
  static let dot: UInt8 = 0x2E
  static let space: UInt8 = 0x20
  static let backslash: UInt8 = 0x5C
  static let percent: UInt8 = 0x25
  static let newline: UInt8 = 0x0A
  fileprivate static let less: UInt8 = 0x3C
  fileprivate static let greater: UInt8 = 0x3E
  fileprivate static let colon: UInt8 = 0x3A
  fileprivate static let quote: UInt8 = 0x22
  fileprivate static let bar: UInt8 = 0x7C
  fileprivate static let question: UInt8 = 0x3F
  fileprivate static let star: UInt8 = 0x2A

  var asciiLowercased: UInt8 { (0x41...0x5A).contains(self) ? self + 0x20 : self }
}
