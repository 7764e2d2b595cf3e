extension String {
  /// The text with case and accents folded, so that `Siân`, `SIAN` and `sian` compare as equal.
  ///
  /// Latin letters that a reader takes for a plain one (`ł`, `ø`, `ß`) fold to it; marks written
  /// apart (NFD) are dropped, as is what nobody sees (soft hyphens, joiners); other scripts only lose
  /// their case. The result never depends on the machine's language.
  package var foldedForComparison: String {
    if utf8.allSatisfy({ $0 < 0x80 && !isCapital($0) }) { return self }
    if utf8.allSatisfy({ $0 < 0x80 }) {
      return String(decoding: utf8.map(lowercasedASCII), as: UTF8.self)
    }
    var folded = String.UnicodeScalarView()
    for scalar in unicodeScalars where !scalar.isMarkOrUnseen {
      if let plain = plainLetters[scalar] {
        folded.append(contentsOf: plain.unicodeScalars)
      } else {
        folded.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    return String(folded)
  }

  /// What a list in the order of the alphabet compares: case and accents folded, signs dropped.
  package var sortingKey: String {
    let folded = foldedForComparison
    let words = folded.unicodeScalars.drop {
      !$0.properties.isAlphabetic && $0.properties.numericType == nil
    }
    return words.startIndex == folded.startIndex ? folded : String(words)
  }
}

extension Unicode.Scalar {
  fileprivate var isMarkOrUnseen: Bool {
    let category = properties.generalCategory
    return category == .nonspacingMark || category == .format
  }
}

private func lowercasedASCII(_ byte: UInt8) -> UInt8 { isCapital(byte) ? byte + 0x20 : byte }

private func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

/// Each accented Latin letter with the plain letters that stand for it.
///
/// From the canonical decompositions of the Unicode Character Database (blocks Latin-1 Supplement
/// to Latin Extended-B, and Latin Extended Additional), and the letters that have none.
private let plainLetters: [Unicode.Scalar: String] = {
  var letters: [Unicode.Scalar: String] = [:]
  for (plain, accented) in accentedLetters {
    for scalar in accented.unicodeScalars { letters[scalar] = plain }
  }
  return letters
}()

private let accentedLetters: KeyValuePairs<String, String> = [
  "a": "ÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎǞǟǠǡǺǻȀȁȂȃȦȧḀḁẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặ",
  "ae": "æÆǽǼǣǢ",
  "b": "ḂḃḄḅḆḇ",
  "c": "ÇçĆćĈĉĊċČčḈḉ",
  "d": "ĎďḊḋḌḍḎḏḐḑḒḓđĐðÐ",
  "e": "ÈÉÊËèéêëĒēĔĕĖėĘęĚěȄȅȆȇȨȩḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệ",
  "f": "Ḟḟ",
  "g": "ĜĝĞğĠġĢģǦǧǴǵḠḡ",
  "h": "ĤĥȞȟḢḣḤḥḦḧḨḩḪḫẖħĦ",
  "i": "ÌÍÎÏìíîïĨĩĪīĬĭĮįİǏǐȈȉȊȋḬḭḮḯỈỉỊịı",
  "j": "Ĵĵǰ",
  "k": "ĶķǨǩḰḱḲḳḴḵ",
  "l": "ĹĺĻļĽľḶḷḸḹḺḻḼḽłŁ",
  "m": "ḾḿṀṁṂṃ",
  "n": "ÑñŃńŅņŇňǸǹṄṅṆṇṈṉṊṋŋŊ",
  "o": "ÒÓÔÕÖòóôõöŌōŎŏŐőƠơǑǒǪǫǬǭȌȍȎȏȪȫȬȭȮȯȰȱṌṍṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợøØǿǾ",
  "oe": "œŒ",
  "p": "ṔṕṖṗ",
  "r": "ŔŕŖŗŘřȐȑȒȓṘṙṚṛṜṝṞṟ",
  "s": "ŚśŜŝŞşŠšȘșṠṡṢṣṤṥṦṧṨṩ",
  "ss": "ßẞ",
  "t": "ŢţŤťȚțṪṫṬṭṮṯṰṱẗŧŦ",
  "th": "þÞ",
  "u": "ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗṲṳṴṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰự",
  "v": "ṼṽṾṿ",
  "w": "ŴŵẀẁẂẃẄẅẆẇẈẉẘ",
  "x": "ẊẋẌẍ",
  "y": "ÝýÿŶŷŸȲȳẎẏẙỲỳỴỵỶỷỸỹ",
  "z": "ŹźŻżŽžẐẑẒẓẔẕ",
]
