import Community
import Text

/// A licence in people's own words.
enum LicenceWords {
  /// As it is written here; `nil` for words that say nothing certain, such as "free to use".
  static func licence(_ written: String) -> String? {
    let text = written.onOneLine
    if Licence(text) != nil { return text }
    let words = text.foldedForComparison.split { !$0.isLetter && !$0.isNumber && $0 != "." }
      .map(String.init)
    if words.contains("creativecommons.org"), let found = ofDeed(text) { return found }
    let joined = words.joined(separator: " ")
    if joined.contains("all rights reserved") || text.contains("©") || joined.hasPrefix("copyright")
    {
      return "all-rights-reserved"
    }
    if joined.contains("open government licence") || joined.contains("open government license") {
      return "ogl-3"
    }
    return spelledOut(words)
  }

  /// Of the address of a deed: `https://creativecommons.org/licenses/by-sa/4.0/`.
  private static func ofDeed(_ text: String) -> String? {
    let parts = text.split(separator: "/").map(String.init)
    guard let index = parts.firstIndex(where: { ["licenses", "publicdomain"].contains($0) }),
      index + 1 < parts.count
    else { return nil }
    let version = index + 2 < parts.count ? parts[index + 2] : "4.0"
    let name = parts[index + 1] == "zero" ? "cc0" : "cc-\(parts[index + 1])"
    let found = "\(name)-\(version)"
    return Licence(found) == nil ? nil : found
  }

  /// Of a name in words: `Creative Commons Attribution-ShareAlike 4.0 International`.
  private static func spelledOut(_ words: [String]) -> String? {
    guard words.contains("attribution"), words.contains("creative") || words.contains("cc") else {
      return nil
    }
    var parts = ["cc", "by"]
    if words.contains("noncommercial") || words.contains("commercial") { parts.append("nc") }
    if words.contains("noderivatives") || words.contains("noderivs")
      || words.contains("derivatives")
    {
      parts.append("nd")
    } else if words.contains("sharealike") || words.contains("alike") {
      parts.append("sa")
    }
    if let version = words.first(where: { ["4.0", "3.0", "2.5", "2.0", "1.0"].contains($0) }) {
      parts.append(version)
    }
    let found = parts.joined(separator: "-")
    return Licence(found) == nil ? nil : found
  }
}
