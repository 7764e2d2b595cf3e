import Diagnostics
import Markup
import Text

/// Something that is wrong with a link, a mention or a picture, told once all are known.
///
/// To look for what was most likely meant is a search through all that there is, and so many of
/// them are allowed in a run; entries are followed apart from each other, so none can count.
struct LinkProblem: Sendable {
  /// Where what was meant may be found.
  enum Search: Sendable {
    case entry(String, kind: EntryKind?)
    /// A file that is not there, with the file that leads to it.
    case file(String, from: String)
  }

  private let search: Search?
  private let message: Message

  /// Makes the message of what was most likely meant, and else of a file that there is, as an
  /// example.
  private typealias Message = @Sendable (_ hint: String?, _ example: String?) -> Diagnostic

  private init(_ search: Search?, _ message: @escaping Message) {
    self.search = search
    self.message = message
  }

  /// One that needs no search.
  init(_ diagnostic: Diagnostic) {
    self.init(nil) { _, _ in diagnostic }
  }

  /// The message, with what was most likely meant while the allowance lasts.
  func told(_ library: Library, _ files: FileFinder, _ hints: inout HintAllowance) -> Diagnostic {
    switch search {
    case nil: return message(nil, nil)
    case .entry(let name, let kind)?:
      let hint = hints.next { library.names.hint(for: name, kind: kind) }
      return message(hint, nil)
    case .file(let missing, let source)?:
      let nearest = hints.next { files.nearest(to: missing, from: source) }
      return message(nearest, nearest == nil ? files.example(for: source) : nil)
    }
  }
}

extension LinkProblem {
  /// An address as other generators have it, from the top of the server: where the site stands
  /// there is not known.
  static func rooted(_ address: String, at place: SourceLocation) -> LinkProblem {
    let name = address.split(whereSeparator: { "/?#".contains($0) }).last.map(String.init) ?? ""
    return LinkProblem(.entry(name, kind: nil)) { hint, _ in
      .rootedLink(address, hint: hint, at: place)
    }
  }

  static func broken(
    _ path: String, missing: String, in source: String, at place: SourceLocation
  ) -> LinkProblem {
    if let address = WebAddress(withoutScheme: path) {
      return LinkProblem(.withoutScheme(address, at: place))
    }
    return LinkProblem(.file(missing, from: source)) { nearest, example in
      .brokenLink(path, nearest: nearest, example: example, at: place)
    }
  }

  static func unknown(_ name: String, at place: SourceLocation) -> LinkProblem {
    LinkProblem(.entry(name, kind: nil)) { hint, _ in .unknownLink(name, hint: hint, at: place) }
  }

  /// `missing` is where the picture would be, if that is within the site.
  static func noPicture(
    _ path: String, missing: String?, in source: String, at place: SourceLocation
  ) -> LinkProblem {
    if let address = WebAddress(withoutScheme: path) {
      return LinkProblem(.withoutScheme(address, at: place))
    }
    return LinkProblem(missing.map { .file($0, from: source) }) { nearest, _ in
      .missingImage(path, nearest: nearest, at: place)
    }
  }
}

extension Diagnostic {
  fileprivate static func brokenLink(
    _ path: String, nearest: String?, example: String?, at place: SourceLocation
  )
    -> Diagnostic
  {
    Diagnostic(
      .error, "broken-link", at: place, "'\(path.quotedInput)' leads to no file",
      hints: [
        nearest.map { "did you mean '\($0)'?" }
          ?? "a link is the path from this file to the other"
          + (example.map { ", for example \($0)" } ?? "")
      ])
  }

  fileprivate static func withoutScheme(
    _ address: WebAddress, at place: SourceLocation
  ) -> Diagnostic {
    // The place is that of the address only where the address is written there as it is.
    let isWrittenThere = place.column > 0 && place.length == address.written.unicodeScalars.count
    let start = SourceSpan(line: place.line, column: place.column)
    return Diagnostic(
      .error, "broken-link", at: place,
      "the address of another site begins with https://",
      hints: ["write https://\(address.written.quotedInput)"],
      fix: isWrittenThere ? Fix(start, with: "https://") : nil)
  }

  fileprivate static func rootedLink(
    _ address: String, hint: String?, at place: SourceLocation
  )
    -> Diagnostic
  {
    Diagnostic(
      .error, "broken-link", at: place,
      "'\(address.quotedInput)' begins at the top of a server, and the site can stand anywhere",
      hints: [hint ?? "link to the file, by the path from this file to it"])
  }

  static func linkLeavesContent(_ path: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "broken-link", at: place, "'\(path.quotedInput)' leads outside of content",
      hints: ["put the file in content/assets and link to it there"])
  }

  fileprivate static func unknownLink(
    _ name: String, hint: String?, at place: SourceLocation
  )
    -> Diagnostic
  {
    Diagnostic(
      .error, "unknown-link", at: place, "nothing is called '\(name.quotedInput)'",
      hints: [
        ["toc", "_toc_"].contains(name.foldedForComparison)
          ? "delete it: a page with several headings lists them by itself"
          : hint ?? "write the id of an entry, a file's name without .md"
      ])
  }

  static func ambiguousLink(
    _ name: String, candidates: String, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, "ambiguous-link", at: place, "'\(name.quotedInput)' could be \(candidates)",
      hints: ["write the one that is meant, with its folder"])
  }

  static func unknownAnchor(
    _ anchor: String, in id: EntryID, what: String, others anchors: [String],
    at place: SourceLocation
  ) -> Diagnostic {
    let nearest = what == "heading" ? NearMiss.nearest(to: anchor, among: anchors) : nil
    let hint =
      nearest.map { "did you mean '#\($0)'?" }
      ?? (anchors.isEmpty
        ? "it has no \(what)s"
        : "it has \(anchors.prefix(8).map { "#\($0)" }.joined(separator: ", "))")
    return Diagnostic(
      .error, "unknown-anchor", at: place, "'\(id)' has no \(what) '#\(anchor.quotedInput)'",
      hints: [hint])
  }

  static func unknownMention(
    _ name: String, hint: String, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, "unknown-mention", at: place, "no member is called '@\(name.quotedInput)'",
      hints: [hint, "or write \\@ where no member is meant"])
  }

  static func ambiguousMention(
    _ name: String, candidates: String, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, "ambiguous-mention", at: place,
      "'@\(name.quotedInput)' could be \(candidates)", hints: ["write the whole id"])
  }

  fileprivate static func missingImage(
    _ path: String, nearest: String?, at place: SourceLocation
  )
    -> Diagnostic
  {
    Diagnostic(
      .error, "missing-image", at: place, "there is no picture '\(path.quotedInput)'",
      hints: [
        nearest.map { "did you mean '\($0)'?" }
          ?? "put it in content/assets, and write the path from this file to it"
      ])
  }
}
