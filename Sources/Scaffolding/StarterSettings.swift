import Dates

/// The settings of a handbook, of which those are replaced that say what a new one begins with.
///
/// It works line by line, so that notes and whatever somebody wrote stay as they are.
package struct StarterSettings: Sendable {
  private var lines: [String]

  package init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  package var text: String { lines.joined(separator: "\n") }

  /// Sets a key, unless somebody has written something else there; whether it was set.
  ///
  /// - Parameter written: The lines, such as `tagline: Teachers who meet`; `nil` takes the key out.
  @discardableResult
  package mutating func set(_ key: String, _ written: String?) -> Bool {
    let new = written.map { $0.split(separator: "\n").map(String.init) } ?? []
    if let block = block(of: key, in: lines) {
      guard isStarter(key, Array(lines[block])) else { return false }
      lines.replaceSubrange(block, with: new)
    } else if let note = lines.firstIndex(where: { $0.hasPrefix("# \(key):") }) {
      guard !new.isEmpty else { return false }
      lines.replaceSubrange(note...note, with: new)
    } else {
      guard !new.isEmpty else { return false }
      let end = lines.last == "" ? lines.count - 1 : lines.count
      lines.insert(contentsOf: new, at: end)
    }
    return true
  }

  private func isStarter(_ key: String, _ block: [String]) -> Bool {
    let value = block.first.map { $0.dropFirst(key.utf8.count + 1).filter { $0 != " " } }
    if let usual = usualAnswers[key] { return block.count == 1 && value == usual }
    guard let start = self.block(of: key, in: startingLines) else { return false }
    return Array(startingLines[start]) == block
  }

  /// The lines of a key: its own, and those below it that are indented.
  private func block(of key: String, in lines: [String]) -> Range<Int>? {
    guard let start = lines.firstIndex(where: { $0.hasPrefix("\(key):") }) else { return nil }
    let rest = lines[(start + 1)...]
    let end = rest.firstIndex { $0.first != " " && $0.first != "\t" } ?? lines.count
    return start..<end
  }
}

/// What stands in new settings where nobody has answered the question.
private let usualAnswers = ["language": "en", "timezone": "UTC", "name": "Ourhandbook"]

private let startingLines: [String] = {
  let site = SiteStart(
    name: "", language: "en", timeZone: "UTC", today: CalendarDate(daysSince1970: 20_000))
  let settings = site.files.first { $0.path == "content/handbook.yml" }?.text ?? ""
  return settings.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
}()
