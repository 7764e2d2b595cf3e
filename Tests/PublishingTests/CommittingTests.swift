import Files
import TestSupport
import Testing

@testable import Publishing

@Suite("Keeping what was written")
struct CommittingTests {
  let repositories: Repositories

  init() throws { repositories = try Repositories.sent() }

  private func last(_ format: String) -> String {
    repositories.git("log", "-1", "--format=\(format)").trimmed
  }

  @Test("only the named files are committed; what else is changed or staged stays")
  func alone() async throws {
    for name in ["a", "b", "c", "gone"] { repositories.write("content/\(name).md", "1\n") }
    repositories.commit("Pages")
    repositories.write("content/a.md", "2\n")
    repositories.write("content/b.md", "staged\n")
    repositories.git("add", "content/b.md")
    repositories.write("content/b.md", "and changed again\n")
    repositories.write("content/c.md", "changed\n")
    repositories.write("content/new.md", "new\n")
    repositories.write("content/other.md", "other\n")
    _ = run("rm", "\(repositories.source)/content/gone.md")
    let commit = try await repositories.sender().commit(
      contentPaths("a.md", "gone.md", "new.md"), saying: "Minutes\n\nof Thursday")
    #expect(commit?.id == last("%H"))
    #expect(
      repositories.git("show", "--format=", "--name-status", "HEAD")
        == "M\tcontent/a.md\nD\tcontent/gone.md\nA\tcontent/new.md\n")
    #expect(repositories.status == "MM content/b.md\n M content/c.md\n?? content/other.md\n")
    #expect(repositories.git("show", ":content/b.md") == "staged\n")
    #expect(repositories.here("b.md") == "and changed again\n")
    #expect(
      repositories.git("log", "-1", "--format=%an <%ae> %cn%n%B").lines == [
        "Ada Okafor <ada@example.org> Ada Okafor", "Minutes", "of Thursday",
        "Saved-With: handbook desk",
      ])
  }

  @Test("a file that the user had staged in another state is committed as it is in the folder")
  func partlyStaged() async throws {
    repositories.write("content/a.md", "staged\n")
    repositories.git("add", "content/a.md")
    try await repositories.keep(["a.md": "typed\n"])
    #expect(repositories.git("show", "HEAD:content/a.md") == "typed\n")
    #expect(repositories.status == "")
  }

  @Test("where nothing differs, nothing is committed")
  func nothing() async throws {
    let head = last("%H")
    #expect(
      try await repositories.sender().commit(contentPaths("handbook.yml", "no.md"), saying: "x")
        == nil)
    #expect(last("%H") == head)
  }

  @Test("the first commit of a folder can be made")
  func unborn() async throws {
    let folder = "\(repositories.path)/unborn"
    repositories.git(in: repositories.path, "init", "--quiet", folder)
    repositories.git(in: folder, "config", "user.name", "Ada")
    repositories.git(in: folder, "config", "user.email", "ada@example.org")
    writeFile("\(folder)/content/a.md", Array("a".utf8))
    let commit = try await repositories.sender(folder).commit(contentPaths("a.md"), saying: "One")
    #expect(commit != nil)
    #expect(repositories.git(in: folder, "status", "--porcelain") == "")
  }

  @Test("line ends are kept in the history as git is set to keep them")
  func lineEnds() async throws {
    repositories.write("content/.gitattributes", "*.md text eol=crlf\n")
    repositories.commit("Attributes")
    try await repositories.keep(["a.md": "one\r\ntwo\r\n"])
    #expect(repositories.git("cat-file", "blob", "HEAD:content/a.md") == "one\ntwo\n")
    #expect(repositories.status == "")
    #expect(repositories.here("a.md") == "one\r\ntwo\r\n")
  }

  @Test("without a name of their own, nobody commits, and how to set it is told")
  func identity() async throws {
    repositories.git("config", "user.name", "")
    repositories.write("content/a.md", "a")
    let head = last("%H")
    let trouble = try await obstacle {
      _ = try await repositories.sender().commit(contentPaths("a.md"), saying: "x")
    }
    #expect(
      trouble == """
        git does not know in whose name to keep this; nothing was sent, and the files hold what \
        was typed
        help: once, in a terminal: git config --global user.name "Your Name" and git config \
        --global user.email you@example.org; both can be seen by whoever sees the repository
        """)
    #expect(last("%H") == head)
  }

  @Test("what is outside the content, ignored, or a link is refused")
  func refused() async throws {
    repositories.write(".gitignore", "secret.md\n")
    repositories.write("content/secret.md", "x")
    _ = run("ln", "-s", "/etc/passwd", "\(repositories.source)/content/link.md")
    let sender = try await repositories.sender()
    let state = "nothing was sent, and the files hold what was typed"
    #expect(
      try await obstacle { _ = try await sender.commit([RelativePath("x.md")], saying: "x") }
        == "'x.md' is not below content/; \(state)")
    #expect(
      try await obstacle { _ = try await sender.commit(contentPaths("secret.md"), saying: "x") }
        == "'content/secret.md' is to be left out, by a file .gitignore; \(state)")
    #expect(
      try await obstacle { _ = try await sender.commit(contentPaths("link.md"), saying: "x") }
        == "'content/link.md' is a symbolic link, not a file; \(state)")
  }

  @Test("hooks are not run, and a message of nothing or of odd characters is taken")
  func hooks() async throws {
    for name in ["pre-commit", "commit-msg", "reference-transaction", "post-commit"] {
      let hook = "\(repositories.source)/.git/hooks/\(name)"
      writeFile(hook, Array("#!/bin/sh\ntouch ran; exit 1\n".utf8))
      _ = run("chmod", "+x", hook)
    }
    try await repositories.keep(["a.md": "1"], saying: " \n\u{0}\n")
    #expect(last("%s") == "Change the handbook")
    try await repositories.keep(["a.md": "2"], saying: "-m --amend\u{1B}[0m `é`")
    #expect(last("%s") == "-m --amend[0m `é`")
    #expect(repositories.status == "")
  }

  @Test("a commit is signed where git is set to sign, and where it cannot be, nothing is kept")
  func signed() async throws {
    let program = "\(repositories.path)/sign"
    repositories.git("config", "commit.gpgsign", "true")
    repositories.git("config", "gpg.program", program)
    let works =
      "cat > /dev/null; echo >&2; echo '[GNUPG:] SIG_CREATED x' >&2; echo '-----BEGIN PGP SIGNATURE-----'"
    writeFile(program, Array("#!/bin/sh\n\(works)\n".utf8))
    _ = run("chmod", "+x", program)
    let commit = try await repositories.keep(["a.md": "1"])
    #expect(repositories.git("cat-file", "commit", commit.id).contains("\ngpgsig "))
    writeFile(program, Array("#!/bin/sh\necho 'no key' >&2; exit 1\n".utf8))
    repositories.write("content/a.md", "2")
    let trouble = try await obstacle {
      _ = try await repositories.sender().commit(contentPaths("a.md"), saying: "x")
    }
    #expect(
      trouble?.hasPrefix(
        "git is set to sign what is kept, and could not; nothing was sent, and the files hold "
          + "what was typed\n| error: gpg failed to sign the data") == true)
    #expect(last("%H") == commit.id)
  }

  @Test("an index that another git holds is waited for, then told")
  func locked() async throws {
    repositories.write("content/a.md", "1")
    let lock = "\(repositories.source)/.git/index.lock"
    writeFile(lock, [])
    let sender = try await repositories.sender()
    let trouble = try await obstacle(repositories) {
      _ = try await sender.commit(contentPaths("a.md"), saying: "x")
    }
    #expect(
      trouble == """
        another git is at work in this folder, or was cut short; nothing was sent, and the files \
        hold what was typed
        help: if no other program is using git here, delete the file ~/source/.git/index.lock, and \
        try again
        """)
    let release = Task {
      try await Task.sleep(for: .milliseconds(250))
      _ = run("rm", lock)
    }
    #expect(try await sender.commit(contentPaths("a.md"), saying: "x") != nil)
    try await release.value
  }

  @Test("cut short at any step, the repository is whole, and the next time is complete")
  func killed() async throws {
    repositories.write("content/staged.md", "staged")
    repositories.git("add", "content/staged.md")
    for step in SendingStep.allCases {
      let text = "\(step)"
      repositories.write("content/a.md", text)
      var sender = try await repositories.sender()
      sender.beforeStep = { (next) throws(PublishTrouble) in
        if next == step { throw .treeDiffers }
      }
      _ = try await obstacle { _ = try await sender.commit(contentPaths("a.md"), saying: text) }
      #expect(run("git", "-C", repositories.source, "fsck", "--strict").status == 0)
      #expect(repositories.here("a.md") == text)
      _ = try await repositories.sender().commit(contentPaths("a.md"), saying: text)
      #expect(repositories.git("show", "HEAD:content/a.md") == text)
      #expect(repositories.status == "A  content/staged.md\n")
    }
  }

  @Test("words of git about a disk become words about the disk, with what is where")
  func disk() {
    let words = [
      "fatal: Unable to create '/x/.git/index.lock': File exists.",
      "error: insufficient permission for adding an object to repository database .git/objects",
      "fatal: Unable to create '/x/.git/index.lock': Read-only file system",
      "fatal: cannot store pack file: No space left on device",
      "error: file write error: Disk quota exceeded",
    ]
    #expect(
      words.map { PublishTrouble.git("x", $0).telling(.written).message }
        == [
          "another git is at work in this folder, or was cut short",
          "git may not write its own files in this folder",
          "git may not write its own files in this folder", "the disk is full", "the disk is full",
        ].map { "\($0); nothing was sent, and the files hold what was typed" })
  }
}
