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
