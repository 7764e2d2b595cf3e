/// The menu that a new handbook begins with.
package enum StarterMenu {
  /// Settings without it; a menu that somebody wrote stays.
  package static func removed(from settings: String) -> String {
    let lines = settings.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.filter { $0 != line }.joined(separator: "\n")
  }
}

private let line: Substring = {
  let settings = SiteStart(blankIn: .english).settings
  return settings.split(separator: "\n").first { $0.hasPrefix("navigation:") } ?? "navigation:"
}()
