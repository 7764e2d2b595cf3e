import Files

/// What tells a git host to check and publish a handbook.
struct Recipe {
  enum Host: String, CaseIterable {
    case github, gitlab, codeberg
  }

  let host: Host
  /// The repository of handbook itself.
  let tool: String
  /// The commit, tag or branch of it.
  let revision: String
  /// The repository that is published to, if it is another.
  let target: String?

  /// Where the host looks for it.
  var path: RelativePath {
    switch host {
    case .github: RelativePath(fixed: ".github/workflows/handbook.yml")
    case .gitlab: RelativePath(fixed: ".gitlab-ci.yml")
    case .codeberg: RelativePath(fixed: ".woodpecker/handbook.yml")
    }
  }

  var text: String {
    switch host {
    case .github: github
    case .gitlab: gitlab
    case .codeberg: codeberg
    }
  }

  /// The toolchain that builds handbook.
  static let image = "swift:6.3.1-noble"

  /// The lines of a script, each further in than the key that it belongs to.
  static func indented(_ script: String, by columns: Int) -> String {
    let margin = String(repeating: " ", count: columns)
    return script.split(separator: "\n").map { margin + $0 }.joined(separator: "\n")
  }

  /// The lines of a script as a list of commands.
  static func listed(_ script: String, by columns: Int) -> String {
    let margin = String(repeating: " ", count: columns)
    return script.split(separator: "\n").map { "\(margin)- \($0)" }.joined(separator: "\n")
  }

  /// Builds the command from source, in a place that no proposed change can have written to.
  var buildingTool: String {
    """
    apt-get update -qq
    apt-get install -y -qq git libcmark-dev openssh-client pkg-config
    git init --quiet /opt/handbook
    git -C /opt/handbook fetch --quiet --depth=1 \(tool) \(revision)
    git -C /opt/handbook checkout --quiet FETCH_HEAD
    swift build --package-path /opt/handbook --configuration release --product handbook
    """
  }

  static let command = "/opt/handbook/.build/release/handbook"
}
