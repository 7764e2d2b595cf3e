import Hosting

/// What tells a git host to check and publish a handbook, and what forms it offers.
struct Recipe {
  let host: GitHost
  let tool: ToolSource
  /// The repository that is published to, if it is another.
  var target: String?
  var forms: [Form] = []

  /// A file, and what the host reads in it.
  struct File: Equatable {
    let path: String
    let text: String
  }

  /// The file that checks and publishes first, then what the forms need.
  var files: [File] {
    switch host {
    case .gitHub:
      [File(path: ".github/workflows/handbook.yml", text: github)]
        + forms.map { File(path: ".github/workflows/\($0.id).yml", text: gitHub($0)) }
    case .gitLab: [File(path: ".gitlab-ci.yml", text: gitlab)]
    case .codeberg:
      [File(path: ".woodpecker/handbook.yml", text: woodpecker)]
        + forms.map { File(path: ".forgejo/workflows/\($0.id).yml", text: forgejo($0)) }
    }
  }

  /// The lines of a script, each further in than the key that it belongs to.
  static func indented(_ script: String, by columns: Int) -> String {
    let margin = String(repeating: " ", count: columns)
    return script.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : margin + $0 }.joined(separator: "\n")
  }

  /// The lines of a script as a list of commands.
  static func listed(_ script: String, by columns: Int) -> String {
    let margin = String(repeating: " ", count: columns)
    return script.split(separator: "\n").map { "\(margin)- \($0)" }.joined(separator: "\n")
  }
}
