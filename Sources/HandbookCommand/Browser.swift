#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The user's browser.
enum Browser {
  /// Opens an address in it, by the system's own program for that; where there is none, nothing
  /// happens, for the address has been printed.
  static func open(_ address: String) {
    #if canImport(Darwin)
      let program = "open"
    #else
      let program = "xdg-open"
    #endif
    let words = [strdup(program), strdup(address), nil]
    defer { for word in words { free(word) } }
    var process = pid_t()
    _ = posix_spawnp(&process, program, nil, nil, words, environ)
  }
}
