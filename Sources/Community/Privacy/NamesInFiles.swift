package import Diagnostics

extension NameSearch {
  /// The findings in what a file says: a file is published as it is, whoever may be named in it.
  ///
  /// - Parameters:
  ///   - path: The file, within the site.
  ///   - pieces: Its texts by its format, in UTF-8, and the line on which each begins, 0 for none. The
  ///     byte 0x1F parts two cells, and a newline is one of the file, as is the byte 0x0B beside a
  ///     line that is left out.
  package func findings(
    inFile path: String, _ pieces: [(text: [UInt8], line: Int)]
  ) -> [Diagnostic] {
    var told: Set<Diagnostic> = []
    return pieces.flatMap { text, line in
      names.occurrences(in: text).compactMap { found in
        let finding = Diagnostic.name(
          shownWords(text[found.range]), of: found.name,
          at: SourceLocation(path: path, found.range, of: text, from: line),
          "leave the name out: this file is published as it is")
        return told.insert(finding).inserted ? finding : nil
      }
    }
  }

  /// The findings in the name under which a file is published that lies at a path.
  package func findings(inNameOf shown: String, at path: String) -> [Diagnostic] {
    let name = Array(shown.utf8)
    return names.occurrences(in: name).map { found in
      .nameInFileName(
        shownWords(name[found.range]), found.name, at: SourceLocation(path: path))
    }
  }
}

extension DetailSearch {
  /// The personal details in what a file says; `pieces` as for names.
  package static func details(
    inFile path: String, _ pieces: [(text: [UInt8], line: Int)]
  ) -> [FoundDetail] {
    var told: Set<FoundDetail> = []
    return pieces.flatMap { text, line in
      DetailScan(text).found.compactMap { found in
        let detail = FoundDetail(
          detail: found.detail, words: shownWords(text[found.words]),
          place: SourceLocation(path: path, found.range, of: text, from: line))
        return told.insert(detail).inserted ? detail : nil
      }
    }
  }
}

extension FoundDetail {
  /// The same in another place.
  package func placed(at place: SourceLocation) -> FoundDetail {
    FoundDetail(detail: detail, words: words, place: place)
  }
}

/// Words of a piece as they are told: in one line, a space between two cells.
private func shownWords(_ text: ArraySlice<UInt8>) -> String {
  let words = text.split { $0 == cellBorder || $0 == silentLine || $0 == 0x0A || $0 == 0x0D }
  return words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
}

extension SourceLocation {
  /// The longest line that a message shows of a file, in bytes.
  private static let longestExcerpt = 500

  /// The place of some words of a piece; where the file has lines, with the line as the piece has it,
  /// its cells separated by commas.
  fileprivate init(path: String, _ range: Range<Int>, of text: [UInt8], from line: Int) {
    guard line > 0 else {
      self.init(path: path)
      return
    }
    let isBreak: (UInt8) -> Bool = { $0 == 0x0A || $0 == 0x0D || $0 == silentLine }
    let before = text[..<range.lowerBound]
    let number = line + before.count { $0 == 0x0A || $0 == silentLine }
    let start = before.lastIndex(where: isBreak).map { $0 + 1 } ?? 0
    let end = text[start...].firstIndex(where: isBreak) ?? text.count
    guard end - start <= Self.longestExcerpt else {
      self.init(path: path, line: number)
      return
    }
    let shown = text[start..<end].map { $0 == cellBorder ? UInt8(ascii: ",") : $0 }
    func scalars(_ part: Range<Int>) -> Int { text[part].count { $0 & 0xC0 != 0x80 } }
    self.init(
      path: path, line: number, column: scalars(start..<range.lowerBound) + 1,
      length: max(1, scalars(range.lowerBound..<max(range.lowerBound, min(range.upperBound, end)))),
      excerpt: String(decoding: shown, as: UTF8.self))
  }
}
