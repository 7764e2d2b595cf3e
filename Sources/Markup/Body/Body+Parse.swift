package import Diagnostics

extension Body {
  /// Reads the part of a file below its front matter.
  ///
  /// Lines in the body and in its problems are lines of the file. A text beyond the limits gives an
  /// empty body and an error.
  ///
  /// - Parameters:
  ///   - start: The byte after the front matter, at the start of a line; a byte order mark there is
  ///     skipped.
  ///   - titleFromHeading: Whether the first `#` heading that stands in no list or quote is the
  ///     title.
  ///   - givenTitle: The title that stands elsewhere. Where the first heading says the same, it is
  ///     taken for the title too, so that the page shows it once.
  package static func parse(
    _ source: SourceText, from start: Int, dialect: Dialect, titleFromHeading: Bool,
    givenTitle: String? = nil
  ) -> Diagnosed<Body> {
    let start = start == 0 && source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : start
    if let problem = ParsingLimits.problem(in: source, from: start) {
      return Diagnosed(Body(), [problem])
    }
    guard dialect.isExtended else {
      let text = LiftedText(plain: source, from: start)
      return read(text, dialect, titleFromHeading: titleFromHeading).body
    }
    return readLifted(
      source, from: start, dialect, titleFromHeading: titleFromHeading, givenTitle: givenTitle)
  }

  /// Reads a body with our notation lifted out.
  ///
  /// Tables and footnotes are found on the lines alone. Where the tree shows that such a line was
  /// something else, such as code without a fence, the text is read again without it; where an inline
  /// reaches across the cells of a row, with each of them by itself.
  static func readLifted(
    _ source: SourceText, from start: Int, _ dialect: Dialect, titleFromHeading: Bool,
    givenTitle: String? = nil, misread: MisreadLines = MisreadLines()
  ) -> Diagnosed<Body> {
    var misread = misread
    var attempts = 0
    while true {
      let text = LiftedText(
        source, from: start, fixing: misread, readsMinutes: dialect.minuteWords != nil)
      // A forged place holder could stand for anything, so a text that holds one is not read.
      guard text.diagnostics.allSatisfy({ $0.severity != .error }) else {
        return Diagnosed(Body(), text.diagnostics)
      }
      let reading = read(
        text, dialect, titleFromHeading: titleFromHeading, givenTitle: givenTitle)
      if reading.misread.isSubset(of: misread) { return reading.body }
      attempts += 1
      misread.formUnion(reading.misread)
      if attempts == 4 { misread.plain = Set(1...source.lineStarts.count) }
    }
  }

  private static func read(
    _ text: LiftedText, _ dialect: Dialect, titleFromHeading: Bool, givenTitle: String? = nil
  ) -> BodyReader.Reading {
    text.withBytes { bytes in
      withCommonMarkTree(of: bytes) { root in
        var reader = BodyReader(
          text, dialect, titleFromHeading: titleFromHeading, givenTitle: givenTitle)
        return reader.read(root)
      } ?? BodyReader.Reading(body: Diagnosed(Body(), text.diagnostics))
    }
  }
}
