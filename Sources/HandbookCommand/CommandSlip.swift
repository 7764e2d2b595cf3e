import ArgumentParser
import Community
import Diagnostics
import Files

/// A command that was mistyped in a way whose remedy is known, looked for before the arguments are
/// read.
struct CommandSlip {
  let failure: Failure

  /// `words` are the arguments as they were written.
  init?(_ words: [String]) {
    guard let first = words.first, !first.hasPrefix("-") else { return nil }
    let commands = Handbook.names
    guard commands.contains(first) else {
      self.init(unknown: first, among: commands, behind: "handbook")
      return
    }
    guard words.count > 1 else { return nil }
    let rest = Array(words.dropFirst())
    switch first {
    case "new": self.init(new: rest)
    case "import": self.init(import: rest)
    default: return nil
    }
  }

  private init?(new words: [String]) {
    let kinds = EntryKind.allCases.flatMap { [$0.rawValue, $0.folder] }
    guard let first = words.first, !first.hasPrefix("-") else { return nil }
    guard (kinds + New.names).contains(first) else {
      self.init(
        unknown: first, among: EntryKind.allCases.map(\.rawValue) + New.names,
        behind: "handbook new")
      return
    }
    guard first != "site", first != "ci",
      let place = words.firstIndex(where: { $0 == "--name" || $0.hasPrefix("--name=") })
    else { return nil }
    let isJoined = words[place] != "--name"
    let name = isJoined ? String(words[place].dropFirst(7)) : words.dropFirst(place + 1).first
    self.init(
      failure: Failure(
        message: "'handbook new \(first)' has no --name",
        hint: "write --title \((name ?? "The title").quotedForShell)"))
  }

  private init?(import words: [String]) {
    guard let first = words.first, !first.hasPrefix("-"), !Import.names.contains(first),
      !Self.isFolder(first)
    else { return nil }
    self.init(unknown: first, among: Import.names, behind: "handbook import")
  }

  /// Whether a word is a folder that can be imported, or was meant as one.
  private static func isFolder(_ word: String) -> Bool {
    word.contains("/") || word == "." || word == ".." || (try? LocalFileTree(word)) != nil
  }

  private init(unknown word: String, among known: [String], behind lead: String) {
    self.init(
      failure: Failure(
        message: "there is no '\(lead) \(word.quotedInput)'",
        hint: NearMiss.nearest(to: word, among: known).map { "did you mean '\(lead) \($0)'?" }
          ?? "there is: \(known.joined(separator: ", "))"))
  }

  private init(failure: Failure) { self.failure = failure }
}

extension ParsableCommand {
  /// What the subcommands are called.
  fileprivate static var names: [String] {
    configuration.subcommands.map { $0._commandName } + ["help"]
  }
}
