import Community
import Text

/// The members of the site, by what people call them in lists and minutes: the whole name, or the
/// given or family name where only one member has it.
struct MemberDirectory: Sendable {
  private var whole: [String: Set<String>] = [:]
  private var parts: [String: Set<String>] = [:]
  private var initials: [String: Set<String>] = [:]
  private(set) var ids: Set<String> = []

  /// Notes a member under a name, and under their id.
  mutating func add(id: String, named name: String?) {
    ids.insert(id)
    whole[id, default: []].insert(id)
    guard let name, let slug = Slug.of(name) ?? Slug.ofTag(name) else { return }
    whole[slug, default: []].insert(id)
    let words = slug.split(separator: "-").map(String.init).filter { !titles.contains($0) }
    whole[words.joined(separator: "-"), default: []].insert(id)
    guard let first = words.first, let last = words.last else { return }
    parts[first, default: []].insert(id)
    parts[last, default: []].insert(id)
    if words.count > 1 {
      initials[words.compactMap(\.first).map(String.init).joined(), default: []].insert(id)
    }
  }

  /// The member whom somebody's words mean; `nil` where they mean nobody, or could mean several.
  func id(of written: String) -> String? {
    let text = written.trimmed
    guard let slug = Slug.of(text) ?? Slug.ofTag(text) else { return nil }
    if let found = only(whole[slug]) { return found }
    let words = slug.split(separator: "-").map(String.init).filter { !titles.contains($0) }
    if words.count > 1 {
      let turned = words.dropFirst() + words.prefix(1)
      return only(whole[words.joined(separator: "-")]) ?? only(whole[turned.joined(separator: "-")])
    }
    guard let word = words.first else { return nil }
    if let found = only(parts[word]) { return found }
    let isInitials = (2...3).contains(text.count) && text == text.uppercased()
    return isInitials ? only(initials[word]) : nil
  }

  private func only(_ ids: Set<String>?) -> String? { ids?.count == 1 ? ids?.first : nil }
}

private let titles: Set<String> = [
  "dr", "prof", "mr", "mrs", "ms", "miss", "mx", "herr", "frau", "mme", "m", "sr", "sra",
]
