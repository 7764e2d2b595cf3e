import Diagnostics
import Site
import TestSupport
import Testing

@Suite("The built-in theme")
struct ThemeTests {
  @Test("the files in the binary are those of templates/, to the byte")
  func embedded() throws {
    let folder = try filesOfRepository(below: "templates").filter { !$0.path.hasPrefix(".") }
    #expect(folder.count > 20)
    #expect(BuiltInTheme.files.map(\.path).sorted() == folder.map(\.path))
    for (path, bytes) in folder {
      #expect(BuiltInTheme.files.first { $0.path == path }?.bytes == bytes, "\(path)")
    }
  }

  @Test("a site without templates of its own builds")
  func withoutTemplates() async throws {
    let site = try await handbook(["pages/start.md": "# Start here\n\nWelcome."])
    #expect(site.report == "")
    #expect(site.pages["start.html"]?.contains("<h1>Start here</h1>") == true)
    #expect(site.pages["theme/style.css"]?.isEmpty == false)
  }
}
