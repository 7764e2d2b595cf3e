#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The terminal that the command was started from, or what stands in its place.
enum Console {
  /// Whether messages go to a person's terminal.
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Whether a message may have colour: only on a terminal, and not where `NO_COLOR` is set.
  static var hasColour: Bool { isTerminal && mayColour }

  /// The same of results.
  static var hasColourInResults: Bool { isatty(STDOUT_FILENO) == 1 && mayColour }

  private static var mayColour: Bool {
    (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
  }

  /// Prints to standard error, where problems and progress go.
  static func printError(_ text: String, terminator: String = "\n") {
    write(text + terminator, to: STDERR_FILENO)
  }

  /// Prints to standard output, where results go.
  static func print(_ text: String) {
    write(text + "\n")
  }

  /// The same for a text that has its own line ends.
  static func write(_ text: String) {
    write(text, to: STDOUT_FILENO)
  }

  /// Asks for a yes where a person is at the terminal; elsewhere there is nobody to ask, and the
  /// answer is yes.
  static func confirms(_ question: String) -> Bool {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { return true }
    write("\(question) [y/N] ", to: STDOUT_FILENO)
    return ["y", "yes"].contains(readLine()?.lowercased() ?? "")
  }

  /// Writes whole; what is closed is let be.
  private static func write(_ text: String, to descriptor: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}

#if canImport(Darwin)
  private let systemWrite = Darwin.write
#elseif canImport(Glibc)
  private let systemWrite = Glibc.write
#elseif canImport(Musl)
  private let systemWrite = Musl.write
#endif
