import ArgumentParser

/// `handbook new`: writes files to start from.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write files to start from.", subcommands: [ContinuousIntegration.self])
}
