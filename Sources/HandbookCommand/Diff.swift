import ArgumentParser
import Build
import Community
import Diagnostics
import Files
import Publishing
import Site

/// `handbook diff`: what a change does to the site.
struct Diff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell what changes on the site since a commit, for somebody who looks it over.",
    discussion: """
      Both sites are built in memory, and your files are not touched. What is printed is Markdown \
      that fits a comment on a pull request.
      """)

  @OptionGroup var site: SiteOptions

  @Option(help: ArgumentHelp("The commit to compare with.", valueName: "revision"))
  var from = "HEAD"

  func run() async throws {
    let progress = ProgressLine(isShown: !site.quiet)
    let new = try await progress.during { try await site.inspect(progress) }
    try site.report(new)
    guard let renderer = new.renderer else { throw ExitCode.contentHasErrors }
    let old = try await progress.during { try await former(progress) }
    guard let former = old.renderer else {
      throw Failure(
        message: "the site at '\(from.quotedInput)' has errors, so it cannot be compared with",
        hint: "choose another commit with --from")
    }
    let changes = SiteChanges(from: former, to: renderer) {
      old.files.source($0.source)?.bytes == new.files.source($1.source)?.bytes
    }
    let markdown = changes.markdown
    Console.write(new.source?.library.masking(markdown) ?? markdown)
  }

  private func former(_ progress: ProgressLine) async throws -> Inspection {
    do {
      let tree = try await SourceRepository.containing(site.site).tree(at: from)
      return try await Inspection.inspect(tree, site.settings) { progress.enter($0) }
    } catch let trouble as PublishTrouble {
      throw Failure(message: trouble.message, words: trouble.words, hint: trouble.hint)
    } catch let trouble as FileTrouble {
      throw Failure(message: "at '\(from)': \(trouble.message)")
    }
  }
}
