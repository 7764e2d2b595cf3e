import TestSupport
import Testing

@Suite("Open data")
struct OpenDataTests {
  private let files = [
    "members/ada.md":
      "---\nname: Ada\nconsent: {name: yes, profile: yes, given: 2026-01-01}\n---\n",
    "posts/a.md":
      "---\ndate: 2026-02-12\nauthors: ada\ntags: Maths\n---\n# A\n\nBy @ada, as [[ada]].\n",
    "meetings/b.md":
      "---\ndate: 2026-02-12\nstart: 16:00\n---\n# B\n\n- [x] @ada ask @ada of [[a]]\n",
  ]

  @Test("all that is public is in one file, an entry a line, and nobody is named in it")
  func nobody() async throws {
    let site = try await handbook(files)
    #expect(site.report == "")
    #expect(
      site.pages["data/handbook.json"] == #"""
        {"version": 1,
        "community": {"name": "The Circle", "language": "en", "timezone": "Europe/London", "series": [], "roles": []},
        "tags": [
        {"id": "maths", "label": "Maths", "address": "tags/maths.html"}],
        "entries": [
        {"id": "posts/a", "kind": "post", "title": "A", "address": "posts/a.html", "language": "en", "summary": "By a member, as a member.", "tags": ["maths"], "date": "2026-02-12"},
        {"id": "meetings/b", "kind": "meeting", "title": "B", "address": "meetings/b.html", "language": "en", "date": "2026-02-12", "meeting_kind": "meeting", "status": "held", "start": "2026-02-12T16:00:00+00:00", "timezone": "Europe/London"}],
        "actions": [
        {"id": "meetings/b#action-1", "meeting": "meetings/b", "text": "ask a member of A", "state": "done"}],
        "decisions": [],
        "links": [
        {"from": "meetings/b", "to": "posts/a"}]}

        """#)
  }

  @Test("with open_data, those who agreed to be named are in it")
  func people() async throws {
    var files = files
    files["handbook.yml"] = plainSettings + "open_data: yes\n"
    let data = try #require(try await handbook(files).pages["data/handbook.json"])
    #expect(data.contains(#""authors": [{"name": "Ada", "id": "members/ada"}]"#))
    #expect(data.contains(#""summary": "By Ada, as Ada.""#))
    #expect(data.contains(#"{"id": "members/ada", "kind": "member", "title": "Ada""#))
    #expect(data.contains(#""owners": [{"name": "Ada", "id": "members/ada"}]"#))
    #expect(data.contains(#"{"from": "posts/a", "to": "members/ada"}"#))
  }
}
