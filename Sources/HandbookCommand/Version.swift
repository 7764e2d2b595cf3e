import Revision

/// The version of the tool.
enum Version {
  static let number = "0.1.0"

  /// With the commit that it was built from, where that is known: `0.1.0 (4188e35)`.
  static var text: String {
    let commit = String(cString: handbook_commit)
    return commit.isEmpty ? number : "\(number) (\(commit))"
  }
}
