package import Community
import Diagnostics
package import Files
import Markup

/// The import of a text that somebody wrote elsewhere, to minutes or a post.
package struct NotesImport {
  package let plan: ImportPlan

  /// - Parameters:
  ///   - text: Plain text, or the Markdown that a Word document became.
  ///   - pictures: The document's pictures by the paths that `text` calls them by.
  ///   - id: The entry that it becomes.
  ///   - date: The day, where it is known.
  package init(
    _ bytes: [UInt8], named name: String, as id: EntryID, date: String?,
    pictures: [String: [UInt8]] = [:], existing: [RelativePath]
  ) throws(UnreadableInput) {
    guard let decoded = ForeignText(bytes), !decoded.text.trimmed.isEmpty else {
      throw UnreadableInput("'\(name)' holds no text")
    }
    var notes = [decoded.note].compactMap(\.self)
    let bundle = pictures.isEmpty ? "\(id.name).md" : "\(id.name)/index.md"
    let names = pictures.keys.sorted().enumerated().map { ($1, Self.pictureName($1, $0)) }
    let text = decoded.text.withoutTabs.replacing(Dictionary(uniqueKeysWithValues: names))
    guard text.utf8.count <= ImportLimits.entry else {
      throw UnreadableInput(
        "'\(name)' holds more than \(ImportLimits.entry / 1024) KiB of text, the most that an entry "
          + "may have: import it in parts")
    }
    let mended = Self.mended(text, as: id)
    if mended.count > 0 {
      notes.append(mended.count == 1 ? "1 line made a list" : "\(mended.count) lines made lists")
    }
    var entry = EntryText(id, body: mended.text)
    if let date { entry.set("date", .text(date)) }
    if !mended.text.trimmed.hasPrefix("# ") {
      entry.set("title", .text(Self.title(of: mended.text) ?? id.name))
    }
    guard let path = try? RelativePath("content/\(id.kind.folder)/\(bundle)") else {
      throw UnreadableInput("'\(id.name)' can be no file's name")
    }
    var plan = ImportPlan(existing: existing)
    plan.add(entry, at: path, from: name, notes: notes)
    for (number, picture) in pictures.sorted(by: { $0.key < $1.key }).enumerated() {
      let own = Self.pictureName(picture.key, number)
      guard let target = try? path.parent?.appending(own) else { continue }
      plan.add(picture.value, at: target, from: "\(name), picture \(number + 1)")
    }
    self.plan = plan
  }

  private static func pictureName(_ path: String, _ number: Int) -> String {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? "png"
    return "picture-\(number + 1).\(ending)"
  }

  /// The lists that a word processor drew, as lists: the same changes that `check --fix` makes.
  private static func mended(_ text: String, as id: EntryID) -> (text: String, count: Int) {
    let source = SourceText(path: id.description, text)
    let read = Body.parse(source, from: 0, dialect: .handbook, titleFromHeading: true)
    let mends = read.diagnostics.filter { $0.id == "pasted-list" }.compactMap(\.mend)
    let mended = source.mended(by: mends)
    return (String(decoding: mended.bytes, as: UTF8.self), mended.count)
  }

  /// The first line, where it is short enough to be one.
  private static func title(of text: String) -> String? {
    let line = text.split(separator: "\n").first { !$0.trimmed.isEmpty }?.trimmed
    return line.flatMap { $0.utf8.count <= 80 ? $0 : nil }
  }
}

extension String {
  /// The text with each of many words in place of another, in one pass.
  ///
  /// The words begin alike, as the paths of one folder do. Of two that begin at one place the longer
  /// is replaced.
  func replacing(_ words: [String: String]) -> String {
    let byBytes = Dictionary(words.map { (Array($0.key.utf8)[...], Array($0.value.utf8)) }) { $1 }
    let start = byBytes.keys.reduce(byBytes.keys.first ?? []) { start, word in
      start.prefix(zip(start, word).prefix { $0 == $1 }.count)
    }
    guard !start.isEmpty else { return self }
    let lengths = Set(byBytes.keys.map(\.count)).sorted(by: >)
    let bytes = Array(utf8)
    var output: [UInt8] = []
    var index = 0
    while index < bytes.count {
      var length: Int?
      if bytes[index] == start.first, bytes[index...].starts(with: start) {
        length = lengths.first {
          index + $0 <= bytes.count && byBytes[bytes[index..<(index + $0)]] != nil
        }
      }
      if let length, let word = byBytes[bytes[index..<(index + length)]] {
        output += word
        index += length
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}

extension String {
  /// A tab after a bullet is a blank.
  fileprivate var withoutTabs: String {
    String(decoding: utf8.map { $0 == 0x09 ? 0x20 : $0 }, as: UTF8.self)
  }
}
