import TestSupport
import Testing

@Suite("handbook routes, diff and new")
struct HistoryCommandTests {
  private static let digits = String(repeating: "0", count: 64)

  @Test("routes lists new addresses, --update writes them, and publish reminds of them")
  func routes() throws {
    let hosted = try HostedSite()
    #expect(
      hosted.site.handbook("routes").output
        == "+ successes/a.html\ncontent/routes.lock lacks 1 of the site's addresses.\n")
    #expect(
      hosted.site.handbook("routes", "--update").output
        == "+ successes/a.html\nAdded 1 address to content/routes.lock.\n")
    #expect(
      hosted.site.files(in: "content/")["routes.lock"].map { String(decoding: $0, as: UTF8.self) }
        == """
        # The addresses that this handbook has published, so that none is ever lost.
        # 'handbook routes --update' adds new ones. In a merge, keep the lines of both sides.
        successes/a.html

        """)
    #expect(!hosted.publish().output.contains("routes.lock"))
    hosted.site.write("successes/c.md", "---\ndate: 2026-01-15\n---\n# C\n")
    #expect(
      hosted.publish().output.hasPrefix(
        "content/routes.lock lacks 1 of the site's addresses. 'handbook routes --update' adds it; commit the file.\n"
      ))
    hosted.site.delete("successes/c.md")
    hosted.site.delete("successes/a.md")
    hosted.site.write("successes/b.md", "---\ndate: 2026-01-15\n---\n# B\n")
    let lost = hosted.publish()
    #expect(lost.status == 1)
    #expect(
      lost.errors.contains("help: paste this line into content/successes/b.md: aliases: [a]\n"))
  }

  @Test("diff tells what a change does, in Markdown that calls nobody")
  func diff() throws {
    let hosted = try HostedSite([
      "members/ada-okafor.md": ada,
      "goals/g.md": "---\nstatus: active\nmeasure: lessons\n---\n# G\n",
      "meetings/m.md":
        "---\ndate: 2026-02-12\n---\n# Circle\n\n- [ ] @ada-okafor send the rubric\n\n## Decisions\n\n- We meet.\n",
      "successes/old.md": "---\ndate: 2026-01-10\n---\n# Old\n",
    ])
    let unchanged = hosted.site.handbook("diff", "--today", "2026-03-01")
    #expect(unchanged.output == "Nothing changes on the site.\n")
    hosted.site.write("goals/g.md", "---\nstatus: achieved\nmeasure: lessons\n---\n# G\n")
    hosted.site.write(
      "meetings/m.md",
      "---\ndate: 2026-02-12\n---\n# Circle\n\n- [x] @ada-okafor send the rubric\n- [ ] @ada-okafor ask \\@everyone `now`, due 2026-03-05\n\n## Decisions\n\n- We meet.\n"
    )
    hosted.site.write(
      "successes/new.md", "---\ndate: 2026-01-10\naliases: [old]\n---\n# Now \\@all\n")
    hosted.site.delete("successes/old.md")
    hosted.site.delete("successes/a.md")
    let status = hosted.git("status", "--porcelain")
    let ending = hosted.site.handbook("diff", "--today", "2026-03-01")
    #expect(
      ending.output.hasPrefix(
        """
        ## What changes on the site

        ### Pages

        - changed `meetings/m`: `Circle`
        - moved `successes/new`: `Now @all` (was `successes/old`)
        - removed `successes/a`: `One`

        ### Goals

        - changed `goals/g`: `G` (active → achieved)

        ### Actions

        - changed `meetings/m#action-1`: `send the rubric` (open → done)
        - added `meetings/m#action-2`: `ask @everyone now` (open, due 2026-03-05)

        ### Redirects

        - added `successes/old.html` (leads to `successes/new`)


        """))
    #expect(ending.output.hasSuffix(" other pages change with them.\n"))
    #expect(hosted.git("status", "--porcelain") == status)
  }

  @Test("diff compares with any commit, and says so where there is none")
  func revisions() throws {
    let hosted = try HostedSite()
    hosted.site.write("successes/b.md", "---\ndate: 2026-01-15\n---\n# B\n")
    hosted.commit()
    let ending = hosted.site.handbook("diff", "--from", "HEAD~1", "--today", "2026-03-01")
    #expect(ending.output.contains("- added `successes/b`: `B`\n"))
    let none = hosted.site.handbook("diff", "--from", "--output=x")
    #expect(none.status == 2)
    let unknown = hosted.site.handbook("diff", "--from", "nowhere")
    #expect(
      unknown.errors == """
        error: git knows no commit 'nowhere' here; there is nothing to compare with
            help: git log lists commits; a shallow clone has few: git fetch --unshallow

        """)
  }

  @Test("new ci writes what each host needs, and leaves what is there alone")
  func recipes() throws {
    let site = try SiteOnDisk()
    let tool = "https://git.example/handbook.git"
    for (host, paths) in [
      ("github", [".github/workflows/handbook.yml"] + forms(in: ".github/workflows")),
      ("gitlab", [".gitlab-ci.yml"]),
      ("codeberg", [".woodpecker/handbook.yml"] + forms(in: ".forgejo/workflows")),
    ] {
      let ending = site.handbook("new", "ci", "--host", host, "--tool", tool, "--build")
      #expect(
        ending.output == paths.map { "Wrote \($0)\n" }.joined()
          + "Commit this, and see docs/publishing.md for what to set at the host.\n")
      for path in paths {
        let written = String(decoding: site.files(in: "./")[path] ?? [], as: UTF8.self)
        #expect(written.contains("fetch --quiet --depth=1 \(tool) main\n"))
        #expect(!written.contains("uses:"))
        #expect(!written.contains("cache"))
      }
    }
    let again = site.handbook(
      "new", "ci", "--host", "gitlab", "--tool", tool, "--build", "--at", "v9")
    #expect(again.status == 2)
    #expect(
      again.errors == """
        error: '.gitlab-ci.yml' is there already; nothing was written
            help: remove it first, or compare the two

        """)
  }

  private func forms(in folder: String) -> [String] {
    ["new-meeting", "new-member", "rename", "forget"].map { "\(folder)/\($0).yml" }
  }

  @Test(
    "new ci takes plain addresses: a release or a tarball with its checksum, or what to build",
    arguments: [
      (["--tool", "x; rm -rf ."], "is no plain address"),
      (
        ["--tool", "a:b", "--build", "--to", "https://a.example/x"], "--to takes an address such as"
      ),
      ([], "say where the host gets handbook"),
      (["--tool", "a.example", "--archive", "b.example"], "say where the host gets handbook"),
      (["--archive", "https://a.example/x"], "--archive need --sha256"),
      (["--archive", "https://a.example/x", "--sha256", "$(x)"], "--archive need --sha256"),
      (["--tool", "a.example", "--build", "--image", "a b"], "is no plain address"),
      (["--tool", "a.example"], "--tool needs --release with a version"),
      (["--tool", "a.example", "--release", "0.1.0"], "--release and --archive need --sha256"),
      (["--tool", "a.example", "--release", "0.1.0", "--build"], "--tool needs --release"),
      (["--tool", "a.example", "--release", "1;x", "--sha256", Self.digits], "no plain address"),
      (["--tool", "a.example", "--build", "--sha256", Self.digits], "--sha256 is for --release"),
      (["--archive", "a.example", "--sha256", Self.digits, "--at", "v1"], "are for --build"),
      (["--archive", "a.example", "--sha256", Self.digits, "--build"], "not for --archive"),
    ])
  func recipeOptions(options: [String], message: String) throws {
    let site = try SiteOnDisk()
    let before = site.files(in: "./").keys
    let ending = site.handbook(["new", "ci", "--host", "github"] + options)
    #expect(ending.status == 2)
    #expect(ending.errors.contains(message))
    #expect(site.files(in: "./").keys == before)
  }

  @Test("check tells a program, and GitHub, what it tells a person")
  func formats() throws {
    let site = try SiteOnDisk([
      "successes/a.md": "---\ndate: 2026-01-15\n---\n# One\n\n[x](no.md)\n"
    ])
    let github = site.handbook("check", "--format", "github")
    #expect(github.status == 1)
    #expect(github.errors == "")
    #expect(
      github.output.hasPrefix(
        "::error file=content/successes/a.md,line=6,col=5,title=broken-link::'no.md' leads to no file"
      ))
    let json = site.handbook("check", "--format", "json")
    #expect(json.output.hasPrefix("[\n  {\"path\": \"content/successes/a.md\", \"line\": 6"))
    site.write("successes/a.md", "---\ndate: 2026-01-15\n---\n# One\n")
    #expect(site.handbook("check", "--format", "json").output == "[]\n")
    #expect(site.handbook("check", "--format", "github").output == "")
  }
}
