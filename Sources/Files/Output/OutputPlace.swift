#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Where an output folder is or is to be, with every link on the way followed once.
struct OutputPlace {
  /// The deepest folder on the way that exists, by its real path.
  let existing: String
  /// The folders below it that are to be made.
  let missing: [String]

  /// The real path of the output folder itself.
  var path: String { missing.reduce(existing) { $0 == "/" ? "/\($1)" : "\($0)/\($1)" } }

  init(_ path: String) throws(OutputFailure) {
    if path.isEmpty || path.utf8.contains(0) { throw .noName }
    var rest: [String] = []
    var candidate = path
    while true {
      if let real = realPath(candidate) {
        existing = real
        missing = rest.reversed()
        return
      }
      let answer = SystemError.latest
      if (try? FileStatus(notFollowing: candidate))?.kind == .link { throw .brokenLink }
      let (parent, name) = splitPath(candidate)
      guard answer == .isMissing, name != "..", parent != candidate else {
        throw .failed(.open, nil, answer)
      }
      if name != "." { rest.append(name) }
      candidate = parent
    }
  }
}

/// The path without links, `.` and `..`, or `nil` with `errno` set.
private func realPath(_ path: String) -> String? {
  guard let real = realpath(path, nil) else { return nil }
  defer { free(real) }
  return String(cString: real)
}

/// The last name of a path and what stands before it; slashes at the end do not count.
func splitPath(_ path: String) -> (parent: String, name: String) {
  var rest = path[...]
  while rest.utf8.count > 1, rest.utf8.last == .slash { rest.removeLast() }
  guard let slash = rest.utf8.lastIndex(of: .slash) else { return (".", String(rest)) }
  let parent = slash == rest.startIndex ? "/" : String(rest[..<slash])
  return (parent, String(rest[rest.utf8.index(after: slash)...]))
}
