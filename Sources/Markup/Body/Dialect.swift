/// Which language a body is written in: CommonMark alone, or with what the handbook adds.
///
/// With the file's bytes it is all that a `Body` depends on, so it belongs in a body's fingerprint.
///
/// `handbook` differs from `commonMark`, which is libcmark's own safe output byte for byte, by:
/// - headings carry anchors, by the git host's rules;
/// - a link by relative path, to a heading, or in `[[…]]` is a piece, checked and filled in later;
/// - `@name` in text is a mention; `\@` is an at sign;
/// - an image by path is a piece; one from elsewhere becomes a link, with a warning;
/// - raw HTML is left out with a warning each, comments in silence;
/// - an address whose scheme is not allowed leaves only its label, with a warning;
/// - links to other sites are marked `rel="noopener noreferrer"`;
/// - U+2028 and U+2029 break a line as a line feed does;
/// - noncharacters are refused, written as such or as entities.
package struct Dialect: Hashable, Sendable {
  /// Whether the handbook's own notation and rules hold.
  let isExtended: Bool

  /// CommonMark 0.30 and nothing else, as libcmark renders it in its safe mode.
  package static let commonMark = Dialect(isExtended: false)
  /// What members write.
  package static let handbook = Dialect(isExtended: true)
}
