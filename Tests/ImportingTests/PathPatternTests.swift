import Testing

@testable import Importing

@Suite("Patterns of paths in other tools' settings")
struct PathPatternTests {
  @Test(
    "a pattern names a path, or a folder that it lies in",
    arguments: [
      ("board/", "board/index.md", true), ("board/", "x/board/a/b.md", true),
      ("/board/", "x/board/a.md", false), ("board/a.md", "board/a.md", true),
      ("board/a.md", "x/board/a.md", false), ("*.draft.md", "x/y.draft.md", true),
      ("*.draft.md", "x/y.md", false), ("**/private/**", "a/private/b/c.md", true),
      ("a/**/b.md", "a/b.md", true), ("a/**/b.md", "a/x/y/b.md", true),
      ("a/*/b.md", "a/x/y/b.md", false), ("n?tes", "notes/a.md", true),
      ("[a-c]*.md", "b.md", true), ("[!a-c]*.md", "b.md", false), ("./drafts", "drafts/a.md", true),
      ("a**b.md", "axxb.md", true), ("plan.md", "x/plan.md", true), ("Plan.md", "plan.md", false),
      ("\\*.md", "*.md", true), ("\\*.md", "a.md", false), ("[", "[", true), ("a[", "ab", false),
    ])
  func matches(pattern: String, path: String, isMatch: Bool) throws {
    let pattern = try #require(PathPattern(pattern))
    #expect(pattern.matches(path.split(separator: "/").map(String.init)) == isMatch)
  }

  @Test("the last pattern that names a path decides")
  func lastDecides() {
    let patterns = [PathPattern].lines("# notes\n\ndrafts/\n!drafts/kept.md\n")
    #expect(patterns.count == 2)
    #expect(patterns.leavesOut(["drafts", "a.md"]))
    #expect(!patterns.leavesOut(["drafts", "kept.md"]))
    #expect(!patterns.leavesOut(["a.md"]))
  }

  @Test("a pattern of many stars takes no time to speak of")
  func hostile() throws {
    let stars = try #require(PathPattern(String(repeating: "a*", count: 200) + "b"))
    #expect(!stars.matches([String(repeating: "a", count: 250)]))
    let folders = try #require(PathPattern(String(repeating: "**/a/", count: 100) + "b"))
    #expect(!folders.matches(Array(repeating: "a", count: 200)))
    #expect(PathPattern(String(repeating: "a", count: 2_000)) == nil)
  }

  @Test(
    "a regular expression is found anywhere in a path",
    arguments: [
      ("\\.draft\\.md$", "posts/x.draft.md", true), ("\\.draft\\.md$", "posts/x.md", false),
      ("^private/", "private/a.md", true), ("^private/", "x/private/a.md", false),
      ("(a|bc)+d?", "xxbc", true), ("^(a|bc)+$", "abca", true), ("^(a|bc)+$", "abcab", false),
      ("[0-9]+-x", "2020-x", true), ("[^a-z]", "abc", false), ("\\d{2}", "12", nil),
      ("(?i)DRAFT", "a-draft.md", true), ("foo.*bar", "foo/x/bar", true), ("", "a", true),
      ("a.c", "abc", true), ("(?:x)y", "xy", true), ("a*?b", "aab", true), ("x|", "q", true),
      ("(?<n>a)", "a", nil), ("(", "a", nil), ("[a", "a", nil), ("\\pL", "a", nil), ("*", "a", nil),
      ("a)", "a", nil), ("\\s", "a b", true), ("[\\w-]+\\.bak$", "a-b.bak", true),
    ] as [(String, String, Bool?)])
  func expressions(expression: String, path: String, isMatch: Bool?) {
    #expect(PathExpression(expression)?.matches(path) == isMatch)
  }

  @Test("an expression that other readers need years for is matched at once")
  func hostileExpression() throws {
    let expression = try #require(PathExpression("^(a+)+(a|a)*(a*)*$"))
    #expect(!expression.matches(String(repeating: "a", count: 250) + "b"))
    #expect(
      PathExpression(String(repeating: "(", count: 100) + String(repeating: ")", count: 100)) == nil
    )
  }
}
