package import Files
import Programs

/// What of a site's content differs from the last commit, and how that commit stands to the host.
///
///     let changes = try await SourceChanges.ofSite(at: "handbook")
///     for file in changes.files { print(file.path, file.kind) }
///     print(changes.standing.words)
package struct SourceChanges: Hashable, Sendable {
  /// Sorted by path.
  package let files: [ChangedSourceFile]
  package let standing: SourceStanding

  package var isNothing: Bool { files.isEmpty && !standing.hasUnsent }
}

/// A file below `content/` that is not as the last commit has it.
package struct ChangedSourceFile: Hashable, Sendable {
  /// Within the site: `content/meetings/2026-02-12-circle.md`.
  package let path: RelativePath
  package let kind: FileChangeKind
  /// The last commit that changed it; `nil` for a new file, and where it is very long ago.
  package let last: SourceVersion?
}

package enum FileChangeKind: Hashable, Sendable {
  case added
  case changed
  case removed
}

/// Who changed something, when, and what they said of it.
package struct SourceVersion: Hashable, Sendable {
  package let commit: SourceCommit
  package let author: String
  /// The first line of the message.
  package let subject: String
}

extension SourceChanges {
  /// Looks at the folder and at what is known here of the host, which is not asked.
  ///
  /// Names that no file of a site may have are left out: a check tells of them.
  package static func ofSite(at site: String) async throws(PublishTrouble) -> SourceChanges {
    let sender: SourceSender
    do throws(PublishTrouble) {
      sender = try await SourceSender(site)
    } catch .noGit {
      return SourceChanges(files: [], standing: .noGit)
    } catch .noRepository {
      return SourceChanges(files: [], standing: .noRepository)
    }
    return try await sender.changes()
  }
}

extension SourceSender {
  /// What `SourceChanges.ofSite` tells.
  package func changes() async throws(PublishTrouble) -> SourceChanges {
    let found = try await workChanges(below: "content")
    let prefix = source.prefix.utf8
    var kinds: [RelativePath: FileChangeKind] = [:]
    for (path, kind) in found where path.bytes.starts(with: prefix) {
      guard let path = try? RelativePath(bytes: path.bytes.dropFirst(prefix.count)) else {
        continue
      }
      kinds[path] = kind
    }
    let known = try await lastVersions(of: kinds.filter { $0.value != .added }.keys.sorted())
    let files = kinds.sorted { $0.key < $1.key }.map { path, kind in
      ChangedSourceFile(path: path, kind: kind, last: known[path])
    }
    return SourceChanges(files: files, standing: try await standing())
  }

  /// What differs in the working folder from the last commit, whatever the user's index holds.
  ///
  /// The user's index is copied, because it knows which files have not been touched since they were
  /// compared last; then its entries are set to the commit's.
  func workChanges(
    below folder: String?
  ) async throws(PublishTrouble) -> [TreePath: FileChangeKind] {
    let scratch = try Scratch()
    defer { withExtendedLifetime(scratch) {} }
    let git = git.with(index: try await scratch.indexCopy(of: git))
    let head = try await head()
    _ = try await git.run(
      head.map { ["read-tree", "--reset", $0.description] } ?? ["read-tree", "--empty"])
    let listing = try await git.run(
      [
        "status", "--porcelain", "-z", "--untracked-files=all", "--no-renames",
        "--ignore-submodules=all", "--",
      ] + (folder.map { [$0] } ?? []))
    var kinds: [TreePath: FileChangeKind] = [:]
    // `?? path` or ` M path`, NUL.
    for line in listing.split(separator: 0) where line.count > 3 {
      let letters = line.prefix(2)
      let path = TreePath(Array(line.dropFirst(3)))
      kinds[path] =
        letters.contains(UInt8(ascii: "?"))
        ? .added : letters.contains(UInt8(ascii: "D")) ? .removed : .changed
    }
    return kinds
  }

  /// The last commit that changed each file, as far back as a thousand commits of the content.
  private func lastVersions(
    of paths: [RelativePath]
  ) async throws(PublishTrouble) -> [RelativePath: SourceVersion] {
    guard !paths.isEmpty, try await head() != nil else { return [:] }
    let asked = paths.count <= 100 ? paths.map(\.description) : ["content"]
    let listing = try await git.run(
      [
        "log", "-z", "--max-count=1000", "--no-renames", "--name-only", "--relative",
        "--format=%x01%H %ct%n%an%n%s", "HEAD", "--",
      ] + asked)
    var versions: [RelativePath: SourceVersion] = [:]
    var version: SourceVersion?
    // `\u{1}0123… 1764144000`, name, subject, NUL; then a line's end, and each path with a NUL.
    for part in listing.split(separator: 0) {
      let text = part.first == UInt8(ascii: "\n") ? part.dropFirst() : part
      if text.first == 1 {
        version = SourceVersion(text.dropFirst())
      } else if let path = try? RelativePath(bytes: text), versions[path] == nil {
        versions[path] = version
      }
    }
    return versions
  }
}

extension SourceVersion {
  /// Reads `0123… 1764144000`, a name and a subject, line by line.
  init?(_ text: some Collection<UInt8>) {
    let lines = String(decoding: text, as: UTF8.self)
      .split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false)
    guard lines.count >= 2, let commit = SourceCommit(lines[0]) else { return nil }
    self.init(
      commit: commit, author: String(lines[1]),
      subject: lines.count > 2 ? String(lines[2].prefix { !$0.isNewline }) : "")
  }
}
