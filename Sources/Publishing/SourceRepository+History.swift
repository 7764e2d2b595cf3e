package import Files
import Programs

extension SourceRepository {
  /// The files of the site as a commit has them, read from git's store: the work tree is not
  /// touched.
  package func tree(at revision: String) async throws(PublishTrouble) -> MemoryFileTree {
    let commit = try await git.ask(
      ["rev-parse", "--verify", "--quiet", "--end-of-options", "\(revision)^{commit}"])
    guard commit.isSuccess, let id = ObjectID(commit.line.utf8) else {
      throw .unknownRevision(revision)
    }
    let wanted = try await git.files(of: id).compactMap { path, entry in
      pathInSite(path).map { (path: $0, entry: entry) }
    }
    let contents = try await git.contents(of: wanted.map(\.entry.id))
    var tree = MemoryFileTree()
    for (path, entry) in wanted {
      if entry.mode == "120000" {
        tree.insertLink(at: path)
      } else {
        tree.set(contents[entry.id], at: path)
      }
    }
    return tree
  }

  /// Where a file lies within the site; `nil` for what the site is not made from.
  private func pathInSite(_ path: TreePath) -> RelativePath? {
    guard path.bytes.starts(with: prefix.utf8),
      let inside = try? RelativePath(bytes: path.bytes.dropFirst(prefix.utf8.count))
    else { return nil }
    let folders = [RelativePath(fixed: "content"), RelativePath(fixed: "templates")]
    return folders.contains(where: inside.isInside) ? inside : nil
  }
}

extension Git {
  /// The bytes of many files at once.
  fileprivate func contents(
    of ids: [ObjectID]
  ) async throws(PublishTrouble) -> [ObjectID: [UInt8]] {
    let questions = Set(ids.map(\.description)).sorted().flatMap { Array("\($0)\n".utf8) }
    let answers = try await run(["cat-file", "--batch"], input: questions)
    var contents: [ObjectID: [UInt8]] = [:]
    var rest = answers[...]
    // `0123… blob 42`, a line's end, 42 bytes, a line's end.
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      let words = rest[..<end].split(separator: UInt8(ascii: " "))
      guard words.count == 3, let id = ObjectID(words[0]),
        let size = Int(String(decoding: words[2], as: UTF8.self)),
        rest.count > end - rest.startIndex + size
      else { throw .git("cat-file", "it gave an answer that cannot be understood") }
      let start = end + 1
      contents[id] = Array(rest[start..<start + size])
      rest = rest[(start + size + 1)...]
    }
    return contents
  }
}
