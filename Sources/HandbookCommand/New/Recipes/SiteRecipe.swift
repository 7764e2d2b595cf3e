import Files

/// A recipe of `handbook new ci`, by which the git host builds the pages of a site itself.
enum SiteRecipe {
  /// Whether a site has one.
  static func isIn(_ site: String) -> Bool {
    paths.contains { path in
      (try? LocalFileTree(site).bytes(of: path, atMost: 1024 * 1024)) != nil
    }
  }

  private static let paths = [
    RelativePath(fixed: ".github/workflows/handbook.yml"),
    RelativePath(fixed: ".gitlab-ci.yml"),
    RelativePath(fixed: ".forgejo/workflows/handbook.yml"),
  ]
}
