package import Diagnostics
import Files
import Markup
import Text

extension Library {
  /// Takes out the privacy findings whose words are accepted, and warns of acceptances that accept
  /// nothing.
  ///
  /// An entry accepts what is found in it and in the files of its folder; `handbook.yml` accepts
  /// what is found in the settings, in `tags.yml`, in `assets/` and in `templates/`.
  package func applyingAcceptances(to diagnostics: [Diagnostic]) -> [Diagnostic] {
    let homes = HomesOfAcceptances(self)
    let found = diagnostics.map { homes.sayingWhereToAccept($0) }
    var rulings = homes.acceptances.mapValues { $0.map(Ruling.init) }
    let kept = found.filter { diagnostic in
      guard let home = homes.home(of: diagnostic), let told = rulings[home] else { return true }
      // What an acceptance itself says is never shown.
      if told.contains(where: { $0.acceptance.holds(diagnostic, in: home) }) { return false }
      let ruled = told.map { $0.ruling(on: diagnostic) }
      rulings[home] = ruled
      return ruled.map(\.acceptedCount) == told.map(\.acceptedCount)
    }
    let warnings = rulings.flatMap { home, rulings in
      rulings.compactMap { $0.warning(in: home) }
    }
    return kept + warnings
  }
}

/// The files that acceptances stand in, and which of them a finding belongs to.
private struct HomesOfAcceptances {
  private static let settings = "content/handbook.yml"

  /// By the path of the file.
  let acceptances: [String: [Acceptance]]
  private let entries: Set<String>
  /// By the path of a file that is published as it is.
  private let homesOfAssets: [String: String]

  init(_ library: Library) {
    var acceptances: [String: [Acceptance]] = [:]
    for entry in library.entries where !entry.common.accepts.isEmpty {
      acceptances[entry.source] = entry.common.accepts
    }
    acceptances[Self.settings] = library.configuration.accepts
    self.acceptances = acceptances
    entries = Set(library.entries.map(\.source))
    let assets = library.assets.map { asset in
      let owner = asset.owner.flatMap(library.names.entry).map { library[$0].source }
      return (asset.source.description, owner ?? Self.settings)
    }
    homesOfAssets = Dictionary(assets) { first, _ in first }
  }

  /// The path of the file whose `accepts` can let a finding stand.
  func home(of diagnostic: Diagnostic) -> String? {
    guard let path = diagnostic.location?.path else { return nil }
    if entries.contains(path) { return path }
    if path == Self.settings || path == "content/tags.yml" || path.hasPrefix("templates/") {
      return Self.settings
    }
    return homesOfAssets[path]
  }

  /// A finding in a file that is no entry says where it can be accepted.
  func sayingWhereToAccept(_ diagnostic: Diagnostic) -> Diagnostic {
    guard diagnostic.severity == .privacy, diagnostic.words != nil, let home = home(of: diagnostic),
      let path = diagnostic.location?.path, !entries.contains(path)
    else { return diagnostic }
    let name = home.dropFirst("content/".count)
    return Diagnostic(
      diagnostic.severity, diagnostic.id, at: diagnostic.location, diagnostic.summary,
      because: diagnostic.explanation,
      hints: diagnostic.hints + ["or, if it may stand, write why below 'accepts' in \(name)"],
      fix: diagnostic.fix, words: diagnostic.words)
  }
}

extension Acceptance {
  /// Whether a privacy finding is in the words of the acceptance itself, or in a reason that
  /// repeats them.
  fileprivate func holds(_ diagnostic: Diagnostic, in path: String) -> Bool {
    guard let place = diagnostic.location, let words, let found = diagnostic.words,
      diagnostic.severity == .privacy, place.path == path, place.column > 0
    else { return false }
    if words.span.covers(place) { return true }
    return reason.span.covers(place) && foldedWords(of: found) == foldedWords(of: words.value)
  }
}

extension SourceSpan {
  fileprivate func covers(_ place: SourceLocation) -> Bool {
    Int(line) == place.line && Int(column) <= place.column
      && place.column + place.length <= Int(column) + Int(length)
  }
}

/// What one acceptance has come to.
private struct Ruling {
  let acceptance: Acceptance
  private let accepted: [String]
  private(set) var acceptedCount = 0
  /// Whether a problem has its id and is no privacy finding.
  private var hasRefused = false
  /// The words of the findings that have its id and are not accepted by it, each once.
  private var others: [String] = []

  init(_ acceptance: Acceptance) {
    self.acceptance = acceptance
    accepted = acceptance.words.map { foldedWords(of: $0.value) } ?? []
  }

  func ruling(on diagnostic: Diagnostic) -> Ruling {
    guard diagnostic.id.rawValue == acceptance.id else { return self }
    var ruling = self
    if let words = diagnostic.words, diagnostic.severity == .privacy {
      if accepts(words, diagnostic.location) {
        ruling.acceptedCount += 1
      } else if !others.contains(words) {
        ruling.others.append(words)
      }
    } else {
      ruling.hasRefused = true
    }
    return ruling
  }

  /// Whether the words found are those accepted, or stand among those accepted in their line: a
  /// member's *Ada* in the *Ada Okafor* who wrote the book.
  private func accepts(_ words: String, _ place: SourceLocation?) -> Bool {
    let found = foldedWords(of: words)
    guard !found.isEmpty, accepted.count >= found.count else { return false }
    return accepted == found || place.map { isAccepted(found, around: $0) } == true
  }

  private func isAccepted(_ found: [String], around place: SourceLocation) -> Bool {
    guard let line = place.excerpt, place.column > 0 else { return false }
    let scalars = line.unicodeScalars
    let start = scalars.prefix(place.column - 1).reduce(0) { $0 + UTF8.width($1) }
    let length = scalars.dropFirst(place.column - 1).prefix(place.length).reduce(0) {
      $0 + UTF8.width($1)
    }
    let bytes = Array(line.utf8)
    let places = placesOfWords(in: bytes)
    let words = places.map { String(decoding: bytes[$0], as: UTF8.self).foldedForComparison }
    guard let first = places.firstIndex(where: { $0.lowerBound >= start }),
      let last = places.lastIndex(where: { $0.upperBound <= start + length }), first <= last,
      Array(words[first...last]) == found
    else { return false }
    return (max(0, last + 1 - accepted.count)...first).contains { begin in
      words[begin...].starts(with: accepted)
    }
  }

  func warning(in path: String) -> Diagnostic? {
    guard acceptedCount == 0 else { return nil }
    let place = SourceLocation(path: path, span: acceptance.span)
    if others.isEmpty, hasRefused { return .notForAcceptance(acceptance, at: place) }
    if others.isEmpty { return .idle(acceptance, at: place) }
    return acceptance.words == nil
      ? .withoutWords(others, at: place) : .otherWords(acceptance, others, at: place)
  }
}

extension Diagnostic {
  fileprivate static func withoutWords(_ found: [String], at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "acceptance-without-words", at: place,
      "this does not say which words may stand, so it accepts nothing",
      because: "Without them, whatever is written here later would be accepted too.",
      hints: linesToWrite(found))
  }

  fileprivate static func otherWords(
    _ acceptance: Acceptance, _ found: [String], at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, "idle-acceptance", at: place,
      "no finding '\(acceptance.id.quotedInput)' here is of the words "
        + "'\((acceptance.words?.value ?? "").quotedInput)'",
      hints: linesToWrite(found))
  }

  /// The line for each finding that is there; so many at most, since nobody accepts more by hand.
  private static func linesToWrite(_ found: [String]) -> [String] {
    let lines = found.prefix(10).map { words in
      "words: \(words.split(whereSeparator: \.isWhitespace).joined(separator: " ").quotedYAML)"
    }
    guard lines.count > 1 else { return lines.map { "write \($0)" } }
    return ["write one acceptance for each of these that may stand"] + lines
  }

  fileprivate static func notForAcceptance(
    _ acceptance: Acceptance, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, "idle-acceptance", at: place,
      "only privacy findings can be accepted, and '\(acceptance.id.quotedInput)' is none",
      hints: ["remove it, and fix what the message of that name says"])
  }

  fileprivate static func idle(_ acceptance: Acceptance, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "idle-acceptance", at: place,
      "there is no finding '\(acceptance.id.quotedInput)' to accept here",
      hints: ["remove it, or write the id that stands in brackets after the finding"])
  }
}
