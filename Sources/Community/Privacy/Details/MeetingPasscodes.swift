import Diagnostics
import Text

extension [UInt8] {
  /// What lets anybody into a meeting, begun at an offset: a link that carries its passcode, or the
  /// passcode in words.
  func meetingPasscode(at offset: Int) -> Range<Int>? {
    if offset > 0, self[offset - 1].isPartOfWord { return nil }
    switch self[offset] | 0x20 {
    case UInt8(ascii: "m"):
      return holds("meet.google.com/", at: offset) ? meetCode(offset) : passcodeInWords(offset)
    case UInt8(ascii: "t"), UInt8(ascii: "w"): return hostWithSecret(offset)
    default: return passcodeInAddress(offset) ?? passcodeInWords(offset)
    }
  }

  /// `meet.google.com/abc-defg-hij`: the code is all that it takes.
  private func meetCode(_ offset: Int) -> Range<Int>? {
    let start = offset + "meet.google.com/".utf8.count
    guard start + 12 <= count else { return nil }
    let isCode = (0..<12).allSatisfy { index in
      index == 3 || index == 8
        ? self[start + index] == UInt8(ascii: "-") : self[start + index].isLetter
    }
    return isCode ? addressAround(offset) : nil
  }

  private func hostWithSecret(_ offset: Int) -> Range<Int>? {
    if holds("teams.microsoft.com/l/meetup-join/", at: offset) { return addressAround(offset) }
    let takesCode =
      holds("teams.microsoft.com/meet/", at: offset) || holds("teams.live.com/meet/", at: offset)
    let isWebex = holds("webex.com/", at: offset)
    guard takesCode || isWebex else { return nil }
    let address = addressAround(offset)
    let marks: [StaticString] = takesCode ? ["?p=", "&p="] : ["mtid="]
    return address.contains { at in marks.contains { holds($0, at: at) } } ? address : nil
  }

  /// `?pwd=…` and the like, of any host.
  private func passcodeInAddress(_ offset: Int) -> Range<Int>? {
    guard offset > 0, "?&;#".utf8.contains(self[offset - 1]),
      let key = addressKeys.first(where: { holds($0, at: offset) }),
      offset + key.utf8CodeUnitCount < count, self[offset + key.utf8CodeUnitCount].isPartOfWord
    else { return nil }
    return addressAround(offset)
  }

  /// `Passcode: 4f8K2`; a *password*, *PIN* or *code* only where a meeting's link stands near.
  private func passcodeInWords(_ offset: Int) -> Range<Int>? {
    let first = self[offset] < 0x80 ? self[offset] | 0x20 : self[offset]
    guard
      let name = passcodeWords.first(where: {
        $0.word.withUTF8Buffer { $0[0] } == first && holds($0.word, at: offset)
      })
    else { return nil }
    let word = offset..<offset + name.word.utf8CodeUnitCount
    guard word.upperBound < count, !self[word.upperBound].isPartOfWord,
      !name.needsLink || isNearMeetingLink(offset)
    else { return nil }
    var start = endOfGap(from: word.upperBound)
    let isTold = self[word.upperBound..<start].contains(UInt8(ascii: ":"))
    let verb = verbs.first { holds($0, at: start) }
    if let verb { start = endOfGap(from: start + verb.utf8CodeUnitCount) }
    let secret = secret(from: start)
    guard secret.count >= 4, self[secret].contains(where: \.isDigit),
      isTold || verb != nil || !isYear(secret)
    else { return nil }
    return offset..<secret.upperBound
  }

  /// Whether some digits are a year in a sentence that goes on: *Passcode 2026 is sent by mail*.
  private func isYear(_ digits: Range<Int>) -> Bool {
    guard digits.count == 4,
      holds("19", at: digits.lowerBound) || holds("20", at: digits.lowerBound)
    else { return false }
    let next = digits.upperBound + 1
    return next < count && self[next - 1] == 0x20 && self[next].isPartOfWord
  }

  /// Where what parts a label from its value ends: a colon, marks of emphasis, the border of a
  /// table's cell.
  private func endOfGap(from start: Int) -> Int {
    var end = start
    while end < count, end - start < longestGap, " :=*_`|-".utf8.contains(self[end]) { end += 1 }
    return end
  }

  private func secret(from start: Int) -> Range<Int> {
    var end = start
    while end < count, end - start < 40,
      self[end].isLetter || self[end].isDigit || "!@#$%^&+=".utf8.contains(self[end])
    {
      end += 1
    }
    return start..<end
  }

  private func isNearMeetingLink(_ offset: Int) -> Bool {
    let hosts: [StaticString] = [
      "zoom.us/", "teams.microsoft.com/", "teams.live.com/", "webex.com/", "meet.google.com/",
      "meet.jit.si/", "whereby.com/", "gotomeet", "bigbluebutton", "://bbb", "/bbb",
    ]
    let near = Swift.max(0, offset - 300)..<Swift.min(count, offset + 300)
    return near.contains { at in hosts.contains { holds($0, at: at) } }
  }

  /// The whole of an address of which a byte is known.
  private func addressAround(_ offset: Int) -> Range<Int> {
    let ends = #" <>"'`)]|\"#.utf8
    var start = offset
    while start > 0, offset - start < 2048, self[start - 1] > 0x20, !ends.contains(self[start - 1]),
      self[start - 1] != UInt8(ascii: "("), self[start - 1] != UInt8(ascii: "[")
    { start -= 1 }
    var end = offset
    while end < count, end - offset < 2048, self[end] > 0x20, !ends.contains(self[end]) { end += 1 }
    return start..<end
  }
}

/// How far what parts a label from its value is followed, in bytes: a table's cells are padded.
let longestGap = 120

private let addressKeys: [StaticString] = ["pwd=", "passcode=", "password="]
private let passcodeWords: [(word: StaticString, needsLink: Bool)] = [
  // Of two that begin alike the longer stands first.
  ("passcode", false), ("pass code", false), ("password", true), ("pwd", true), ("pin", true),
  ("code d'accès", true), ("code d’accès", true), ("code", true), ("código de acceso", true),
  ("código", true), ("côd", true), ("cyfrinair", true), ("kennwort", true), ("passwort", true),
  ("kenncode", true), ("zugangscode", true), ("mot de passe", true), ("contraseña", true),
  ("clave", true), ("كلمة المرور", true), ("كلمة السر", true), ("رمز المرور", true),
  ("الرمز", true),
]
/// *Is*, in the languages of the theme, between the word and what lets in.
private let verbs: [StaticString] = ["is ", "yw ", "ist ", "lautet ", "est ", "es ", "هي ", "هو "]
