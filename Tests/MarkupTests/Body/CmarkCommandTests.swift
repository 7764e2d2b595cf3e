import Foundation
import Testing

@testable import Markup

@Suite("The cmark command")
struct CmarkCommandTests {
  @Test(
    "random documents of CommonMark's grammar give what the command writes",
    .enabled(if: CmarkCommand.isInstalled, CmarkCommand.whyItIsNeeded))
  func grammar() throws {
    var grammar = GrammarGenerator(seed: 20_260_310)
    var fragments = DocumentGenerator(seed: 20_260_311)
    let count = CmarkCommand.documentCount / 2
    try compare(
      (0..<count).map { $0 % 4 == 0 ? fragments.document() : Array(grammar.document().utf8) })
  }

  @Test(
    "mutations of the specification's examples give what the command writes",
    .enabled(if: CmarkCommand.isInstalled, CmarkCommand.whyItIsNeeded),
    .enabled(if: CommonMarkExample.all != nil, "there is no ../shared/spec"))
  func mutations() throws {
    let examples = try #require(CommonMarkExample.all).map(\.markdown)
    var generator = MutationGenerator(of: examples, seed: 20_260_312)
    let count = CmarkCommand.documentCount / 2
    try compare((0..<count).map { _ in Array(generator.document().utf8) })
  }

  private func compare(_ documents: [[UInt8]]) throws {
    let expected = try CmarkCommand.render(documents)
    var refused = 0
    for (number, document) in documents.enumerated() {
      let read = ReadBody(bytes: document, .commonMark)
      guard read.diagnostics.isEmpty else {
        refused += 1
        continue
      }
      let same = Array(read.html.utf8) == expected[number]
      #expect(
        same, "document \(number): \(String(decoding: document, as: UTF8.self).debugDescription)")
    }
    // Few are beyond the limits, so nearly all are compared.
    #expect(refused * 50 < documents.count)
  }
}

/// The `cmark` command of CommonMark's authors, whose output is the measure of ours.
enum CmarkCommand {
  static let whyItIsNeeded: Comment =
    "the command cmark is not installed (Debian: apt install cmark)"

  /// How many documents are compared: 2,000, and all of 20,000 in the torture tier.
  static var documentCount: Int {
    ProcessInfo.processInfo.environment["HANDBOOK_TORTURE"] == nil ? 2_000 : 20_000
  }

  static let isInstalled = (try? run("command -v cmark", "/")) == 0

  /// What the command writes for each document, one process a document, two at a time.
  static func render(_ documents: [[UInt8]]) throws -> [[UInt8]] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (number, document) in documents.enumerated() {
      try Data(document).write(to: folder.appending(path: "\(number % 2)-\(number).md"))
    }
    let status = try run(
      """
      cd "$1" || exit 1
      render() { for file in "$1"-*.md; do cmark "$file" > "$file.html" || exit 1; done; }
      render 0 & render 1 && wait $!
      """, folder.path())
    guard status == 0 else { throw Failure(status: status) }
    return try documents.indices.map { number in
      Array(try Data(contentsOf: folder.appending(path: "\(number % 2)-\(number).md.html")))
    }
  }

  struct Failure: Error {
    let status: Int32
  }

  private static func run(_ script: String, _ argument: String) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script, "sh", argument]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
