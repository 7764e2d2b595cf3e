import Community
import TestSupport
import Testing

@Suite("The site's own colour")
struct AccentTests {
  @Test(
    "a colour is read as a picker writes it",
    arguments: [
      ("#1b6e53", AccentColour(red: 0x1B, green: 0x6E, blue: 0x53)),
      ("1B6E53", AccentColour(red: 0x1B, green: 0x6E, blue: 0x53)),
      ("#163", AccentColour(red: 0x11, green: 0x66, blue: 0x33)),
    ])
  func reading(written: String, colour: AccentColour) {
    #expect(AccentColour(written) == colour)
  }

  @Test("what is no colour is none", arguments: ["", "#", "red", "#12345", "#1b6e5g", "#1b6e53ff"])
  func refusing(written: String) {
    #expect(AccentColour(written) == nil)
  }

  @Test("a colour too pale to read is made darker by day")
  func contrast() async throws {
    let site = try await handbook([
      "handbook.yml": plainSettings + "theme:\n  accent: \"#ffff00\"\n"
    ])
    #expect(
      site.pages["theme/accent.css"] == """
        :root{--accent:#666600}
        @media screen{:root[data-colours="dark"]{--accent:#ffff00}}
        @media screen and (prefers-color-scheme:dark){:root:not([data-colours="light"]){--accent:#ffff00}}

        """)
  }
}
