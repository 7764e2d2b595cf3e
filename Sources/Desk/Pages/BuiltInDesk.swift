import DeskFiles
import Diagnostics

/// The files of the desk that are in the binary: templates, words, scripts, styles.
///
/// A site can't replace them, since what they show must be what happens.
enum BuiltInDesk {
  /// Its files by their paths, in order.
  static let files: [SourceText] = (0..<handbook_desk_file_count()).compactMap { index in
    guard let file = handbook_desk_file_at(index)?.pointee, let path = file.path else {
      return nil
    }
    let bytes = UnsafeBufferPointer(start: file.bytes, count: file.count)
    return SourceText(path: String(cString: path), bytes: Array(bytes))
  }

  static func file(_ path: String) -> SourceText? { files.first { $0.path == path } }
}
