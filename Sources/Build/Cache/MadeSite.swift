import Files
import Markup
import Records

/// What a build made its files from, so that the next can tell which of them stand.
struct MadeSite: Sendable {
  /// The fingerprint of all that pages are made from but the texts that they show.
  let surface: Fingerprint
  /// That of the manifest which lists what the build wrote.
  let manifest: Fingerprint
  /// By page: the entries whose texts it shows, as positions in the library.
  let texts: [RelativePath: [Int]]
  /// Where the words of the search are kept, run by run.
  let words: [RecordPlace]
  /// The stamp of the file that holds them, without which they are not believed.
  let wordsStamp: FileStamp?
}

extension MadeSite: Recorded {
  func encode(to record: inout RecordWriter) {
    surface.encode(to: &record)
    manifest.encode(to: &record)
    record.write(texts.count)
    for (path, entries) in texts {
      path.encode(to: &record)
      record.write(entries.count)
      for entry in entries { record.write(entry) }
    }
    record.write(words)
    record.write(wordsStamp) { $1.encode(to: &$0) }
  }

  init(from record: inout RecordReader) throws(DamagedRecord) {
    surface = try Fingerprint(from: &record)
    manifest = try Fingerprint(from: &record)
    let count = try record.count()
    var texts = [RelativePath: [Int]](minimumCapacity: count)
    for _ in 0..<count {
      let path = try RelativePath(from: &record)
      var entries: [Int] = []
      for _ in 0..<(try record.count()) { entries.append(try record.number()) }
      texts[path] = entries
    }
    self.texts = texts
    words = try record.list()
    wordsStamp = try record.flag() ? try FileStamp(from: &record) : nil
  }
}
