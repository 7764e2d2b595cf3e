import Diagnostics
import Files
import Markup

/// A page of another tool's site, before anything in it has been given a meaning here.
struct ForeignPage: Sendable {
  /// Within the folder that is imported.
  let path: RelativePath
  let fields: FieldMap
  let body: String
  /// What had to be done to read it.
  let notes: [String]
  /// How many comments went when it was read.
  var hidden = 0
}

/// Why a page could not be read; a sentence without a full stop.
struct UnreadablePage: Error {
  let reason: String
}

extension ForeignPage {
  /// Reads a page with front matter in YAML (`---`), TOML (`+++`), JSON (`{`), or none; one of HTML
  /// as Markdown, and what another program has to read as that has read it.
  init(
    _ bytes: [UInt8], at path: RelativePath, _ generator: Generator = .markdown,
    _ converted: ConvertedPages = ConvertedPages()
  ) throws(UnreadablePage) {
    let needsProgram = ConvertedPages.isNeeded(for: path)
    guard let decoded = needsProgram ? ForeignText(converted, path) : ForeignText(bytes) else {
      throw UnreadablePage(reason: needsProgram ? converted.reason(for: path) : "it is no text")
    }
    let (matter, written) = try ForeignMatter.split(decoded.text)
    let (read, notes) = try matter.read(path.description)
    var (fields, body, hidden) = (read, written, 0)
    if path.isHTML {
      // Without front matter it is a file of the site's looks, or of another program's.
      if matter == .none, generator != .hugo, generator != .markdown {
        throw UnreadablePage(reason: "it is no page of the tool's, but a file of HTML")
      }
      let page = HTMLMarkdown(written)
      fields = fields.titled(page.title)
      // What a program of the other tool is, is told later.
      body = page.text.split(separator: "{{\\<", omittingEmptySubsequences: false)
        .joined(separator: "{{<")
      hidden = page.hidden
      if body.trimmed.isEmpty { throw UnreadablePage(reason: "it holds no text") }
    } else if path.fileExtension == "mdx" {
      body = written.withoutModules
    }
    if generator == .markdown { body = body.withoutNamesOfPlaces.withoutTemplates }
    self.init(
      path: path, fields: fields, body: body, notes: [decoded.note].compactMap(\.self) + notes,
      hidden: hidden)
  }
}

extension ForeignPage {
  /// What the page calls itself, or its file's name.
  var name: String { (fields["name"] ?? fields["title"])?.value.text ?? path.stem }
}

extension FieldMap {
  /// With a title where there is none.
  fileprivate func titled(_ title: String?) -> FieldMap {
    guard let title, self["title"] == nil else { return self }
    let value = FieldValue(.text(title, isQuoted: true), at: .wholeFile)
    return FieldMap(fields + [Field(key: "title", keySpan: .wholeFile, value: value)])
  }
}

extension String {
  /// Without the names of places, `(name)=` of MyST, that stand above the first heading.
  fileprivate var withoutNamesOfPlaces: String {
    var rest = self[...]
    while rest.hasPrefix("("), let end = rest.utf8.firstIndex(of: UInt8(ascii: "\n")),
      rest[..<end].trimmed.hasSuffix(")=")
    {
      rest = rest[end...].drop { $0.isNewline }
    }
    return String(rest)
  }

  /// Without the calls of programs that templates in Ruby have: `<%= partial "a" %>`.
  fileprivate var withoutTemplates: String {
    let bytes = Array(utf8)
    guard bytes.contains(UInt8(ascii: "%")), contains("<%") else { return self }
    let code = CodeRegions(bytes)
    var kept: [UInt8] = []
    var (index, cursor) = (0, 0)
    var isOpen = true
    while index < bytes.count {
      if let end = code.end(ofRegionAt: index, from: &cursor) {
        kept += bytes[index..<end]
        index = end
      } else if isOpen, bytes[index...].starts(with: "<%".utf8) {
        // What is never closed is none, and neither is all that follows.
        let end = bytes[index...].firstRange(of: Array("%>".utf8))?.upperBound
        isOpen = end != nil
        index = end ?? index
      } else {
        kept.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  /// Without the lines by which a page of MDX takes programs in.
  fileprivate var withoutModules: String {
    var kept: [Substring] = []
    var isInExport = false
    var fence: Substring?
    for line in split(separator: "\n", omittingEmptySubsequences: false) {
      let isFence = line.hasPrefix("```") || line.hasPrefix("~~~")
      if isFence {
        fence = fence == nil ? line.prefix(3) : (line.hasPrefix(fence ?? "") ? nil : fence)
      }
      if fence == nil, !isFence {
        if isInExport {
          isInExport = !line.trimmed.isEmpty
          continue
        }
        let isImport = line.hasPrefix("import ") && line.contains { $0 == "\"" || $0 == "'" }
        if line.hasPrefix("export ") { isInExport = true }
        if isImport || isInExport { continue }
      }
      kept.append(line)
    }
    return kept.joined(separator: "\n")
  }
}
