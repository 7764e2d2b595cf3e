package import Community
package import Diagnostics
import Markup

/// The words that a new handbook and a new entry begin with, which are for their owners to replace.
package enum StarterText {
  /// The entries that would be published with words that they began with, each with the first
  /// line on which such words stand.
  package static func entries(in library: Library) -> [(entry: Entry, line: Int)] {
    library.entries.compactMap { entry in publishedLine(in: entry).map { (entry, $0) } }
  }

  /// A warning where an entry would be published with such words.
  package static func problem(in entry: Entry) -> Diagnostic? {
    publishedLine(in: entry).map { starterText(SourceLocation(path: entry.source, line: $0)) }
  }

  private static func publishedLine(in entry: Entry) -> Int? {
    entry.common.isDraft || entry.common.takenDown != nil ? nil : line(in: entry)
  }

  /// A warning where the settings still have such words.
  package static func problem(in configuration: Configuration) -> Diagnostic? {
    guard let purpose = configuration.purpose,
      purposePrompts.contains(where: { holdsWords(purpose, of: $0) })
    else { return nil }
    return starterText(SourceLocation(path: "content/handbook.yml"))
  }

  private static func line(in entry: Entry) -> Int? {
    if holdsPrompt(entry) { return 1 }
    let prose = entry.body.prose
    let block = prose.blocks.first { block in
      let words = prose.text[Int(block.range.lowerBound)..<Int(block.range.upperBound)]
      return beginnings.contains(Beginning(words)) && paragraphs.contains(prose.string(block.range))
    }
    return block.map { Int($0.line) }
  }

  /// Whether a field says what to write there.
  private static func holdsPrompt(_ entry: Entry) -> Bool {
    let prompts = entry.id.kind.prompts
    return !prompts.isEmpty
      && entry.fields.filled.contains { filled in
        guard case .text(let text) = filled.content else { return false }
        return prompts[filled.name, default: []].contains { prompt in
          // What a new goal began with was shorter once.
          holdsWords(text, of: prompt) || prompt.hasPrefix("\(text),")
        }
      }
  }

  private static func holdsWords(_ text: String, of words: String) -> Bool {
    text.split { $0.isWhitespace }.joined(separator: " ").contains(words)
  }
}

// A site may have changed its language since it began, so each of them counts everywhere.

private let purposePrompts = StarterLanguage.allCases.map { $0.words(.purposePrompt) }

extension EntryKind {
  /// What a new file says in some fields, by their names, for its owner to replace.
  fileprivate var prompts: [String: [String]] {
    var prompts: [String: [String]] = [:]
    for field in declaration.neededFields {
      guard case .prompt = field.value, let word = StarterWord.prompt(of: field.name) else {
        continue
      }
      prompts[field.name] = StarterLanguage.allCases.map { $0.words(word) }
    }
    return prompts
  }
}

/// The paragraphs and items of all that is written for somebody, but for headings and agendas: those
/// are meant to stay.
private let paragraphs = Set(StarterLanguage.allCases.flatMap(bodies).flatMap(blocks))

private func bodies(in language: StarterLanguage) -> [String] {
  let kinds = EntryKind.allCases.map { EntryStart(EntryID($0, "a"), in: language) }
  return (SiteStart(blankIn: language).startingEntries + kinds)
    .filter { !$0.id.kind.holdsMinutes }.map(\.body)
}

private let beginnings = Set(paragraphs.map { Beginning(Array($0.utf8)[...]) })

/// How a paragraph begins and how long it is: most are told from those above without a copy.
private struct Beginning: Hashable {
  let length: Int
  private var first: UInt64 = 0

  init(_ words: ArraySlice<UInt8>) {
    length = words.count
    for byte in words.prefix(8) { first = first << 8 | UInt64(byte) }
  }
}

private func blocks(_ body: String) -> [String] {
  let source = SourceText(path: "content/pages/a.md", body)
  let read = Body.parse(source, from: 0, dialect: .handbook, titleFromHeading: false)
  let prose = read.value.prose
  return prose.blocks.filter { $0.kind != .heading }.map { prose.string($0.range) }
}

// MARK: - Messages

private func starterText(_ place: SourceLocation) -> Diagnostic {
  Diagnostic(
    .warning, "starter-text", at: place,
    "these words came with the file, and are for you to replace",
    hints: ["write your own, delete them, or add 'draft: yes' until you have"])
}
