import Files
import Programs

/// A word processor's document, read through pandoc, which knows their formats.
package struct WordDocument: Sendable {
  /// Markdown.
  package let text: [UInt8]
  /// The pictures in it, by the paths that the text calls them by.
  package let pictures: [String: [UInt8]]
  /// What stands at the head and foot of its pages.
  package let edges: [String]

  /// Has pandoc write the document as Markdown into a folder of its own, which is then removed.
  ///
  /// - Throws: `UnreadableInput` where there is no pandoc, or it cannot read the file.
  package init(at path: String) async throws(UnreadableInput) {
    edges = PageEdges.read(try Self.checked(path))
    let folder = try Self.scratchFolder()
    try await Self.convert(path, into: folder.path)
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

  /// Refuses a document before pandoc unpacks it: a small one can hold gigabytes.
  private static func checked(_ path: String) throws(UnreadableInput) -> [UInt8] {
    let bytes: [UInt8]
    do throws(FileTrouble) {
      bytes = try fileBytes(at: path, atMost: ImportLimits.document)
    } catch {
      throw UnreadableInput(error.message)
    }
    guard let listing = ArchiveListing(bytes) else {
      throw UnreadableInput("'\(path)' is no Word document (.docx): save it as one first")
    }
    guard listing.size <= ImportLimits.unpackedDocument else {
      throw UnreadableInput(
        "'\(path)' would unpack to more than \(ImportLimits.unpackedDocument >> 20) MiB, the most "
          + "that is read: make its pictures smaller")
    }
    guard listing.fileCount <= ImportLimits.documentParts else {
      throw UnreadableInput(
        "'\(path)' has more than \(ImportLimits.documentParts.grouped) parts, the most that are read: "
          + "import it in pieces")
    }
    return bytes
  }

  private static func scratchFolder() throws(UnreadableInput) -> ScratchFolder {
    do throws(FileTrouble) { return try ScratchFolder() } catch {
      throw UnreadableInput(error.message)
    }
  }

  private static func convert(_ path: String, into folder: String) async throws(UnreadableInput) {
    // A name that begins with a hyphen must not be taken for an option.
    let document = path.hasPrefix("-") ? "./\(path)" : path
    do throws(ProgramTrouble) {
      let ending = try await Program("pandoc").run([
        // The document's title is in no paragraph: a file that stands alone has it above the text.
        "--from=docx", "--to=gfm", "--standalone", "--wrap=none", "--extract-media=\(folder)",
        "--output=\(folder)/text.md", document,
      ])
      if ending.isSuccess { return }
    } catch {
      throw UnreadableInput(
        "reading '\(path)' needs pandoc, which is not installed: "
          + "install it from https://pandoc.org, or save the document as plain text")
    }
    throw UnreadableInput("pandoc could not read '\(path)' as a Word document")
  }
}
