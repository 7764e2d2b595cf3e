import TestSupport
import Testing

@Suite("The pages of a long list")
struct PaginationTests {
  @Test("name the first, the last and those around, so that a long list stays in proportion")
  func few() async throws {
    var site: [String: String] = [:]
    for number in 0..<1_000 {
      site["posts/p-\(number).md"] = "---\ntitle: P\ndate: 2026-01-15\n---\n\nText.\n"
    }
    let pages = try await handbook(site).pages
    func named(_ page: String) throws -> [String] {
      let list = try #require(pages[page]?.split(separator: "class=\"pagination\"").last)
      return list.split(separator: "</nav>")[0].split(separator: "</li>").compactMap { item in
        let word = item.split(separator: "</a>")[0].split(separator: ">").last.map(String.init)
        return word.flatMap { $0 == "…" || Int($0) != nil ? $0 : nil }
      }
    }
    #expect(try named("posts/index.html") == ["1", "2", "3", "…", "20"])
    #expect(
      try named("posts/page-10.html") == ["1", "…", "8", "9", "10", "11", "12", "…", "20"])
    #expect(try named("posts/page-4.html") == ["1", "2", "3", "4", "5", "6", "…", "20"])
  }
}
