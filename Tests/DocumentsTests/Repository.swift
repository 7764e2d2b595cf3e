import Diagnostics
import Files

/// The project's own files, as these tests find them.
enum Repository {
  /// The folder that holds `Package.swift`.
  static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(3).joined(separator: "/")

  /// The text of a file, by its path from the root.
  static func text(_ path: String) throws -> String {
    let tree = try LocalFileTree(root)
    let bytes = try tree.bytes(of: try RelativePath(path), atMost: 1 << 20)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The Swift files below a folder, sorted by path.
  static func swiftFiles(below folder: String) throws -> [SwiftSource] {
    let listing = try LocalFileTree(root).listing(below: try RelativePath(folder))
    return try listing.items.filter { $0.path.fileExtension == "swift" }.map { item in
      SwiftSource(path: item.path.description, text: try text(item.path.description))
    }
  }
}
