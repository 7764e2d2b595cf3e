#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Reads a file that the user named; links on the way to it are followed, for they are the user's.
package func fileBytes(at path: String, atMost limit: Int) throws(FileTrouble) -> [UInt8] {
  try readToEnd(path, atMost: limit) { open(path, O_RDONLY | O_CLOEXEC) }
}

/// Everything that is typed or piped into the command.
package func standardInput(atMost limit: Int) throws(FileTrouble) -> [UInt8] {
  try readToEnd("the standard input", atMost: limit) { dup(STDIN_FILENO) }
}

private func readToEnd(
  _ path: String, atMost limit: Int, open: () -> Int32
) throws(FileTrouble) -> [UInt8] {
  var bytes: [UInt8] = []
  do throws(SystemError) {
    let file = Descriptor(try calling(open))
    while bytes.count <= limit {
      let more = try file.read(expecting: 65_535)
      if more.isEmpty { return bytes }
      bytes += more
    }
  } catch {
    if error == .isMissing { throw .missing(path: path) }
    if error == .isFolder { throw .notFile(path: path) }
    throw .failed(.read, path: path, error)
  }
  throw .tooLarge(path: path, limit: limit)
}
