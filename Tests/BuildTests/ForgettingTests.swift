import Build
import Community
import Diagnostics
import Files
import Markup
import Rewriting
import TestSupport
import Testing

@Suite("Forgetting a member")
struct ForgettingTests {
  @Test("a neutral id stands wherever theirs stood, and what no rule can mend is told")
  func everything() async throws {
    let tree = try siteTree(community)
    let site = try #require(try await SourceSite.read(tree))
    let forgetting = try Forgetting("Rosa Lindqvist", in: site)
    try await forgetting.plan.refuseIfItBreaks(tree)
    let files = try texts(of: forgetting.plan.tree(over: tree))

    #expect(forgetting.to == EntryID(.member, "m-08"))
    #expect(files["members/m-08.md"] == "---\nstatus: withdrawn\n---\n")
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

        Rosa Lindqvist said it.

        """)
    #expect(
      forgetting.mentions.map { "\($0.path):\($0.line):\($0.column)" } == [
        "content/meetings/circle.md:15:1", "content/pages/with-rosa-lindqvist.md:1:8",
        "content/tags.yml:1:29",
      ])
    #expect(forgetting.namedFiles == ["content/pages/with-rosa-lindqvist.md"])
    #expect(forgetting.pictures.map(\.path) == ["content/pages/trip.md"])
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
    let maria = try Forgetting("m-07", in: site)
    #expect(
      try texts(of: maria.plan.tree(over: tree))["members/m-07.md"]
        == "---\nstatus: withdrawn\n---\n")
    #expect(maria.plan.removals == ["content/assets/me.svg"])
    let sam = try Forgetting("m-09", in: site)
    #expect(sam.plan.removals == [])
  }

  @Test("nobody is guessed at")
  func refused() async throws {
    let files = ["members/ada-okafor.md": ada, "members/ada-reed.md": "---\nstatus: active\n---\n"]
    let site = try #require(try await SourceSite.read(siteTree(files)))
    #expect(
      throws: RewriteRefusal(
        "'ada' could be 'members/ada-okafor', 'members/ada-reed'", hint: "write the whole id")
    ) { try Forgetting("ada", in: site) }
    #expect(
      throws: RewriteRefusal(
        "no member is called 'ada-okafr'", hint: "did you mean 'ada-okafor' (Ada Okafor)?")
    ) { try Forgetting("ada-okafr", in: site) }
  }

  @Test("the command tells the plan first, then does it, and says what is left to do")
  func command() throws {
    let site = try SiteOnDisk([
      "handbook.yml": privateSettings, "members/ada-okafor.md": ada,
      "pages/a.md": "# A\n\n@ada wrote it. Ada Okafor did.\n",
      "meetings/b.md": "---\ntitle: B\ndate: 2026-02-12\n---\n- [ ] @ada-okafor rings\n",
    ])
    let plan = """
      members/ada-okafor becomes members/m-01.

      change  content/meetings/b.md
            5 - - [ ] @ada-okafor rings
              + - [ ] @m-01 rings
      write   content/members/m-01.md
              + ---
              + status: withdrawn
              + ---
              +\u{20}
      change  content/pages/a.md
            3 - @ada wrote it. Ada Okafor did.
              + @m-01 wrote it. Ada Okafor did.
      delete  content/members/ada-okafor.md


      """
    let left = """

      These texts still say who it was. Reword them:
        content/pages/a.md:3:17: @m-01 wrote it. Ada Okafor did.

      These open actions need an owner:
        content/meetings/b.md:5

      Git keeps every earlier version of these files, and so does whoever has a copy. \
      docs/privacy.md says what you can do about that. Then build and publish the site anew.

      """
    let before = site.files(in: "content")
    let dry = site.handbook("forget", "ada", "--dry-run")
    #expect(dry.errors == "")
    #expect(dry.output == plan + "Nothing was changed: this was a dry run.\n" + left)
    #expect(site.files(in: "content") == before)
    #expect(site.handbook("forget", "ada").output == plan + "Done.\n" + left)
    #expect(site.handbook("build").status == 0)
    #expect(site.files()["members/ada-okafor.html"] == nil)
    #expect(site.handbook("forget", "ada").status == 2)
  }

  @Test(
    "for every member: forgotten, then built, no file holds their name, their id or an alias",
    arguments: seeds(25))
  func noTrace(seed: UInt64) async throws {
    var generator = SplitMix(seed: 5_000 + seed)
    let community = RandomCommunity(using: &generator, isPublicSource: false)
    let tree = try siteTree(community.files)
    let site = try #require(try await SourceSite.read(tree))
    for person in community.everybody {
      let forgetting = try Forgetting(person.id, in: site)
      try await forgetting.plan.refuseIfItBreaks(tree)
      #expect(forgetting.mentions == [], "seed \(seed)")
      let changed = try forgetting.plan.tree(over: tree)
      let secrets =
        [Secret(text: person.name, isName: true), Secret(text: person.alias, isName: true)]
        + (EntryID.isNeutral(person.id) ? [] : [Secret(text: person.id, isName: false)])
      for audience in Audience.allCases {
        var settings = BuildSettings(today: CalendarDate(daysSince1970: 20_513))
        settings.audience = audience
        settings.includesDrafts = true
        let built = try await Inspection.inspect(changed, settings)
        #expect(built.renderer != nil, "seed \(seed): \(built.report)")
        #expect(await Leak.all(in: built, of: secrets) == [], "seed \(seed)")
      }
      for (path, text) in try texts(of: changed) {
        for form in secrets.flatMap(\.forms) {
          #expect(!text.contains(form) && !path.contains(form), "seed \(seed): \(path)")
        }
      }
    }
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
