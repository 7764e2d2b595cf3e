import ArgumentParser
import Diagnostics
import Files

/// `handbook new ci`: the file by which a git host checks and publishes a handbook.
struct ContinuousIntegration: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ci",
    abstract: "Write the file by which a git host checks and publishes the handbook.",
    discussion: """
      Changes that are proposed are checked without any right to write. What is on the main branch \
      is published, and again every day, so that the next meeting stays the next. \
      docs/publishing.md tells what to set at the host.
      """)

  @Argument(help: ArgumentHelp("The folder of the site.", valueName: "site"))
  var site = "."

  @Option(help: ArgumentHelp("The host: github, gitlab or codeberg.", valueName: "host"))
  var host: Recipe.Host

  @Option(
    help: ArgumentHelp(
      "The repository of handbook itself, which the host builds.", valueName: "address"))
  var tool: String

  @Option(
    help: ArgumentHelp(
      "The commit or tag of handbook to use. A commit is safest: nobody can move it.",
      valueName: "revision"))
  var at = "main"

  @Option(
    help: ArgumentHelp(
      "A second repository to publish to, as git@github.com:owner/name.git: the source can then "
        + "be private. GitHub only.", valueName: "address"))
  var to: String?

  func validate() throws {
    for address in [tool, at, to].compactMap(\.self) where !address.isPlainAddress {
      throw ValidationError("'\(address.quotedInput)' is no plain address or revision")
    }
    if to != nil, host != .github {
      throw ValidationError("--to is for GitHub; docs/publishing.md has the other hosts")
    }
    if let to, !to.hasPrefix("git@github.com:") {
      throw ValidationError("--to takes an address such as git@github.com:owner/name.git")
    }
  }

  func run() throws {
    let recipe = Recipe(host: host, tool: tool, revision: at, target: to)
    let path = site == "." ? "\(recipe.path)" : "\(site)/\(recipe.path)"
    guard try isFree(for: recipe) else {
      throw Failure(
        message: "'\(path)' is there already; it is as it was",
        hint: "remove it first, or compare the two")
    }
    do throws(FileTrouble) {
      try atomicWrite(path, Array(recipe.text.utf8), makingFolder: true)
    } catch {
      throw Failure(message: error.message)
    }
    Console.print(
      "Wrote \(path). Commit it, and see docs/publishing.md for what to set at the host.")
  }

  private func isFree(for recipe: Recipe) throws -> Bool {
    do throws(FileTrouble) {
      let found = try LocalFileTree(site).bytes(of: recipe.path, atMost: 1 << 20)
      return found.elementsEqual(recipe.text.utf8)
    } catch {
      if case .missing = error { return true }
      throw Failure(message: error.message)
    }
  }
}

extension Recipe.Host: ExpressibleByArgument {}

extension String {
  /// Nothing in it that a shell or YAML would take for more than text.
  fileprivate var isPlainAddress: Bool {
    !isEmpty && !hasPrefix("-")
      && utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "-._~:/@".utf8.contains(byte)
        }
      }
  }
}
