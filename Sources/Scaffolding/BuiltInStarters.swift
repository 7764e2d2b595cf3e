import Diagnostics
import Markup
import StarterFiles

/// A text with its key in the file of a language.
typealias KeyedText = (key: String, text: String)

/// The texts of new sites and entries that are in the binary: `Sources/StarterFiles/files`.
enum BuiltInStarters {
  /// The texts of a folder in a language, by their keys, in order.
  static func texts(of folder: String, in language: StarterLanguage) -> [KeyedText] {
    guard let file = file("\(folder)/\(language.rawValue).yml"),
      let map = FieldMap.read(wholeFile: file, roles: .unknown).value
    else { return [] }
    return map.fields.compactMap { field in
      guard case .text(let text, _) = field.value.content else { return nil }
      return (field.key, text)
    }
  }

  private static func file(_ path: String) -> SourceText? {
    let files = (0..<handbook_starter_file_count()).lazy.compactMap {
      handbook_starter_file_at($0)?.pointee
    }
    let found = files.first { file in file.path.map { String(cString: $0) == path } ?? false }
    return found.map { file in
      SourceText(
        path: path, bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.count)))
    }
  }
}
