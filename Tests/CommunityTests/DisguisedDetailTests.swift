import Build
import Community
import Diagnostics
import TestSupport
import Testing

@Suite("Details in disguise")
struct DisguisedDetailTests {
  @Test(
    "an address that the page shows is found, whatever writes it",
    arguments: [
      "ada\u{200B}@home-mail.org", "ada@\u{2060}home-mail.org", "ada@home\u{AD}-mail.org",
      "ada@home\u{2011}mail.org", "ada＠home-mail.org", "“ada@home-mail.org”",
      "Write ada@home-mail.org—or ring.", "sofía@home-mail.org",
      "&#97;da&commat;home-mail&period;org",
      "<span title=\"ada&#64;home-mail.org\">x</span>",
      "<abbr title='ada&commat;home-mail.org'>x</abbr>",
      "<a href=\"mailto:ada&#64;home-mail.org\">x</a>", "<p lang=\"ada&#x40;home-mail.org\">x</p>",
      "[x](mailto:ada%E2%80%8B@home-mail.org)", "[x](mailto:ada%40home-mail.org?subject=%E9)",
      "[x](https://home-mail.org \"ada&#64;home-mail.org\")", "![ada&#64;home-mail.org](plan.svg)",
      "<mailto:ada%40home-mail.org>", "| ada&#64;home-mail.org | |\n| --- | --- |",
      "```ada&#64;home-mail.org\nx\n```",
    ])
  func address(text: String) async throws {
    #expect(try await found(in: text) == ["email-address"])
  }

  @Test(
    "an address in a field is found, escaped or not",
    arguments: [
      #"summary: "ada\x40home-mail.org""#, #"summary: "ada\u0040home-mail.org""#,
      #"summary: "\x61da@home-mail.org""#, "summary: ada@home-mail.org",
      "summary: >-\n  Write\n  ada@home-mail.org", "summary: \"ada\u{200B}@home-mail.org\"",
      #"tags: ["ada\x40home-mail.org"]"#, #"extra: {a: {b: ["mailto:ada%40home-mail.org"]}}"#,
      "extra: {a: \"mailto:ada%40home-mail.org?body=%E9\"}",
    ])
  func field(line: String) async throws {
    let site = try await handbook(["pages/a.md": "---\ntitle: A\n\(line)\n---\nx\n"])
    #expect(site.privacyFindings == ["email-address"])
  }

  @Test("the address in a member's link is found behind its escapes")
  func link() async throws {
    let site = try await handbook([
      "members/ada-okafor.md": ada.replacing(
        "consent:", with: "links: [{label: Mail, url: \"mailto:ben%40home-mail.org\"}]\nconsent:")
    ])
    #expect(site.privacyFindings == ["email-address"])
  }

  @Test("the settings and the tags are searched as they are shown")
  func settings() async throws {
    let site = try await handbook([
      "handbook.yml": plainSettings + #"""
        purpose: "ring 0\x3720 7946 0991, ada\x40home-mail.org"
        join: |
          Write to ben&#64;home-mail.org.

          | Passcode | 778899 |
          | --- | --- |

        """#,
      "tags.yml": "tags:\n  - id: maths\n    label: \"eve\\x40home-mail.org\"\n",
    ])
    #expect(
      site.diagnostics.filter { $0.severity == .privacy }.map {
        "\($0.location?.path.dropFirst(8) ?? "") \($0.location?.line ?? 0) \($0.words ?? "")"
      } == [
        "handbook.yml 3 0720 7946 0991", "handbook.yml 3 ada@home-mail.org",
        "handbook.yml 5 ben@home-mail.org", "handbook.yml 7 Passcode | 778899",
        "tags.yml 3 eve@home-mail.org",
      ], "\(site.report)")
  }

  @Test("what nobody is shown is no finding: comments and names of fields")
  func unseen() async throws {
    let site = try await handbook([
      "handbook.yml": plainSettings
        + "# ada@home-mail.org, 020 7946 0991\ntagline: Us # passcode 778899\n",
      "pages/a.md": "---\ntitle: A\n# ada@home-mail.org\nextra: {ada@home-mail.org: x}\n---\nx\n",
    ])
    #expect(site.report == "")
  }

  @Test("a finding in handbook.yml and tags.yml is accepted in handbook.yml, escapes and all")
  func accepted() async throws {
    let site = try await handbook([
      "handbook.yml": plainSettings + #"""
        tagline: "ada\x40home-mail.org"
        join: Ring 020–7946–0991, or write to ben&#64;home-mail.org.
        accepts:
          - {id: email-address, words: ada@home-mail.org, why: she asked us to}
          - {id: email-address, words: ben@home-mail.org, why: he asked us to}
          - {id: email-address, words: eve@home-mail.org, why: she asked us to}
          - {id: phone-number, words: 020 7946 0991, why: the office}

        """#,
      "tags.yml": "tags:\n  - id: maths\n    label: eve@home-mail.org\n",
    ])
    #expect(site.privacyFindings == [], "\(site.report)")
  }

  private func found(in text: String) async throws -> [String] {
    try await handbook([
      "pages/a.md": "# A page\n\n\(text)\n",
      "pages/plan.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    ]).privacyFindings
  }
}

extension Inspection {
  fileprivate var privacyFindings: [String] {
    diagnostics.filter { $0.severity == .privacy }.map(\.id.rawValue)
  }
}
