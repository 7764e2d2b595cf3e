import Files

/// The list, kept on the branch, of the files there that are ours.
///
///     handbook published 1
///     source 0123456789abcdef0123456789abcdef01234567 1764144000
///     0123456789abcdef0123456789abcdef01234567 posts/a.html
///
/// It is sorted by path. The line `source` names the commit that the site was made from.
struct PublishedManifest: Hashable, Sendable {
  var source: SourceCommit?
  /// What each file held when we wrote it.
  var files: [RelativePath: ObjectID] = [:]

  init(source: SourceCommit?, files: [RelativePath: ObjectID]) {
    self.source = source
    self.files = files
  }

  static let path = RelativePath(fixed: ".handbook-published")
  private static let header = "handbook published 1"

  var text: [UInt8] {
    var text = Array("\(Self.header)\n".utf8)
    if let source { text += "source \(source.id) \(source.seconds)\n".utf8 }
    for (path, id) in files.sorted(by: { $0.key < $1.key }) {
      text += "\(id) ".utf8
      path.withBytes { text += $0 }
      text.append(UInt8(ascii: "\n"))
    }
    return text
  }

  /// Reads a list; `nil` where any line of it cannot be understood.
  init?(text: [UInt8]) {
    var lines = text.split(separator: UInt8(ascii: "\n"))[...]
    guard lines.popFirst()?.elementsEqual(Self.header.utf8) == true else { return nil }
    if let line = lines.first, line.starts(with: "source ".utf8) {
      source = SourceCommit(String(decoding: line.dropFirst("source ".utf8.count), as: UTF8.self))
      lines.removeFirst()
    }
    for line in lines {
      let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 1)
      guard parts.count == 2, let id = ObjectID(parts[0]),
        let path = try? RelativePath(bytes: parts[1])
      else { return nil }
      files[path] = id
    }
  }
}

/// The name that git gives to an object for what it holds.
package struct ObjectID: Hashable, Sendable, CustomStringConvertible {
  package let description: String

  init?(_ digits: some Collection<UInt8>) {
    guard isObjectID(digits) else { return nil }
    description = String(decoding: digits, as: UTF8.self)
  }
}
