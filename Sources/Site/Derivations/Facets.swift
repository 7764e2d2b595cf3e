import Community
import Markup

/// A way to narrow the index of a kind.
package enum Facet: String, Hashable, Sendable, CaseIterable {
  case resourceSubject, resourceLevel, resourceKind, resourceLicence
  case memberSubject, memberLevel
  case postKind, questionState
  case successValue
}

extension Facet {
  /// The kind whose index it narrows.
  var kind: EntryKind {
    switch self {
    case .resourceSubject, .resourceLevel, .resourceKind, .resourceLicence: .resource
    case .memberSubject, .memberLevel: .member
    case .postKind, .questionState: .post
    case .successValue: .success
    }
  }

  /// Its name in addresses.
  var name: String {
    switch self {
    case .resourceSubject, .memberSubject: "subject"
    case .resourceLevel, .memberLevel: "level"
    case .resourceKind, .postKind: "kind"
    case .resourceLicence: "licence"
    case .questionState: "answer"
    case .successValue: "value"
    }
  }

  /// Its folder: `resources/by-subject`.
  ///
  /// No entry can be in it, since an id holds no slash.
  var folder: String { "\(kind.folder)/by-\(name)" }
}

/// The facets of all kinds, each with its choices.
struct Facets: Sendable {
  /// One value, and the entries that have it, in the order of their kind's index.
  struct Choice: Sendable {
    let id: String
    /// As somebody wrote it, where it is no fixed word.
    let label: String
    fileprivate let rank: String
    fileprivate(set) var entries: [PublishedEntry] = []
  }

  private var choices: [Facet: [Choice]] = [:]
  private var positions: [Facet: [String: Int]] = [:]
  private var marks: [EntryIndex: [String]] = [:]

  init(
    _ vocabulary: Vocabulary, _ questions: Questions, _ alphabet: Alphabet,
    all: (EntryKind) -> [PublishedEntry]
  ) {
    var reader = FacetReader(vocabulary: vocabulary, questions: questions, alphabet: alphabet)
    for (kind, facets) in Dictionary(grouping: Facet.allCases, by: \.kind) {
      let entries = all(kind).map { FacetedEntry($0) }
      for facet in facets { add(facet, of: entries, &reader) }
    }
  }

  private mutating func add(
    _ facet: Facet, of entries: [FacetedEntry], _ reader: inout FacetReader
  ) {
    var found: [String: Choice] = [:]
    for entry in entries {
      for choice in reader.choices(facet, of: entry) {
        found[choice.id, default: choice].entries.append(entry.entry)
      }
    }
    // A facet whose every choice has all entries narrows nothing.
    guard found.values.contains(where: { $0.entries.count < entries.count }) else { return }
    let sorted = found.values.sorted { ($0.rank, $0.id) < ($1.rank, $1.id) }
    choices[facet] = sorted
    positions[facet] = Dictionary(
      uniqueKeysWithValues: sorted.enumerated().map { ($0.element.id, $0.offset) })
    for choice in sorted {
      let mark = "\(facet.name):\(choice.id)"
      for entry in choice.entries { marks[entry.index, default: []].append(mark) }
    }
  }

  /// None where the facet would not narrow anything.
  func choices(_ facet: Facet) -> [Choice] { choices[facet] ?? [] }

  /// The choices that an entry is under, as filters in a browser name them: `level:year-9`.
  func marks(of entry: EntryIndex) -> [String] { marks[entry] ?? [] }

  func choice(_ facet: Facet, _ id: String) -> Choice? {
    positions[facet]?[id].flatMap { choices[facet]?[$0] }
  }
}

/// An entry, and what its fields say by which an index can be narrowed, read once for all facets.
private struct FacetedEntry {
  let entry: PublishedEntry
  let fields: [FilledField]

  init(_ entry: PublishedEntry) {
    self.entry = entry
    fields = entry.fields.filled.filter { $0.field.facet != nil }
  }
}

/// Reads the choices of a facet from entries; each wording is looked up once.
private struct FacetReader {
  let vocabulary: Vocabulary
  let questions: Questions
  let alphabet: Alphabet
  private var wordings: [String: Facets.Choice?] = [:]

  init(vocabulary: Vocabulary, questions: Questions, alphabet: Alphabet) {
    self.vocabulary = vocabulary
    self.questions = questions
    self.alphabet = alphabet
  }

  /// Each value once.
  mutating func choices(_ facet: Facet, of entry: FacetedEntry) -> [Facets.Choice] {
    if facet == .questionState { return stateOfQuestion(entry.entry) }
    let field = entry.fields.first { $0.field.facet == facet.name }
    return field.map { choices(of: $0) } ?? []
  }

  private mutating func choices(of filled: FilledField) -> [Facets.Choice] {
    switch filled.content {
    case .texts(let words): written(words)
    case .choice(let word): [fixed(word, among: filled.field.choices)]
    case .licence(let licence): [self.licence(licence)]
    case .text, .date, .time, .number, .count, .yes, .address, .terms, .timeInClass, .year,
      .picture, .reference, .references, .evidence, .rows:
      []
    }
  }

  /// Whether a question is open is said by no field: other posts answer it.
  private func stateOfQuestion(_ entry: PublishedEntry) -> [Facets.Choice] {
    guard entry.post?.kind == .question else { return [] }
    let state = questions.isOpen(entry) ? QuestionState.open : .answered
    return [fixed(state.rawValue, among: QuestionState.allCases.map(\.rawValue))]
  }

  private mutating func written(_ words: [String]) -> [Facets.Choice] {
    var met: Set<String> = []
    return words.compactMap { choice($0) }.filter { met.insert($0.id).inserted }
  }

  private mutating func choice(_ word: String) -> Facets.Choice? {
    if let known = wordings[word] { return known }
    let choice = vocabulary.tagID(of: word).map { id in
      let label = vocabulary.term(id)?.label ?? word
      return Facets.Choice(id: id, label: label, rank: alphabet.key(label).withPaddedNumbers)
    }
    wordings[word] = choice
    return choice
  }

  /// One of a few words, in their order.
  private func fixed(_ word: String, among words: [String]) -> Facets.Choice {
    let rank = words.firstIndex(of: word) ?? 0
    return Facets.Choice(id: word, label: "", rank: "\(rank)".withPaddedNumbers)
  }

  private func licence(_ licence: Licence) -> Facets.Choice {
    switch licence {
    case .creativeCommons(let tool):
      Facets.Choice(id: Slug.of(tool.name) ?? "cc", label: tool.name, rank: "0 \(tool.name)")
    case .openGovernment: Facets.Choice(id: "ogl-3", label: "", rank: "1")
    case .allRightsReserved: Facets.Choice(id: "all-rights-reserved", label: "", rank: "2")
    case .other: Facets.Choice(id: "other", label: "", rank: "3")
    case .unknown: Facets.Choice(id: "unknown", label: "", rank: "4")
    }
  }
}

/// Whether a question has an answer.
enum QuestionState: String, CaseIterable {
  case open, answered
}

extension String {
  /// With numbers that sort by their value: year 9 before year 10.
  fileprivate var withPaddedNumbers: String {
    var key = ""
    var digits = ""
    for scalar in unicodeScalars {
      if ("0"..."9").contains(scalar) {
        digits.unicodeScalars.append(scalar)
      } else {
        key += digits.paddedNumber
        digits = ""
        key.unicodeScalars.append(scalar)
      }
    }
    return key + digits.paddedNumber
  }

  private var paddedNumber: String {
    isEmpty ? "" : String(repeating: "0", count: max(0, 8 - utf8.count)) + self
  }
}
