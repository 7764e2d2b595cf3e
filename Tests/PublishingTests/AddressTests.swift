import Testing

@testable import Publishing

@Suite("The address of a remote")
struct RemoteAddressTests {
  @Test(
    "pages of a git host are served at an address that its repository's tells",
    arguments: [
      ("https://github.com/Riverside/handbook.git", "https://riverside.github.io/handbook/"),
      ("git@github.com:riverside/handbook.git", "https://riverside.github.io/handbook/"),
      ("ssh://git@github.com:22/riverside/handbook", "https://riverside.github.io/handbook/"),
      ("ssh://git@ssh.github.com:443/riverside/handbook", "https://riverside.github.io/handbook/"),
      ("https://github.com/riverside/Riverside.github.io", "https://riverside.github.io/"),
      ("https://x-access-token:abcdef12@github.com/a/b.git", "https://a.github.io/b/"),
      ("https://gitlab.com/schools/maths/circle.git", "https://schools.gitlab.io/maths/circle/"),
      ("git@gitlab.com:schools/schools.gitlab.io.git", "https://schools.gitlab.io/"),
      ("https://codeberg.org/riverside/circle", "https://riverside.codeberg.page/circle/"),
      ("git@codeberg.org:riverside/pages.git", "https://riverside.codeberg.page/"),
    ])
  func pages(written: String, pages: String) {
    #expect(RemoteAddress(written)?.pagesAddress == pages)
  }

  @Test(
    "where nobody serves pages that are known, no address is told",
    arguments: [
      "/srv/git/site.git", "../site.git", "file:///srv/git/site.git", "https://git.example/a/b.git",
      "https://github.com/lonely", "git@github.com.evil.example:a/b.git",
    ])
  func unknown(written: String) {
    #expect(RemoteAddress(written) != nil)
    #expect(RemoteAddress(written)?.pagesAddress == nil)
  }

  @Test(
    "an address that git would start any program for is refused",
    arguments: [
      "ext::sh -c 'touch /tmp/x'", "fd::7", "--upload-pack=touch x", "-oProxyCommand=touch x",
      "ssh://-oProxyCommand=touch/x", "git@-oProxyCommand=touch:x", "-oProxyCommand=touch:x",
      "git://example.org/a.git", "ftp://example.org/a.git", "https://", "file://host/x", "",
      "https://example.org/a\nb", "transport::https://example.org/a",
    ])
  func hostile(written: String) {
    #expect(RemoteAddress(written) == nil)
  }

  @Test(
    "an address is shown without user, password, token or query",
    arguments: [
      (
        "https://ada:hunter22@example.org:8080/a/b.git?private_token=t0psecret#x",
        "https://example.org:8080/a/b.git"
      ),
      ("https://ghp_0123456789@github.com/a/b.git", "https://github.com/a/b.git"),
      ("git@github.com:a/b.git", "github.com:a/b.git"),
      ("ssh://ada@example.org/~/b.git", "ssh://example.org/~/b.git"),
      ("https://a:b@c:d@example.org/x", "https://example.org/x"),
    ])
  func shown(written: String, description: String) {
    #expect(RemoteAddress(written)?.description == description)
  }

  @Test("what git says is shown without anything secret of the address")
  func redaction() throws {
    let address = try #require(RemoteAddress("https://ada:hunter22@example.org/a.git?t=0psecret"))
    let redaction = Redaction([address])
    #expect(
      redaction.redacted(
        "fatal: unable to access 'https://ada:hunter22@example.org/a.git?t=0psecret/'")
        == "fatal: unable to access '…/'")
    #expect(redaction.redacted("bad password hunter22 for ada") == "bad password … for ada")
    #expect(redaction.redacted("at https://h/x?token=0psecret' or") == "at https://h/x' or")
    #expect(redaction.redacted("see https://other:token@host/x, ok") == "see https://host/x, ok")
  }

  @Test(
    "names of branches are held against git's own rules",
    arguments: [
      "-f", "--force", "a..b", "a b", "a~1", "a^", "a:b", "a?", "a*", "a[", "a\\b", "@", "@{-1}",
      "a@{1}",
      "HEAD", "a.lock", "a/", "/a", "a//b", ".a", "a/.b", "a.", "", "refs/heads/x", "a\u{7F}",
    ])
  func badBranch(name: String) {
    #expect(BranchName(name) == nil)
  }

  @Test("and so are ordinary ones", arguments: ["gh-pages", "pages", "site/2026", "v1.0", "a_b"])
  func goodBranch(name: String) {
    #expect(BranchName(name)?.reference == "refs/heads/\(name)")
  }

  @Test(
    "a remote is called by one plain word",
    arguments: ["--upload-pack=x", "ext::sh", "https://example.org", "a b", "", "../x.git", "-o"])
  func badRemote(name: String) {
    #expect(RemoteName(name) == nil)
  }
}
