package import Diagnostics

/// The lines that git leaves in a file where two people changed the same place.
package enum ConflictMarks {
  /// An error for each place that two people changed, at its first line.
  ///
  /// A mark begins its line, so whoever writes about git puts a space before it.
  package static func problems(in source: SourceText) -> [Diagnostic] {
    source.bytes.withUnsafeBufferPointer { bytes in
      var problems: [Diagnostic] = []
      var isOpen = false
      for start in lineStarts(of: bytes) {
        if isMark(UInt8(ascii: "<"), bytes, start) {
          isOpen = true
          problems.append(conflict(in: source, at: start))
        } else if isMark(UInt8(ascii: ">"), bytes, start) {
          if !isOpen { problems.append(conflict(in: source, at: start)) }
          isOpen = false
        }
      }
      return problems
    }
  }

  /// The lines that begin with one of the two signs.
  private static func lineStarts(of bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    bytes.indices.filter { index in
      (bytes[index] == UInt8(ascii: "<") || bytes[index] == UInt8(ascii: ">"))
        && (index == 0 || bytes[index - 1] == 0x0A || bytes[index - 1] == 0x0D)
    }
  }

  /// Seven of a sign, and a space and a name behind them, as git writes it.
  private static func isMark(
    _ sign: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> Bool {
    let line = bytes[start...].prefix { $0 != 0x0A && $0 != 0x0D }
    let rest = line.dropFirst(7)
    return line.count >= 7 && line.prefix(7).allSatisfy { $0 == sign }
      && (rest.isEmpty || rest.first == 0x20)
  }
}

private func conflict(in source: SourceText, at start: Int) -> Diagnostic {
  Diagnostic(
    .error, "conflict-mark", at: source.location(line: source.line(at: start)),
    "two people changed this place, and git left both texts in the file",
    hints: [
      "keep the lines that are right, and delete the others with the lines of '<<<<<<<', "
        + "'=======' and '>>>>>>>'",
      "to show such a line as an example, put a space before it",
    ])
}
