import Community
import Markup

/// Entries and files that get other names, and how texts that name them are changed.
struct ReferenceChanges {
  /// The new names of entries by their old ones, those of each kind.
  private var ids: [String: [EntryKind: String]] = [:]
  private let files: [(old: [UInt8], new: String)]

  init(_ ids: [EntryID: EntryID], _ files: [String: String]) {
    for (old, new) in ids { self.ids[old.name, default: [:]][old.kind] = new.name }
    self.files = files.sorted { $0.key < $1.key }.flatMap { old, new in
      [(Array(old.utf8), new), (Array(old.percentEncodedBlanks.utf8), new)]
    }
  }

  /// Whether a field may name entries or files; titles and the like are words.
  func areIn(_ field: String) -> Bool {
    !["title", "name", "summary", "extra", "draft", "taken_down", "also_known_as"].contains(field)
  }

  /// A value that is an id, `kind/id`, or a path.
  func changed(inField text: String) -> String {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if let last = parts.last, let new = new(last, behind: parts.dropLast().last) {
      return (parts.dropLast() + [new]).joined(separator: "/")
    }
    return files.isEmpty ? text : replacingFiles(text)
  }

  /// A text in which ids stand behind `@`, or in links behind the folder of their kind.
  func changed(inText text: String) -> String {
    let text = files.isEmpty ? text : replacingFiles(text)
    guard !ids.isEmpty else { return text }
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      guard bytes[index].isPartOfID, index == 0 || !bytes[index - 1].isPartOfID else {
        output.append(bytes[index])
        index += 1
        continue
      }
      let end = bytes[index...].firstIndex { !$0.isPartOfID } ?? bytes.count
      let word = String(decoding: bytes[index..<end], as: UTF8.self)
      output += (ids[word] != nil ? new(word, in: bytes, at: index) ?? word : word).utf8
      index = end
    }
    return String(decoding: output, as: UTF8.self)
  }

  private func new(_ name: String, in bytes: [UInt8], at start: Int) -> String? {
    guard start > 0 else { return nil }
    switch bytes[start - 1] {
    case UInt8(ascii: "@"): return ids[name]?[.member]
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "<"): return new(name, behind: nil)
    case UInt8(ascii: "/"):
      let before = bytes[..<(start - 1)].suffix(20)
      let folder = before.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).last
      let words = folder.map { part in
        String(
          decoding: part.reversed().prefix { $0.isPartOfID || $0 == UInt8(ascii: ".") }
            .reversed(), as: UTF8.self)
      }
      return new(name, behind: words ?? "")
    default: return nil
    }
  }

  /// The new name of an entry, by the folder that is written before it, if any.
  private func new(_ name: String, behind folder: String?) -> String? {
    guard let kinds = ids[name] else { return nil }
    guard let folder, folder != "..", folder != "." else {
      return kinds.count == 1 ? kinds.values.first : kinds[.member]
    }
    return kinds.first { $0.key.folder == folder }?.value
  }

  private func replacingFiles(_ text: String) -> String {
    var bytes = Array(text.utf8)
    for (old, new) in files where bytes.count >= old.count {
      bytes = bytes.replacing(old, with: Array(new.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension UInt8 {
  fileprivate var isPartOfID: Bool {
    self &- 0x30 < 10 || self &- 0x61 < 26 || self == UInt8(ascii: "-")
  }
}

extension String {
  fileprivate var percentEncodedBlanks: String {
    split(separator: " ", omittingEmptySubsequences: false).joined(separator: "%20")
  }
}
