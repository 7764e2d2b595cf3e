import Community
import Files

/// The authors of another site, and the members that they are here.
struct AuthorList: Sendable {
  /// Somebody of whom there is only a name.
  struct Stranger: Hashable, Sendable {
    let name: String
    let id: String
  }

  private let mapping: Mapping
  /// Ids that the site has, or that its pages bring along.
  private var known: Set<String>
  private(set) var strangers: [Stranger] = []
  private var byName: [String: String] = [:]

  init(mapping: Mapping, existing: [RelativePath]) {
    self.mapping = mapping
    let members = existing.filter { $0.description.hasPrefix("content/members/") }
    known = Set(members.map { $0.stem == "index" ? $0.parent?.name ?? "" : $0.stem })
  }

  /// Notes a member who comes along with a page of their own.
  mutating func add(id: String, named name: String?) {
    known.insert(id)
    if let name { byName[name.lowercased()] = id }
  }

  /// The ids of all members whom the import knows.
  var ids: Set<String> { known }

  /// The id of an author; one who is only a name becomes a stranger.
  mutating func id(of name: String) -> String? {
    if let mapped = mapping.authors[name] { return mapped }
    if let found = byName[name.lowercased()] { return found }
    guard let id = Slug.of(name) else { return nil }
    byName[name.lowercased()] = id
    if known.insert(id).inserted { strangers.append(Stranger(name: name, id: id)) }
    return id
  }
}
