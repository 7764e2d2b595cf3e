import Build
import Files
import Rewriting
import TestSupport
import Testing

/// A command that changes many files, killed in the middle: the next one finishes it.
@Suite("A change of the sources that was cut short")
struct KilledRewriteTests {
  private static let renaming = ["rename", "members/ada-okafor", "ada"]
  private static let forgetting = ["forget", "ada-okafor", "--yes"]

  private func site() throws -> SiteOnDisk {
    var files = ["handbook.yml": privateSettings, "members/ada-okafor.md": ada]
    for number in 0..<60 {
      files["pages/p\(number).md"] = "# Page \(number)\n\n@ada-okafor wrote this.\n"
    }
    return try SiteOnDisk(files)
  }

  /// What a command makes of the sources when nobody kills it.
  private func whole(_ arguments: [String]) throws -> [String: [UInt8]] {
    let site = try site()
    #expect(site.handbook(arguments).status == 0)
    return site.files(in: "./content")
  }

  /// A renaming of which a journal stands and so many files were written.
  private func halfRenamed(_ count: Int, isMoved: Bool = true) async throws -> SiteOnDisk {
    let site = try site()
    let source = try #require(try await SourceSite.read(LocalFileTree(site.path)))
    let renaming = try Renaming("members/ada-okafor", to: "ada", in: source)
    RewriteJournal(renaming.plan, command: Self.renaming.joined(separator: " ")).begin(
      in: site.path)
    let folder = try SiteFolder(site.path)
    if isMoved { for move in renaming.plan.moves { try folder.move(move.from, to: move.to) } }
    for write in renaming.plan.writes.prefix(count) {
      try folder.write(write.new, at: write.path)
    }
    return site
  }

  @Test(
    "the same command finishes it",
    arguments: [(0, false), (0, true), (1, true), (30, true), (61, true)])
  func same(_ count: Int, _ isMoved: Bool) async throws {
    let site = try await halfRenamed(count, isMoved: isMoved)
    let dry = site.handbook(Self.renaming + ["--dry-run"])
    #expect(dry.status == 2 && dry.errors.contains("an earlier 'handbook rename' was cut short"))
    let next = site.handbook(Self.renaming)
    #expect(next.status == 0, "\(next.errors)")
    #expect(next.output == "An earlier 'handbook rename' was cut short. It is finished now.\n")
    #expect(site.files(in: "./.handbook")["rewriting"] == nil)
    #expect(try site.files(in: "./content") == whole(Self.renaming))
  }

  @Test("another command finishes it first, and then does its own")
  func another() async throws {
    let site = try await halfRenamed(20)
    let next = site.handbook("rename", "pages/p0", "first")
    #expect(next.status == 0 && next.output.contains("It is finished now."), "\(next.errors)")
    let files = site.files(in: "./content")
    #expect(files["pages/first.md"] != nil && files["members/ada.md"] != nil)
    for (path, bytes) in files where path.hasPrefix("pages/") {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("@ada-okafor"), "\(path)")
    }
  }

  @Test("a file that somebody changed since is left alone, and named")
  func changed() async throws {
    let site = try await halfRenamed(20)
    site.write("pages/p7.md", "# Mine\n")
    let next = site.handbook(Self.renaming)
    #expect(next.status == 2 && next.errors.contains("pages/p7.md' was changed since"))
    #expect(site.files(in: "./content")["pages/p7.md"] == Array("# Mine\n".utf8))
  }

  @Test(
    "killed at any moment and begun again, it comes to its end",
    arguments: [renaming, forgetting], [0.02, 0.04, 0.06, 0.09, 0.13, 0.2])
  func killed(_ arguments: [String], _ seconds: Double) throws {
    let site = try site()
    let ending = site.handbook(arguments, variables: ["timeout", "-s", "KILL", "\(seconds)"])
    if ending.status != 0 {
      let next = site.handbook(arguments)
      // All may have been done but for the journal's end, or for the last word.
      let isDone = next.status == 2 && site.files(in: "./.handbook")["rewriting"] == nil
      #expect(next.status == 0 || isDone, "\(next.errors)")
    }
    let texts = site.files(in: "./content").filter { $0.key.hasSuffix(".md") }
    let expected = try whole(arguments).filter { $0.key.hasSuffix(".md") }
    #expect(texts == expected)
  }

  @Test(
    "a journal that cannot be read does nothing",
    arguments: ["", "x", "0000000000000000000000000000000000000000"])
  func damaged(_ text: String) throws {
    let site = try site()
    _ = site.handbook("build", "--quiet")
    site.write("./.handbook/rewriting", text)
    #expect(site.handbook(Self.renaming).status == 0)
  }
}
