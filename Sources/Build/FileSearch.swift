import Community
import Diagnostics
import Markup
import Pictures

/// The search of what files say that are published as they are: names, personal details, and what
/// pictures inside them tell.
///
/// Safe to ask from many threads at once.
struct FileSearch: Sendable {
  /// `nil` where nobody's name is withheld.
  let names: NameSearch?

  init(_ library: Library) {
    names = NameSearch(library)
  }
}

/// What was found in files.
struct FoundInFiles: Sendable {
  /// Findings that stop the site.
  var findings: [Diagnostic] = []
  /// What may be a personal detail, before the site's own contact is taken out.
  var details: [FoundDetail] = []
  var warnings: [Diagnostic] = []

  static func += (left: inout FoundInFiles, right: FoundInFiles) {
    left.findings += right.findings
    left.details += right.details
    left.warnings += right.warnings
  }
}

extension FileSearch {
  /// Looks into one file; its own name is not looked at.
  func found(in contents: FileContents, at path: String) -> FoundInFiles {
    var found = FoundInFiles()
    for part in contents.parts {
      let inPart = self.found(in: part.pieces, at: path, contents.readable)
      found.findings += inPart.findings.map { $0.inside(part.name) }
      found.details += inPart.details
    }
    // A name that stands in many parts of a document is told once.
    found.findings = found.findings.withoutRepeats
    found.details = found.details.withoutRepeats
    if contents.tellsPlace { found.findings.append(.placeInside(path)) }
    if contents.namesAuthor { found.warnings.append(.authorInside(path)) }
    if let unseen = contents.unseen { found.warnings.append(.notSearched(path, unseen)) }
    return found
  }

  /// Looks through pieces of text; `readable` are the lines of the file, to show them as they are.
  func found(in pieces: [TextPiece], at path: String, _ readable: [UInt8]?) -> FoundInFiles {
    let all = pieces.map { (text: $0.text, line: $0.line) }
    let prose = pieces.filter(\.isProse).map { (text: $0.text, line: $0.line) }
    var found = FoundInFiles()
    found.findings = names?.findings(inFile: path, all) ?? []
    found.details = DetailSearch.details(inFile: path, prose)
    guard let readable, !found.findings.isEmpty || !found.details.isEmpty else { return found }
    let source = SourceText(path: path, bytes: readable)
    found.findings = found.findings.map { $0.placed(in: source) }
    found.details = found.details.map { detail in
      detail.placed(at: source.place(of: detail.words, near: detail.place))
    }
    return found
  }
}

extension SourceText {
  /// The longest line that a message shows, in bytes.
  private static let longestLine = 2000

  /// Where some words stand on the line that they were found on, or the whole of it where it spells
  /// them otherwise.
  fileprivate func place(of words: String, near place: SourceLocation) -> SourceLocation {
    guard place.line > 0, let start = start(ofLine: place.line) else { return place }
    let next = self.start(ofLine: place.line + 1) ?? bytes.count
    return next - start > Self.longestLine ? place : location(line: place.line, of: words)
  }
}

extension Diagnostic {
  /// The same with its place as the file has it.
  fileprivate func placed(in source: SourceText) -> Diagnostic {
    guard let words, let location else { return self }
    return Diagnostic(
      severity, id, at: source.place(of: words, near: location), summary, because: explanation,
      hints: hints, fix: fix, words: words)
  }

  /// The same with the name of the file in an archive that it stands in.
  fileprivate func inside(_ part: String?) -> Diagnostic {
    guard let part else { return self }
    return Diagnostic(
      severity, id, at: location, summary,
      because: "It stands in '\(part.quotedInput)' inside the archive.", hints: hints, fix: fix,
      words: words)
  }

  fileprivate static func placeInside(_ path: String) -> Diagnostic {
    Diagnostic(
      .privacy, "file-tells-place", at: SourceLocation(path: path),
      "a picture or film inside this file tells where it was taken",
      hints: ["take the place out of the picture, and put it in again"])
  }

  fileprivate static func authorInside(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning, "document-author", at: SourceLocation(path: path),
      "a picture or document inside this file names its author",
      hints: ["take the author out of its properties, and put it in again"])
  }

  fileprivate static func notSearched(_ path: String, _ unseen: Unseen) -> Diagnostic {
    Diagnostic(
      .warning, "file-not-searched", at: SourceLocation(path: path), unseen.reason,
      because: "It could hold names, addresses or places that nobody has agreed to publish.",
      hints: [unseen.remedy])
  }
}

extension Array where Element: Hashable {
  /// Each element where it first stands.
  fileprivate var withoutRepeats: [Element] {
    var told: Set<Element> = []
    return filter { told.insert($0).inserted }
  }
}
