import Community
import Text

/// The people whom one cell or line names: `Ada Okafor (chair), Ben and @zofia`.
struct PeopleList: Hashable, Sendable {
  /// The members among them, each once.
  private(set) var ids: [String] = []
  /// How many others there are.
  private(set) var strangers = 0
  private(set) var chair: String?
  private(set) var noteTaker: String?
  /// The handles that stand beside names, and whose they are.
  private(set) var handles: [String: String] = [:]
  /// What is no name, as it is written.
  private(set) var rest: [String] = []

  init(_ text: String, among members: MemberDirectory) {
    for part in Self.parts(text) { take(part, members) }
  }

  private mutating func take(_ part: String, _ members: MemberDirectory) {
    let notes = part.inBrackets.foldedForComparison
    let words = part.outsideBrackets.split(separator: " ").map(String.init)
    let name = words.filter { !$0.hasPrefix("@") }.joined(separator: " ").withoutMarks
    let handle = words.first { $0.hasPrefix("@") }.map { String($0.dropFirst()).withoutMarks }
    guard let id = members.id(of: name) ?? handle.flatMap({ members.id(of: $0) }) else {
      if !name.isEmpty, !name.isName {
        rest.append(part)
      } else if !name.isEmpty || handle != nil {
        strangers += 1
      }
      return
    }
    if !ids.contains(id) { ids.append(id) }
    if let handle { handles[handle] = id }
    if chairs.contains(where: { notes.contains($0) }) { chair = chair ?? id }
    if takers.contains(where: { notes.contains($0) }) { noteTaker = noteTaker ?? id }
  }

  /// The names, separated by commas, semicolons, line ends and words for "and".
  private static func parts(_ text: String) -> [String] {
    var depth = 0
    let parts = text.split { character in
      if "([".contains(character) { depth += 1 }
      if ")]".contains(character) { depth = max(0, depth - 1) }
      return depth == 0 && (",;&/،".contains(character) || character.isNewline)
    }
    return parts.flatMap { part -> [String] in
      var names: [[Substring]] = [[]]
      for word in part.split(separator: " ") {
        if ["and", "und", "et", "y", "ac", "plus", "و"].contains(word.lowercased()) {
          names.append([])
        } else {
          names[names.count - 1].append(word)
        }
      }
      return names.map { $0.joined(separator: " ") }.filter { !$0.isEmpty }
    }
  }
}

extension String {
  fileprivate var inBrackets: String {
    guard let start = firstIndex(where: { "([".contains($0) }) else { return "" }
    return String(self[start...])
  }

  fileprivate var outsideBrackets: String { String(prefix { !"([".contains($0) }) }

  fileprivate var withoutMarks: String {
    let isMark: (Character) -> Bool = { " *_`.:-–—•◦#".contains($0) }
    var rest = self[...].drop(while: isMark)
    while let last = rest.last, isMark(last), last != "." || rest.count > 2 {
      rest = rest.dropLast()
    }
    return String(rest)
  }

  /// Whether some words can be a person's name: few, and none of them in small letters alone.
  fileprivate var isName: Bool {
    let words = split(separator: " ")
    guard words.count <= 6, !contains(where: \.isNumber) else { return false }
    if words.count <= 2 { return true }
    return words.allSatisfy { word in
      word.first.map { $0 != Character($0.lowercased()) || !$0.isCased } ?? false
        || ["de", "la", "van", "der", "den", "von", "le", "del", "di", "da", "bin", "al", "zu"]
          .contains(word.lowercased())
    }
  }
}

private let chairs = [
  "chair", "facilitat", "leitung", "moderat", "vorsitz", "preside", "anime", "presiden", "cadeir",
  "host",
]
private let takers = [
  "minute", "notes", "note-taker", "note taker", "scribe", "secretar", "protokoll", "acta",
  "cofnod",
  "compte",
]
