/// Why a walk from a folder down to a path ended early.
struct Obstacle: Error {
  /// The name on the way that could not be entered or opened; `nil` is the folder walked from.
  let path: RelativePath?
  /// What stands there, where the trouble is that it is of another kind than is needed.
  let kind: FileKind?
  let answer: SystemError

  var isMissing: Bool { answer == .isMissing }
}

/// Makes a system call about `path`, so that its failure says which name it was about.
func asking<Answer: ~Copyable>(
  about path: RelativePath?, _ call: () throws(SystemError) -> Answer
) throws(Obstacle) -> Answer {
  do {
    return try call()
  } catch {
    throw Obstacle(path: path, kind: nil, answer: error)
  }
}

extension Descriptor {
  /// Opens the folder at `path` below this one, name by name, so that a link anywhere on the way
  /// is an obstacle; `nil` is this folder itself.
  func folder(
    at path: RelativePath?, makingMissing: Bool = false
  ) throws(Obstacle) -> Descriptor {
    guard let path else { return try step(".", to: nil, makingMissing: false) }
    let way = path.ancestors + [path]
    var current = try step(way[0].name, to: way[0], makingMissing: makingMissing)
    for folder in way.dropFirst() {
      current = try current.step(folder.name, to: folder, makingMissing: makingMissing)
    }
    return current
  }

  /// Opens the file at `path` below this folder and makes sure that it is one.
  func regularFile(at path: RelativePath) throws(Obstacle) -> RegularFile {
    try folder(at: path.parent).regularFile(named: path.name, of: path)
  }

  /// Opens a file of this folder, which has the given path, and makes sure that it is one.
  func regularFile(
    named name: String, of path: RelativePath
  ) throws(Obstacle) -> RegularFile {
    do throws(SystemError) {
      let file = try file(name)
      let status = try file.status()
      guard status.kind == .file else { throw SystemError.isFolder }
      return RegularFile(descriptor: file, status: status)
    } catch {
      throw obstacle(error, at: path, wanting: .file)
    }
  }

  private func step(
    _ name: String, to path: RelativePath?, makingMissing: Bool
  ) throws(Obstacle) -> Descriptor {
    do {
      return makingMissing ? try folderMadeIfMissing(name) : try folder(name)
    } catch {
      throw obstacle(error, at: path, wanting: .folder)
    }
  }

  /// Says what stands in the way, by a look at the name without opening it.
  private func obstacle(
    _ answer: SystemError, at path: RelativePath?, wanting wanted: FileKind
  ) -> Obstacle {
    guard answer != .isMissing, let path, let status = try? status(of: path.name),
      status.kind != wanted
    else { return Obstacle(path: path, kind: nil, answer: answer) }
    return Obstacle(path: path, kind: status.kind, answer: answer)
  }
}

/// A file that was opened and found to be one.
struct RegularFile: ~Copyable {
  let descriptor: Descriptor
  let status: FileStatus
}
