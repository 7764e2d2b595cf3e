import Community
import Markup

// MARK: `![[picture.png|300]]`, `[[Note#Heading|label]]`

extension LinkFixing {
  mutating func embed(at index: Int) -> Int? {
    guard bytes[index...].starts(with: "![[".utf8), let close = closing("]]", index + 3),
      close - index <= longestDestination
    else { return nil }
    let parts = parts(in: (index + 3)..<close)
    let target = parts.first ?? ""
    // A number says how wide it is.
    let words = parts.dropFirst().first {
      !$0.isEmpty && !$0.utf8.allSatisfy { $0 &- 0x30 < 10 || $0 == 0x78 }
    }
    let stem = target.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? ""
    switch resolveName(target) {
    case .path(let path):
      fixed += 1
      let mark = path.isPicture ? "!" : ""
      output += "\(mark)[\((words ?? stem).asLabel)](\(path.asDestination))".utf8
    case .entry(let id, _, _):
      fixed += 1
      notes.append("'\(target)' was shown inside the page, and is now a link")
      output += "[[\(id)]]".utf8
    case .list, .elsewhere, .unknown:
      owe(target.isPicture ? .missingPicture : .deadLink, words ?? "", "![[\(target)]]")
      if let words { output += "*\(words)*".utf8 }
    }
    return close + 2
  }

  mutating func wikiLink(at index: Int) -> Int? {
    guard bytes[index...].starts(with: "[[".utf8), let close = closing("]]", index + 2),
      close - index <= longestDestination
    else { return nil }
    let parts = parts(in: (index + 2)..<close)
    guard let whole = parts.first, !whole.isEmpty else { return nil }
    let cut = whole.firstIndex(of: "#") ?? whole.endIndex
    let target = whole[..<cut].trimmed
    let fragment = String(whole[cut...].dropFirst())
    let label = parts.count > 1 && !parts[1].isEmpty ? parts[1] : nil
    output += name(target, fragment, label, whole).utf8
    return close + 2
  }

  private mutating func name(
    _ target: String, _ fragment: String, _ written: String?, _ whole: String
  ) -> String {
    let label = written ?? whole.asWords
    if target.isEmpty {
      guard let anchor = anchor(nil, fragment) else {
        owe(.deadLink, label, "[[\(whole)]]")
        return label
      }
      fixed += 1
      return "[\(label)](#\(anchor))"
    }
    switch resolveName(target) {
    case .entry(let id, let path, _):
      fixed += 1
      if id.kind == .member { return "@\(id.name)" }
      let address = address(id, path, fragment)
      // A shortcode says only where it leads: the title is shown.
      if written == nil, fragment.isEmpty, generator != .obsidian { return "[[\(id)]]" }
      // A bar would part the cells of a table.
      if isInTable || address.contains("#") {
        return "[\(label.asLabel)](\(address.asDestination))"
      }
      return "[[\(id)|\(label)]]"
    case .path(let path):
      fixed += 1
      return "[\(label)](\(path.asDestination))"
    case .list: return label
    case .elsewhere, .unknown:
      owe(.deadLink, label, "[[\(whole)]]")
      return label
    }
  }

  /// Parted at its bars, which a table needs a backslash before.
  private func parts(in range: Range<Int>) -> [String] {
    String(decoding: bytes[range], as: UTF8.self)
      .split(separator: "|", omittingEmptySubsequences: false)
      .map { part in
        let text = part.trimmed
        return text.hasSuffix("\\") ? String(text.dropLast()).trimmed : text
      }
  }

  /// Whether the line is a row of a table.
  private var isInTable: Bool {
    let line = output.reversed().prefix(longestDestination).prefix { $0 != 0x0A }
    return line.contains(UInt8(ascii: "|"))
  }
}

extension String {
  /// Whether a file is a picture, by its ending.
  var isPicture: Bool {
    let ending = split(separator: ".").last?.lowercased() ?? ""
    return ["png", "jpg", "jpeg", "gif", "webp", "svg", "avif", "bmp"].contains(ending)
  }

  /// A name and a place in it, as words: `Note#Heading` is `Note > Heading`, without the name of a
  /// line.
  fileprivate var asWords: String {
    let parts = split(separator: "#").map(\.trimmed).filter { !$0.isEmpty && !$0.hasPrefix("^") }
    return parts.isEmpty ? self : parts.joined(separator: " > ")
  }
}
