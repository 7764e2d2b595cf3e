import ArgumentParser
import Build
import Community
import Diagnostics
import Files
import Hosting

/// `handbook new ci`: the files by which a git host checks and publishes a handbook, and offers
/// forms to those who use the browser alone.
struct ContinuousIntegration: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ci",
    abstract: "Write the files by which a git host checks and publishes the handbook.",
    discussion: """
      Changes that are proposed are checked without any right to write. What is on the main branch \
      is published, and again every day, so that the next meeting stays the next. Forms at the \
      host let a coordinator add a meeting or a member, rename an entry or forget a member in the \
      browser alone; each opens a pull request. docs/publishing.md tells what to set at the host.

        handbook new ci --host github --tool https://git.example/handbook --release 0.1.0 \\
          --sha256 CHECKSUM
        handbook new ci --host gitlab --archive https://a.example/handbook.tar.gz --sha256 CHECKSUM
        handbook new ci --host github --tool https://git.example/handbook.git --build --at COMMIT
      """)

  @Argument(help: ArgumentHelp("The folder of the site.", valueName: "site"))
  var site = "."

  @Option(help: ArgumentHelp("The host: \(GitHost.names).", valueName: "host"))
  var host: GitHost

  @OptionGroup var tool: ToolOptions

  @Option(
    help: ArgumentHelp(
      "A second repository to publish to, as git@github.com:owner/name.git: the source can then "
        + "be private. GitHub only.", valueName: "address"))
  var to: String?

  @Flag(inversion: .prefixedNo, help: "Offer forms that are filled in at the host.")
  var forms = true

  func validate() throws {
    guard let to else { return }
    guard host == .gitHub else {
      throw ValidationError("--to is for GitHub; docs/publishing.md has the other hosts")
    }
    guard to.isPlainAddress, to.hasPrefix("git@github.com:") else {
      throw ValidationError("--to takes an address such as git@github.com:owner/name.git")
    }
  }

  func run() async throws {
    let recipe = Recipe(
      host: host, tool: tool.source, target: to,
      forms: forms ? Form.all(series: await series()) : [])
    let folder = try beforeWriting { () throws(FileTrouble) in try SiteFolder(site) }
    let missing = try recipe.files.filter { try isMissing($0, in: folder) }
    do throws(FileTrouble) {
      for file in missing { try folder.create(Array(file.text.utf8), at: file.path) }
    } catch {
      throw Failure(message: error.message)
    }
    for file in recipe.files { Console.print("Wrote \(place(file))") }
    Console.print("Commit this, and see docs/publishing.md for what to set at the host.")
  }

  /// The series that a form can offer: those of the settings, where these can be read.
  private func series() async -> [String] {
    guard let options = try? SiteOptions.parse(["--", site]),
      let content = try? await options.inspect(ProgressLine(isShown: false)).source?.content
    else { return [] }
    return content.library.configuration.series.map(\.id).filter { Slug.isValid($0) }
  }

  private func place(_ file: Recipe.File) -> String {
    site == "." ? file.path : "\(site)/\(file.path)"
  }

  /// Whether a file is still to be written; one that is there must be the same.
  private func isMissing(_ file: Recipe.File, in folder: SiteFolder) throws -> Bool {
    if try beforeWriting({ () throws(FileTrouble) in try folder.isFree(file.path) }) {
      return true
    }
    guard let path = try? RelativePath(file.path) else { return true }
    let found = try beforeWriting { () throws(FileTrouble) in
      try LocalFileTree(site).bytes(of: path, atMost: 1 << 20)
    }
    guard found.elementsEqual(file.text.utf8) else {
      throw Failure(
        message: "'\(place(file))' is there already; nothing was written",
        hint: "remove it first, or compare the two")
    }
    return false
  }
}

extension GitHost: ExpressibleByArgument {}
