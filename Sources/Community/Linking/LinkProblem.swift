import Diagnostics
import Markup

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
  private let message: @Sendable (_ hint: String?) -> Diagnostic

  private init(_ search: Search?, _ message: @escaping @Sendable (String?) -> Diagnostic) {
    self.search = search
    self.message = message
  }

  /// One that needs no search.
  init(_ diagnostic: Diagnostic) {
    self.init(nil) { _ in diagnostic }
  }

  /// The message, with what was most likely meant while the allowance lasts.
  func told(_ library: Library, _ files: FileFinder, _ hints: inout HintAllowance) -> Diagnostic {
    switch search {
    case nil: message(nil)
    case .entry(let name, let kind)?:
      message(hints.next { library.names.hint(for: name, kind: kind) })
    case .file(let missing, let source)?:
      message(hints.next { files.nearest(to: missing, from: source) })
    }
  }
}

extension LinkProblem {
  /// An address as other generators have it, from the top of the server: where the site stands
  /// there is not known.
  static func rooted(_ address: String, at place: SourceLocation) -> LinkProblem {
    let name = address.split(whereSeparator: { "/?#".contains($0) }).last.map(String.init) ?? ""
    return LinkProblem(.entry(name, kind: nil)) { .rootedLink(address, hint: $0, at: place) }
  }

  static func broken(
    _ path: String, missing: String, in source: String, at place: SourceLocation
  ) -> LinkProblem {
    LinkProblem(.file(missing, from: source)) { .brokenLink(path, nearest: $0, at: place) }
  }

  static func unknown(_ name: String, at place: SourceLocation) -> LinkProblem {
    LinkProblem(.entry(name, kind: nil)) { .unknownLink(name, hint: $0, at: place) }
  }

  /// `missing` is where the picture would be, if that is within the site.
  static func noPicture(
    _ path: String, missing: String?, in source: String, at place: SourceLocation
  ) -> LinkProblem {
    LinkProblem(missing.map { .file($0, from: source) }) {
      .missingImage(path, nearest: $0, at: place)
    }
  }
}

extension Diagnostic {
  fileprivate static func brokenLink(
    _ path: String, nearest: String?, at place: SourceLocation
  )
    -> Diagnostic
  {
    Diagnostic(
      .error, "broken-link", at: place, "'\(path.quotedInput)' leads to no file",
      hints: [
        nearest.map { "did you mean '\($0)'?" }
          ?? "a link is the path from this file to the other, for example ../resources/rubric.md"
      ])
  }

  fileprivate static func rootedLink(
    _ address: String, hint: String?, at place: SourceLocation
  )
    -> Diagnostic
  {
    Diagnostic(
      .error, "broken-link", at: place,
      "'\(address.quotedInput)' begins at the top of a server, and the site can stand anywhere",
      hints: [hint ?? "link to the file, for example ../pages/about.md"])
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
      hints: [hint ?? "write the id of an entry, a file's name without .md"])
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
