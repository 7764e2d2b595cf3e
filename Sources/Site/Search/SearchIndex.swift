import Community
import Files

/// The files that a search in the browser reads.
///
/// `start.js` says how many entries there are and which words are where; `w0.js` and so on hold the
/// words with their lists, in the order of the alphabet; `r0.js` and so on what results say of
/// entries. How they are read is in `templates/assets/search-index.js`.
package struct SearchIndex: Sendable {
  /// A file of the index.
  package enum File: Hashable, Sendable {
    case start
    case words(Int)
    case records(Int)
  }

  private let start: [UInt8]
  private let words: [[UInt8]]
  /// By entry.
  private let records: [[UInt8]]
  private let recordsPerFile: Int
}

extension SearchIndex {
  package init(
    _ parts: [SearchPart], _ words: ListedWords, summaries: [(ListedWords.Beginning, [UInt8])],
    of searched: SearchedEntries, in language: Words
  ) {
    var shards = WordShards()
    shards.write(words, summaries)
    records = parts.flatMap(\.records)
    recordsPerFile = Self.recordsPerFile(records)
    self.words = shards.files
    start = startFile(
      searched, shards.firstWords, recordsPerFile, fingerprint(shards.files, records), language)
  }

  /// As many as come to about 1.6 KB, since results seldom stand in one file.
  private static func recordsPerFile(_ records: [[UInt8]]) -> Int {
    let size = records.reduce(0) { $0 + $1.count }
    return max(1, 1600 * records.count / max(1, size))
  }

  /// All files of the index.
  package var files: [File] {
    let recordFiles = (records.count + recordsPerFile - 1) / recordsPerFile
    return [.start] + words.indices.map(File.words) + (0..<recordFiles).map(File.records)
  }

  func bytes(of file: File) -> [UInt8] {
    switch file {
    case .start: return start
    case .words(let number): return words[number]
    case .records(let number):
      let first = number * recordsPerFile
      return recordsFile(number, records[first..<min(first + recordsPerFile, records.count)])
    }
  }
}

/// Words and lists, cut into files.
private struct WordShards {
  private(set) var files: [[UInt8]] = []
  /// Of each file, as much of its first word as tells it from the word before.
  private(set) var firstWords: [ArraySlice<UInt8>] = []
  private var body: [UInt8] = []
  private var last: ArraySlice<UInt8> = []

  mutating func write(
    _ words: ListedWords, _ summaries: [(beginning: ListedWords.Beginning, list: [UInt8])]
  ) {
    var next = summaries[...]
    for position in 0..<words.vocabulary.count {
      let word = words.vocabulary.word(position)
      var own: [UInt8]?
      while let first = next.first, first.beginning.words.lowerBound == position {
        next.removeFirst()
        if first.beginning.length == word.count {
          own = first.list
        } else {
          write(word.prefix(first.beginning.length) + [UInt8(ascii: "*")], first.list)
        }
      }
      write(word, words.lists[position])
      if let own { write(word + [UInt8(ascii: "*")], own) }
    }
    end()
  }

  private mutating func write(_ word: ArraySlice<UInt8>, _ list: [UInt8]) {
    if !body.isEmpty, body.count + word.count + list.count > largestShard { end() }
    if body.isEmpty {
      let shared = zip(last, word).prefix { $0 == $1 }.count
      firstWords.append(word.prefix(shared + 1))
    } else {
      body.append(UInt8(ascii: " "))
    }
    body += word
    body.append(UInt8(ascii: " "))
    body += list
    last = word
  }

  private mutating func end() {
    guard !body.isEmpty else { return }
    var script = ScriptData("w\(files.count)")
    script.append("\"")
    script.append(body)
    script.append("\"")
    files.append(script.ended)
    body.removeAll(keepingCapacity: true)
  }
}

/// In bytes; one list can be longer.
private let largestShard = 8_000

private func recordsFile(_ number: Int, _ records: ArraySlice<[UInt8]>) -> [UInt8] {
  var script = ScriptData("r\(number)")
  for (position, record) in zip(records.indices, records) {
    script.append(position == records.startIndex ? "[" : ",\n")
    script.append(record)
  }
  script.append("]")
  return script.ended
}

/// Tells one state of the index from another, so that no browser mixes files of two.
private func fingerprint(_ words: [[UInt8]], _ records: [[UInt8]]) -> String {
  var builder = FingerprintBuilder()
  for file in words + records { builder.append(file) }
  return String(builder.fingerprint.description.prefix(8))
}

private func startFile(
  _ searched: SearchedEntries, _ firstWords: [ArraySlice<UInt8>], _ perFile: Int,
  _ version: String, _ words: Words
) -> [UInt8] {
  var script = ScriptData("start")
  script.append("{\"version\":\"\(version)\"")
  script.append(",\"count\":\(searched.entries.count),\"perFile\":\(perFile),\"words\":\"")
  script.append(firstWords.joined(separator: [UInt8(ascii: " ")]))
  script.append("\",\"groups\":[")
  let groups = searched.groups.map { group in
    "[\"\(group.kind.rawValue)\",\(group.year ?? 0),\(group.range.lowerBound),\(group.range.upperBound)]"
  }
  script.append(groups.joined(separator: ","))
  script.append("],\"language\":")
  script.append(quoted: words.language)
  script.append(",\"results\":{")
  for (number, form) in words.forms(.searchResults).enumerated() {
    script.append("\(number > 0 ? "," : "")\"\(form.category.rawValue)\":")
    script.append(quoted: form.pattern)
  }
  script.append("},\"none\":")
  script.append(quoted: words(.searchNone))
  script.append(",\"some\":")
  script.append(quoted: words(.searchSome))
  script.append("}")
  return script.ended
}
