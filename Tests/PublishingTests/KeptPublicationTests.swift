import TestSupport
import Testing

@Suite("What is kept of a publication")
struct KeptPublicationTests {
  private let posts = Dictionary(
    uniqueKeysWithValues: (0..<30).map {
      ("successes/s-\($0).md", "---\ndate: 2026-01-15\n---\n# S \($0)\n\nIt went well.\n")
    })

  /// How many objects git holds in the source's store.
  private func objectCount(_ hosted: HostedSite) -> Int {
    hosted.git("cat-file", "--batch-all-objects", "--batch-check").split(separator: "\n").count
  }

  private let fullWay =
    "Nothing is kept here of what the branch holds, so every page is made and compared.\n"

  @Test("where nothing has changed, nothing is stored or sent, and the same is told")
  func unchanged() throws {
    let hosted = try HostedSite(
      posts.merging(["pages/norms.md": "# Norms\n\nWrite here.\n"]) { $1 })
    let first = hosted.publish("--yes")
    #expect(first.status == 0)
    let (count, published) = (objectCount(hosted), hosted.published)
    let second = hosted.publish("--yes")
    #expect(second.status == 0 && second.errors == first.errors)
    #expect(
      second.output == """
        These pages still hold the words that they began with: norms.html.
        Nothing to publish: the branch 'gh-pages' of \(hosted.remote) has this site already.

        """)
    #expect(objectCount(hosted) == count)
    #expect(hosted.published == published)
  }

  @Test("after an edit, what the branch holds is what a build writes, and only that edit is stored")
  func edit() throws {
    let hosted = try HostedSite(posts)
    #expect(hosted.publish().status == 0)
    let count = objectCount(hosted)
    hosted.site.write("successes/s-3.md", "---\ndate: 2026-01-15\n---\n# S 3\n\nIt went better.\n")
    let ending = hosted.publish()
    #expect(ending.status == 0 && ending.output.contains("  ~ successes/s-3.html\n"))
    #expect(hosted.text("successes/s-3.html").contains("It went better."))
    // Pages that show the text, their folders, the list of files and the commit.
    #expect(objectCount(hosted) - count < 30)
    expectAsBuilt(hosted)
  }

  @Test("a branch that somebody changed is put right, and that all is compared is told")
  func changedBranch() throws {
    let hosted = try HostedSite(posts)
    #expect(hosted.publish().status == 0)
    let clone = "\(hosted.site.path)/clone"
    hosted.git("clone", "--quiet", "--branch", "gh-pages", hosted.remote, clone)
    writeFile("\(clone)/successes/s-1.html", Array("theirs".utf8))
    _ = hosted.git("-C", clone, "commit", "--quiet", "--all", "-m", "By hand")
    _ = hosted.git("-C", clone, "push", "--quiet")
    let ending = hosted.publish()
    #expect(ending.status == 0 && ending.errors.hasSuffix(fullWay))
    #expect(ending.output.contains("  ~ successes/s-1.html\n"))
    expectAsBuilt(hosted)
  }

  @Test("a cache that is gone, damaged or from another site's folder is not believed")
  func cacheGone() throws {
    let hosted = try HostedSite(posts)
    #expect(hosted.publish().status == 0)
    let damages = ["rm -r .handbook", "cp -r .handbook c && rm -r .handbook && mv c .handbook"]
    for damage in damages {
      _ = hosted.site.handbookInShell(damage)
      hosted.site.write("successes/s-2.md", "---\ndate: 2026-01-15\n---\n# S 2\n\n\(damage)\n")
      let ending = hosted.publish()
      #expect(ending.status == 0 && ending.errors.hasSuffix(fullWay), "\(damage)")
      expectAsBuilt(hosted)
    }
    for file in ["published", "publication", "made", "last", "words"] {
      let damage =
        "for f in .handbook/\(file)-*; do printf xxxx | dd of=\"$f\" bs=1 seek=9 conv=notrunc 2>/dev/null; done"
      _ = hosted.site.handbookInShell(damage)
      hosted.site.write(
        "successes/s-2.md", "---\ndate: 2026-01-15\n---\n# S 2\n\nA \(file) file.\n")
      #expect(hosted.publish().status == 0, "\(file)")
      expectAsBuilt(hosted)
    }
  }

  @Test("a page that somebody's withdrawal takes away goes from the branch at the next publication")
  func withdrawal() throws {
    let ada = "consent: {name: yes, profile: yes, given: 2026-01-01}"
    let hosted = try HostedSite([
      "handbook.yml": privateSettings, "members/ada.md": "---\nname: Ada Okafor\n\(ada)\n---\n",
      "posts/a.md": "---\ntitle: A\ndate: 2026-01-15\nauthors: ada\n---\n\nBy @ada.\n",
    ])
    #expect(hosted.publish().status == 0)
    #expect(hosted.text("posts/a.html").contains("Ada Okafor"))
    hosted.site.write("members/ada.md", "---\nname: Ada Okafor\nstatus: withdrawn\n---\n")
    #expect(hosted.publish().status == 0)
    for path in hosted.published.keys { #expect(!hosted.text(path).contains("Okafor"), "\(path)") }
    expectAsBuilt(hosted)
  }

  /// The branch holds what a build writes, file by file.
  private func expectAsBuilt(_ hosted: HostedSite) {
    _ = hosted.site.handbook("build", "--today", "2026-03-01", "--quiet", "--no-cache")
    for path in hosted.site.files().keys {
      #expect(
        hosted.published[path]
          == hosted.git("hash-object", "--no-filters", "output/\(path)").trimmed, "\(path)")
    }
  }
}
