package import Diagnostics

/// A template's name, by which others include it, and its text.
package struct TemplateSource: Sendable {
  package let name: String
  package let text: SourceText

  package init(name: String, text: SourceText) {
    self.name = name
    self.text = text
  }
}

/// The templates of a site: Mustache, as its specification has it (interpolation, sections,
/// inverted sections, comments, delimiters, partials, inheritance, dynamic names; no lambdas).
///
/// ```
/// TemplateSource ─► Parser ─► ParsedTemplate          once a template
///                                  │
///        View's fields, words ─► Compiler ─► Program   once a page's type and language
///                                              │
///                              View ─► Renderer ─► bytes   once a page
/// ```
///
/// One engine, two modes. *Strict* is for sites: a page is compiled for the type of its view, and
/// all that could go wrong is a `Diagnostic` before anything is written; rendering can't fail.
/// *Lenient* is the specification to the letter, for its tests. Strict mode differs in this:
///
/// - a name that the view doesn't have, a partial or parent that isn't there, and a block that the
///   parent doesn't have are errors; lenient renders nothing for them
/// - `{{{name}}}` and `{{&name}}` are for HTML, and HTML is for them: any other pairing is an error
/// - a yes or no, a list and a group of values can't be printed
/// - `{{>*name}}` and `{{<*name}}` need a value with a known set of texts, all of them templates
/// - a template that includes itself, directly or in a ring, is an error; lenient follows it
///   `nestingLimit` deep, then renders nothing
/// - sections, blocks and inclusions nested deeper than `nestingLimit`, or more than
///   `inclusionLimit` inclusions, are errors
/// - text or tags inside a parent but outside its blocks, never shown, are errors
/// - `{{words.name}}` is an interface word of the site's language, made part of the text
///
/// Inside free data (`Field.open`) any name is known and is looked up while the page is rendered.
package struct TemplateSet: Sendable {
  let templates: [String: ParsedTemplate]

  /// Reads the tags of all templates.
  ///
  /// Of two with one name the later is kept, so that a site's own
  /// can follow the theme's.
  package init(_ sources: [TemplateSource]) {
    let parsed = sources.map { source in (source.name, Parser.parse(source)) }
    templates = Dictionary(parsed) { _, later in later }
  }

  /// What is wrong with the tags of any template, used or not, sorted by place.
  ///
  /// Compiling reports the same for the templates that it meets.
  package var diagnostics: [Diagnostic] {
    names.flatMap { name in templates[name]?.problems ?? [] }
  }

  /// The names of the templates, sorted.
  package var names: [String] { templates.keys.sorted() }
}

extension TemplateSet {
  /// Makes a template ready for pages of one view, in strict mode, or says all that is wrong.
  ///
  /// `words` are the interface words of one language. Two pages report the same problem of a
  /// partial that both include; they are equal values.
  package func compile<Page: View>(
    _ name: String, for page: Page.Type, words: [String: String] = [:]
  ) -> Diagnosed<Template<Page>?> {
    var compiler = Compiler(self, .strict(words: words), root: .view(page))
    compiler.compilePage(name)
    guard compiler.problems.list.isEmpty else { return Diagnosed(nil, compiler.problems.list) }
    return Diagnosed(Template(program: compiler.program))
  }
}
