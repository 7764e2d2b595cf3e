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
    var text = decoded.text.withoutTabs
    let bundle = pictures.isEmpty ? "\(id.name).md" : "\(id.name)/index.md"
    for (number, path) in pictures.keys.sorted().enumerated() {
      text = text.replacing(path, with: Self.pictureName(path, number))
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
    plan.add(Array(entry.text.utf8), at: path, from: name, notes: notes)
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
  /// A tab after a bullet is a blank.
  fileprivate var withoutTabs: String {
    String(decoding: utf8.map { $0 == 0x09 ? 0x20 : $0 }, as: UTF8.self)
  }
}
