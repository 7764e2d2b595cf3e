import Hosting
import Testing

@testable import Publishing

@Suite("What hosts say of a push")
struct HostWordsTests {
  @Test(
    "why a host refuses is read from its own words",
    arguments: [
      ("!\trefs/heads/main:refs/heads/main\t[rejected] (fetch first)", PushRefusal.behind),
      ("! [rejected] main -> main (non-fast-forward)", .behind),
      ("remote: error: GH006: Protected branch update failed for refs/heads/main.", .protected),
      (
        "remote: error: GH013: Repository rule violations found\nremote: - Changes must be made through a pull request.",
        .protected
      ),
      (
        "remote: GitLab: You are not allowed to push code to protected branches on this project.\n ! [remote rejected] main -> main (pre-receive hook declined)",
        .protected
      ),
      ("remote: Forgejo: Not allowed to push to protected branch main", .protected),
      (
        "remote: Branch refs/heads/main can only be modified through pull requests.", .protected
      ),
      ("! [remote rejected] main -> main (pre-receive hook declined)", .protected),
      (
        "remote: error: GH001: Large files detected.\n! [remote rejected] (pre-receive hook declined)",
        .other
      ),
      (
        "remote: error: GH013: Repository rule violations\nremote: - Push cannot contain secrets",
        .other
      ),
      (
        "remote: GitLab: LFS objects are missing.\n! [remote rejected] (pre-receive hook declined)",
        .other
      ),
      (
        "fatal: could not read Username for 'https://github.com': terminal prompts disabled",
        .signIn
      ),
      ("remote: HTTP Basic: Access denied.", .signIn),
      ("git@codeberg.org: Permission denied (publickey).", .signIn),
      ("Host key verification failed.", .signIn),
      (
        "remote: Permission to a/b.git denied to ada.\nfatal: unable to access 'https://github.com/a/b.git/': The requested URL returned error: 403",
        .noRight
      ),
      ("remote: You are not allowed to push code to this project.", .noRight),
      ("remote: The key you are authenticating with has been marked as read only.", .noRight),
      ("remote: Repository not found.", .notFound),
      ("fatal: unable to access: Could not resolve host: github.com", .unreachable),
      ("something new", .other),
    ])
  func refusals(words: String, refusal: PushRefusal) {
    #expect(PushRefusal(words) == refusal)
  }

  @Test(
    "a proposal is opened on a page that the host's kind tells",
    arguments: [
      (
        "git@github.com:riverside/circle.git",
        "https://github.com/riverside/circle/compare/main...desk/2026-11-30-a?expand=1"
      ),
      (
        "ssh://git@ssh.github.com:443/riverside/circle.git",
        "https://github.com/riverside/circle/compare/main...desk/2026-11-30-a?expand=1"
      ),
      (
        "https://ada:secret1@gitlab.com/schools/maths/circle.git",
        "https://gitlab.com/schools/maths/circle/-/merge_requests/new?merge_request%5Bsource_branch%5D=desk%2F2026-11-30-a&merge_request%5Btarget_branch%5D=main"
      ),
      (
        "https://gitlab.example.org:8443/a/b",
        "https://gitlab.example.org:8443/a/b/-/merge_requests/new?merge_request%5Bsource_branch%5D=desk%2F2026-11-30-a&merge_request%5Btarget_branch%5D=main"
      ),
      (
        "https://codeberg.org/riverside/circle",
        "https://codeberg.org/riverside/circle/compare/main...desk/2026-11-30-a"
      ),
      (
        "git@bitbucket.org:riverside/circle.git",
        "https://bitbucket.org/riverside/circle/pull-requests/new?source=desk%2F2026-11-30-a&dest=main"
      ),
    ])
  func proposals(remote: String, page: String) {
    #expect(
      RemoteAddress(remote)?.hosted?.proposing("desk/2026-11-30-a", into: "main") == page)
  }

  @Test(
    "where no host is known, there is no such page",
    arguments: ["/srv/git/site.git", "file:///srv/site.git", "https://git.example/a/b.git"])
  func unknown(remote: String) {
    #expect(RemoteAddress(remote)?.hosted?.proposing("desk/a", into: "main") == nil)
  }

  @Test("a host that is not known may tell the page itself, but only one of its own")
  func told() {
    let address = RemoteAddress("ssh://git@git.example:2222/a/b.git")
    let words = """
      remote:
      remote: Visit https://evil.example/x or http://git.example/plain
      remote: Create a pull request: https://git.example/a/b/compare/main...desk%2Fx?a=1
      """
    #expect(address?.link(in: words) == "https://git.example/a/b/compare/main...desk%2Fx?a=1")
    for hostile in [
      "remote: https://git.example.evil.example/x", "remote: https://ada@git.example/x",
      "https://git.example/not-from-the-host", "remote: https://git.example/\"><script>",
    ] {
      #expect(address?.link(in: hostile) == nil, "\(hostile)")
    }
  }
}
