import Diagnostics

/// Writes a file that only the person at this computer is to read: never into a folder that is
/// published, nor into that of the site or of the repository that holds it, since what lies there is
/// soon committed and pushed with all the rest.
package func writePrivateFile(
  _ path: String, _ bytes: [UInt8], besideSite site: String
) throws(PrivateFileTrouble) {
  let folder = splitPath(path).parent
  if let place = publicFolder(around: folder, site: site) {
    throw .published(path: path, folder: place)
  }
  if let place = keptFolder(around: folder, site: site) {
    throw .kept(path: path, folder: place)
  }
  do throws(FileTrouble) {
    try atomicWrite(path, bytes)
  } catch {
    throw .file(error)
  }
}

/// Why such a file was not written.
package enum PrivateFileTrouble: Error, Hashable, Sendable {
  case published(path: String, folder: String)
  case kept(path: String, folder: String)
  case file(FileTrouble)

  package var message: String {
    switch self {
    case .published(let path, let folder):
      "'\(path.quotedInput)' lies in \(folder), which others can read; nothing was written"
    case .kept(let path, let folder):
      "'\(path.quotedInput)' lies in \(folder), whose files others may get to see; nothing was written"
    case .file(let trouble): trouble.message
    }
  }

  package var hint: String? {
    switch self {
    case .published(let path, _):
      "name a file elsewhere, such as ../\(splitPath(path).name.quotedInput)"
    case .kept(let path, _):
      "name a file outside of it, such as ~/\(splitPath(path).name.quotedInput)"
    case .file: nil
    }
  }
}

/// The folder of a site that another one is or lies in, as a message names it: one that the site is
/// made from or, by the manifest in it, one that a site was written to.
private func publicFolder(around folder: String, site: String) -> String? {
  guard let place = try? OutputPlace(folder) else { return nil }
  var kept: [FileIdentity: String] = [:]
  for name in ["content", "templates", "output"] {
    guard let status = try? FileStatus(following: "\(site)/\(name)") else { continue }
    kept[status.identity] = "the site's folder '\(name)'"
  }
  var rest = place.path[...]
  while !rest.isEmpty {
    let path = String(rest)
    if let status = try? FileStatus(following: path), let name = kept[status.identity] {
      return name
    }
    if (try? FileStatus(notFollowing: "\(path)/\(Manifest.path.name)")) != nil {
      return "a website that handbook wrote"
    }
    rest = rest[..<(rest.utf8.lastIndex(of: .slash) ?? rest.startIndex)]
  }
  return nil
}

/// The folder of the site, or of the git repository that holds it, that another folder is or lies
/// in, as a message names it.
private func keptFolder(around folder: String, site: String) -> String? {
  guard let place = try? OutputPlace(folder), let source = try? OutputPlace(site) else {
    return nil
  }
  var kept: [FileIdentity: String] = [:]
  var rest = source.existing
  while true {
    let isRepository = (try? FileStatus(notFollowing: "\(rest)/.git")) != nil
    if rest == source.existing || isRepository, let status = try? FileStatus(following: rest) {
      kept[status.identity] =
        rest == source.existing
        ? "the folder of the site" : "the git repository that holds the site"
    }
    let (parent, _) = splitPath(rest)
    if isRepository || parent == rest { break }
    rest = parent
  }
  rest = place.existing
  while true {
    if let status = try? FileStatus(following: rest), let name = kept[status.identity] {
      return name
    }
    let (parent, _) = splitPath(rest)
    if parent == rest { return nil }
    rest = parent
  }
}
