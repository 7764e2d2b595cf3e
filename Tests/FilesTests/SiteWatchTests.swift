import Testing

@testable import Files

@Suite("Watching a site")
struct SiteWatchTests {
  private let content = RelativePath(fixed: "content")

  @Test("a file that is written, renamed into place, made in a new folder or removed is noticed")
  func noticed() async throws {
    let folder = try TemporaryFolder()
    folder.write("content/a.md", "a")
    var changes = SiteWatch(of: folder.path, below: [content]).changes.makeAsyncIterator()
    folder.write("content/a.md", "b")
    #expect(await changes.next() != nil)
    folder.write("content/.a.md.new", "c")
    folder.rename("content/.a.md.new", to: "content/a.md")
    #expect(await changes.next() != nil)
    folder.write("content/posts/2026/b.md", "b")
    #expect(await changes.next() != nil)
    folder.delete("content/a.md")
    #expect(await changes.next() != nil)
  }

  @Test("without notices of the system, files are looked at again and again")
  func polled() async throws {
    let folder = try TemporaryFolder()
    folder.write("content/a.md", "a")
    let polling = StampPolling(site: folder.path, folders: [content])
    var changes = polling.stream(every: .milliseconds(5)).makeAsyncIterator()
    try await Task.sleep(for: .milliseconds(50))
    folder.write("content/b.md", "b")
    #expect(await changes.next() != nil)
  }
}
