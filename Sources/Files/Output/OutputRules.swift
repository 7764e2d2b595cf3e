#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Which folders a site must never be written to.
///
/// Folders are compared by what they are, not by their names, so neither links nor capital letters
/// get around a rule.
struct OutputRules {
  /// The folder that holds the site's source.
  let sourceRoot: String
  /// The folders in it that its files are read from.
  let inputs: [String]
  let home: String?

  func check(_ place: OutputPlace) throws(OutputFailure) {
    if place.path == "/" { throw .root }
    if place.missing.isEmpty { try checkExisting(place.existing) }
    try checkInputs(place)
    try checkRepositories(place)
  }

  private func checkExisting(_ path: String) throws(OutputFailure) {
    let status: FileStatus
    do {
      status = try FileStatus(following: path)
    } catch {
      throw .failed(.open, nil, error)
    }
    guard status.kind == .folder else { throw .notFolder }
    switch relation(of: status.identity, to: sourceRoot) {
    case .same: throw .source
    case .above: throw .aboveSource
    case nil: break
    }
    switch home.flatMap({ relation(of: status.identity, to: $0) }) {
    case .same: throw .home
    case .above: throw .aboveHome
    case nil: break
    }
    if (try? FileStatus(notFollowing: "\(path)/.git")) != nil { throw .repository }
  }

  private func checkInputs(_ place: OutputPlace) throws(OutputFailure) {
    let around = identities(upFrom: place.existing)
    for input in inputs {
      guard let status = try? FileStatus(following: "\(sourceRoot)/\(input)") else { continue }
      if around.contains(status.identity) { throw .insideInput(input) }
    }
    try checkNames(place)
  }

  /// Refuses the name of an input that is not there yet, such as `templates`.
  ///
  /// The next build would read the output as the site's own files. Two names that some file system
  /// takes for one are one here.
  private func checkNames(_ place: OutputPlace) throws(OutputFailure) {
    guard let source = try? FileStatus(following: sourceRoot),
      let name = firstName(of: place, below: source.identity)
    else { return }
    let key = CollisionKey(name)
    if let input = (inputs + [CacheFolder.name]).first(where: { CollisionKey($0) == key }) {
      throw .insideInput(input)
    }
  }

  /// The first name of a place on the way down from a folder; `nil` where it does not lie in it.
  private func firstName(of place: OutputPlace, below folder: FileIdentity) -> String? {
    var below = place.missing.first
    var rest = place.existing
    while true {
      if let status = try? FileStatus(following: rest), status.identity == folder { return below }
      let (parent, name) = splitPath(rest)
      guard parent != rest else { return nil }
      (below, rest) = (name, parent)
    }
  }

  /// Refuses every place in a folder of git's own: `.git`, whether or not it is there yet, and one of
  /// another name that holds what a bare repository does.
  private func checkRepositories(_ place: OutputPlace) throws(OutputFailure) {
    let names = place.path.split(separator: "/")
    if names.contains(where: { CollisionKey(String($0)) == CollisionKey(".git") }) {
      throw .insideRepository
    }
    var rest = place.existing
    while true {
      if isBareRepository(rest) { throw .insideRepository }
      let (parent, _) = splitPath(rest)
      if parent == rest { return }
      rest = parent
    }
  }

  private func isBareRepository(_ path: String) -> Bool {
    let kinds = [("HEAD", FileKind.file), ("objects", .folder), ("refs", .folder)]
    return kinds.allSatisfy { name, kind in
      (try? FileStatus(following: "\(path)/\(name)"))?.kind == kind
    }
  }

  /// How a folder stands to a path: `nil` where it neither is it nor holds it.
  private func relation(of folder: FileIdentity, to path: String) -> Relation? {
    guard let place = try? OutputPlace(path) else { return nil }
    let around = identities(upFrom: place.existing)
    if place.missing.isEmpty, around.first == folder { return .same }
    return around.contains(folder) ? .above : nil
  }

  /// The folder at a real path and those above it, outwards.
  private func identities(upFrom path: String) -> [FileIdentity] {
    var identities: [FileIdentity] = []
    var rest = path[...]
    while !rest.isEmpty {
      if let status = try? FileStatus(following: String(rest)) {
        identities.append(status.identity)
      }
      rest = rest[..<(rest.utf8.lastIndex(of: .slash) ?? rest.startIndex)]
    }
    if let root = try? FileStatus(following: "/") { identities.append(root.identity) }
    return identities
  }
}

private enum Relation {
  case same
  case above
}

extension OutputFolder {
  /// The home folder of the person who started us, as their environment names it.
  package static var homeFolder: String? {
    getenv("HOME").map { String(cString: $0) }
  }
}
