package import Diagnostics
package import Markup

/// The words of the interface in one language, from `templates/strings/<language>.yml`.
package struct Words: Sendable {
  /// The language's tag: `en`.
  package let language: String
  /// What templates may use as `{{words.key}}`: every plain string.
  package let plain: [String: String]
  private let plurals: [String: [PluralCategory: String]]

  package init(language: String, plain: [String: String], plurals: [String: [PluralCategory: String]]) {
    self.language = language
    self.plain = plain
    self.plurals = plurals
  }
}

extension Words {
  /// A word; its key where it is missing, so that a gap is seen.
  package func callAsFunction(_ key: String) -> String { plain[key] ?? key }

  /// A pattern with its `{names}` filled in.
  package func callAsFunction(_ key: String, _ values: KeyValuePairs<String, String>) -> String {
    filled(plain[key] ?? key, values)
  }

  /// A number with what it counts: `3 meetings`.
  package func count(_ key: String, _ count: Int, _ values: KeyValuePairs<String, String> = [:])
    -> String
  {
    let forms = plurals[key] ?? [:]
    let category = PluralCategory(of: count, in: language)
    let form = forms[category] ?? forms[.other] ?? "{count}"
    return filled(filled(form, ["count": "\(count)"]), values)
  }

  /// Several words as a sentence lists them: `a, b and c`.
  package func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    var list = items[0]
    for item in items[1..<(items.count - 1)] {
      list = self("list_comma", ["first": list, "last": item])
    }
    return self("list_and", ["first": list, "last": last])
  }

  /// Whether the language is written from right to left.
  package var direction: String { plain["direction"] ?? "ltr" }

  private func filled(_ pattern: String, _ values: KeyValuePairs<String, String>) -> String {
    guard pattern.utf8.contains(UInt8(ascii: "{")) else { return pattern }
    var text = pattern
    for (name, value) in values {
      text = text.split(separator: "{\(name)}", omittingEmptySubsequences: false)
        .joined(separator: value)
    }
    return text
  }
}

extension Words {
  /// Reads a file of strings over `base`, whose keys it must know and may replace.
  package static func read(_ source: SourceText, language: String, over base: Words?)
    -> Diagnosed<Words>
  {
    let read = FrontMatter.fields(
      of: source, in: 0..<source.bytes.count, limit: 256 * 1024)
    guard let map = read.value else {
      return Diagnosed(base ?? Words(language: language, plain: [:], plurals: [:]), read.diagnostics)
    }
    var diagnostics = read.diagnostics
    var plain = base?.plain ?? [:]
    var plurals = base?.plurals ?? [:]
    for (key, span, value) in map.entries {
      if let base, base.plain[key] == nil, base.plurals[key] == nil {
        diagnostics.append(.unknownWord(key, base, at: SourceLocation(path: source.path, span: span)))
      }
      switch value.content {
      case .text(let text): plain[key] = text
      case .map(let forms):
        for (category, _, form) in forms.entries {
          guard let category = PluralCategory(rawValue: category), case .text(let text) = form.content
          else { continue }
          plurals[key, default: [:]][category] = text
        }
      case .list, .empty: break
      }
    }
    return Diagnosed(Words(language: language, plain: plain, plurals: plurals), diagnostics)
  }
}

extension Diagnostic {
  fileprivate static func unknownWord(_ key: String, _ base: Words, at place: SourceLocation)
    -> Diagnostic
  {
    let known = Array(base.plain.keys) + base.pluralKeys
    return Diagnostic(
      .error, "unknown-string", at: place, "the theme has no words '\(key.quotedInput)'",
      hints: NearMiss.nearest(to: key, among: known.sorted()).map { ["did you mean '\($0)'?"] } ?? [])
  }
}

extension Words {
  fileprivate var pluralKeys: [String] { Array(plurals.keys) }
}
