import Community
import Files
import Markup
import Text

/// Counts the authors whom a site's pages name, and guesses of each whether it is a person.
struct AuthorCensus: Sendable {
  private let registry: AuthorRegistry
  private let own: Set<String>
  private let isPublic: Bool
  private var counts: [String: Int] = [:]
  /// Other names that stand beside a name: `adao` beside Ada Okafor.
  private var handles: [String: String] = [:]
  /// The names of author pages, by what other pages call them.
  private var pageNames: [String: String] = [:]
  private(set) var fates: [String: AuthorFate] = [:]
  private(set) var reasons: [String: String] = [:]
  /// The names behind handles.
  private(set) var fullNames: [String: String] = [:]
  /// Neutral ids that members of the handbook have already.
  private let taken: Set<String>
  /// The members of the handbook whose files name them.
  private let members: MemberDirectory

  init(
    registry: AuthorRegistry, own: Set<String>, isPublic: Bool, taken: Set<String>,
    members: MemberDirectory
  ) {
    self.taken = taken
    self.members = members
    self.registry = registry
    self.own = own
    self.isPublic = isPublic
    for (handle, name) in registry.names {
      handles[handle] = name
      counts[name] = 0
    }
  }
}

extension AuthorCensus {
  /// Notes everybody whom a page names, and whose page it is.
  mutating func count(_ page: SurveyedPage, _ mapping: Mapping) {
    let kind = (mapping.kind(ofPage: page.page.path.stem, in: page.folders) ?? .page) ?? .page
    if kind == .member {
      let name = page.page.fields.asPerson?.name ?? page.page.heading ?? page.stem
      for called in [page.stem, name] { pageNames[called.lowercased()] = name }
      counts[name, default: 0] += 0
      return
    }
    for field in page.page.fields.fields where mapping.namesPeople(field.key, of: kind) {
      for author in field.value.people {
        counts[author.name, default: 0] += 1
        if let handle = author.handle { handles[handle.lowercased()] = author.name }
      }
    }
  }

  /// Decides over each name that was counted: those who are full names first, since handles are
  /// told by them.
  mutating func decide() {
    var numbering = IDNumbering()
    var number = 1
    var ids: [String: String] = [:]
    let names = counts.keys.sorted {
      ($0.nameWords.count > 1 ? 0 : 1, $0) < ($1.nameWords.count > 1 ? 0 : 1, $1)
    }
    var known = KnownPeople()
    for name in names {
      let full = fullName(of: name) ?? known.person(calledLike: name) ?? name
      let sense = full == name ? NameSense(name, own: own) : NameSense(full, own: own)
      reasons[name] = words(name, full, sense)
      if full != name { fullNames[name] = full }
      switch sense.sort {
      case .organisation: fates[name] = .organisation
      case .nobody: fates[name] = .leftOut
      case .person:
        known.add(full)
        let key = full.identity
        let id = ids[key] ?? member(named: full) ?? numbering.take(id(for: full, &number))
        numbering.reserve(id)
        ids[key] = id
        fates[name] = .member(id)
      }
    }
  }

  /// The name behind a handle, as a data file, an author's page or another page gives it.
  private func fullName(of name: String) -> String? {
    let key = name.lowercased()
    let found = pageNames[key] ?? handles[key] ?? pageNames[Slug.of(name) ?? ""]
    guard let found, found != name else { return nil }
    return NameSense(found, own: own).sort == .nobody ? nil : found
  }

  /// The member of the handbook who has a full name: an earlier import may have given them an id that
  /// no name tells.
  private func member(named name: String) -> String? {
    name.nameWords.count > 1 ? members.id(of: name) : nil
  }

  private func id(for name: String, _ number: inout Int) -> String {
    if !isPublic, let id = name.plainID { return id }
    while taken.contains(neutralMemberID(number)) { number += 1 }
    defer { number += 1 }
    return neutralMemberID(number)
  }

  private func words(_ name: String, _ full: String, _ sense: NameSense) -> String {
    let count = counts[name, default: 0]
    let isListed = registry.names[name.lowercased()] != nil
    let times =
      count == 0
      ? (isListed ? "in a list of authors" : "an author's page")
      : count == 1 ? "once" : "\(count) times"
    let sort =
      switch sense.sort {
      case .person: "a person"
      case .organisation: "no person"
      case .nobody: "nobody"
      }
    let who = full == name ? sense.reason : "the same as \(full)"
    return "\(times); \(sort): \(who)"
  }
}

extension Mapping {
  /// Whether a field of pages of a kind names people.
  func namesPeople(_ key: String, of kind: EntryKind) -> Bool {
    guard case .named(let name) = field(key, of: kind) else { return false }
    if name == "authors" { return true }
    return kind.fields.contains { field in
      guard field.name == name, !field.isUnpublished else { return false }
      switch field.type {
      case .reference(.member), .references(.member): return true
      default: return false
      }
    }
  }
}

/// People whose full names are known, found again by the forms in which handles shorten them.
private struct KnownPeople {
  private var forms: [String: Set<String>] = [:]

  mutating func add(_ name: String) {
    let words = name.nameWords.compactMap { Slug.of($0) }
    guard words.count > 1, let first = words.first, let last = words.last else { return }
    for form in [
      words.joined(), words.joined(separator: "-"), first + last, last + first,
      first + last.prefix(1),
      first.prefix(1) + last, first + "." + last, last, first,
      words.map { String($0.prefix(1)) }.joined(),
    ] where form.count > 1 {
      forms[String(form), default: []].insert(name)
    }
  }

  /// The one person whom a single word such as `adao`, `a-okafor` or `Ada` can mean.
  func person(calledLike name: String) -> String? {
    guard name.nameWords.count == 1, let slug = Slug.of(name) else { return nil }
    let joined = slug.filter { $0 != "-" }
    for form in [slug, joined] {
      guard let people = forms[form], people.count == 1 else { continue }
      // An abbreviation in capitals is somebody's initials by chance.
      if name.allSatisfy(\.isUppercase), form.count > 1 { continue }
      return people.first
    }
    return nil
  }
}

extension String {
  /// By what two spellings are one person: letters alone, without accents, their words sorted.
  var identity: String {
    foldedForComparison.split { !($0.isLetter || $0.isNumber) }.sorted().joined(separator: " ")
  }

  /// An id made of the name; `nil` where its letters are not of those that an id can have.
  var plainID: String? {
    let words = nameWords.filter { $0.contains(where: \.isLetter) }
    guard !words.isEmpty, words.allSatisfy({ Slug.of($0) != nil }) else { return nil }
    let letters = foldedForComparison.unicodeScalars.filter(\.properties.isAlphabetic)
    guard letters.allSatisfy(\.isASCII) else { return nil }
    return Slug.of(self)
  }
}
