import Community
import Diagnostics
import Files
import Testing

@testable import Importing

@Suite("Settings of another site in handbook.yml")
struct SettingsEditTests {
  let starter = """
    # Notes.
    name: Ours
    tagline: A tagline
    purpose: >
      We meet.
      We talk.
    language: en
    timezone: UTC

    # base_url: https://example.org/    (feeds need it)
    licence: cc-by-4.0
    series:
      - id: circle
    navigation: [start, charter]

    # theme:

    """

  @Test("what a new site comes with gives way, and every other line stays")
  func untouched() throws {
    let settings = [
      set(.name, "Lark: a circle"), set(.purpose, "We are many."), set(.language, "fr"),
      set(.timezone, "Europe/Paris"), set(.baseURL, "https://lark.example/"),
      SettingToSet(setting: .navigation, value: .texts(["about", "charter"])),
    ]
    let edit = edit(starter, settings, folder: "Ours")
    #expect(
      edit.text == """
        # Notes.
        name: "Lark: a circle"
        tagline: A tagline
        purpose: We are many.
        language: fr
        timezone: Europe/Paris

        # base_url: https://example.org/    (feeds need it)
        base_url: https://lark.example/
        licence: cc-by-4.0
        series:
          - id: circle
        navigation: [about, charter]

        # theme:

        """)
    #expect(edit.offered == [])
    #expect(edit.written == [.name, .purpose, .language, .timezone, .baseURL, .navigation])
  }

  @Test("what somebody wrote stays, and the old site's words are offered")
  func touched() throws {
    let own = starter.replacing("We talk.", with: "We sing.").replacing(
      "[start, charter]", with: "[rules]")
    let settings = [
      set(.name, "Lark"), set(.purpose, "We are many."), set(.language, "fr"),
      SettingToSet(setting: .navigation, value: .texts(["about"])),
    ]
    let edit = edit(own, settings, folder: "Ours")
    #expect(edit.text == own)
    #expect(
      edit.offered.map(\.line) == [
        "name: Lark", "purpose: We are many.", "language: fr", "navigation: [about]",
      ])
  }

  @Test("a name that was given stays, and the same words again change nothing")
  func given() throws {
    let edit = edit(starter, [set(.name, "Lark"), set(.tagline, "A tagline")], folder: "site")
    #expect(edit.text == starter)
    #expect(edit.offered.map(\.line) == ["name: Lark"])
    #expect(edit.written == [])
  }

  @Test(
    "the old settings of every tool are understood",
    arguments: [
      (
        Generator.hugo, "hugo.toml",
        "title = \"Lark\"\nbaseURL = \"https://lark.example\"\nlanguageCode = \"fr\"\n"
          + "timeZone = \"Europe/Paris\"\n[params]\ndescription = \"We are many.\"\n"
      ),
      (
        .jekyll, "_config.yml",
        "title: Lark\nurl: https://lark.example\nbaseurl: \"\"\nlang: fr\ntimezone: Europe/Paris\n"
          + "description: We are many.\n"
      ),
      (
        .mkdocs, "mkdocs.yml",
        "site_name: Lark\nsite_url: https://lark.example/\nsite_description: We are many.\n"
          + "theme:\n  language: fr\ntimezone: Europe/Paris\n"
      ),
    ])
  func tools(generator: Generator, file: String, text: String) throws {
    let settings = try SiteSurvey(MemoryFileTree([file: text]), generator).mapping.settings
    #expect(
      settings == [
        .name: ["Lark"], .baseURL: ["https://lark.example/"], .language: ["fr"],
        .timezone: ["Europe/Paris"], .purpose: ["We are many."],
      ])
  }

  @Test(
    "the menu is that of the old site, by the ids that its pages have here",
    arguments: [
      (
        Generator.hugo,
        [
          "hugo.toml":
            "[[menu.main]]\nname = \"Us\"\nurl = \"/about/\"\nweight = 2\n[[menu.main]]\n"
            + "name = \"Rules\"\npageRef = \"rules\"\nweight = 1\n[[menu.main]]\nurl = \"https://x.example\"\n"
        ], "content/"
      ),
      (
        .hugo, ["hugo.toml": "[menus]\nmain = [{pageRef = \"/rules\"}, {pageRef = \"/about\"}]\n"],
        "content/"
      ),
      (
        .mkdocs,
        ["mkdocs.yml": "nav:\n  - Rules: rules.md\n  - Us: about.md\n  - All:\n    - more.md\n"],
        "docs/"
      ),
      (.jekyll, ["_config.yml": "header_pages:\n  - rules.md\n  - about.md\n"], ""),
    ])
  func menus(generator: Generator, files: [String: String], folder: String) throws {
    var texts = files
    texts["\(folder)about.md"] = "# About\n"
    texts["\(folder)rules.md"] = "# Rules\n"
    texts["\(folder)more.md"] = "# More\n"
    let plan = try SiteImport.plan(MemoryFileTree(texts), generator, nil, existing: [])
    let menu = plan.settings.first { $0.setting == .navigation }
    #expect(menu?.value == .texts(["rules", "about"]))
  }

  private func set(_ setting: SiteSetting, _ text: String) -> SettingToSet {
    SettingToSet(setting: setting, value: .text(text))
  }

  private func edit(_ text: String, _ settings: [SettingToSet], folder: String) -> SettingsEdit {
    SettingsEdit(
      SourceText(path: "content/handbook.yml", text), settings,
      starter: SourceText(path: "content/handbook.yml", starter), folder: folder)
  }
}
