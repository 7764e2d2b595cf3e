import Files
import TestSupport
import Testing

extension SiteOnDisk {
  /// The doctor's words, in a home of its own where git knows who its user is.
  fileprivate func doctor(
    _ arguments: String..., knowing identity: Bool = true, variables: [String] = []
  ) -> Ending {
    write(
      "./home/.gitconfig",
      identity ? "[user]\n\tname = Ada Okafor\n\temail = ada@example.org\n" : "")
    return handbook(
      ["doctor"] + arguments,
      variables: ["HOME=\(path)/home", "XDG_CONFIG_HOME=\(path)/home"] + variables)
  }
}

extension Ending {
  /// The line about one thing, with what to type below it.
  fileprivate func lines(of subject: String) -> [String] {
    let lines = output.split(separator: "\n").map(String.init)
    guard
      let start = lines.firstIndex(where: { $0.dropFirst(6).hasPrefix("\(subject)  ") })
    else { return [] }
    let steps = lines[(start + 1)...].prefix { $0.hasPrefix("      > ") }
    let words = lines[start].split(separator: " ", omittingEmptySubsequences: true)
    return [words.joined(separator: " ")] + steps.map { String($0.dropFirst(8)) }
  }
}

@Suite("handbook doctor")
struct DoctorTests {
  @Test("a site that is published and built is all good")
  func allGood() throws {
    let hosted = try HostedSite()
    #expect(hosted.publish().status == 0)
    #expect(hosted.git("push", "--quiet", "--set-upstream", "origin", "main") == "")
    #expect(hosted.site.handbook("build", "--quiet").status == 0)
    let ending = hosted.site.doctor()
    #expect(ending.errors == "")
    #expect(ending.lines(of: "folder") == ["ok folder The Circle, 2 files"])
    #expect(ending.lines(of: "time zone") == ["ok time zone Europe/London"])
    #expect(ending.lines(of: "your name") == ["ok your name git has it: Ada Okafor"])
    #expect(ending.lines(of: "repository") == ["ok repository what is kept here is online"])
    #expect(ending.lines(of: "remote origin") == ["ok remote origin \(hosted.remote) answers"])
    #expect(
      ending.lines(of: "published").first?.hasPrefix(
        "ok published branch 'gh-pages' of origin, on ") == true)
    #expect(ending.output.hasSuffix("\n\nAll good.\n"))
    #expect(!ending.output.contains("\u{1B}"))
    #expect(ending.status == 0)
  }

  @Test("outside of git and of a handbook it says where to begin, and ends with 1")
  func nothing() throws {
    let site = try SiteOnDisk()
    site.write("./empty/a.txt", "")
    let ending = site.doctor("empty")
    #expect(
      ending.lines(of: "folder") == [
        "fix folder this is no handbook: it has no folder content/", "cd ..",
      ])
    #expect(
      ending.lines(of: "repository") == [
        "fix repository this folder is in no git repository", "git init", "git add --all",
        "git commit -m \"First\"",
      ])
    #expect(
      ending.output.hasSuffix("\n\n2 things to fix. Type what it says in the folder empty.\n"))
    #expect(ending.status == 1)
    #expect(
      site.doctor("no-such").lines(of: "folder") == [
        "fix folder 'no-such' is not there", "handbook new site no-such",
      ])
  }

  @Test("without git it says how to install it, and tells the rest")
  func noGit() throws {
    let site = try SiteOnDisk()
    let ending = site.doctor(variables: ["PATH=/nonexistent"])
    #expect(
      ending.lines(of: "git") == [
        "fix git not installed; nothing can be published or sent without it",
        "sudo apt-get install git",
      ])
    #expect(
      ending.lines(of: "curl") == [
        "note curl not installed; only 'handbook check --links' needs it",
        "sudo apt-get install curl",
      ])
    #expect(ending.lines(of: "last build") == ["note last build none yet", "handbook build"])
    #expect(ending.status == 1)
  }

  @Test("a git that knows nobody, and a repository without a remote, are told with what to type")
  func newRepository() throws {
    let site = try SiteOnDisk([
      "handbook.yml": plainSettings + "repository: https://github.com/example/handbook\n"
    ])
    _ = run("git", "-C", site.path, "init", "--quiet", "--initial-branch=main")
    let ending = site.doctor(knowing: false)
    #expect(
      ending.lines(of: "your name") == [
        "fix your name git does not know who you are, so nothing can be kept in its history",
        "git config --global user.name \"Your Name\"",
        "git config --global user.email you@example.org",
      ])
    #expect(
      ending.lines(of: "repository") == [
        "note repository nothing of this folder has been kept in its history yet",
        "git add --all", "git commit -m \"First\"",
      ])
    _ = run(
      "git", "-C", site.path, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit",
      "--quiet", "--allow-empty", "-m", "First")
    #expect(
      site.doctor().lines(of: "repository") == [
        "fix repository git knows no place to send this folder to",
        "git remote add origin https://github.com/example/handbook.git",
      ])
  }

  @Test("a remote that hangs is given up in time, with all that git started")
  func hangs() throws {
    let hosted = try HostedSite()
    hosted.git("remote", "set-url", "origin", "ssh://git@example.org/circle.git")
    hosted.git("config", "core.sshCommand", "sleep 600 #")
    let start = ContinuousClock.now
    let ending = hosted.site.doctor("--wait", "1")
    #expect(ContinuousClock.now - start < .seconds(60))
    #expect(
      ending.lines(of: "remote origin") == [
        "fix remote origin ssh://example.org/circle.git: the host does not answer",
        "see that you are online", "git fetch origin",
      ])
    #expect(ending.status == 1)
  }

  @Test(
    "no password and no token is printed, in whatever address it stands",
    arguments: [
      "https://ada:s3cret-token@127.0.0.1:9/circle.git",
      "https://s3cret-token@127.0.0.1:9/circle.git",
      "http://ada:s3cret-token@127.0.0.1:9/circle.git?key=s3cret-token",
    ])
  func secrets(address: String) throws {
    let hosted = try HostedSite()
    hosted.git("remote", "set-url", "origin", address)
    let ending = hosted.site.doctor()
    #expect(!ending.output.contains("s3cret"))
    #expect(!ending.output.contains("ada:"))
    #expect(
      ending.lines(of: "remote origin").first?.hasSuffix(
        "://127.0.0.1:9/circle.git: the host does not answer") == true)
  }

  @Test("an unknown time zone is told with its place and the likely one")
  func zone() throws {
    let site = try SiteOnDisk(["handbook.yml": "name: Example\ntimezone: Europe/Lodnon\n"])
    let ending = site.doctor()
    #expect(
      ending.lines(of: "time zone") == [
        "fix time zone there is no time zone 'Europe/Lodnon'",
        "content/handbook.yml, line 2: did you mean 'Europe/London'?",
      ])
    #expect(ending.lines(of: "settings") == [])
  }

  @Test("settings that cannot be read are told as check tells them")
  func settings() throws {
    let site = try SiteOnDisk(["handbook.yml": "timezone: Europe/London\n"])
    #expect(site.doctor().lines(of: "settings").first?.hasPrefix("fix settings ") == true)
  }

  @Test("it writes nothing, also where nothing can be written")
  func readOnly() throws {
    let hosted = try HostedSite()
    let before = hosted.site.files(in: "./").keys.sorted()
    #expect(run("chmod", "-R", "a-w", hosted.site.path).status == 0)
    let ending = hosted.site.handbook("doctor", variables: ["HOME=/nonexistent"])
    #expect(run("chmod", "-R", "u+w", hosted.site.path).status == 0)
    #expect(ending.lines(of: "folder") == ["ok folder The Circle, 2 files"])
    #expect(
      ending.lines(of: "published") == ["note published nothing yet", "handbook publish"])
    #expect(hosted.site.files(in: "./").keys.sorted() == before)
  }

  @Test("a time to wait that is none is refused")
  func badWait() throws {
    let site = try SiteOnDisk()
    let ending = site.handbook("doctor", "--wait", "0")
    #expect(ending.status == 2)
    #expect(ending.errors.contains("--wait takes a number of seconds from 1 to 600"))
  }
}
