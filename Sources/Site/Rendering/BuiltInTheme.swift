package import Diagnostics
import Theme

/// The theme that is in the binary, so that one file is the whole tool.
package enum BuiltInTheme {
  /// Its files by their paths below `templates/`, in order.
  package static let files: [SourceText] = (0..<handbook_theme_file_count()).compactMap { index in
    guard let file = handbook_theme_file_at(index)?.pointee, let path = file.path else {
      return nil
    }
    let bytes = UnsafeBufferPointer(start: file.bytes, count: file.count)
    return SourceText(path: String(cString: path), bytes: Array(bytes))
  }
}
