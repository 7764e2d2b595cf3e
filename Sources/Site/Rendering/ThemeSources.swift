package import Diagnostics
import Templates

/// The files of a theme sorted by what they are: the built-in ones, each replaced by the site's own
/// where it has one of that name.
package struct ThemeSources: Sendable {
  /// Templates by name, `partials/card` for `partials/card.html`; the site's after the built-in.
  let templates: TemplateSet
  /// Files that are published as they are, by their path below `templates/assets/`.
  package private(set) var published: [String: [UInt8]] = [:]
  /// Strings by language, the built-in before the site's.
  let strings: [String: [SourceText]]
  package let diagnostics: [Diagnostic]

  /// `own` are the files of the site's `templates/` folder, their paths within the site.
  package init(own: [SourceText]) {
    var templates: [TemplateSource] = []
    var strings: [String: [SourceText]] = [:]
    var diagnostics: [Diagnostic] = []
    let builtIn = BuiltInTheme.files.map { (path: $0.path, source: $0) }
    let replaced = own.map { (path: String($0.path.dropFirst("templates/".count)), source: $0) }
    let ours = Dictionary(uniqueKeysWithValues: builtIn.map { ($0.path, $0.source.bytes) })
    for (path, source) in builtIn + replaced {
      if path.hasPrefix("assets/") {
        let isBuiltIn = source.path == path || ours[path] == source.bytes
        published[String(path.dropFirst("assets/".count))] =
          isBuiltIn ? lightened(source.bytes, named: path) : source.bytes
      } else if path.hasPrefix("strings/"), path.hasSuffix(".yml") {
        strings[String(path.dropFirst("strings/".count).dropLast(4)), default: []].append(source)
      } else if path.hasSuffix(".html") {
        templates.append(TemplateSource(name: String(path.dropLast(5)), text: source))
      } else {
        diagnostics.append(.strayTemplate(path, at: source.whole))
      }
    }
    self.templates = TemplateSet(templates)
    self.strings = strings
    self.diagnostics = diagnostics + self.templates.diagnostics
  }
}

extension ThemeSources {
  /// The same without some of the files that it publishes, given by their paths within the site.
  package func withholding(_ paths: Set<String>) -> ThemeSources {
    var sources = self
    for path in paths { sources.published["\(path.dropFirst("templates/assets/".count))"] = nil }
    return sources
  }

  /// Whether the site has words of its own in a language.
  func hasOwnStrings(in language: String) -> Bool {
    strings[language]?.contains { $0.path.hasPrefix("templates/") } ?? false
  }
}

extension Diagnostic {
  fileprivate static func strayTemplate(_ path: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "stray-template", at: place,
      "'\(path.quotedInput)' is no template, strings file or asset, and is not used",
      hints: ["templates end in .html; files to publish go to templates/assets"])
  }
}
