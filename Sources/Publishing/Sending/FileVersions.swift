package import Files
import Programs

/// A file as a commit left it.
package struct FileVersion: Hashable, Sendable {
  package let version: SourceVersion
  /// The path that it had then, in the repository.
  package let path: String
  /// Whether it differs from the file in the working folder.
  package let differs: Bool
  /// `nil` where the commit removed the file.
  let content: ObjectID?

  /// Whether there is something to bring back.
  package var isThere: Bool { content != nil }
}

extension SourceSender {
  /// What a file was, the newest first, under its earlier names too; at most so many.
  package func versions(
    of path: RelativePath, atMost count: Int
  ) async throws(PublishTrouble) -> [FileVersion] {
    guard try await head() != nil, count > 0 else { return [] }
    // `hash-object` gives what git would keep of the file, whatever its line ends are here.
    let work = try await git.ask(["hash-object", "--", path.description])
    let now = work.isSuccess ? ObjectID(work.line.utf8) : nil
    let listing = try await git.run([
      "log", "-z", "--follow", "--raw", "--no-abbrev", "--max-count=\(count)",
      "--format=%x01%H %ct%n%an%n%s", "HEAD", "--", path.description,
    ])
    return versions(in: listing, now: now)
  }

  /// `\u{1}0123… 1764144000`, name, subject, NUL; `:100644 100644 0123… 4567… M`, NUL, path, NUL;
  /// of a file that had another name before, two paths.
  private func versions(in listing: [UInt8], now: ObjectID?) -> [FileVersion] {
    var versions: [FileVersion] = []
    var version: SourceVersion?
    var content: ObjectID??
    var path = ""
    func end() {
      guard let version, let content else { return }
      versions.append(
        FileVersion(version: version, path: path, differs: content != now, content: content))
    }
    for part in listing.split(separator: 0) {
      let text = part.first == UInt8(ascii: "\n") ? part.dropFirst() : part
      if text.first == 1 {
        end()
        (version, content) = (SourceVersion(text.dropFirst()), nil)
      } else if text.first == UInt8(ascii: ":") {
        let words = text.split(separator: UInt8(ascii: " "))
        let isGone = words.last?.first == UInt8(ascii: "D")
        content = .some(words.count == 5 && !isGone ? ObjectID(words[3]) : nil)
      } else {
        path = String(decoding: text, as: UTF8.self)
      }
    }
    end()
    return versions
  }

  /// The bytes of a version, as git would write them into the working folder.
  package func bytes(
    of version: FileVersion, atMost limit: Int
  ) async throws(PublishTrouble) -> [UInt8] {
    guard let content = version.content else {
      throw .sending(.init(.noFile(version.path), .written))
    }
    let size = try await git.run(["cat-file", "-s", content.description]).text.lines.first
    guard let size = size.flatMap({ Int($0) }), size <= limit else {
      throw .sending(.init(.noFile(version.path), .written))
    }
    return try await telling(.written) { () throws(PublishTrouble) in
      try await git.run(["cat-file", "--filters", "--path=\(version.path)", content.description])
    }
  }
}
