import Files

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A site in a real folder of its own, removed with all that is in it when the test lets go of it.
package final class SiteOnDisk: Sendable {
  package let path: String

  /// Writes the files, given as for a site in memory, and `plainSettings` where there are none.
  package init(_ files: [String: String] = [:]) throws {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/handbook-site-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw DiskTrouble.noFolder }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    if files["handbook.yml"] == nil { write("handbook.yml", plainSettings) }
    for (name, text) in files { write(name, text) }
  }

  deinit {
    _ = run("rm", "-rf", path)
  }
}

private enum DiskTrouble: Error { case noFolder }

extension SiteOnDisk {
  /// The path of something in the site; a name of neither folder is within `content/`.
  package func place(of name: String) -> String {
    let isWhole = ["content/", "templates/", "output", "./"].contains { name.hasPrefix($0) }
    return "\(path)/\(isWhole ? name : "content/\(name)")"
  }

  /// Writes a file, with the folders on the way to it.
  package func write(_ name: String, _ text: String) { write(name, Array(text.utf8)) }

  package func write(_ name: String, _ bytes: [UInt8]) { writeFile(place(of: name), bytes) }

  package func delete(_ name: String) { unlink(place(of: name)) }

  package func link(_ name: String, to target: String) {
    makeFolders(above: place(of: name))
    symlink(target, place(of: name))
  }

  package func makePipe(_ name: String) {
    makeFolders(above: place(of: name))
    mkfifo(place(of: name), 0o644)
  }

  /// The bytes of every file below a folder of the site, by path, the tool's own bookkeeping left
  /// out; none where there is no such folder.
  package func files(in folder: String = "output") -> [String: [UInt8]] {
    guard let tree = try? LocalFileTree(place(of: folder)),
      let listing = try? tree.listing(below: nil)
    else { return [:] }
    var files: [String: [UInt8]] = [:]
    for item in listing.items where !item.path.description.hasPrefix(".handbook-") {
      files[item.path.description] = try? tree.bytes(of: item.path, atMost: 1 << 24)
    }
    return files
  }

  /// What shows whether a file was touched: which one it is, and when it was written.
  package func marks(_ name: String) -> [Int] {
    var status = stat()
    guard lstat(place(of: name), &status) == 0 else { return [] }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return [Int(status.st_ino), time.tv_sec, time.tv_nsec, Int(status.st_size)]
  }
}
