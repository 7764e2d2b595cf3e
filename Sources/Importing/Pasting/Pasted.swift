import Markup

/// What a clipboard holds, as Markdown to be put into a text.
///
/// ```
/// HTML ─► PastedHTML: blocks of words ─► PastedWriter: plain HTML ─► HTMLMarkdown ─► Markdown
/// ```
///
/// No element, attribute or comment of the clipboard comes along, and of its addresses only those of
/// links to the web and of e-mail. Where anything of the result would be read as HTML after all, its
/// `<` are written as entities.
package struct Pasted {
  /// Without a line end at its end.
  package let markdown: String

  /// More than this is not read as HTML: its plain text is taken.
  private static let longest = 1 << 20

  /// - Parameters:
  ///   - html: What the clipboard holds as `text/html`; empty where it holds none.
  ///   - plain: What it holds as `text/plain`.
  package init(html: String, plain: String) {
    markdown = Self.markdown(html, plain).withoutRawHTML
  }

  private static func markdown(_ html: String, _ plain: String) -> String {
    let plain = PastedText.printed(plain)
    if html.utf8.count > longest { return plain }
    let page = PastedHTML(html)
    if page.isOfEditor, isSame(page.words, plain) {
      return holdsRawHTML(plain) ? TagMeaning.fenced(plain, "") : plain
    }
    let text = HTMLMarkdown(PastedWriter.html(of: page.blocks), keepsTemplates: false).text
    if !text.isEmpty { return text.withoutLineEndAtEnd }
    return PastedTable(tabbed: plain).flatMap(markdown) ?? plain
  }

  private static func markdown(_ table: PastedTable) -> String? {
    let blocks = table.blocks(quotes: 0, level: 0)
    return HTMLMarkdown(PastedWriter.html(of: blocks), keepsTemplates: false).text
      .withoutLineEndAtEnd
  }

  /// Whether two texts are the same but for their blanks.
  private static func isSame(_ one: String, _ other: String) -> Bool {
    let words: (String) -> [Unicode.Scalar] = { text in
      text.unicodeScalars.filter { !$0.properties.isWhitespace }
    }
    return words(one) == words(other)
  }
}

extension String {
  fileprivate var withoutLineEndAtEnd: String { hasSuffix("\n") ? String(dropLast()) : self }

  /// As it is where nothing of it is read as HTML.
  fileprivate var withoutRawHTML: String {
    guard holdsRawHTML(self) else { return self }
    return split(separator: "<", omittingEmptySubsequences: false).joined(separator: "&lt;")
  }
}
