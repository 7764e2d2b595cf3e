import ArgumentParser
import Diagnostics
import MessageGuide

/// `handbook explain`: what `docs/diagnostics.md` says of a message.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explain a message, by the name in brackets at its end.",
    discussion: """
      It prints what docs/diagnostics.md says of it: the rule, and an example before and after. \
      The page itself is in Markdown, and so is what is printed.

        handbook explain broken-link
      """)

  @Argument(help: "The name in brackets, such as broken-link.")
  var name: String

  func run() throws {
    let guide = ExplainedMessages(messagePage)
    let name = name.trimmingBrackets
    guard let section = guide.section(name) else {
      throw Failure(
        message: "no message is called '\(name.quotedInput)'",
        hint: NearMiss.nearest(to: name, among: guide.names)
          .map { "did you mean 'handbook explain \($0)'?" }
          ?? "write the words in brackets at the end of a message")
    }
    Console.print(section)
  }
}

/// The sections of the page on messages, each under the name of its message.
struct ExplainedMessages {
  private var sections: [(name: String, lines: [Substring])] = []

  /// Reads the page: a section begins at a heading of the third level and ends at the next.
  init(_ page: String) {
    var isInFence = false
    var isInSection = false
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") { isInFence.toggle() }
      if !isInFence, line.hasPrefix("## ") { isInSection = false }
      if !isInFence, line.hasPrefix("### ") {
        sections.append((String(line.dropFirst(4)), []))
        isInSection = true
      } else if isInSection {
        sections[sections.count - 1].lines.append(line)
      }
    }
  }

  var names: [String] { sections.map(\.name) }

  /// What the page says of a message, its name first; `nil` where there is no such message.
  func section(_ name: String) -> String? {
    guard let found = sections.first(where: { $0.name == name }) else { return nil }
    let lines = found.lines.drop { $0.isEmpty }.reversed().drop { $0.isEmpty }.reversed()
    return ([found.name[...], ""] + lines).joined(separator: "\n")
  }
}

/// The whole page, as the compiler put it into the binary.
private var messagePage: String {
  let bytes = UnsafeBufferPointer(
    start: handbook_message_guide(), count: handbook_message_guide_count())
  return String(decoding: bytes, as: UTF8.self)
}

extension String {
  /// The words without the brackets that a message has around them.
  fileprivate var trimmingBrackets: String {
    String(drop { $0 == "[" }.reversed().drop { $0 == "]" }.reversed())
  }
}
