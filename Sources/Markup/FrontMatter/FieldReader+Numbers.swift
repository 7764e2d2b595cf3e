import Diagnostics
import Text

extension FieldReader {
  /// A whole number, 0 or more.
  package mutating func count(_ key: String) -> Located<Int>? {
    guard let text = text(key) else { return nil }
    if let count = Int(digits: text.value.utf8) { return Located(count, at: text.span) }
    let digits = text.value.utf8.prefix(while: \.isDigit)
    report(
      .error, "bad-number", at: text.span,
      "'\(key)' is a whole number, not '\(text.value.quotedInput)'",
      hints: ["write \(key): \(Int(digits: digits) ?? 12)"])
    return nil
  }

  /// A number, with a full stop before its decimals.
  package mutating func number(_ key: String) -> Located<Double>? {
    guard let text = text(key) else { return nil }
    if let number = Double(decimal: text.value) { return Located(number, at: text.span) }
    let meant = meantNumbers(text.value)
    report(
      .error, "bad-number", at: text.span, "'\(key)' is a number, not '\(text.value.quotedInput)'",
      hints: [
        meant.isEmpty
          ? "write digits alone, such as \(key): 12.5"
          : "write " + meant.map { "\(key): \($0)" }.inWords("or")
      ])
    return nil
  }

  /// What may be meant by a number with a comma, a unit, or spaces: `1,5`, `85 %`, `£3`, `1,234`.
  private func meantNumbers(_ text: String) -> [String] {
    let isPart: (UInt8) -> Bool = {
      $0.isDigit || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".")
    }
    let sign = text.utf8.first == UInt8(ascii: "-") ? "-" : ""
    let runs = text.utf8.split { !isPart($0) }.map { String(decoding: Array($0), as: UTF8.self) }
      .filter { $0.utf8.contains(where: \.isDigit) }
    guard runs.count == 1, let run = runs.first else { return [] }
    let parts = run.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      .map { String(decoding: Array($0), as: UTF8.self) }
    var meant = [parts.joined(separator: ".")]
    if parts.count > 1,
      parts.dropFirst().allSatisfy({ $0.prefix(3).utf8.allSatisfy(\.isDigit) && $0.utf8.count >= 3 }
      )
    {
      meant.insert(parts.joined(), at: 0)
    }
    return meant.filter { Double(decimal: $0) != nil }.map { sign + $0 }
  }
}

extension Double {
  /// A number written with ASCII digits, at most one full stop between them, and a minus before
  /// them if it is negative.
  init?(decimal text: String) {
    let unsigned = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    let parts = unsigned.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), unsigned.count <= 18,
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isDigit) })
    else { return nil }
    self.init(text)
  }
}
