import Community
import Diagnostics

/// Which rows of a table are of one person, and whose names several people have.
struct RepeatedPeople {
  /// The rows that a later one stands for, by number: the number of that one.
  private(set) var replaced: [Int: Int] = [:]
  /// The names, as ids have them, of several people.
  private(set) var namesakes: Set<String> = []

  /// Two rows are of one person where their addresses are the same and the names share a word, or,
  /// in the answers to a form, where the names are the same and no addresses tell them apart.
  ///
  /// - Parameter day: When a row was sent in, as numbers that compare.
  init(_ rows: [TableRow], isForm: Bool, isBefore: (TableRow, TableRow) -> Bool) {
    var last: [String: TableRow] = [:]
    for row in rows {
      guard let name = row.personName, let slug = Slug.of(name) ?? Slug.ofTag(name) else {
        continue
      }
      guard let key = Self.key(row, slug, isForm: isForm) else { continue }
      if let other = last[key], Self.isOne(other, row) {
        let isLater = !isBefore(row, other)
        replaced[isLater ? other.number : row.number] = isLater ? row.number : other.number
        if isLater { last[key] = row }
      } else {
        last[key] = row
      }
    }
    var seen: Set<String> = []
    for row in rows where replaced[row.number] == nil {
      guard let slug = row.personName.flatMap({ Slug.of($0) }) else { continue }
      if !seen.insert(slug).inserted { namesakes.insert(slug) }
    }
    // Of three answers the first is replaced by the last.
    for (number, next) in replaced {
      var end = next
      while let further = replaced[end], further != end { end = further }
      replaced[number] = end
    }
  }

  private static func key(_ row: TableRow, _ slug: String, isForm: Bool) -> String? {
    if let mail = row.mail { return "mail \(mail)" }
    return isForm ? "name \(slug)" : nil
  }

  private static func isOne(_ first: TableRow, _ second: TableRow) -> Bool {
    let words = [first, second].map { row in
      Set((row.personName ?? "").lowercased().split(separator: " "))
    }
    return !words[0].isDisjoint(with: words[1])
  }
}
