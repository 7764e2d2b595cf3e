package import Diagnostics
import Markup

/// A tag as readers see it.
package struct Tag: Hashable, Sendable {
  /// What its page is called: a slug.
  package let id: String
  package let label: String
}

/// The tags in use, each with the entries that carry it, other spellings brought together.
package struct TagIndex: Sendable {
  /// The tags of each entry by position, in the order written, each once.
  package private(set) var tagsOfEntry: [[Tag]] = []
  /// Every tag in use, by id.
  package private(set) var all: [Tag] = []
  package private(set) var diagnostics: [Diagnostic] = []

  init(_ entries: [Entry], vocabulary: Vocabulary) {
    var usage = TagUsage(vocabulary: vocabulary)
    let ids = entries.map { entry in entry.common.tags.compactMap { usage.note($0, in: entry) } }
    let labels = usage.labels()
    all = labels.map { Tag(id: $0.key, label: $0.value) }.sorted { $0.id < $1.id }
    tagsOfEntry = ids.map { ids in
      var seen: Set<String> = []
      return ids.filter { seen.insert($0).inserted }
        .map { Tag(id: $0, label: labels[$0] ?? $0) }
    }
    diagnostics = usage.diagnostics + usage.nearDuplicates()
  }
}

extension Library {
  /// The tags of each entry that is shown, by position: the label of each is the commonest spelling
  /// of those that readers may see.
  func tagsOfShown(_ isShown: [Bool]) -> [[Tag]] {
    var usage = TagUsage(vocabulary: vocabulary)
    for (entry, isShown) in zip(entries, isShown) where isShown {
      for written in entry.common.tags { _ = usage.note(written, in: entry) }
    }
    let labels = usage.labels()
    return tags.tagsOfEntry.map { tags in
      tags.map { Tag(id: $0.id, label: labels[$0.id] ?? $0.id) }
    }
  }
}

/// What is noted of each tag on the way: how it is spelled, how often, and where first.
private struct TagUsage {
  let vocabulary: Vocabulary
  var spellings: [String: [String: Int]] = [:]
  var firstPlaces: [String: SourceLocation] = [:]
  var diagnostics: [Diagnostic] = []
  /// The slug of each tag in ASCII as it is written: most are written many times.
  ///
  /// For others, String takes two spellings for equal that can have two slugs.
  private var slugs: [String: String] = [:]

  init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
  }

  /// The id of a tag as somebody wrote it; `nil` where it names none.
  mutating func note(_ written: Located<String>, in entry: Entry) -> String? {
    let place = entry.location(written.span)
    guard let slug = slug(of: written.value) else {
      diagnostics.append(.emptyTag(written.value, at: place))
      return nil
    }
    if let term = vocabulary.term(slug) { return note(term.id, spelled: term.label, at: place) }
    if vocabulary.isClosed {
      diagnostics.append(
        .unknownTag(written.value, nearest: vocabulary.terms.map(\.id), at: place))
    }
    return note(slug, spelled: written.value, at: place)
  }

  private mutating func slug(of written: String) -> String? {
    guard written.utf8.allSatisfy({ $0 < 0x80 }) else { return Slug.ofTag(written) }
    if let known = slugs[written] { return known }
    let slug = Slug.ofTag(written)
    slugs[written] = slug
    return slug
  }

  private mutating func note(
    _ id: String, spelled spelling: String, at place: SourceLocation
  )
    -> String
  {
    spellings[id, default: [:]][spelling, default: 0] += 1
    if firstPlaces[id] == nil { firstPlaces[id] = place }
    return id
  }

  /// The label of each: the vocabulary's, else the commonest spelling.
  func labels() -> [String: String] {
    var labels: [String: String] = [:]
    for (id, counts) in spellings {
      let commonest = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
      labels[id] = vocabulary.term(id)?.label ?? commonest?.key
    }
    return labels
  }

  /// Pairs of tags that differ by a letter or a hyphen, a plural included: most likely one tag.
  ///
  /// Two words are one slip apart only if dropping a letter of each can make them equal, so every
  /// tag is filed under all that it can become: linear in the letters, not in the pairs. Two terms
  /// of the vocabulary were told apart on purpose; where it is closed, strangers are told already.
  func nearDuplicates() -> [Diagnostic] {
    guard !vocabulary.isClosed else { return [] }
    var byStump: [[UInt8]: String] = [:]
    var found: [Diagnostic] = []
    for id in byStanding where id.utf8.count >= 5 {
      let stumps = stumps(of: id)
      let isStranger = vocabulary.term(id) == nil
      if isStranger, let other = stumps.lazy.compactMap({ byStump[$0] }).min(),
        let place = firstPlaces[id]
      {
        found.append(.nearDuplicate(id, of: other, at: place))
      }
      for stump in stumps where byStump[stump] == nil { byStump[stump] = id }
    }
    return found
  }

  /// The tags that are more likely meant first: terms of the vocabulary, then those used more.
  private var byStanding: [String] {
    spellings.map { id, counts in
      (id: id, rank: vocabulary.term(id) == nil ? 1 : 0, uses: counts.values.reduce(0, +))
    }
    .sorted { ($0.rank, -$0.uses, $0.id) < ($1.rank, -$1.uses, $1.id) }.map(\.id)
  }

  private func stumps(of id: String) -> Set<[UInt8]> {
    let letters = id.utf8.filter { $0 != UInt8(ascii: "-") }
    var stumps: Set = [letters]
    // A digit is meant: year-7 and year-8 are two tags.
    for index in letters.indices where !(0x30...0x39).contains(letters[index]) {
      var stump = letters
      stump.remove(at: index)
      stumps.insert(stump)
    }
    return stumps
  }
}

extension Diagnostic {
  fileprivate static func emptyTag(_ written: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "bad-tag", at: place,
      "a tag needs a letter or a digit, and '\(written.quotedInput)' has none",
      hints: ["write it in words"])
  }

  fileprivate static func unknownTag(
    _ written: String, nearest ids: [String], at place: SourceLocation
  )
    -> Diagnostic
  {
    let hint =
      NearMiss.nearest(to: written, among: ids).map { "did you mean '\($0)'?" }
      ?? "add it to content/tags.yml, or use one that is there"
    return Diagnostic(
      .error, "unknown-tag", at: place,
      "tags.yml has no tag '\(written.quotedInput)', and is closed",
      hints: [hint])
  }

  fileprivate static func nearDuplicate(
    _ id: String, of other: String, at place: SourceLocation
  )
    -> Diagnostic
  {
    Diagnostic(
      .warning, "near-duplicate-tag", at: place, "the tags '\(id)' and '\(other)' look like one",
      hints: ["write '\(other)', or name one as 'also' of the other in content/tags.yml"])
  }
}
