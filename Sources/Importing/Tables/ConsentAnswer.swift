import Text

/// What somebody answered to a question of consent.
enum ConsentAnswer: Hashable, Sendable {
  case yes, no
  case none
  /// Words that are neither, such as "yes, but only my first name"; they count as a no.
  case unclear

  /// Reads an answer: it is a yes only where every word of it says or supports one.
  init(_ cell: String) {
    guard !cell.trimmed.isEmpty else {
      self = .none
      return
    }
    if ["✓", "✔", "☑", "✅"].contains(cell.trimmed) {
      self = .yes
      return
    }
    let words = cell.foldedForComparison.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let text = words.joined(separator: " ")
    if wholeNo.contains(text) {
      self = .no
      return
    }
    if wholeYes.contains(text) {
      self = .yes
      return
    }
    let isYes = words.contains(where: yesWords.contains)
    let isNo = words.contains(where: noWords.contains)
    let isPlain = words.allSatisfy {
      yesWords.contains($0) || noWords.contains($0) || polite.contains($0)
    }
    self = isPlain && isYes != isNo && !cell.contains("?") ? isYes ? .yes : .no : .unclear
  }
}

private let yesWords: Set<String> = [
  "yes", "y", "yep", "yeah", "ok", "okay", "sure", "agree", "agreed", "absolutely", "definitely",
  "certainly", "true", "ja", "jawohl", "oui", "si", "claro", "vale", "ydw", "ie", "iawn", "oes",
  "cewch", "caiff", "gallwch", "cytuno", "نعم", "اجل", "أجل", "موافق", "موافقة", "أوافق",
]

private let noWords: Set<String> = [
  "no", "n", "nope", "not", "never", "false", "nein", "nicht", "non", "pas", "nunca", "na", "nage",
  "nac", "dim", "ddim", "لا", "disagree", "refuse",
]

/// Words that go with either.
private let polite: Set<String> = [
  "please", "thanks", "thank", "you", "of", "course", "may", "can", "i", "do", "that", "s", "is",
  "it", "fine", "with", "me", "happy", "am", "to", "sorry", "bitte", "gerne", "gern", "danke",
  "klar",
  "naturlich", "lieber", "merci", "bien", "sur", "s", "il", "vous", "plait", "d", "accord",
  "volontiers", "gracias", "por", "favor", "supuesto", "plis", "diolch", "os", "gwelwch", "yn",
  "dda",
  "wrth", "gwrs", "شكرا", "من", "فضلك", "بالطبع",
]

private let wholeYes: Set<String> = [
  "einverstanden", "ich bin einverstanden", "gerne", "gern", "klar", "na klar", "naturlich",
  "ich stimme zu", "d accord", "je suis d accord", "j accepte", "bien sur", "acepto", "de acuerdo",
  "estoy de acuerdo", "por supuesto", "wrth gwrs", "rwy n cytuno", "i consent", "of course", "fine",
  "that s fine", "fine with me", "happy to",
]

private let wholeNo: Set<String> = [
  "no gracias", "non merci", "nein danke", "lieber nicht", "dim diolch", "of course not",
  "i do not agree", "i don t agree", "i disagree", "i do not consent", "nicht einverstanden",
  "ich bin nicht einverstanden", "je refuse", "je ne suis pas d accord", "no acepto",
  "no estoy de acuerdo", "لا شكرا", "لا أوافق", "غير موافق",
]
