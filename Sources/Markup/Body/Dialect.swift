/// Which language a body is written in: CommonMark alone, or with what the handbook adds.
///
/// With the file's bytes it is all that a `Body` depends on, so it belongs in a body's fingerprint.
///
/// `handbook` differs from `commonMark`, which is libcmark's own safe output byte for byte, by:
/// - headings carry anchors, by the git host's rules;
/// - a link by relative path, to a heading, or in `[[…]]` is a piece, checked and filled in later;
///   links to other sites are marked `rel="noopener noreferrer"`; an empty one leaves its label;
/// - bare web and e-mail addresses are links, but `ftp:` is not;
/// - `@name` in text is a mention; `\@` is an at sign;
/// - an image by path is a piece; one from elsewhere becomes a link, with a warning;
/// - raw HTML is kept by an allow-list, written again and balanced; each drop is a warning, comments
///   go in silence;
/// - an address whose scheme is not allowed leaves only its label, with a warning;
/// - `{#id}` at a heading's end is its anchor; a heading without words has none, with a warning, and
///   one that repeats the title is left out;
/// - `$…$` and `$$…$$` are formulas, which stay as they are written;
/// - tables, task lists, strikethrough (`~~` alone), footnotes and alerts, as the git host has them; a table's row outside the quote or list of its header is not part of it, but a header
///   that only continues a quote's paragraph begins a table of its own;
/// - in a body that holds text from right to left, blocks carry `dir="auto"`;
/// - U+2028 and U+2029 break a line as a line feed does;
/// - noncharacters are refused, written as such or as entities.
package struct Dialect: Hashable, Sendable {
  /// Whether the handbook's own notation and rules hold.
  let isExtended: Bool
  /// The words by which actions and decisions are told; `nil` where none are read.
  var minuteWords: MinuteWords?
  /// The words by which minutes tell who was there; `nil` where none are read.
  var presenceWords: PresenceWords?

  /// What members write.
  package static let handbook = Dialect(isExtended: true)

  /// What note-takers write: as `handbook`, with actions, decisions and who was there read by their
  /// words, and with the boxes that people draw by hand: `[]`, `☐`.
  package static func minutes(
    _ words: MinuteWords, _ presence: PresenceWords = .english
  ) -> Dialect {
    Dialect(isExtended: true, minuteWords: words, presenceWords: presence)
  }
}
