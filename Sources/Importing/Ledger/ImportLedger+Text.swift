import Dates
package import Diagnostics
import Files

extension ImportLedger {
  /// The text of the file: import by import, an item a line.
  package var text: String {
    var text = """
      # What 'handbook import' wrote, so that it can be run again and taken back.
      # The tool keeps it: leave it as it is, and commit it with the site. It is never published.
      imports:

      """
    for run in runs {
      text += "  - from: \(run.source.tool) \(run.source.digest)\n"
      text += "    day: \(run.day)\n    files:\n"
      for line in run.lines { text += "      - \(line.words.asLedgerValue)\n" }
    }
    return text + (isUnfinished ? "unfinished: yes\n" : "")
  }

  /// Reads the file, which nobody but the tool writes.
  ///
  /// - Throws: `UnreadableInput` where a line is in other words: by the file it is known which
  ///   entries may be replaced.
  package static func read(_ source: SourceText) throws(UnreadableInput) -> ImportLedger {
    var ledger = ImportLedger()
    var key: ImportSource.Key?
    let lines = source.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (number, bytes) in lines.enumerated() {
      let words = String(decoding: bytes, as: UTF8.self).trimmed
      if words.isEmpty || words.hasPrefix("#") || ["imports:", "files:"].contains(words) {
        continue
      }
      if words == "unfinished: yes" {
        ledger.isUnfinished = true
      } else if let source = ImportSource.Key(ledgerWords: words) {
        key = source
      } else if let day = words.value(behind: "day: ").flatMap({ CalendarDate($0) }), let from = key
      {
        ledger.runs.append(Run(from, on: day, []))
        key = nil
      } else if let line = Line(ledgerWords: words), key == nil, !ledger.runs.isEmpty {
        ledger.runs[ledger.runs.count - 1].lines.append(line)
      } else {
        throw UnreadableInput(
          "line \(number + 1) of '\(source.path)' is none that an import has written")
      }
    }
    return ledger
  }
}

extension ImportLedger.Line {
  fileprivate var words: String { "\(written) \(source?.description ?? "-") \(path)" }

  fileprivate init?(ledgerWords: String) {
    guard let item = ledgerWords.value(behind: "- ") else { return nil }
    let words = item.fromLedgerValue.split(separator: " ", maxSplits: 2).map(String.init)
    guard words.count == 3, let written = Fingerprint(hexadecimal: words[0].utf8),
      let path = try? RelativePath(words[2]), path.parts[0] == "content"
    else { return nil }
    let source = Fingerprint(hexadecimal: words[1].utf8)
    guard source != nil || words[1] == "-" else { return nil }
    self.init(path, written: written, source: source)
  }
}

extension ImportSource.Key {
  fileprivate init?(ledgerWords: String) {
    guard let words = ledgerWords.value(behind: "- from: ")?.split(separator: " "),
      words.count == 2, let digest = Fingerprint(hexadecimal: words[1].utf8)
    else { return nil }
    self.init(tool: String(words[0]), digest: digest)
  }
}

extension String {
  fileprivate func value(behind key: String) -> String? {
    hasPrefix(key) ? String(dropFirst(key.count)) : nil
  }

  /// In quotation marks where another reader of YAML would take a part of it for something else.
  fileprivate var asLedgerValue: String {
    contains(": ") || contains(" #") || contains("'") || hasSuffix(":")
      ? "'" + replacingEach("'", by: "''") + "'" : self
  }

  fileprivate var fromLedgerValue: String {
    hasPrefix("'") && hasSuffix("'") && utf8.count > 1
      ? String(dropFirst().dropLast()).replacingEach("''", by: "'") : self
  }

  private func replacingEach(_ words: String, by new: String) -> String {
    split(separator: words, omittingEmptySubsequences: false).joined(separator: new)
  }
}
