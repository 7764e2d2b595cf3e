/// A stretch of one line of a file, small enough to be kept for every link of every entry.
package struct SourceSpan: Hashable, Sendable {
  /// The line in the file, counted from 1; 0 means the file as a whole.
  package let line: Int32
  /// The first column, counted from 1 in Unicode scalars; 0 means the whole line.
  package let column: Int32
  /// The length in Unicode scalars.
  package let length: Int32

  package init(line: Int, column: Int = 0, length: Int = 0) {
    self.line = Int32(clamping: line)
    self.column = Int32(clamping: column)
    self.length = Int32(clamping: length)
  }

  /// No particular place: the file as a whole.
  package static let wholeFile = SourceSpan(line: 0)
}

extension SourceLocation {
  /// A span of a named file.
  ///
  /// The excerpt is read only if the message is printed.
  package init(path: String, span: SourceSpan) {
    self.init(
      path: path, line: Int(span.line), column: Int(span.column), length: Int(span.length))
  }

  /// The same place without the name of its file.
  package var span: SourceSpan { SourceSpan(line: line, column: column, length: length) }
}
