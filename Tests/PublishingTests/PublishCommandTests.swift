import Files
import TestSupport
import Testing

@Suite("handbook publish")
struct PublishCommandTests {
  @Test("publishes what build writes, file by file and byte for byte, and tells what changed")
  func whole() throws {
    let hosted = try HostedSite()
    let ending = hosted.publish()
    #expect(ending.status == 0)
    #expect(ending.errors == "")
    let paths = hosted.published.keys.filter { $0 != ".handbook-published" }
    let pages = paths.count { $0.hasSuffix(".html") }
    #expect(
      ending.output.hasSuffix(
        "\nPublished to the branch 'gh-pages' of \(hosted.remote): \(pages) pages and \(paths.count - pages) files added.\n"
      ))
    #expect(hosted.site.handbook("build", "--today", "2026-03-01", "--quiet").status == 0)
    let built = hosted.site.files().keys.sorted()
    #expect(
      hosted.published.keys.sorted() == (built + [".handbook-published", ".nojekyll"]).sorted())
    for path in built {
      #expect(
        hosted.published[path]
          == hosted.git("hash-object", "--no-filters", "output/\(path)").trimmed)
    }
    // The list on the branch tells the same.
    let listed = hosted.text(".handbook-published").split(separator: "\n").dropFirst(2)
    let expected = hosted.published.filter { $0.key != ".handbook-published" }
    #expect(listed.map(String.init) == expected.sorted { $0.key < $1.key }.map { "\($1) \($0)" })
  }

  @Test("says what changed, and says so where nothing did")
  func changes() throws {
    let hosted = try HostedSite()
    #expect(hosted.publish().status == 0)
    let place = "the branch 'gh-pages' of \(hosted.remote)"
    #expect(hosted.publish().output == "Nothing to publish: \(place) has this site already.\n")
    hosted.site.write("successes/b.md", "---\ndate: 2026-01-20\n---\n# Two\n")
    hosted.commit()
    let published = hosted.published
    let dry = hosted.publish("--dry-run")
    #expect(dry.output.hasPrefix("  + successes/b.html\n"))
    #expect(dry.output.contains("  ~ successes/index.html\n"))
    #expect(dry.output.contains("\nWould publish to \(place): 1 page added, "))
    #expect(dry.output.hasSuffix(" changed.\n"))
    #expect(hosted.published == published)
    #expect(hosted.publish().output == dry.output.replacing("Would publish", with: "Published"))
    #expect(hosted.published != published)
  }

  @Test("tells of each removed page whether somebody had changed it on the branch")
  func removedChanged() throws {
    let hosted = try HostedSite([
      "successes/x.md": "---\ndate: 2026-01-20\n---\n# A\n",
      "successes/y.md": "---\ndate: 2026-01-20\n---\n# B\n",
    ])
    #expect(hosted.publish().status == 0)
    let clone = "\(hosted.site.path)/clone"
    hosted.git("clone", "--quiet", "--branch", "gh-pages", hosted.remote, clone)
    let page = hosted.text("successes/x.html")
    writeFile("\(clone)/successes/x.html", Array(page.replacing("\n", with: "\r\n").utf8))
    _ = hosted.git("-C", clone, "commit", "--quiet", "--all", "-m", "A bot")
    _ = hosted.git("-C", clone, "push", "--quiet")
    for name in ["successes/x.md", "successes/y.md"] { hosted.site.delete(name) }
    hosted.commit()
    let ending = hosted.publish()
    #expect(ending.status == 0)
    #expect(
      ending.output.contains("\n  - successes/x.html, which somebody had changed on the branch\n"))
    #expect(ending.output.contains("  - successes/y.html\n"))
    #expect(hosted.published["successes/x.html"] == nil)
  }

  @Test("writes nothing into the site's folder")
  func tidy() throws {
    let hosted = try HostedSite()
    #expect(hosted.publish("--quiet").output == "")
    #expect(hosted.site.files() == [:])
    #expect(hosted.git("status", "--porcelain", "--untracked-files=all", "content") == "")
  }

  @Test(
    "refuses on errors and privacy findings, prints warnings, and takes them for errors if asked")
  func findings() throws {
    let hosted = try HostedSite([
      "successes/a.md": "# One\n\nSee [it](nowhere.md).\n",
      "successes/w.md": "---\ndate: 2026-01-01\n---\n# W\n\n@adaezi\n",
      "members/ada-okafor.md": ada,
    ])
    #expect(hosted.publish().status == 1)
    #expect(hosted.published.isEmpty)
    hosted.site.write("successes/a.md", "---\ndate: 2026-01-01\n---\n# One\n")
    hosted.site.write("members/maria.md", maria)
    let finding = hosted.publish()
    #expect(finding.status == 1)
    #expect(finding.errors.contains("privacy: "))
    hosted.site.delete("members/maria.md")
    #expect(hosted.publish("--strict").status == 1)
    #expect(hosted.published.isEmpty)
    let warned = hosted.publish()
    #expect(warned.status == 0)
    #expect(warned.errors.contains("[unknown-mention]"))
    #expect(!hosted.published.isEmpty)
  }

  @Test("says that changes are not committed, or refuses them")
  func dirty() throws {
    let hosted = try HostedSite()
    hosted.site.write("successes/b.md", "---\ndate: 2026-01-20\n---\n# Two\n")
    let refused = hosted.publish("--require-clean")
    #expect(refused.status == 2)
    #expect(
      refused.errors == """
        error: there are changes that are not committed, and --require-clean forbids that; \
        what is published is as it was
            help: commit them, or publish without --require-clean

        """)
    let ending = hosted.publish()
    #expect(ending.status == 0)
    #expect(ending.errors == "Publishing with changes that are not committed.\n")
  }

  @Test("what is for members, and drafts, need a second word")
  func readers() throws {
    let hosted = try HostedSite()
    let members = hosted.publish("--audience", "members")
    #expect(members.status == 2)
    #expect(
      members.errors == """
        error: this would publish what is for members only, to everyone who can read the branch; \
        what is published is as it was
            help: if that is what you want, add --yes

        """)
    let drafts = hosted.publish("--drafts")
    #expect(drafts.errors.hasPrefix("error: this would publish drafts, to everyone who can"))
    #expect(hosted.published.isEmpty)
    #expect(hosted.publish("--audience", "members", "--yes").status == 0)
    #expect(!hosted.published.isEmpty)
  }

  @Test("takes the site's address from CNAME where the site gives none, and says so")
  func address() throws {
    let hosted = try HostedSite()
    #expect(hosted.publish().status == 0)
    #expect(!hosted.published.keys.contains("sitemap.xml"))
    hosted.site.write("./CNAME", "circle.example\n")
    addToBranch("CNAME", of: hosted)
    let ending = hosted.publish()
    #expect(
      ending.output.hasPrefix(
        "The site's address is taken to be https://circle.example/; if it is another, write base_url in handbook.yml.\n"
      ))
    #expect(ending.output.hasSuffix("\nhttps://circle.example/\n"))
    #expect(hosted.text("sitemap.xml").contains("https://circle.example/successes/a.html"))
    hosted.site.write("handbook.yml", plainSettings + "base_url: https://other.example/x/\n")
    let told = hosted.publish()
    #expect(!told.output.contains("taken to be"))
    #expect(told.output.hasSuffix("\nhttps://other.example/x/\n"))
    #expect(hosted.published.keys.contains("CNAME"))
  }

  /// Commits a file of the site's folder to the branch, as somebody else would.
  private func addToBranch(_ name: String, of hosted: HostedSite) {
    let clone = "\(hosted.site.path)/clone"
    hosted.git("clone", "--quiet", "--branch", "gh-pages", hosted.remote, clone)
    _ = run("cp", "\(hosted.site.path)/\(name)", "\(clone)/\(name)")
    hosted.git("-C", clone, "add", name)
    hosted.git("-C", clone, "commit", "--quiet", "-m", "By hand")
    hosted.git("-C", clone, "push", "--quiet", "origin", "gh-pages")
  }

  @Test("hooks, filters, attributes and git's variables are without effect")
  func surroundings() throws {
    let hosted = try HostedSite()
    let ran = "\(hosted.site.path)/ran"
    for hook in [
      "pre-push", "pre-commit", "post-commit", "post-index-change", "reference-transaction",
      "commit-msg",
    ] {
      hosted.site.write("./.git/hooks/\(hook)", "#!/bin/sh\necho \(hook) >> '\(ran)'\nexit 1\n")
      _ = run("chmod", "+x", "\(hosted.site.path)/.git/hooks/\(hook)")
    }
    hosted.git("config", "core.hooksPath", "\(hosted.site.path)/.git/hooks")
    hosted.git("config", "core.fsmonitor", "touch \(ran)")
    hosted.git("config", "filter.evil.clean", "echo evil; echo clean >> '\(ran)'")
    hosted.git("config", "core.autocrlf", "true")
    hosted.git("config", "commit.gpgSign", "true")
    hosted.site.write(
      "./.git/info/attributes", "*.html filter=evil text eol=crlf ident export-subst\n")
    let ending = hosted.publish(
      "--quiet",
      variables: [
        "GIT_DIR=/nowhere", "GIT_WORK_TREE=/nowhere", "GIT_INDEX_FILE=/nowhere/index",
        "GIT_OBJECT_DIRECTORY=/nowhere", "GIT_AUTHOR_NAME=Somebody", "GIT_SSH_COMMAND=touch \(ran)",
        "GIT_CONFIG_COUNT=1", "GIT_CONFIG_KEY_0=core.hooksPath", "GIT_CONFIG_VALUE_0=/nowhere",
        "GIT_EXTERNAL_DIFF=touch \(ran)", "GIT_TRACE=1", "GIT_NAMESPACE=other",
      ])
    #expect(ending.status == 0)
    #expect(ending.errors == "")
    #expect(run("cat", ran).output == "")
    #expect(hosted.site.handbook("build", "--today", "2026-03-01", "--quiet").status == 0)
    for (path, bytes) in hosted.site.files() {
      #expect(hosted.text(path) == String(decoding: bytes, as: UTF8.self), "\(path)")
    }
    #expect(
      hosted.git("--git-dir", hosted.remote, "log", "-1", "--format=%an", "gh-pages")
        == "handbook\n")
  }

  @Test("a password or token in the remote's address is never shown")
  func secrets() throws {
    let hosted = try HostedSite()
    for address in [
      "https://ada:hunter22@127.0.0.1:9/a.git?private_token=t0psecret",
      "http://ghp_t0psecret@127.0.0.1:9/a.git", "ssh://t0psecret:hunter22@127.0.0.1:9/a.git",
    ] {
      hosted.git("remote", "set-url", "origin", address)
      let ending = hosted.publish(variables: ["GIT_TRACE_CURL=1"])
      #expect(ending.status == 2)
      #expect(
        ending.errors.contains(
          "127.0.0.1:9/a.git) could not be read; what is published is as it was\n"))
      for secret in ["hunter22", "t0psecret"] {
        #expect(!ending.errors.contains(secret))
        #expect(!ending.output.contains(secret))
      }
    }
  }

  @Test("without git, a repository, a remote or a handbook it says what to do")
  func missing() throws {
    let site = try SiteOnDisk(["successes/a.md": "# One\n"])
    let alone = site.handbook("publish")
    #expect(alone.status == 2)
    #expect(
      alone.errors.hasPrefix(
        "error: '.' is not in a git repository; nothing was published\n    help: make it one: git init,"
      ))
    let gitless = site.handbook(["publish"], variables: ["PATH=/nowhere"])
    #expect(gitless.status == 2)
    #expect(
      gitless.errors.hasPrefix(
        "error: publishing needs the program git, which is not installed; nothing was published\n    help: install it"
      ))
    let empty = site.handbook("publish", "content/posts")
    #expect(empty.errors.hasPrefix("error: there is no handbook in 'content/posts'\n"))
    _ = run("git", "-C", site.path, "init", "--quiet")
    #expect(
      site.handbook("publish").errors.hasPrefix(
        "error: git knows no remote called 'origin'; what is published"))
    _ = run("git", "-C", site.path, "remote", "add", "origin", "/nowhere.git")
    let branch = site.handbook("publish", "--branch=-f")
    #expect(
      branch.errors.hasPrefix(
        "error: '-f' cannot be the name of a branch: it is a word such as gh-pages;"))
    let remote = site.handbook("publish", "--remote=ext::sh -c false")
    #expect(remote.errors.hasPrefix("error: 'ext::sh -c false' cannot be the name of a remote:"))
  }

  @Test("a site without entries is most likely the wrong folder")
  func empty() throws {
    let hosted = try HostedSite()
    hosted.site.delete("successes/a.md")
    #expect(
      hosted.publish().errors.contains(
        """
        error: the site has no entries; what is published is as it was
            help: see that this is the right folder; to publish it so, add --allow-shrink

        """))
    #expect(hosted.publish("--allow-shrink").status == 0)
  }

  @Test(
    "what was taken down and who has left needs no leave to be gone, however much it is",
    arguments: [
      ["successes/a.md": "---\ntaken_down: asked\ndate: 2026-01-15\n---\n# One\n\nText.\n"],
      Dictionary(
        uniqueKeysWithValues: (0..<80).map {
          ("members/m-\($0).md", "---\nname: Zed \($0)\nstatus: withdrawn\n---\n")
        }),
      Dictionary(
        uniqueKeysWithValues: (0..<80).map {
          ("successes/s-\($0).md", "---\ndate: 2026-01-15\ntaken_down: asked\n---\n# S\n")
        }),
    ])
  func wantedGone(_ gone: [String: String]) throws {
    let settings = ["handbook.yml": privateSettings]
    let shown = gone.mapValues {
      $0.replacing("taken_down: asked\n", with: "")
        .replacing(
          "status: withdrawn\n", with: "consent: {name: yes, profile: yes, given: 2026-01-01}\n")
    }
    let hosted = try HostedSite(settings.merging(shown) { $1 })
    #expect(hosted.publish("--quiet").status == 0)
    for (path, text) in gone { hosted.site.write(path, text) }
    let ending = hosted.publish("--quiet")
    #expect(ending.status == 0, "\(ending.errors)")
    for path in gone.keys {
      #expect(hosted.published[path.replacing(".md", with: ".html")] == nil, "\(path)")
    }
  }

  @Test("pages that nobody wanted gone still count, beside one that was taken down")
  func lostBeside() throws {
    let names = (0..<80).map { "successes/s-\($0).md" }
    let files = Dictionary(
      uniqueKeysWithValues: names.map { ($0, "---\ndate: 2026-01-15\n---\n# S\n") })
    let hosted = try HostedSite(files)
    #expect(hosted.publish("--quiet").status == 0)
    for name in names { hosted.site.delete(name) }
    hosted.site.write(
      "successes/a.md", "---\ntaken_down: asked\ndate: 2026-01-15\n---\n# One\n\nText.\n")
    let ending = hosted.publish("--quiet")
    #expect(ending.status == 2 && ending.errors.contains("--allow-shrink"), "\(ending.errors)")
  }

  @Test("killed at any moment, the branch is as it was or complete, and whole")
  func killed() throws {
    let hosted = try HostedSite()
    #expect(hosted.publish("--quiet").status == 0)
    for round in 0..<(isTorture ? 100 : 8) {
      let old = hosted.published
      hosted.site.write("successes/a.md", "---\ndate: 2026-01-15\n---\n# Round \(round)\n")
      let delay = Double.random(in: 0.05...0.9)
      let command = "handbook publish --quiet & sleep \(delay); kill -9 $! ; wait"
      _ = hosted.site.handbookInShell(command)
      let fsck = run("git", "--git-dir", hosted.remote, "fsck", "--no-dangling")
      #expect(fsck.status == 0)
      if hosted.published != old {
        #expect(hosted.text("successes/a.html").contains("Round \(round)"))
      }
      #expect(hosted.publish("--quiet").status == 0)
      #expect(hosted.text("successes/a.html").contains("Round \(round)"))
    }
  }

  @Test(
    "a branch beside one of that folder is refused before anything happens",
    arguments: [
      ("gh-pages", "gh-pages/x"), ("gh-pages/x", "gh-pages"), ("site", "site/a/b"),
      ("a/b/c", "a/b"),
    ])
  func beside(existing: String, wanted: String) throws {
    let hosted = try HostedSite()
    hosted.git("push", "--quiet", "origin", "main:refs/heads/\(existing)")
    let before = hosted.git("ls-remote", "origin")
    let ending = hosted.publish("--branch", wanted)
    #expect(ending.status == 2)
    #expect(
      ending.errors == """
        error: git cannot have a branch '\(wanted)' beside the branch '\(existing)', which is there; what is published is as it was
            help: publish to '\(existing)', or choose another name with --branch

        """)
    #expect(hosted.git("ls-remote", "origin") == before)
  }

  @Test("the branch that the source is pushed to is refused, also before its first push")
  func own() throws {
    let hosted = try HostedSite()
    let ending = hosted.publish("--branch", "main")
    #expect(ending.status == 2)
    #expect(ending.errors.contains("the branch 'main' holds the source of this handbook"))
    #expect(hosted.git("ls-remote", "origin") == "")
    hosted.git("checkout", "--quiet", "-b", "work")
    #expect(hosted.publish("--branch", "work").status == 2)
    #expect(hosted.git("ls-remote", "origin") == "")
  }

  @Test("a branch of the same name in another repository is no source")
  func otherRepository() throws {
    let hosted = try HostedSite()
    hosted.git("push", "--quiet", "-u", "origin", "main")
    hosted.git("init", "--quiet", "--bare", "site.git")
    hosted.git("remote", "add", "site", "\(hosted.site.path)/site.git")
    #expect(hosted.publish("--remote", "site", "--branch", "main").status == 0)
  }

  @Test("pages go to the repository called site where git knows one, and no pages to the source")
  func pagesRepository() throws {
    let hosted = try HostedSite()
    hosted.git("push", "--quiet", "-u", "origin", "main")
    let source = hosted.git("ls-remote", "origin")
    hosted.git("init", "--quiet", "--bare", "site.git")
    hosted.git("remote", "add", "site", "\(hosted.site.path)/site.git")
    #expect(hosted.publish().status == 0)
    #expect(hosted.git("ls-remote", "origin") == source)
    #expect(hosted.git("ls-remote", "site").contains("refs/heads/gh-pages"))
    #expect(!hosted.git("ls-remote", "site").contains("refs/heads/main"))
  }

  @Test("publish says which pages still hold the words that they began with")
  func starterText() throws {
    let hosted = try HostedSite(["pages/norms.md": "# Norms\n\nWrite here.\n"])
    let ending = hosted.publish("--yes")
    #expect(ending.status == 0)
    #expect(
      ending.output.contains("These pages still hold the words that they began with: norms.html.\n")
    )
  }
}
