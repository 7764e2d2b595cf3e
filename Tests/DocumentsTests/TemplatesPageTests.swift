import Files
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

@Suite("docs/templates.md")
struct TemplatesPageTests {
  @Test("the reference is what the views declare; scripts/templates-reference writes it again")
  func current() throws {
    let page = try ReferencePage()
    let reference = try TemplatesReference(wordsOf: page.markdown)
    if getenv("RECORD") != nil, page.middle != reference.text {
      try page.write(reference.text)
      Issue.record("docs/templates.md was written again; look at it, then run the tests again")
      return
    }
    #expect(page.middle == reference.text)
  }

  @Test("every name of the reference is explained in words")
  func explained() throws {
    let reference = try TemplatesReference(wordsOf: try ReferencePage().markdown)
    #expect(reference.words.filter { $0.value.isEmpty }.keys.sorted() == [])
    #expect(reference.words.count > 200)
  }

  @Test("every template, partial and strings file of the theme is named in the page")
  func files() throws {
    let text = try Repository.text("docs/templates.md")
    let listing = try LocalFileTree(Repository.root).listing(below: try RelativePath("templates"))
    let missing = listing.items.map { item in
      let name = item.path.description.dropFirst("templates/".count)
      return name.hasSuffix(".html") ? String(name.dropLast(5)) : String(name)
    }.filter { !text.contains("`\($0)`") }
    #expect(missing == [])
  }
}

/// The page in three parts: before the reference, the reference, after it.
private struct ReferencePage {
  let markdown: MarkdownPage
  private let text: String
  private let range: Range<String.Index>

  init() throws {
    markdown = try MarkdownPage("docs/templates.md")
    text = try Repository.text("docs/templates.md")
    let start = try #require(text.firstRange(of: "<!-- The reference begins here. -->\n\n"))
    let end = try #require(text.firstRange(of: "\n<!-- The reference ends here. -->"))
    range = start.upperBound..<end.lowerBound
  }

  var middle: String { String(text[range]) }

  func write(_ reference: String) throws {
    let whole = text[..<range.lowerBound] + reference + text[range.upperBound...]
    let file = try #require(fopen("\(Repository.root)/docs/templates.md", "w"))
    defer { fclose(file) }
    let bytes = Array(whole.utf8)
    #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
  }
}
