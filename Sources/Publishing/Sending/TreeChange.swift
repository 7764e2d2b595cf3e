import Programs

/// What stands at a path in one tree and in another.
struct TreeChange: Hashable, Sendable {
  let path: TreePath
  let old: TreeEntry?
  let new: TreeEntry?
}

extension Git {
  /// What differs from one commit or tree to another; from nothing, all of it is new.
  func fileChanges(
    from old: ObjectID?, to new: ObjectID
  ) async throws(PublishTrouble) -> [TreeChange] {
    guard let old else {
      return try await files(of: new).map { TreeChange(path: $0, old: nil, new: $1) }
    }
    let listing = try await run([
      "diff-tree", "-r", "-z", "--no-renames", "--raw", "--no-abbrev", old.description,
      new.description,
    ])
    // `:100644 100644 0123… 4567… M`, NUL, path, NUL.
    let parts = listing.split(separator: 0)
    var changes: [TreeChange] = []
    for index in stride(from: 0, to: parts.count - 1, by: 2) {
      let words = parts[index].dropFirst().split(separator: UInt8(ascii: " "))
      guard words.count == 5 else {
        throw .git("diff-tree", "it gave a line that cannot be understood")
      }
      changes.append(
        TreeChange(
          path: TreePath(Array(parts[index + 1])), old: TreeEntry(words[0], words[2]),
          new: TreeEntry(words[1], words[3])))
    }
    return changes
  }

  /// Writes a tree: that of a commit, with some entries set otherwise; `nil` takes one out.
  func tree(
    of base: ObjectID?, with entries: [TreePath: TreeEntry?], index: String
  ) async throws(PublishTrouble) -> ObjectID {
    let git = with(index: index)
    _ = try await git.run(["read-tree", base?.description ?? "--empty"])
    _ = try await git.run(
      ["update-index", "-z", "--index-info"], input: try await git.indexLines(entries))
    return try await git.writtenTree()
  }

  func writtenTree() async throws(PublishTrouble) -> ObjectID {
    let line = try await run(["write-tree"]).text.lines.first ?? ""
    guard let tree = ObjectID(line.utf8) else { throw .git("write-tree", line) }
    return tree
  }
}

extension Git {
  /// Lines for `update-index -z --index-info`: what goes first, so that a folder can become a file.
  func indexLines(_ entries: [TreePath: TreeEntry?]) async throws(PublishTrouble) -> [UInt8] {
    var lines: [UInt8] = []
    let format = try await run(["rev-parse", "--show-object-format"]).text.lines.first
    let none = String(repeating: "0", count: format == "sha256" ? 64 : 40)
    for (path, entry) in entries where entry == nil {
      lines += Array("0 \(none)\t".utf8) + path.bytes + [0]
    }
    for case (let path, let entry?) in entries {
      lines += Array("\(entry.mode) \(entry.id)\t".utf8) + path.bytes + [0]
    }
    return lines
  }
}

extension TreeEntry {
  /// Reads a mode and an id as git tells them; `nil` for nothing, which it tells as zeros.
  fileprivate init?(_ mode: ArraySlice<UInt8>, _ id: ArraySlice<UInt8>) {
    guard mode.contains(where: { $0 != UInt8(ascii: "0") }), let id = ObjectID(id) else {
      return nil
    }
    self.init(mode: String(decoding: mode, as: UTF8.self), id: id)
  }
}
