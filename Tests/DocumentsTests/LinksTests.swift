import Files
import Testing

@Suite("links between the documents")
struct LinksTests {
  @Test("every link by path leads to a file of the project", arguments: documents)
  func lead(_ document: String) throws {
    let folder = document.split(separator: "/").dropLast().map(String.init)
    for link in try MarkdownPage(document).links where !link.contains("://") {
      let path = link.prefix { $0 != "#" }
      guard !path.isEmpty else { continue }
      var parts = folder
      for part in path.split(separator: "/") {
        if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
      }
      #expect(exists(parts.joined(separator: "/")), "\(link) in \(document)")
    }
  }

  private func exists(_ path: String) -> Bool {
    guard let path = try? RelativePath(path), let tree = try? LocalFileTree(Repository.root) else {
      return false
    }
    if (try? tree.bytes(of: path, atMost: 1 << 22)) != nil { return true }
    return (try? tree.listing(below: path)) != nil
  }
}

private let documents = [
  "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/authors.md",
  "docs/templates.md", "docs/privacy.md", "docs/diagnostics.md", "docs/configuration.md",
  "docs/feeds-and-calendars.md", "docs/coordinators.md",
]
