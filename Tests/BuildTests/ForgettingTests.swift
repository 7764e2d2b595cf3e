import Build
import Community
import Dates
import Diagnostics
import Files
import Markup
import Rewriting
import TestSupport
import Testing

@Suite("Forgetting a member")
struct ForgettingTests {
  @Test("a neutral id stands wherever theirs stood, and what no rule can fix is told")
  func everything() async throws {
    let tree = try siteTree(community)
    let site = try #require(try await SourceSite.read(tree))
    let forgetting = try await plan("Rosa Lindqvist", in: site, over: tree)
    let files = try texts(of: forgetting.plan.tree(over: tree))

    #expect(forgetting.to == EntryID(.member, "m-08"))
    #expect(
      files["members/m-08.md"] == """
        ---
        status: withdrawn
        name: Rosa Lindqvist
        also_known_as: [Roz]
        withheld_pictures: [\(try #require(forgetting.fingerprint(in: files)))]
        ---

        """)
    #expect(files.keys.filter { $0.contains("rosa") }.sorted() == ["pages/with-rosa-lindqvist.md"])
    #expect(
      files["meetings/circle.md"] == """
        ---
        title: The circle   # of February
        date: 2026-02-12
        chair: m-08
        attendees:
          - m-07
          - "m-08"
        ---
        - [ ] @m-08 sends the rubric
        - [x] @m-08 sent the plan
        - [ ] ~~@m-08~~ @m-07 rings

        @m-08's idea, and @m-08's. [[m-08]], [[m-08]] and @m-08 of [our circle](../members/m-08.md).

        @m-08 said it.

        """)
    #expect(files["tags.yml"] == "tags: [{id: x, description: a former member}]\n")
    #expect(forgetting.settings == ["content/tags.yml"])
    #expect(forgetting.takenDown == ["content/pages/with-rosa-lindqvist.md"])
    #expect(
      files["pages/with-rosa-lindqvist.md"]?.hasPrefix("---\ntaken_down: it names somebody") == true
    )
    #expect(forgetting.actions.map { "\($0.path):\($0.line)" } == ["content/meetings/circle.md:9"])
    #expect(forgetting.roles == ["Coordinator"])
    #expect(
      forgetting.plan.removals == [
        "content/members/rosa-lindqvist/index.md", "content/members/rosa-lindqvist/portrait.svg",
      ])
  }

  @Test("a member who has a neutral id keeps it, and a photo that others show is not deleted")
  func neutral() async throws {
    let tree = try siteTree([
      "handbook.yml": privateSettings, "assets/us.svg": drawing, "assets/me.svg": drawing,
      "members/m-07.md":
        "---\nname: Maria Lopez\nphoto: ../assets/me.svg\nphoto_alt: M\n---\nHello.\n",
      "members/m-09.md": "---\nname: Sam Reed\nphoto: ../assets/us.svg\nphoto_alt: S\n---\n",
      "pages/a.md": "# A\n\n@m-07 ![Us](us.svg)\n",
    ])
    let site = try #require(try await SourceSite.read(tree))
    let maria = try await plan("m-07", in: site, over: tree)
    let text = try #require(texts(of: maria.plan.tree(over: tree))["members/m-07.md"])
    #expect(text.hasPrefix("---\nstatus: withdrawn\nname: Maria Lopez\nwithheld_pictures: ["))
    #expect(!text.contains("Hello"))
    #expect(maria.plan.removals == ["content/assets/me.svg"])
    let sam = try await plan("m-09", in: site, over: tree)
    #expect(sam.plan.removals == [])
    #expect(sam.withheld == ["content/assets/us.svg"])
  }

  @Test("nobody is guessed at")
  func refused() async throws {
    let files = ["members/ada-okafor.md": ada, "members/ada-reed.md": "---\nstatus: active\n---\n"]
    let site = try #require(try await SourceSite.read(siteTree(files)))
    #expect(
      throws: RewriteRefusal(
        "'ada' could be 'members/ada-okafor', 'members/ada-reed'", hint: "write the whole id")
    ) { try site.member("ada") }
    #expect(
      throws: RewriteRefusal(
        "no member is called 'ada-okafr'", hint: "did you mean 'ada-okafor' (Ada Okafor)?")
    ) { try site.member("ada-okafr") }
  }

  @Test("the command tells the plan first, then does it, and says what is left to do")
  func command() throws {
    let site = try SiteOnDisk([
      "handbook.yml": privateSettings, "members/ada-okafor.md": ada,
      "pages/a.md": "# A\n\n@ada wrote it. Ada Okafor did.\n",
      "meetings/b.md": "---\ntitle: B\ndate: 2026-02-12\n---\n- [ ] @ada-okafor rings\n",
    ])
    let before = site.files(in: "./content")
    let dry = site.handbook("forget", "ada", "--dry-run")
    #expect(dry.errors == "")
    #expect(site.files(in: "./content") == before)
    for line in [
      "They become m-01.", "- [ ] @ada-okafor rings", "+ - [ ] @m-01 rings",
      "+ @m-01 wrote it. @m-01 did.", "delete  content/members/ada-okafor.md",
      "These open actions need an owner:\n  content/meetings/b.md:5",
      "m-01 keeps their names and the fingerprints of their pictures",
      "Nothing was changed: this was a dry run.", "Publish now: handbook publish",
    ] { #expect(dry.output.contains(line), "\(line)") }
    #expect(site.handbook("forget", "ada").output.contains("\nDone.\n"))
    #expect(site.handbook("build").status == 0)
    #expect(site.files()["members/ada-okafor.html"] == nil)
    for (path, bytes) in site.files() {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("Okafor"), "\(path)")
    }
    site.write("pages/again.md", "# Again\n\nThanks, Ada Okafor.\n")
    let again = site.handbook("build")
    #expect(again.status == 1 && again.errors.contains("[name-in-text]"))
  }

  @Test(
    "for every member: forgotten, then built, no file holds their name, their id or an alias",
    arguments: seeds(environmentVariable("HANDBOOK_TORTURE") == nil ? 60 : 200))
  func noTrace(seed: UInt64) async throws {
    var generator = SplitMix(seed: 5_000 + seed)
    let community = RandomCommunity(using: &generator, isPublicSource: false)
    let tree = try siteTree(community.files)
    let site = try #require(try await SourceSite.read(tree))
    for person in community.everybody {
      let forgetting = try await plan(person.id, in: site, over: tree)
      let changed = try forgetting.plan.tree(over: tree)
      let secrets =
        [Secret(text: person.name, isName: true), Secret(text: person.alias, isName: true)]
        + (EntryID.isNeutral(person.id) ? [] : [Secret(text: person.id, isName: false)])
      var settings = BuildSettings(today: CalendarDate(daysSince1970: 20_513))
      settings.audience = seed % 2 == 0 ? .members : .everyone
      settings.includesDrafts = true
      let built = try await Inspection.inspect(changed, settings)
      #expect(built.renderer != nil, "seed \(seed): \(built.report)")
      #expect(await Leak.all(in: built, of: secrets) == [], "seed \(seed)")
      #expect(try await isRefused("Thanks to \(person.name).", on: changed), "seed \(seed)")
      let guardFile = "members/\(forgetting.to.name).md"
      for (path, text) in try texts(of: changed) where path != guardFile {
        for form in secrets.flatMap(\.forms) {
          #expect(!text.contains(form) && !path.contains(form), "seed \(seed): \(path)")
        }
      }
    }
  }
}

extension ForgettingTests {
  @Test(
    "every member of the sample can be forgotten at once, and is named nowhere then",
    arguments: ["public", "private"])
  func sample(source: String) async throws {
    let tree = try sampleTree(source)
    let site = try #require(try await SourceSite.read(tree))
    let members = site.library.entries.filter { $0.id.kind == .member }
    #expect(members.count > 10)
    for entry in members {
      guard case .member(let member) = entry.fields else { continue }
      let forgetting = try await plan(entry.id.name, in: site, over: tree)
      let changed = try forgetting.plan.tree(over: tree)
      let built = try await Inspection.inspect(
        changed, BuildSettings(today: CalendarDate(daysSince1970: 20_783)))
      #expect(built.renderer != nil, "\(entry.id): \(built.report)")
      let names =
        [member.name].compactMap(\.self).map(\.value) + member.alsoKnownAs.map(\.value)
        + (EntryID.isNeutral(entry.id.name) ? [] : [entry.id.name])
      for (path, text) in built.pages.all {
        for name in names {
          #expect(!text.contains(name) && !path.contains(name), "\(name) in \(path)")
        }
      }
      guard let name = member.name?.value, source == "private" else { continue }
      #expect(try await isRefused("Thanks to \(name).", on: changed))
    }
  }

  /// Whether a page with such a text stops the site.
  private func isRefused(_ text: String, on tree: ChangedFileTree) async throws -> Bool {
    let page = try RelativePath("content/pages/written-again.md")
    let written = ChangedFileTree(
      tree, written: [page: Array("# Again\n\n\(text)\n".utf8)], moved: [:], removed: [])
    let settings = BuildSettings(today: CalendarDate(daysSince1970: 20_783))
    return try await Inspection.inspect(written, settings).renderer == nil
  }

  /// The handbook of this repository, as if others could read its source or not.
  private func sampleTree(_ source: String) throws -> MemoryFileTree {
    var tree = MemoryFileTree()
    for file in try filesOfRepository(below: "content") {
      var bytes = file.bytes
      if file.path == "handbook.yml" {
        let text = String(decoding: bytes, as: UTF8.self)
        bytes = Array(text.replacing("source: public", with: "source: \(source)").utf8)
      }
      tree.set(bytes, at: try RelativePath("content/\(file.path)"))
    }
    return tree
  }
}

private func plan(
  _ member: String, in site: SourceSite, over tree: MemoryFileTree
) async throws -> Forgetting {
  try await Forgetting.plan(
    member, in: site, over: tree, words: "a former member",
    today: CalendarDate(daysSince1970: 20_513))
}

extension Forgetting {
  /// The fingerprint that the member's file keeps.
  fileprivate func fingerprint(in files: [String: String]) -> Substring? {
    files["members/\(to.name).md"]?.split(separator: "withheld_pictures: [").last?
      .split(separator: "]").first
  }
}

private let community = [
  "handbook.yml": privateSettings + "roles: [{id: coordinator, title: Coordinator}]\n",
  "tags.yml": "tags: [{id: x, description: Rosa Lindqvist}]\n",
  "members/rosa-lindqvist/index.md": """
  ---
  name: Rosa Lindqvist
  also_known_as: [Roz]
  roles: [coordinator]
  photo: portrait.svg
  photo_alt: Rosa
  consent: {name: yes, profile: yes, photo: yes, given: 2025-09-01}
  ---
  I am Rosa Lindqvist.

  """,
  "members/rosa-lindqvist/portrait.svg": drawing,
  "members/m-07.md": "---\nstatus: active\n---\n",
  "assets/trip.svg": drawing,
  "meetings/circle.md": """
  ---
  title: The circle   # of February
  date: 2026-02-12
  chair: rosa-lindqvist
  attendees:
    - m-07
    - "rosa-lindqvist"
  ---
  - [ ] @rosa-lindqvist sends the rubric
  - [x] @rosa sent the plan
  - [ ] ~~@roz~~ @m-07 rings

  @rosa-lindqvist's idea, and @Roz's. [[rosa-lindqvist]], [[members/rosa-lindqvist|Rosa Lindqvist]] and [Roz](../members/rosa-lindqvist/index.md) of [our circle](../members/rosa-lindqvist/index.md).

  Rosa Lindqvist said it.

  """,
  "pages/with-rosa-lindqvist.md": "# With Rosa Lindqvist\n",
  "pages/trip.md":
    "---\ntitle: Trip\nimage: ../assets/trip.svg\nimage_alt: Us\nimage_shows: rosa-lindqvist\n---\nWe went.\n",
]
