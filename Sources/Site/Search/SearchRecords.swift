import Community
import Markup

extension PageContext {
  /// What a list of results says of an entry, as a JSON array: title, address, kind and date, the
  /// beginning of its text, which ends with `…` where there is more, and its language where it is
  /// not the site's.
  func searchRecord(_ entry: PublishedEntry) -> [UInt8] {
    var record: [UInt8] = [UInt8(ascii: "[")]
    let parts = [
      entry.title, address(of: entry.index) ?? "", kindAndDate(entry), searchExcerpt(entry),
    ]
    for part in parts {
      if record.count > 1 { record.append(UInt8(ascii: ",")) }
      record.append(quoted: part)
    }
    if let language = language(entry.language) {
      record.append(",")
      record.append(quoted: language.code)
    }
    record.append(UInt8(ascii: "]"))
    return record
  }

  /// The beginning of a text, in which most of what somebody searches for does not stand: not more of
  /// it, so that ten results are little to fetch.
  private func searchExcerpt(_ entry: PublishedEntry) -> String {
    var text = searchLead(entry).joined(separator: " ")
    var isWhole = true
    for block in searchBlocks(entry) {
      guard block.kind.isRunningText, text.utf8.count < longestExcerpt else {
        isWhole = false
        continue
      }
      if !text.isEmpty { text += " " }
      text += self.text(block.range, of: entry)
    }
    return isWhole && text.utf8.count <= longestExcerpt ? text : text.cut(to: longestExcerpt) + "…"
  }

  /// The whole texts of some entries, for the words that stand further on.
  func searchTexts(_ entries: ArraySlice<PublishedEntry>, _ number: Int) -> [UInt8] {
    var script = ScriptData("t\(number)")
    for (position, entry) in zip(entries.indices, entries) {
      script.append(position == entries.startIndex ? "[" : ",\n")
      // What results say has a short text whole.
      let isShort = !searchExcerpt(entry).hasSuffix("…")
      script.append(quoted: isShort ? "" : searchText(entry))
    }
    script.append("]")
    return script.ended
  }

  private func searchText(_ entry: PublishedEntry) -> String {
    var text = searchLead(entry).joined(separator: " ")
    for block in searchBlocks(entry) {
      guard text.utf8.count < longestText else { break }
      if !text.isEmpty { text += block.kind == .heading ? " – " : " " }
      text += self.text(block.range, of: entry)
    }
    return text.cut(to: longestText)
  }

  /// The blocks of a text without the heading that is its title, which results show anyway.
  private func searchBlocks(_ entry: PublishedEntry) -> ArraySlice<Prose.Block> {
    let blocks = body(of: entry).prose.blocks
    guard let first = blocks.first, first.kind == .heading,
      text(first.range, of: entry) == entry.title
    else { return blocks[...] }
    return blocks.dropFirst()
  }

  /// What stands before the text.
  private func searchLead(_ entry: PublishedEntry) -> [String] {
    [entry.common.summary?.value].compactMap(\.self).filter { !$0.isEmpty } + leads(of: entry)
  }
}

/// In bytes.
private let longestExcerpt = 150
/// In bytes; a word may cost no more.
private let longestText = 30_000

extension Prose.BlockKind {
  fileprivate var isRunningText: Bool {
    switch self {
    case .paragraph, .listItem, .quotation: true
    case .heading, .cell, .footnote, .code: false
    }
  }
}

extension String {
  /// At most so many bytes, cut after a word.
  fileprivate func cut(to limit: Int) -> String {
    guard utf8.count > limit else { return self }
    let head = String(decoding: utf8.prefix(limit), as: UTF8.self)
    let end = head.utf8.lastIndex(of: UInt8(ascii: " ")) ?? head.endIndex
    return String(head[..<end])
  }
}
