package import Diagnostics

extension Body {
  /// Reads the part of a file below its front matter.
  ///
  /// Lines in the body and in its problems are lines of the file. A text beyond the limits gives an
  /// empty body and an error.
  ///
  /// - Parameters:
  ///   - start: The byte after the front matter, at the start of a line.
  ///   - titleFromHeading: Whether the first `#` heading that stands in no list or quote is the
  ///     title.
  package static func parse(
    _ source: SourceText, from start: Int, dialect: Dialect, titleFromHeading: Bool
  ) -> Diagnosed<Body> {
    if let problem = ParsingLimits.problem(in: source, from: start) {
      return Diagnosed(Body(), [problem])
    }
    let text =
      dialect.isExtended
      ? LiftedText(source, from: start) : LiftedText(plain: source, from: start)
    // A forged place holder could stand for anything, so a text that holds one is not read.
    guard text.diagnostics.allSatisfy({ $0.severity != .error }) else {
      return Diagnosed(Body(), text.diagnostics)
    }
    return text.withBytes { bytes in
      withCommonMarkTree(of: bytes) { root in
        var reader = BodyReader(text, dialect, titleFromHeading: titleFromHeading)
        return reader.read(root)
      } ?? Diagnosed(Body(), text.diagnostics)
    }
  }
}
