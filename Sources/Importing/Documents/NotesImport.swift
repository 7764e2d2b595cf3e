package import Community
package import Dates
import Diagnostics
package import Files
import Markup

/// The import of a text that somebody wrote elsewhere, to minutes or a post.
package struct NotesImport {
  package let plan: ImportPlan

  /// - Parameters:
  ///   - text: Plain text, or the Markdown that a Word document became.
  ///   - pictures: The document's pictures by the paths that `text` calls them by.
  ///   - edges: What stands at the head and foot of each page.
  ///   - id: The entry that it becomes.
  ///   - date: The day, where it is known.
  package init(
    _ bytes: [UInt8], named name: String, as id: EntryID, date: String?,
    pictures: [String: [UInt8]] = [:], edges: [String] = [], site: TargetSite = TargetSite(),
    existing: [RelativePath]
  ) throws(UnreadableInput) {
    let names = pictures.keys.sorted().enumerated().map { ($1, Self.pictureName($1, $0)) }
    var notes = NotesText(
      try Self.decoded(bytes, name), named: name,
      replacing: Dictionary(uniqueKeysWithValues: names))
    guard notes.body.utf8.count <= ImportLimits.entry else {
      throw UnreadableInput(
        "'\(name)' holds more than \(ImportLimits.entry / 1024) KiB of text, the most that an entry "
          + "may have: import it in parts")
    }
    let entry = notes.entry(
      id, date: date, edges: edges, site: site.withMembers(of: existing))
    let bundle = pictures.isEmpty ? "\(id.name).md" : "\(id.name)/index.md"
    guard let path = try? RelativePath("content/\(id.kind.folder)/\(bundle)") else {
      throw UnreadableInput("'\(id.name)' can be no file's name")
    }
    var plan = ImportPlan(existing: existing)
    plan.add(entry, at: path, from: name, notes: notes.notes)
    for (number, picture) in pictures.sorted(by: { $0.key < $1.key }).enumerated() {
      let own = Self.pictureName(picture.key, number)
      guard let target = try? path.parent?.appending(own) else { continue }
      plan.add(picture.value, at: target, from: "\(name), picture \(number + 1)")
    }
    self.plan = plan
  }

  private static func decoded(
    _ bytes: [UInt8], _ name: String
  ) throws(UnreadableInput) -> ForeignText {
    guard let decoded = ForeignText(bytes), !decoded.text.trimmed.isEmpty else {
      throw UnreadableInput("'\(name)' holds no text")
    }
    return decoded
  }

  private static func pictureName(_ path: String, _ number: Int) -> String {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? "png"
    return "picture-\(number + 1).\(ending)"
  }
}

extension NotesImport {
  /// The day that a text is of, as its name and its first lines tell.
  package static func day(_ bytes: [UInt8], named name: String, site: TargetSite) -> CalendarDate? {
    guard let text = ForeignText(bytes)?.text else { return nil }
    return MinutesFacts(
      name: name.fileStem, text: text, isMonthFirst: site.writesMonthFirst
    ).day
  }

  /// What a file is about, by its name without the day and the words for its state: *Minutes* of
  /// `Minutes 15-01-26 FINAL v2.docx`.
  package static func subject(ofFile name: String) -> String {
    var stem = name.fileStem
    if let found = FoundDate(firstIn: stem) { stem.replaceSubrange(found.range, with: " ") }
    let words = stem.split { $0 == " " || $0 == "_" || $0 == "-" || $0 == "(" || $0 == ")" }
    let kept = words.filter { word in
      let word = word.lowercased()
      return !states.contains(word)
        && !(word.hasPrefix("v") && word.dropFirst().allSatisfy(\.isNumber))
    }
    return (kept.isEmpty ? words : kept).joined(separator: " ")
  }
}

private let states: Set<String> = [
  "final", "draft", "copy", "approved", "signed", "clean", "latest", "new", "entwurf", "endfassung",
  "kopie", "brouillon", "borrador", "drafft", "copie", "copia",
]

extension String {
  /// The name of a file without its folder and its ending.
  fileprivate var fileStem: String {
    let name = split(separator: "/").last.map(String.init) ?? self
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

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
