import Build
import Diagnostics
import TestSupport
import Testing

/// The ways round the search for names that somebody has tried.
@Suite("Names that hide")
struct HiddenNamesTests {
  @Test(
    "a withheld name is found in every form that still tells it",
    arguments: [
      "Lopez, Maria", "Lopez Maria", "Dr Lopez", "Mrs. Lopez", "Miss Lopez", "M. Lopez", "M Lopez",
      "Dr Maria Lopez", "Ma\u{AD}ria Lopez", "Maria Lo\u{200B}pez", "Ma\u{2060}ria Lo\u{FE0F}pez",
      "Ma&#114;ia Lopez", "Ma&shy;ria Lopez", "Maria&nbsp;Lopez", "**Ma**ria *Lopez*",
      "<b title=\"Ma&#114;ia Lopez\">x</b>", "[x](https://example.org/Maria%20Lopez)",
      "[x](https://example.org/?q=Mar%C3%ADa+Lopez)", "<b id=\"maria-lopez\">x</b>",
      "A note.[^maria-lopez]\n\n[^maria-lopez]: Here.",
    ])
  func told(text: String) async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings, "members/m-07.md": maria, "pages/a.md": "# A\n\n\(text)\n",
    ])
    #expect(site.diagnostics.contains { $0.id == "name-in-text" }, "\(site.report)")
  }

  @Test(
    "what only resembles it is none",
    arguments: [
      "A Lopez street", "B. Lopez", "m lopez", "Maria, Lopez Street", "Dr Maria", "Dr Lopezzi",
      "the Lopez method",
    ])
  func notTold(text: String) async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings,
      "members/m-07.md": maria.replacing("name: Maria", with: "name: Noemi"),
      "pages/a.md": "# A\n\n\(text)\n",
    ])
    #expect(site.report == "")
  }

  @Test("the escapes of YAML hide no name, and a title is no part of one")
  func fields() async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings,
      "members/m-07.md": maria.replacing("Maria Lopez", with: "Dr Maria Lopez"),
      "pages/a.md": "---\ntitle: \"With M\\u0061ria \\x4copez\"\n---\nMaria Lopez.\n",
    ])
    #expect(site.diagnostics.map { $0.location?.line } == [2, 4], "\(site.report)")
  }

  @Test("a name in a script without spaces is found within a sentence, and in a file's name")
  func unspaced() async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings,
      "members/m-07.md": "---\nname: 山田太郎\nalso_known_as: [สมชาย, 林]\n---\n",
      "pages/a.md": "# A\n\n昨日山田太郎さんは来た。\n\nคุณสมชายมา\n\n林は森ではない。山田さん\n",
      "assets/山田太郎.txt": "x",
    ])
    #expect(
      site.diagnostics.filter { $0.id == "name-in-text" }.map { $0.location?.line } == [3, 5])
    #expect(site.diagnostics.contains { $0.id == "name-in-file-name" }, "\(site.report)")
  }

  @Test("a tag is labelled by a spelling that readers may see")
  func tagLabels() async throws {
    let site = try await handbook([
      "pages/a.md": "---\ntitle: A\ntags: [feed back]\n---\nText.\n",
      "pages/b.md": "---\ntitle: B\ntags: [Feed Back]\ndraft: yes\n---\nText.\n",
      "pages/c.md": "---\ntitle: C\ntags: [Feed Back]\naudience: members\n---\nText.\n",
    ])
    let page = site.pages["tags/feed-back.html"] ?? ""
    #expect(page.contains("feed back"))
    #expect(!page.contains("Feed Back"))
  }

  @Test(
    "a name of thousands of words, and one told thousands of times, are searched for in a moment")
  func bounded() async throws {
    let long = String(repeating: "ada ", count: 2_000)
    let others = (0..<400).map { "ada x\($0)" }.joined(separator: ", ")
    let site = try await handbook([
      "handbook.yml": privateSettings,
      "members/m-07.md": "---\nname: \(long)\nalso_known_as: [\(others)]\n---\n",
      "members/m-08.md": maria,
      "pages/a.md": "# A\n\n" + String(repeating: "ada ", count: 50_000) + "\n",
      "pages/b.md": "# B\n\n" + String(repeating: "Mari ", count: 40_000) + "\n",
    ])
    #expect(site.renderer == nil)
  }

  @Test("only the first hundred broken links are told what was most likely meant")
  func hints() async throws {
    let links = String(repeating: "[[rubrik]]\n\n", count: 150)
    let site = try await handbook([
      "pages/rubric.md": "# Rubric\n", "pages/a.md": "# A\n\n\(links)\n",
    ])
    let hinted = site.diagnostics.filter { $0.id == "unknown-link" }
    #expect(hinted.count == 150)
    #expect(hinted.filter { $0.hints.first?.hasPrefix("did you") == true }.count == 100)
  }

  @Test("that hundred is for all files together, the first of them")
  func hintsOfRun() async throws {
    var files = ["pages/rubric.md": "# Rubric\n"]
    for page in ["a", "b", "c"] {
      let links = String(repeating: "[[rubrik]]\n\n", count: 60)
      files["pages/\(page).md"] = "# Page\n\n\(links)\n"
    }
    let unknown = try await handbook(files).diagnostics.filter { $0.id == "unknown-link" }
    #expect(unknown.count == 180)
    let hinted = unknown.filter { $0.hints.first?.hasPrefix("did you") == true }
    #expect(hinted.count == 100)
    #expect(!hinted.contains { $0.location?.path == "content/pages/c.md" })
  }
}
