import Files
import Markup
import Testing

@testable import Importing

@Suite("The settings of another tool's site")
struct OldSettingsTests {
  @Test("Hugo's settings are read from one file or from a folder of them")
  func hugo() throws {
    let tree = MemoryFileTree([
      "hugo.toml": "title = \"Old\"\n[permalinks]\nposts = \"/:year/:slug/\"\n",
      "config/_default/menus.toml": "[[main]]\nname = \"About\"\n",
      "content/posts/config.yml": "title: no settings\n",
    ])
    let settings = try OldSettings.read(tree, .hugo)
    #expect(settings["title"]?.text == "Old")
    #expect(settings["permalinks", "posts"]?.text == "/:year/:slug/")
    #expect(settings["menus", "main"]?.texts == ["About"])
    #expect(settings.files.count == 2)
  }

  @Test("tags that only MkDocs reads do not hide the rest")
  func mkdocs() throws {
    let tree = MemoryFileTree([
      "mkdocs.yml": """
      site_name: Hello! All
      markdown_extensions:
        - toc:
            slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}
      site_url: !ENV [SITE_URL, "https://old.example/"]
      """
    ])
    let settings = try OldSettings.read(tree, .mkdocs)
    #expect(settings["site_name"]?.text == "Hello! All")
    #expect(settings["site_url"]?.texts == ["SITE_URL", "https://old.example/"])
    #expect(settings.notes == [])
  }

  @Test("a settings file that cannot be read is told, and the others are read")
  func broken() throws {
    let tree = MemoryFileTree([
      "_config.yml": "title: [\n", "_config.toml": "lang = \"fr\"",
    ])
    let settings = try OldSettings.read(tree, .jekyll)
    #expect(settings["lang"]?.text == "fr")
    #expect(settings.notes.count == 1)
    #expect(settings.notes.first?.hasPrefix("_config.yml: read all the same: ") == true)
  }
}
