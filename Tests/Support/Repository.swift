import Files

/// The folder that this package lies in, for tests that read its own files.
package let repository: String = folder(above: #filePath, levels: 3)

private func folder(above path: String, levels: Int) -> String {
  "/" + path.split(separator: "/").dropLast(levels).joined(separator: "/")
}

/// The text of every file below a folder of the repository, by its path within that folder, in the
/// order of the paths.
package func filesOfRepository(
  below folder: String, ending suffix: String = ""
) throws
  -> [(path: String, bytes: [UInt8])]
{
  let tree = try LocalFileTree("\(repository)/\(folder)")
  return try tree.listing(below: nil).items.filter { $0.kind == .file }
    .filter { $0.path.description.hasSuffix(suffix) }
    .map { ($0.path.description, try tree.bytes(of: $0.path, atMost: 4 << 20)) }
}
