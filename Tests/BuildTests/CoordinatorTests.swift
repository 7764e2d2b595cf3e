import TestSupport
import Testing

/// The ten minutes of `docs/coordinators.md`, with the commands as they stand there.
@Suite("The coordinator's ten minutes")
struct CoordinatorTests {
  private let tara = """
    ---
    name: Tara Quill
    consent: {name: yes, profile: yes, given: 2025-09-01}
    ---
    Hello.

    """

  /// The commands of a numbered list of the section, in their order, with what stands for ids.
  private func commands(below heading: String) throws -> [[String]] {
    let files = try filesOfRepository(below: "docs", ending: "coordinators.md")
    let text = String(decoding: try #require(files.first).bytes, as: UTF8.self)
    let section = text.split(separator: "## When somebody leaves, or a page must go tonight").last
    let list = section?.split(separator: "\(heading)\n").last?.split(separator: "\n\n").first
    let commands = try #require(list).split(separator: "`").filter { $0.hasPrefix("handbook ") }
    return commands.map { Array(arguments(of: $0).dropFirst()) }
  }

  /// The words of a command; what stands between quotation marks is one.
  private func arguments(of command: Substring) -> [String] {
    var arguments: [String] = []
    for (number, part) in command.split(separator: "\"").enumerated() {
      arguments += number % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
    }
    return arguments
  }

  private func hosted() throws -> HostedSite {
    let hosted = try HostedSite([
      "handbook.yml": privateSettings, "members/their-id.md": tara,
      "posts/its-id.md":
        "---\ntitle: A story\ndate: 2026-02-01\nauthors: their-id\n---\n# A story\n\nBy Tara Quill.\n",
      "pages/c.md": "# What Tara Quill taught us\n\nMuch.\n",
    ])
    #expect(hosted.site.handbook("routes", "--update").status == 0)
    hosted.commit()
    #expect(hosted.publish().status == 0)
    #expect(hosted.published["posts/its-id.html"] != nil)
    return hosted
  }

  private func follow(_ commands: [[String]], _ hosted: HostedSite) -> [Ending] {
    commands.map { arguments in
      hosted.commit()
      return hosted.site.handbook(arguments)
    }
  }

  @Test("whoever asks to be gone is gone with the next publish")
  func leaving() throws {
    let hosted = try hosted()
    let commands = try commands(below: "Somebody asks to be gone:\n")
    #expect(commands.map(\.first) == ["forget", "publish", "report"])
    let endings = follow(commands, hosted)
    for ending in endings { #expect(ending.status == 0, "\(ending.output)\(ending.errors)") }
    for (path, bytes) in hosted.publishedFiles {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("Quill") && !text.contains("their-id"), "\(path)")
    }
    #expect(endings.last?.output.contains("pages/c") == true, "\(endings.last?.output ?? "")")
    // On another day.
    hosted.site.write("pages/c.md", "# What we learned\n\nMuch.\n")
    hosted.commit()
    #expect(hosted.publish().status == 0)
    #expect(hosted.published["c.html"] != nil)
  }

  @Test("a page that must go is gone with the next publish, and comes back when it may")
  func takingDown() throws {
    let hosted = try hosted()
    let commands = try commands(below: "A page must go:\n")
    #expect(commands.map(\.first) == ["takedown", "publish", "takedown"])
    let endings = follow(Array(commands.dropLast()), hosted)
    for ending in endings { #expect(ending.status == 0, "\(ending.output)\(ending.errors)") }
    #expect(hosted.published["posts/its-id.html"] == nil)
    #expect(follow(commands.suffix(1) + [["publish"]], hosted).allSatisfy { $0.status == 0 })
    #expect(hosted.published["posts/its-id.html"] != nil)
  }
}
