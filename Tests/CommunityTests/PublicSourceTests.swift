import Build
import Community
import Diagnostics
import TestSupport
import Testing

/// With a public source everybody can read a member's file, whatever the site withholds.
@Suite("A public source")
struct PublicSourceTests {
  @Test("it tells of a name with 'profile: yes, name: no'")
  func profile() async throws {
    #expect(
      try await found(
        "m-07", "---\nname: Tara Quill\nconsent: {profile: yes, name: no, given: 2026-01-15}\n---\n"
      )
        == ["Tara Quill"])
  }

  @Test(
    "it tells of a file's name that is a name, or holds the one that is withheld",
    arguments: [
      ("maria-lopez", "status: withdrawn"), ("maria-lopez", "status: active"),
      ("tara-quill-2", "status: withdrawn"), ("sian", "status: withdrawn\nname: Siân Parry"),
      ("sophie", "status: withdrawn"),
    ])
  func ids(id: String, fields: String) async throws {
    #expect(try await found(id, "---\n\(fields)\n---\n").contains(id))
  }

  @Test("it tells of an old id, and of a text that names the member")
  func aliasesAndBodies() async throws {
    #expect(
      try await found(
        "m-07", "---\nstatus: withdrawn\naliases: [maria-lopez]\n---\nI am Maria Lopez.\n")
        == ["maria-lopez", "Maria Lopez"])
    #expect(
      try await found(
        "m-07", "---\nname: Tara Quill\n---\nI am **Tara** Quill, Ms Quill in class.\n"
      )
      .count == 3)
    #expect(
      try await found("maria-lopez", "---\nstatus: withdrawn\n---\nI am Maria Lopez.\n").count == 2)
  }

  @Test(
    "a neutral id tells nobody, and what a member agrees to may stand",
    arguments: [
      ("m-07", "---\nstatus: withdrawn\n---\n"),
      ("member-1", "---\nstatus: active\n---\nI teach.\n"),
      ("member-a", "---\nstatus: active\n---\n"),
      ("former-member-3", "---\nstatus: withdrawn\n---\n"),
      (
        "maria-lopez",
        "---\nname: Maria Lopez\naliases: [maria]\nconsent: {name: yes, given: 2026-01-15}\n---\nI am Maria Lopez.\n"
      ),
    ])
  func neutral(id: String, text: String) async throws {
    #expect(try await found(id, text) == [])
  }

  @Test("with a private source nothing of it is told")
  func privately() async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings,
      "members/maria-lopez.md": "---\naliases: [maria]\n---\nI am Maria Lopez.\n",
    ])
    #expect(!site.diagnostics.contains { $0.id == "undisclosed-name" })
  }

  @Test("each says what to do")
  func wording() async throws {
    let site = try await handbook(["members/maria-lopez.md": "---\naliases: [marialopez]\n---\nx\n"]
    )
    #expect(
      site.report == """
        content/members/maria-lopez.md: privacy: the file's name tells who this member is, who has not agreed to have their name shown [undisclosed-name]
            note: With 'source: public' everybody can read it, whatever the site withholds.
            help: give the file a neutral name such as m-07.md, and write @m-07 where others mention them
            help: or write 'source: private' in handbook.yml if the repository is private
        1 privacy finding

        """)
  }

  private func found(_ id: String, _ text: String) async throws -> [String] {
    try await handbook(["members/\(id).md": text]).diagnostics
      .filter { $0.severity == .privacy }.map {
        #expect($0.id == "undisclosed-name")
        return $0.words ?? ""
      }
  }
}
