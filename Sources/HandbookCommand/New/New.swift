import ArgumentParser

/// `handbook new`: writes files to start from.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write files to start from: a site, an entry, what a git host needs.",
    subcommands: [NewSite.self, NewEntry.self, ContinuousIntegration.self],
    defaultSubcommand: NewEntry.self)
}
