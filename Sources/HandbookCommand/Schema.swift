import ArgumentParser
import Diagnostics
import Files
import Scaffolding
import Text

/// `handbook schema`: what editors need to know of the fields.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the fields of an entry or of the settings as JSON Schema.",
    discussion: """
      Editors that know JSON Schema (draft 2020-12) then explain each field, complete it and mark \
      what it cannot be. The schema of an entry is that of its front matter, the lines between ---.

        handbook schema post
        handbook schema --output schemas      writes them all, each to a file
      """)

  @Argument(
    help: ArgumentHelp(
      "One of \(SchemaPage.allCases.map(\.name).joined(separator: ", ")).", valueName: "what"),
    completion: .list(SchemaPage.allCases.map(\.name)))
  var page: String?

  @Option(help: ArgumentHelp("Write to files in this folder.", valueName: "folder"))
  var output: String?

  func validate() throws {
    guard page == nil, output == nil else { return }
    throw ValidationError(
      "say of what, such as 'handbook schema post', or where to write all with --output")
  }

  func run() throws {
    let pages = try page.map { [try schema(named: $0)] } ?? SchemaPage.allCases
    guard let output else {
      for page in pages { Console.write(page.text(in: .english)) }
      return
    }
    for page in pages { try writeSchema(page, to: output) }
    Console.print(
      "Wrote \(pages.count == 1 ? pages[0].fileName : "\(pages.count) schemas") to \(output).")
  }

  private func schema(named name: String) throws -> SchemaPage {
    if let page = SchemaPage.allCases.first(where: { $0.name == name }) { return page }
    let names = SchemaPage.allCases.map(\.name)
    throw Failure(
      message: "there is no schema '\(name.quotedInput)'",
      hint: NearMiss.nearest(to: name, among: names).map { "did you mean 'handbook schema \($0)'?" }
        ?? "write one of \(names.joined(separator: ", "))")
  }

  private func writeSchema(_ page: SchemaPage, to folder: String) throws {
    do throws(FileTrouble) {
      let bytes = Array(page.text(in: .english).utf8)
      try SiteFolder(folder, makingMissing: true).write(bytes, at: page.fileName)
    } catch {
      throw Failure(message: error.message)
    }
  }
}
