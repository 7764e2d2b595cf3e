import Diagnostics
import Testing

@testable import Markup

@Suite("The extensions of GitHub Flavored Markdown")
struct GFMTests {
  struct Example: Decodable {
    let example: Int
    let markdown: String
    let html: String
  }

  static let examples: [Example]? = SpecData.read("gfm-extensions.json")

  /// The examples that we read otherwise, and why.
  static let exceptions: [Int: String] = [
    628: "ftp: is not among the schemes that may stand in a page",
    653: "what may not stand in a page is left out with a warning, not shown as text",
  ]

  @Test(
    "each example has the structure that the specification gives", .enabled(if: examples != nil))
  func structure() throws {
    let examples = try #require(Self.examples)
    #expect(examples.count == 24)
    for example in examples where Self.exceptions[example.example] == nil {
      #expect(
        structure(ReadBody(example.markdown).html) == structure(example.html),
        "example \(example.example)")
    }
  }

  @Test("the exceptions differ as listed", .enabled(if: examples != nil))
  func listed() throws {
    let examples = try #require(Self.examples)
    let ftp = try #require(examples.first { $0.example == 628 })
    #expect(
      ReadBody(ftp.markdown).html.hasSuffix(
        "<p>Anonymous FTP is available at ftp://foo.bar.baz.</p>\n"))
    let tags = try #require(examples.first { $0.example == 653 })
    #expect(
      ReadBody(tags.markdown).html
        == "<p><strong>   <em></em></strong></p>\n<blockquote>\n  \n</blockquote>\n")
  }

  /// Tags without what is ours alone: regions, roles, names, classes of tasks, marks of links.
  private func structure(_ html: String) -> String {
    var html = html
    for (ours, theirs) in [
      ("<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"{word table}\">\n", ""),
      ("</table>\n</div>", "</table>"), (" scope=\"col\"", ""),
      (" rel=\"noopener noreferrer\"", ""), (" class=\"bare\"", ""),
      (" aria-label=\"{word task-open}\" />", ">"), (" aria-label=\"{word task-done}\" />", ">"),
      ("class=\"align-", "align=\""),
      (
        "<input type=\"checkbox\" checked=\"\" disabled=\"\"",
        "<input checked=\"\" disabled=\"\" type=\"checkbox\""
      ),
      ("<input type=\"checkbox\" disabled=\"\"", "<input disabled=\"\" type=\"checkbox\""),
    ] { html = html.replacing(ours, with: theirs) }
    for index in 0..<9 {
      html = html.replacing("<li class=\"task\" {task \(index)}>", with: "<li>")
    }
    return html
  }
}
