import Files
import TestSupport
import Testing

@testable import Publishing

@Suite("Sending what was kept")
struct SendingTests {
  let repositories: Repositories

  init() throws { repositories = try Repositories.sent() }

  @Test("what is kept here is sent, and counts as online")
  func sent() async throws {
    let first = try await repositories.keep(["a.md": "1"])
    let second = try await repositories.keep(["a.md": "2"])
    let sent = try await repositories.send()
    #expect(sent.commits == [second, first])
    #expect(sent.proposal == nil && sent.received == [])
    #expect(sent.place == "'main' of \(repositories.remote)")
    #expect(repositories.online("a.md") == "2")
    #expect(try await repositories.sender().standing() == .online)
    #expect(try await repositories.send().commits == [])
  }

  @Test("a branch that was never sent is made at the host")
  func first() async throws {
    repositories.git("switch", "--quiet", "--create", "circle/täglich")
    try await repositories.keep(["a.md": "1"])
    _ = try await repositories.send()
    #expect(repositories.online("a.md", branch: "circle/täglich") == "1")
    #expect(try await repositories.sender().standing() == .online)
  }

  @Test("where others have changed other files, both are online and here afterwards")
  func joined() async throws {
    repositories.write("content/open.md", "open")
    repositories.commit("Open")
    repositories.git("push", "--quiet")
    repositories.changeRemote(
      ["content/theirs.md": "theirs", "content/open.md": nil], branch: "main")
    try await repositories.keep(["a.md": "1"], saying: "One")
    try await repositories.keep(["a.md": "2", "b.md": "2"], saying: "Two")
    repositories.write("content/handbook.yml", plainSettings + "# typed\n")
    repositories.write("content/staged.md", "staged")
    repositories.git("add", "content/staged.md")
    let sent = try await repositories.send()
    #expect(sent.received == ["content/open.md", "content/theirs.md"])
    #expect(sent.commits.count == 2)
    #expect(repositories.online("theirs.md") == "theirs")
    #expect(repositories.online("b.md") == "2")
    #expect(repositories.here("theirs.md") == "theirs")
    #expect(repositories.here("open.md") == "(none)")
    #expect(repositories.here("handbook.yml") == plainSettings + "# typed\n")
    #expect(repositories.status == " M content/handbook.yml\nA  content/staged.md\n")
    #expect(
      repositories.git(in: repositories.remote, "log", "--format=%an %s", "main")
        == "Ada Okafor Two\nAda Okafor One\nAda By hand\nAda Open\nAda First\n")
    #expect(repositories.isSound)
  }

  @Test("where others have changed the same file, it is named, and both versions are kept")
  func sameFile() async throws {
    try await repositories.keep(["a.md": "old", "b.md": "old"])
    _ = try await repositories.send()
    repositories.changeRemote(["content/a.md": "theirs", "content/c.md": "c"], branch: "main")
    let tip = repositories.tip("main")
    let mine = try await repositories.keep(["a.md": "mine", "b.md": "mine"])
    let before = try repositories.possessions()
    let trouble = try await obstacle { _ = try await repositories.send() }
    #expect(
      trouble == """
        somebody else has changed 'content/a.md' too; what was typed is kept here, and is not online
        help: both versions are kept: theirs is online, yours is here; send yours as a proposal, \
        or compare them with whoever changed it
        """)
    #expect(repositories.tip("main") == tip)
    #expect(repositories.git("rev-parse", "HEAD").trimmed == mine.id)
    #expect(try repositories.possessions() == before)
    let sent = try await repositories.send(.proposal("2026-11-30 Änderung: a"))
    #expect(sent.proposal?.branch == "desk/2026-11-30-nderung-a")
    #expect(repositories.online("a.md", branch: "desk/2026-11-30-nderung-a") == "mine")
  }

  @Test("the same change on both sides is no quarrel")
  func alike() async throws {
    repositories.changeRemote(["content/a.md": "alike"], branch: "main")
    try await repositories.keep(["a.md": "alike"])
    _ = try await repositories.send()
    #expect(repositories.length("main") == 2)
    #expect(try await repositories.sender().standing() == .online)
    #expect(repositories.status == "")
  }

  @Test("a commit that the desk did not make is never rebuilt, and is named")
  func ownCommits() async throws {
    repositories.changeRemote(["content/theirs.md": "theirs"], branch: "main")
    repositories.write("content/own.md", "own")
    repositories.commit("By the user")
    try await repositories.keep(["a.md": "1"])
    let trouble = try await obstacle { _ = try await repositories.send() }
    #expect(
      trouble == """
        others have sent something, and there are commits here that the desk did not make; \
        what was typed is kept here, and is not online
        | By the user
        help: ask whoever knows git: in a terminal in this folder, git pull --rebase, then send again
        """)
  }

  @Test("what others changed is not written over what is typed and not sent")
  func changedHere() async throws {
    repositories.changeRemote(
      ["content/handbook.yml": plainSettings + "# theirs\n", "content/new.md": "theirs"],
      branch: "main")
    let tip = repositories.tip("main")
    try await repositories.keep(["a.md": "1"])
    repositories.write("content/handbook.yml", plainSettings + "# typed\n")
    repositories.write("content/new.md", "typed")
    let trouble = try await obstacle { _ = try await repositories.send() }
    #expect(
      trouble == """
        somebody else has changed 'content/handbook.yml', 'content/new.md', which is changed here \
        too and was not to be sent; what was typed is kept here, and is not online
        help: send these changes too, or take them back, and send again
        """)
    #expect(repositories.here("new.md") == "typed")
    #expect(repositories.tip("main") == tip)
  }

  @Test("a protected branch gets a proposal, once, and its branch is told")
  func protected() async throws {
    repositories.refuse("refs/heads/main", saying: "GL-HOOK-ERR: protected branch")
    try await repositories.keep(["a.md": "1"])
    let sent = try await repositories.send(.directly(otherwiseAs: "2026-11-30-minutes"))
    #expect(sent.proposal == Proposal(branch: "desk/2026-11-30-minutes", address: nil))
    #expect(
      try await repositories.sender().standing()
        == .proposed(branch: "desk/2026-11-30-minutes", 1))
    #expect(try await repositories.send(.proposal("other")).proposal == sent.proposal)
    try await repositories.keep(["a.md": "2"])
    let next = try await repositories.send(.directly(otherwiseAs: "2026-11-30-minutes"))
    #expect(next.proposal?.branch == "desk/2026-11-30-minutes-2")
    #expect(repositories.online("a.md", branch: "desk/2026-11-30-minutes") == "1")
  }

  @Test("a proposal that was taken over is online, be it merged or put into one commit")
  func takenOver() async throws {
    try await repositories.keep(["a.md": "1"])
    try await repositories.keep(["a.md": "2"])
    _ = try await repositories.send(.proposal("x"))
    repositories.changeRemote(["content/a.md": "2"], branch: "main")
    #expect(try await repositories.sender().receive() == [])
    #expect(try await repositories.sender().standing() == .online)
    #expect(repositories.status == "")
    try await repositories.keep(["a.md": "3"])
    _ = try await repositories.send()
    #expect(repositories.online("a.md") == "3")
  }

  @Test("a host that refuses every branch is told in its own words")
  func refused() async throws {
    repositories.refuse("*", saying: "GH001: Large files detected")
    try await repositories.keep(["a.md": "1"])
    let trouble = try await obstacle(repositories) { _ = try await repositories.send() }
    #expect(
      trouble?.hasPrefix(
        """
        the host did not take it for 'main' of ~/remote.git; what was typed is kept here, and is \
        not online
        | remote: GH001: Large files detected
        """) == true)
    #expect(trouble?.hasSuffix("help: see what the host says, and send again") == true)
    #expect(try await repositories.sender().standing() == .unsent(1))
  }

  @Test("a key that the host does not know is told, and ssh is never let ask")
  func key() async throws {
    let folder = "\(repositories.path)/bin"
    writeFile(
      "\(folder)/ssh",
      Array(
        "#!/bin/sh\necho \"$@\" >> '\(folder)/asked'\necho 'git@gitlab.com: Permission denied (publickey).' >&2\nexit 255\n"
          .utf8))
    _ = run("chmod", "+x", "\(folder)/ssh")
    repositories.git("config", "core.sshCommand", "\(folder)/ssh -i key")
    repositories.git("remote", "set-url", "origin", "git@gitlab.com:riverside/circle.git")
    try await repositories.keep(["a.md": "1"])
    let trouble = try await obstacle { _ = try await repositories.send() }
    #expect(
      trouble?.hasPrefix(
        "the host of 'main' of gitlab.com:riverside/circle.git does not know who is asking; "
          + "what was typed is kept here, and is not online\n"
          + "| git@gitlab.com: Permission denied (publickey).") == true)
    #expect(
      trouble?.hasSuffix(
        "help: add your key at the host (GitLab: Preferences, SSH Keys), then once, in a "
          + "terminal in this folder: git fetch") == true)
    let asked = try fileBytes(at: "\(folder)/asked", atMost: 10_000)
    #expect(String(decoding: asked, as: UTF8.self).contains("-i key -o BatchMode=yes"))
  }

  @Test("a host that cannot be reached, and one without the repository, are told")
  func unreachable() async throws {
    try await repositories.keep(["a.md": "1"])
    repositories.git("remote", "set-url", "origin", "https://127.0.0.1:1/a/b.git")
    #expect(
      try await obstacle { _ = try await repositories.send() }?.hasPrefix(
        "the host of 'main' of https://127.0.0.1:1/a/b.git does not answer; ") == true)
    repositories.git("remote", "set-url", "origin", "\(repositories.path)/none.git")
    #expect(
      try await obstacle(repositories) { _ = try await repositories.send() }?.hasPrefix(
        "there is no 'main' of ~/none.git, or you may not see it; ") == true)
  }

  @Test("cut short at any step, nothing is lost, and the next time everything arrives")
  func killed() async throws {
    for step in SendingStep.allCases {
      repositories.changeRemote(["content/theirs.md": "\(step)"], branch: "main")
      try await repositories.keep(["a.md": "\(step)"])
      repositories.write("content/typed.md", "\(step)")
      var sender = try await repositories.sender()
      sender.beforeStep = { (next) throws(PublishTrouble) in
        if next == step { throw .treeDiffers }
      }
      let stopped = sender
      _ = try await obstacle { _ = try await stopped.send(.directly(otherwiseAs: "x")) }
      #expect(run("git", "-C", repositories.source, "fsck", "--strict").status == 0)
      #expect(repositories.here("a.md") == "\(step)")
      _ = try await repositories.send()
      #expect(repositories.online("a.md") == "\(step)")
      #expect(repositories.here("theirs.md") == "\(step)")
      #expect(repositories.status == "?? content/typed.md\n", "\(step)")
    }
    #expect(repositories.isSound)
  }

  @Test("cut short while files arrive, what arrived is not taken for the user's")
  func halfArrived() async throws {
    repositories.write("content/x.md", "old")
    repositories.write("content/y.md", "old")
    repositories.commit("Both")
    repositories.git("push", "--quiet")
    repositories.changeRemote(["content/x.md": "new", "content/y.md": "new"], branch: "main")
    try await repositories.keep(["a.md": "1"])
    repositories.write("content/x.md", "new")
    _ = run("rm", "\(repositories.source)/content/y.md")
    _ = try await repositories.send()
    #expect(repositories.here("y.md") == "new")
    #expect(repositories.status == "")
  }

  @Test("two who send at once both arrive")
  func race() async throws {
    let clone = "\(repositories.path)/clone"
    repositories.git(in: repositories.path, "clone", "--quiet", repositories.remote, clone)
    repositories.git(in: clone, "config", "user.name", "Ben")
    repositories.git(in: clone, "config", "user.email", "ben@example.org")
    let rounds = isTorture ? 50 : 5
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (name, folder) in [("ada", repositories.source), ("ben", clone)] {
        group.addTask {
          for round in 0..<rounds {
            writeFile("\(folder)/content/\(name).md", Array("\(round)".utf8))
            let sender = try await SourceSender(folder)
            _ = try await sender.commit([RelativePath("content/\(name).md")], saying: name)
            _ = try await sender.send(.directly(otherwiseAs: "x"))
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(repositories.length("main") == 1 + 2 * rounds)
    #expect(repositories.online("ada.md") == "\(rounds - 1)")
    #expect(repositories.online("ben.md") == "\(rounds - 1)")
  }

  @Test("a site in a folder of a larger repository is sent, and others' files around it come")
  func subfolder() async throws {
    repositories.write("sub/site/content/handbook.yml", plainSettings)
    repositories.commit("Second")
    repositories.git("push", "--quiet")
    repositories.changeRemote(["README.md": "theirs"], branch: "main")
    let folder = "\(repositories.source)/sub/site"
    writeFile("\(folder)/content/a.md", Array("a".utf8))
    let sender = try await repositories.sender(folder)
    _ = try await sender.commit(contentPaths("a.md"), saying: "A")
    let sent = try await sender.send(.directly(otherwiseAs: "x"))
    #expect(sent.received == ["README.md"])
    #expect(repositories.published("main")["sub/site/content/a.md"] == "a")
    #expect(repositories.status == "")
  }
}
