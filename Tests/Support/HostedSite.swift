/// A site in a git repository of its own, with a bare one to publish to beside its content.
package struct HostedSite {
  package let site: SiteOnDisk
  package var remote: String { "\(site.path)/remote.git" }

  package init(_ files: [String: String] = [:]) throws {
    site = try SiteOnDisk(
      ["successes/a.md": "---\ndate: 2026-01-15\n---\n# One\n\nText.\n"].merging(files) { $1 })
    git("init", "--quiet", "--initial-branch=main")
    git("init", "--quiet", "--bare", "remote.git")
    git("remote", "add", "origin", remote)
    commit()
  }

  @discardableResult
  package func git(_ arguments: String...) -> String {
    let identity = ["-C", site.path, "-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
    return run("git", arguments: identity + arguments).output
  }

  package func commit() {
    git("add", "content")
    git("commit", "--quiet", "-m", "A commit")
  }

  package func publish(_ arguments: String..., variables: [String] = []) -> Ending {
    site.handbook(
      ["publish", "--today", "2026-03-01"] + arguments, variables: variables)
  }

  /// Every file of the branch with the id of its bytes, as `git ls-tree -r` tells them.
  package var published: [String: String] {
    var files: [String: String] = [:]
    for line in git("--git-dir", remote, "ls-tree", "-r", "-z", "gh-pages").split(separator: "\0") {
      let parts = line.split(separator: "\t")
      files[String(parts[1])] = String(parts[0].split(separator: " ")[2])
    }
    return files
  }

  /// Every file of the branch with its bytes, by path.
  package var publishedFiles: [String: [UInt8]] {
    let folder = "./clone-\(UInt32.random(in: 0 ... .max))"
    git("clone", "--quiet", "--branch", "gh-pages", remote, folder)
    return site.files(in: folder).filter { !$0.key.hasPrefix(".git/") }
  }

  package func text(_ path: String) -> String {
    git("--git-dir", remote, "cat-file", "blob", "gh-pages:\(path)")
  }
}
