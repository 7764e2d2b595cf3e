/// What the server tells the pages that follow it: an event of the HTML standard's event streams
/// (§9.2, Server-sent events).
enum News: Hashable, Sendable {
  /// A new edition can be had.
  case edition(Int)
  /// What stands against the site, as `JSONPrinter` writes it; empty once nothing does.
  case problems(String)
  /// Nothing new: keeps the connection from being taken for dead.
  case silence

  var text: String {
    switch self {
    case .edition(let number): "event: edition\ndata: \(number)\n\n"
    case .problems(let text): "event: problems\n\(dataLines(text))\n"
    case .silence: ": still here\n\n"
    }
  }

  private func dataLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "data: \($0)\n" }.joined()
  }
}
