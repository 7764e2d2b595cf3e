import Community
import Files
import Text

/// The authors of another site, and the members that they are here.
struct AuthorList: Sendable {
  /// Somebody of whom there is only a name.
  struct Stranger: Hashable, Sendable {
    let name: String
    let id: String
  }

  /// How somebody is credited.
  enum Credit: Hashable, Sendable {
    case member(String)
    /// An organisation, in words.
    case text(String)
    case nobody
  }

  private let mapping: Mapping
  private let isPublic: Bool
  /// Ids that the site has, or that its pages bring along.
  private var known: Set<String>
  private(set) var strangers: [Stranger] = []
  private var byName: [String: String] = [:]
  /// Every name that stands for a member, by their id.
  private(set) var names: [String: [String]] = [:]
  /// The names behind handles.
  private let fullNames: [String: String]
  private var nextNumber = 1

  init(
    mapping: Mapping, existing: [RelativePath], isPublic: Bool = false,
    fullNames: [String: String] = [:]
  ) {
    self.mapping = mapping
    self.isPublic = isPublic
    self.fullNames = fullNames
    let members = existing.filter { $0.description.hasPrefix("content/members/") }
    known = Set(members.map { $0.stem == "index" ? $0.parent?.name ?? "" : $0.stem })
    for (name, fate) in mapping.authors {
      guard case .member(let id?) = fate else { continue }
      for called in Set([name, fullNames[name] ?? name]) { names[id, default: []].append(called) }
    }
  }
}

extension AuthorList {
  /// Notes a member who comes along with a page of their own.
  mutating func add(id: String, named name: String?) {
    known.insert(id)
    guard let name else { return }
    byName[name.identity] = id
    if names[id]?.contains(name) != true { names[id, default: []].append(name) }
  }

  /// The ids of all members whom the import knows.
  var ids: Set<String> { known }

  /// The ids of those whom the import knows, by what spellings of one name have in common.
  var idsByIdentity: [String: String] {
    let called = names.flatMap { id, names in names.map { ($0.identity, id) } }
    return byName.merging(called.sorted { $0.1 < $1.1 }) { first, _ in first }
  }

  /// How an author is credited; one who is only a name becomes a stranger.
  mutating func credit(_ name: String) -> Credit {
    switch mapping.authors[name] {
    case .organisation: return .text(fullNames[name] ?? name)
    case .leftOut: return .nobody
    case .member(let id?):
      note(Stranger(name: bestName(of: id) ?? name, id: id))
      return .member(id)
    case .member(nil): return member(fullNames[name] ?? name)
    case nil:
      let name = fullNames[name] ?? name
      if let found = byName[name.identity] { return .member(found) }
      switch NameSense(name).sort {
      case .person: return member(name)
      case .organisation: return .text(name)
      case .nobody: return .nobody
      }
    }
  }

  /// The id of an author who is a member.
  mutating func id(of name: String) -> String? {
    if case .member(let id) = credit(name) { id } else { nil }
  }

  /// The id that a member's page gets.
  mutating func idOfPage(named name: String) -> String? {
    if case .member(let id?) = mapping.authors[name] { return id }
    if let id = byName[name.identity] { return id }
    return isPublic || name.plainID == nil ? neutralID() : name.plainID
  }

  private mutating func member(_ name: String) -> Credit {
    if let found = byName[name.identity] { return .member(found) }
    let id = (isPublic ? nil : name.plainID) ?? neutralID()
    byName[name.identity] = id
    names[id, default: []].append(name)
    note(Stranger(name: name, id: id))
    return .member(id)
  }

  private mutating func note(_ stranger: Stranger) {
    if known.insert(stranger.id).inserted { strangers.append(stranger) }
  }

  /// The first of `m-01`, `m-02`… that nobody has.
  private mutating func neutralID() -> String {
    while true {
      let id = neutralMemberID(nextNumber)
      if !known.contains(id), names[id] == nil { return id }
      nextNumber += 1
    }
  }

  /// The handles of a member that no text has for another reason: none of their names' own words,
  /// and nothing short.
  func handles(of id: String) -> [String] {
    let called = names[id] ?? []
    let words = Set(called.flatMap { $0.foldedForComparison.nameWords }.filter { $0.count > 1 })
    return called.filter { name in
      name.nameWords.count == 1 && name.utf8.count >= 4 && Slug.isValid(name) && name != id
        && called.contains {
          $0.nameWords.count > 1 && !$0.foldedForComparison.nameWords.contains(name)
        }
        && (words.subtracting([name]).count >= 2)
    }.sorted()
  }

  /// Of the names that are one person's the one that reads most like a full name.
  private func bestName(of id: String) -> String? {
    names[id]?.max { left, right in
      (left.isWrittenAsName ? 1 : 0, left.nameWords.count, left.count, right)
        < (right.isWrittenAsName ? 1 : 0, right.nameWords.count, right.count, left)
    }
  }
}

/// An id that tells nothing of who a member is: `m-07`.
func neutralMemberID(_ number: Int) -> String { "m-" + (number < 10 ? "0\(number)" : "\(number)") }

extension String {
  /// Whether it has capitals and small letters, as a name has.
  fileprivate var isWrittenAsName: Bool {
    contains { $0.isUppercase } && contains { $0.isLowercase }
  }
}
