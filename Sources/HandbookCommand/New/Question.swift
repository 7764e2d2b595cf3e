#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A question to the person at the terminal; where nobody sits there, it is not asked.
enum Question {
  /// Whether somebody sits at a terminal who sees questions and can answer them.
  static var canAsk: Bool {
    isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 && Console.isTerminal
  }

  /// The answer, or `usual` for an empty one; `nil` where nobody can answer.
  static func ask(_ question: String, usual: String? = nil) -> String? {
    guard isatty(STDIN_FILENO) == 1, Console.isTerminal else { return nil }
    let lead = usual.map { "\(question) [\($0)] " } ?? "\(question) "
    Console.printError(lead, terminator: "")
    guard let line = readLine() else { return usual }
    let answer = String(line.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    return answer.isEmpty ? usual : answer
  }
}
