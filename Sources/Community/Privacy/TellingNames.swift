import Diagnostics
import Markup
import Text

extension Member {
  /// Whether an id or an old id tells who a member is: it holds a word of what they are called, or
  /// reads as a name of several words does.
  ///
  /// `m-07` and `member-1` tell nobody.
  func isTold(byID id: String) -> Bool {
    let parts = id.split { $0 == "-" || $0 == "/" || $0 == "_" || $0 == "." }
    let words = parts.map { part in
      String(part.filter { !($0.isASCII && $0.isNumber) }).foldedForComparison
    }.filter { $0.unicodeScalars.count > 1 && !wordsOfNobody.contains($0) }
    guard !words.isEmpty else { return false }
    let called = Set(
      ([name].compactMap(\.self) + alsoKnownAs).flatMap { name in
        name.value.split { " -'’.".contains($0) }.map { String($0).foldedForComparison }
      })
    return words.count > 1 || words.contains { called.contains($0) || givenNames.contains($0) }
      || words.contains { word in called.contains { $0.utf8.count > 3 && word.contains($0) } }
  }
}

/// Words of neutral ids, in the languages of the theme.
private let wordsOfNobody: Set = [
  "member", "members", "former", "anonymous", "anon", "unnamed", "person", "teacher", "colleague",
  "somebody", "someone", "nobody", "withdrawn", "left", "no", "mitglied", "ehemaliges", "lehrkraft",
  "aelod", "athro", "membre", "ancien", "miembro", "antiguo", "docente", "personne", "عضو",
]
