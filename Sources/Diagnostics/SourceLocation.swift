/// A place in a file that an author wrote: what a message points at.
package struct SourceLocation: Hashable, Sendable {
  /// The path within the site, with `/` between its parts: `content/posts/a.md`.
  package let path: String
  /// The line, counted from 1; 0 means the file as a whole.
  package let line: Int
  /// The column of the first character at fault, counted from 1 in Unicode scalars; 0 means the
  /// whole line.
  package let column: Int
  /// How many Unicode scalars are at fault.
  package let length: Int
  /// The text of that line, without its line break, for the message to show.
  package let excerpt: String?

  package init(
    path: String, line: Int = 0, column: Int = 0, length: Int = 0, excerpt: String? = nil
  ) {
    self.path = path
    self.line = line
    self.column = column
    self.length = length
    self.excerpt = excerpt
  }
}

extension SourceLocation: Comparable {
  package static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    (left.path, left.line, left.column) < (right.path, right.line, right.column)
  }
}
