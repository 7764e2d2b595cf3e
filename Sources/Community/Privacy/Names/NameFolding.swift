import Diagnostics
import Text

extension String {
  /// The text as names are compared: compatibility forms, case, accents and what nobody sees make
  /// no difference, in any script.
  ///
  /// `Soﬁa`, `SOFIA` and full-width `Ｓｏｆｉａ` are equal; so are `Γιώργος` and `ΓΙΩΡΓΟΣ`, and `Й`
  /// written as one character or as two.
  var foldedForNames: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return foldedForComparison }
    var folded: [UInt8] = []
    folded.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      if scalar.value &- 0x61 < 26 {
        folded.append(UInt8(truncatingIfNeeded: scalar.value))
      } else if let other = nameFolding[scalar.value] {
        folded += other.utf8
      } else if let letters = scalar.lettersOfSyllable {
        for letter in letters { folded += UTF8.encode(letter) ?? UTF8.encodedReplacementCharacter }
      } else {
        folded += scalar.properties.lowercaseMapping.utf8
      }
    }
    return String(decoding: folded, as: UTF8.self)
  }
}

extension Unicode.Scalar {
  /// The letters of a Hangul syllable (Unicode Standard §3.12); `nil` where it is none.
  fileprivate var lettersOfSyllable: [Unicode.Scalar]? {
    guard (0xAC00...0xD7A3).contains(value) else { return nil }
    let index = value - 0xAC00
    let last = index % 28
    let parts =
      [0x1100 + index / 588, 0x1161 + index % 588 / 28] + (last > 0 ? [0x11A7 + last] : [])
    return parts.compactMap(Unicode.Scalar.init)
  }
}

/// By the value of a scalar: what it folds to, where that is more than its small letter.
private let nameFolding: [UInt32: String] = {
  var folding: [UInt32: String] = [:]
  folding.reserveCapacity(8_192)
  nameFoldingTable.withUTF8Buffer { table in
    for line in table.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: " "))
      guard let head = fields.first else { continue }
      var folded = String.UnicodeScalarView()
      for part in head.split(separator: UInt8(ascii: ".")) where part.first != UInt8(ascii: "-") {
        if let scalar = hexadecimal(part).flatMap(Unicode.Scalar.init) { folded.append(scalar) }
      }
      for field in fields.dropFirst() {
        if let value = hexadecimal(field) { folding[value] = String(folded) }
      }
    }
  }
  return folding
}()

private func hexadecimal(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32? {
  UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
}

/// The words and numbers of a text, folded: what parts them makes no difference.
func foldedWords(of text: String) -> [String] {
  text.unicodeScalars.split { scalar in
    let category = scalar.properties.generalCategory
    return !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
      && category != .nonspacingMark && category != .format
  }.map { String($0).foldedForNames }
}
