import ArgumentParser
import Files
import Reporting

/// `handbook handover`: a letter for whoever looks after the community next.
struct Handover: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a letter for whoever looks after the community next.",
    discussion: """
      One page to print: what is promised and not done, what members offer, questions without an \
      answer, who holds which role, the keys (git host, domain, mailbox, form), quiet goals, \
      consent to ask for again, and the meetings of the next three months. For what the files do \
      not know it has lines to fill in by hand. It never asks for a password, only where one is kept.

      It names people as the files do, so it stays on this computer: it is no part of the website, \
      and is written outside of the site and its repository. It is in the language of the handbook.

        handbook handover --output ../handover.html
        handbook handover our-handbook --output ~/handover.html
      """)

  @OptionGroup var options: LocalOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write. [default: handover.html beside the folder of the site]",
      valueName: "file"))
  var output: String?

  func run() async throws {
    let letter = HandoverLetter(try await options.holdings())
    let file = output ?? (options.site == "." ? "" : "\(options.site)/") + "../handover.html"
    if output == nil, (try? fileBytes(at: file, atMost: 1 << 20)) != nil {
      throw Failure(
        message: "\(file) is there already; nothing was written", hint: "name another with --output"
      )
    }
    do throws(PrivateFileTrouble) {
      let page = HandoverPage().html(for: letter)
      try writePrivateFile(file, Array(page.utf8), besideSite: options.site)
    } catch {
      throw Failure(message: error.message, hint: error.hint)
    }
    Console.print("Wrote \(file). It names people: print it, and hand it over yourself.")
  }
}
