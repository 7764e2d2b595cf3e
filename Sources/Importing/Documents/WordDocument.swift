import Files

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A word processor's document, read through pandoc, which knows their formats.
package struct WordDocument: Sendable {
  /// Markdown.
  package let text: [UInt8]
  /// The pictures in it, by the paths that the text calls them by.
  package let pictures: [String: [UInt8]]

  /// Has pandoc write the document as Markdown into a folder of its own, which is then removed.
  ///
  /// - Throws: `UnreadableInput` where there is no pandoc, or it cannot read the file.
  package init(at path: String) throws(UnreadableInput) {
    let folder = try ScratchFolder()
    try Self.convert(path, into: folder.path)
    guard let tree = try? LocalFileTree(folder.path), let listing = try? tree.listing(below: nil),
      let text = try? tree.bytes(of: RelativePath(fixed: "text.md"), atMost: 1 << 24)
    else { throw UnreadableInput("pandoc wrote nothing for '\(path)'") }
    var pictures: [String: [UInt8]] = [:]
    for item in listing.items where item.path.parts.first == "media" {
      pictures["\(folder.path)/\(item.path)"] = try? tree.bytes(of: item.path, atMost: 1 << 26)
    }
    self.text = text
    self.pictures = pictures
  }

  private static func convert(_ path: String, into folder: String) throws(UnreadableInput) {
    // A name that begins with a hyphen must not be taken for an option.
    let document = path.hasPrefix("-") ? "./\(path)" : path
    let words = [
      "pandoc", "--from=docx", "--to=gfm", "--wrap=none", "--extract-media=\(folder)",
      "--output=\(folder)/text.md", document,
    ]
    switch run(words) {
    case nil:
      throw UnreadableInput(
        "reading '\(path)' needs pandoc, which is not installed: "
          + "install it from https://pandoc.org, or save the document as plain text")
    case 0?: return
    case _?: throw UnreadableInput("pandoc could not read '\(path)' as a Word document")
    }
  }

  /// The status that a program ended with; `nil` where there is none of that name.
  private static func run(_ words: [String]) -> Int32? {
    var process = pid_t()
    let arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    guard posix_spawnp(&process, words[0], nil, nil, arguments, environ) == 0 else { return nil }
    var status: Int32 = 0
    while waitpid(process, &status, 0) == -1, errno == EINTR {}
    let isExit = status & 0x7F == 0
    // 127 is what a shell, or an old system, answers for a program that is not there.
    return isExit && status >> 8 & 0xFF == 127 ? nil : status
  }
}

/// A folder that nobody else can see into, removed when its owner lets go of it.
private final class ScratchFolder {
  let path: String

  init() throws(UnreadableInput) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/handbook-import-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw UnreadableInput("no folder could be made in '\(parent)'")
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    guard let tree = try? LocalFileTree(path), let listing = try? tree.listing(below: nil) else {
      return
    }
    for item in listing.items { unlink("\(path)/\(item.path)") }
    for folder in listing.folders.reversed() { rmdir("\(path)/\(folder)") }
    rmdir(path)
  }
}
