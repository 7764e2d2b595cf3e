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
      let found = finder.asset(path, from: entry.source)
      diagnostics += found.diagnostics
      return found.value
    }
    image = entry.common.image.flatMap { find($0.path) }
    photo = entry.fields.photo.flatMap(find)
    files = entry.fields.files.map(find)
  }
}
