#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Writes a file, with the folders on the way to it.
package func writeFile(_ path: String, _ bytes: [UInt8]) {
  makeFolders(above: path)
  guard let file = fopen(path, "w") else { return }
  fwrite(bytes, 1, bytes.count, file)
  fclose(file)
}

/// Makes the folders on the way to a file.
func makeFolders(above path: String) {
  var made = ""
  for part in path.split(separator: "/").dropLast() {
    made += "/\(part)"
    mkdir(made, 0o755)
  }
}

/// The value of an environment variable.
package func environmentVariable(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}
