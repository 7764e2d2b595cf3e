package import Diagnostics
import Markup

/// The files that an entry's front matter names, as positions in `Library.assets`.
package struct Attachments: Hashable, Sendable {
  package var image: Int?
  package var photo: Int?
  /// In the order of `Resource.files`.
  package var files: [Int?] = []

  /// Every position that is named.
  package var all: [Int] { [image, photo].compactMap(\.self) + files.compactMap(\.self) }
}

extension Attachments {
  /// Finds the files of every entry, by position, and reports those that are missing.
  package static func find(_ library: Library, files: FileFinder) -> Diagnosed<[Attachments]> {
    var diagnostics: [Diagnostic] = []
    let found = library.entries.map { entry in
      Attachments(entry, files: files, &diagnostics)
    }
    return Diagnosed(found, diagnostics)
  }

  private init(_ entry: Entry, files finder: FileFinder, _ diagnostics: inout [Diagnostic]) {
    func find(_ path: Located<String>) -> Int? {
      let found = finder.find(path.value, from: entry.source)
      if case .asset(let position) = found { return position }
      let nearest = if case .nothing(let nearest) = found { nearest } else { String?.none }
      diagnostics.append(
        .missingFile(path.value, nearest: nearest, at: entry.location(path.span)))
      return nil
    }
    image = entry.common.image.flatMap { find($0.path) }
    switch entry.fields {
    case .member(let member): photo = member.photo.flatMap { find($0.path) }
    case .resource(let resource): files = resource.files.map { find($0.path) }
    default: break
    }
  }
}

extension Diagnostic {
  package static func missingFile(
    _ path: String, nearest: String?, at place: SourceLocation
  )
    -> Diagnostic
  {
    Diagnostic(
      .error, "missing-file", at: place, "there is no file '\(path.quotedInput)'",
      hints: [
        nearest.map { "did you mean '\($0)'?" }
          ?? "put it in content/assets, or beside the entry: NAME/index.md and the file"
      ])
  }
}
