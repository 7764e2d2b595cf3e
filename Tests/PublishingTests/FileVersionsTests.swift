import Files
import TestSupport
import Testing

@testable import Publishing

@Suite("Earlier versions of a file")
struct FileVersionsTests {
  let repositories: Repositories

  init() throws { repositories = try Repositories.sent() }

  private func versions(_ name: String, atMost count: Int = 10) async throws -> [FileVersion] {
    try await repositories.sender().versions(of: RelativePath("content/\(name)"), atMost: count)
  }

  @Test("they are told newest first, under earlier names too, and each can be read")
  func versions() async throws {
    let long = (1...30).map { "line \($0)\n" }.joined()
    repositories.write("content/old name.md", long)
    repositories.commit("Begun", at: 1_770_000_100)
    repositories.write("content/old name.md", long + "more\n")
    repositories.commit("More", at: 1_770_000_200)
    repositories.git("mv", "content/old name.md", "content/é.md")
    repositories.commit("Moved", at: 1_770_000_300)
    repositories.write("content/other.md", "other")
    repositories.commit("Other", at: 1_770_000_400)
    repositories.write("content/é.md", long)
    let versions = try await versions("é.md")
    #expect(versions.map(\.version.subject) == ["Moved", "More", "Begun"])
    #expect(versions.map(\.version.author) == ["Ada", "Ada", "Ada"])
    #expect(
      versions.map(\.version.commit.seconds) == [1_770_000_300, 1_770_000_200, 1_770_000_100])
    #expect(versions.map(\.path) == ["content/é.md", "content/old name.md", "content/old name.md"])
    #expect(versions.map(\.differs) == [true, true, false])
    let sender = try await repositories.sender()
    let bytes = try await sender.bytes(of: versions[1], atMost: 1 << 20)
    #expect(String(decoding: bytes, as: UTF8.self) == long + "more\n")
    #expect(try await self.versions("é.md", atMost: 2).count == 2)
    #expect(
      try await obstacle { _ = try await sender.bytes(of: versions[1], atMost: 10) }
        == "'content/old name.md' cannot be read from the history; nothing was sent, and the files hold what was typed"
    )
  }

  @Test("a file that was removed has its versions, and the removal is one without content")
  func removed() async throws {
    repositories.write("content/a.md", "a")
    repositories.commit("Begun")
    repositories.git("rm", "--quiet", "content/a.md")
    repositories.commit("Removed")
    let versions = try await versions("a.md")
    #expect(versions.map(\.isThere) == [false, true])
    #expect(versions.map(\.differs) == [false, true])
  }

  @Test("a new file, and one before the first commit, have none")
  func none() async throws {
    repositories.write("content/new.md", "new")
    #expect(try await versions("new.md") == [])
    #expect(try await versions("--all") == [])
    #expect(try await versions("new.md", atMost: 0) == [])
    let folder = "\(repositories.path)/unborn"
    repositories.git(in: repositories.path, "init", "--quiet", folder)
    let sender = try await repositories.sender(folder)
    #expect(try await sender.versions(of: RelativePath("content/a.md"), atMost: 3) == [])
  }

  @Test("in a folder of a larger repository, and with the line ends of this folder")
  func subfolder() async throws {
    repositories.write("sub/content/.gitattributes", "*.md text eol=crlf\n")
    repositories.write("sub/content/a.md", "one\r\n")
    repositories.commit("Begun")
    let sender = try await repositories.sender("\(repositories.source)/sub")
    let versions = try await sender.versions(of: RelativePath("content/a.md"), atMost: 3)
    #expect(versions.map(\.differs) == [false])
    #expect(versions.map(\.path) == ["sub/content/a.md"])
    #expect(try await sender.bytes(of: versions[0], atMost: 100) == Array("one\r\n".utf8))
  }
}
