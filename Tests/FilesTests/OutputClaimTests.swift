import Diagnostics
import Files
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

@Suite("Claiming an output folder")
struct OutputClaimTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["site/content/posts", "site/templates", "home/me"] { folder.makeFolder(name) }
  }

  @Test(
    "a folder that must not be written to is refused, by whatever name",
    arguments: [
      ("site", "'~/site' is the site's own folder, so it can't be its output too"),
      (
        "site/content/..",
        "'~/site/content/..' is the site's own folder, so it can't be its output too"
      ),
      ("alias", "'~/alias' is the site's own folder, so it can't be its output too"),
      (".", "'~/.' holds the site's own folder, so it can't be its output"),
      ("home/me", "'~/home/me' is your home folder, so it can't be an output folder"),
      ("home", "'~/home' holds your home folder, so it can't be an output folder"),
      ("repository", "'~/repository' holds a git repository, so it can't be an output folder"),
      ("worktree", "'~/worktree' holds a git repository, so it can't be an output folder"),
      (
        "site/content",
        "'~/site/content' lies in the site's 'content' folder, so it can't be its output"
      ),
      (
        "site/content/new/deep",
        "'~/site/content/new/deep' lies in the site's 'content' folder, so it can't be its output"
      ),
      (
        "site/templates/out",
        "'~/site/templates/out' lies in the site's 'templates' folder, so it can't be its output"
      ),
      (
        "site/assets",
        "'~/site/assets' lies in the site's 'assets' folder, so it can't be its output"
      ),
      (
        "site/./Assets/",
        "'~/site/./Assets/' lies in the site's 'assets' folder, so it can't be its output"
      ),
      (
        "site/content/../assets/x",
        "'~/site/content/../assets/x' lies in the site's 'assets' folder, so it can't be its output"
      ),
      (
        "alias/ASSETS//x/y",
        "'~/alias/ASSETS//x/y' lies in the site's 'assets' folder, so it can't be its output"
      ),
      (
        "site/.handbook",
        "'~/site/.handbook' lies in the site's '.handbook' folder, so it can't be its output"
      ),
      (
        "site/.Handbook/out",
        "'~/site/.Handbook/out' lies in the site's '.handbook' folder, so it can't be its output"
      ),
      (
        "site/.git",
        "'~/site/.git' lies in a folder of git's own, so it can't be an output folder"
      ),
      (
        "repository/.git/out",
        "'~/repository/.git/out' lies in a folder of git's own, so it can't be an output folder"
      ),
      (
        "repository/.GIT/modules/x",
        "'~/repository/.GIT/modules/x' lies in a folder of git's own, so it can't be an output folder"
      ),
      ("gitalias", "'~/gitalias' lies in a folder of git's own, so it can't be an output folder"),
      (
        "served.git/out",
        "'~/served.git/out' lies in a folder of git's own, so it can't be an output folder"
      ),
      ("posts", "'~/posts' lies in the site's 'content' folder, so it can't be its output"),
      ("full", "'~/full' holds files that handbook did not write, such as 'a.txt'"),
      ("file", "'~/file' is not a folder"),
      ("dangling", "'~/dangling' is a link that leads nowhere"),
      ("dangling/x", "'~/dangling/x' is a link that leads nowhere"),
      ("none/../x", "cannot open '~/none/../x': No such file or directory"),
      ("file/x", "cannot open '~/file/x': Not a directory"),
      ("loop", "'~/loop' is a link that leads nowhere"),
    ])
  func refused(_ name: String, _ rule: String) {
    folder.link("alias", to: "site")
    folder.link("posts", to: "site/content/posts")
    folder.link("dangling", to: "nowhere")
    folder.link("loop", to: "loop")
    folder.makeFolder("repository/.git/inner")
    folder.link("gitalias", to: "repository/.git/inner")
    folder.makeFolder("served.git/objects")
    folder.makeFolder("served.git/refs")
    folder.write("served.git/HEAD", "ref: refs/heads/main")
    folder.write("worktree/.git", "gitdir: elsewhere")
    folder.write("full/b.txt", "mine")
    folder.write("full/a.txt", "mine")
    folder.write("file", "mine")
    let message = folder.message { () throws(OutputTrouble) in
      _ = try folder.claim(name, home: folder("home/me"))
    }
    #expect(message == rule + "; nothing was written")
    #expect(!folder.exists("site/content/new"))
    #expect(!folder.exists("site/assets"))
    #expect(!folder.exists("site/.handbook"))
    #expect(!folder.exists("site/.git"))
    #expect(!folder.exists("nowhere"))
    #expect(!folder.exists("\(name)/.handbook-lock"))
  }

  @Test("the root of the disk and an empty name are refused")
  func root() {
    #expect(
      message(of: "/")
        == "'/' is the root of the whole disk, not an output folder; nothing was written")
    #expect(
      message(of: "/usr/..")
        == "'/usr/..' is the root of the whole disk, not an output folder; nothing was written")
    #expect(message(of: "") == "the output folder has no name; nothing was written")
  }

  @Test("each refusal hints at what to do")
  func hints() throws {
    folder.write("full/a.txt", "mine")
    #expect(
      trouble { () throws(OutputTrouble) in _ = try folder.claim("site") }?.hint
        == "give a folder for the built site alone, such as 'output'")
    let full = trouble { () throws(OutputTrouble) in _ = try folder.claim("full") }
    #expect(
      full?.hint
        == "choose an empty folder or one that does not exist yet, or empty this one yourself")
    #expect(full?.id == "output-refused")
  }

  @Test("a folder with nothing but dot-files, a new one, and one inside the site are taken")
  func taken() throws {
    for name in [".gitkeep", ".gitignore", ".DS_Store"] { folder.write("output/\(name)", "") }
    _ = try folder.claim("output")
    _ = try folder.claim("new/deep/")
    _ = try folder.claim("site/output", home: folder("home/me"))
    #expect(folder.exists("new/deep/.handbook-lock"))
    #expect(folder.exists("output/.gitkeep"))
    #expect(folder.marks("new/deep").last.map { $0 & 0o777 } == 0o755)
  }

  @Test("a link to a folder elsewhere is taken for that folder")
  func link() throws {
    folder.makeFolder("elsewhere")
    folder.link("output", to: "elsewhere")
    let output = try folder.claim("output")
    _ = try output.commit([output.stageFile(.some("a.html"), [0x41])])
    #expect(folder.text("elsewhere/a.html") == "A")
  }

  @Test("a second build waits, says so once, and takes over when the first is done")
  func waiting() throws {
    var first: OutputFolder? = try folder.claim()
    var waits = 0
    #expect(first != nil)
    let second = try folder.claim(patience: 10) {
      waits += 1
      first = nil
    }
    #expect(waits == 1)
    #expect(second.name == folder("output"))
  }

  @Test("a second build that waited long enough fails with a sentence")
  func busy() throws {
    let first = try folder.claim()
    let message = folder.message { () throws(OutputTrouble) in _ = try folder.claim() }
    #expect(
      message
        == "another build is still writing to '~/output' after 0 seconds; nothing was written")
    #expect(first.name == folder("output"))
  }

  @Test("a lock file left by a build that died does not hold up the next")
  func deadLock() throws {
    folder.write("output/.handbook-lock", "")
    _ = try folder.claim()
  }

  @Test("a link or a pipe in the place of our own files is named, not opened")
  func bookkeepingInTheWay() throws {
    folder.write("victim", "mine")
    folder.makeFolder("one")
    folder.link("one/.handbook-lock", to: "../victim")
    folder.makeFolder("two")
    folder.link("two/.handbook-manifest", to: "../victim")
    folder.makeFolder("three")
    folder.makePipe("three/.handbook-lock")
    folder.makeFolder("four")
    folder.link("four/.handbook-new", to: "..")
    folder.makeFolder("five/.handbook-lock")
    #expect(
      message(of: "one")
        == "'~/one/.handbook-lock' is a symbolic link, which is never written through; nothing was written"
    )
    #expect(
      message(of: "two")
        == "'~/two/.handbook-manifest' is a symbolic link, which is never written through; nothing was written"
    )
    #expect(
      message(of: "three")
        == "'~/three/.handbook-lock' is in the way and was not written by handbook; nothing was written"
    )
    #expect(
      message(of: "four")
        == "'~/four/.handbook-new' is a symbolic link, which is never written through; the site in '~/four' is as it was"
    )
    #expect(
      message(of: "five")
        == "'~/five/.handbook-lock' is in the way and was not written by handbook; nothing was written"
    )
    #expect(folder.text("victim") == "mine")
  }

  @Test("a folder that can't be written to is a clear error", .enabled(if: geteuid() != 0))
  func readOnly() {
    folder.makeFolder("output")
    chmod(folder("output"), 0o555)
    #expect(
      message(of: "output")
        == "cannot open '~/output/.handbook-lock': Permission denied; nothing was written")
  }

  private func message(of name: String) -> String? {
    folder.message { () throws(OutputTrouble) in
      _ = try OutputFolder.claim(
        name.isEmpty || name.hasPrefix("/") ? name : folder(name), protecting: folder("site"),
        home: nil, patience: 0)
    }
  }

  private func trouble(_ work: () throws(OutputTrouble) -> Void) -> OutputTrouble? {
    do {
      try work()
      return nil
    } catch {
      return error
    }
  }
}
