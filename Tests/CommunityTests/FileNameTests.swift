import TestSupport
import Testing

@Suite("File names and ids")
struct FileNameTests {
  @Test("a file name that cannot be an address is answered with one that can")
  func badNames() async throws {
    let site = try await handbook([
      "members/siân-łukasz.md": ada,
      "members/李雷.md": ada,
      "pages/Charter.MD": "# Charter",
      "pages/a_b.md": "# A",
      "pages/My Page.md": "# A",
      "pages/Über uns/index.md": "# A",
    ])
    #expect(
      site.report == """
        content/members/siân-łukasz.md: error: 'siân-łukasz.md' cannot be an address [bad-file-name]
            help: rename it to 'sian-lukasz.md'
        content/members/李雷.md: error: '李雷.md' cannot be an address [bad-file-name]
            help: rename it to 'member-1.md'
        content/pages/Charter.MD: error: 'Charter.MD' cannot be an address [bad-file-name]
            help: rename it to 'charter.md'
        content/pages/My Page.md: error: 'My Page.md' cannot be an address [bad-file-name]
            help: rename it to 'my-page.md'
        content/pages/a_b.md: error: 'a_b.md' cannot be an address [bad-file-name]
            help: rename it to 'a-b.md'
        content/pages/Über uns/index.md: error: 'Über uns' cannot be an address [bad-file-name]
            help: rename the folder to 'uber-uns'
        6 errors

        """)
  }

  @Test("a badly named file is still read, so that all of its problems are told")
  func readAnyway() async throws {
    let site = try await handbook([
      "posts/My Post.md": """
      ---
      date: 2026-02-01
      ---
      # A

      """
    ])
    #expect(
      site.report == """
        content/posts/My Post.md: error: 'My Post.md' cannot be an address [bad-file-name]
            help: rename it to 'my-post.md'
        content/posts/My Post.md:1: warning: nobody is credited with this post, so it is the community's [nobody-credited]
          1 | ---
            | ^^^
            help: write the ids of those who wrote it after 'authors:', or leave it so
        1 error, 1 warning

        """)
  }

  @Test("the index of a kind cannot be written as an entry")
  func indexOfKind() async throws {
    let site = try await handbook([
      "pages/index.md": "# A",
      "posts/_index.md": "# P",
    ])
    #expect(
      site.report == """
        content/pages/index.md: error: the site makes the index of pages itself, so 'index.md' cannot be an entry [bad-file-name]
            help: give the file a name of its own, for example 'page-1.md', or remove it
        content/posts/_index.md: error: the site makes the index of posts itself, so '_index.md' cannot be an entry [bad-file-name]
            help: give the file a name of its own, for example 'post-1.md', or remove it
        2 errors

        """)
  }

  @Test("two files of one id are told by both paths")
  func duplicates() async throws {
    let site = try await handbook([
      "members/ada-okafor.md": ada,
      "posts/2025/a.md": """
      ---
      date: 2026-02-01
      authors: ada-okafor
      ---
      # A

      """,
      "posts/2026/a.md": """
      ---
      date: 2026-02-01
      authors: ada-okafor
      ---
      # A

      """,
    ])
    #expect(
      site.report == """
        content/posts/2026/a.md: error: the id 'a' is taken by content/posts/2025/a.md [duplicate-id]
            note: Subfolders sort files, not addresses: both would be posts/a.html.
            help: rename one of the two files
        1 error

        """)
  }

  @Test("a file and a folder of one id are told by both paths")
  func fileAndFolder() async throws {
    let site = try await handbook([
      "pages/a.md": "# A",
      "pages/a/index.md": "# A",
    ])
    #expect(
      site.report == """
        content/pages/a/index.md: error: the id 'a' is taken by content/pages/a.md [duplicate-id]
            note: Subfolders sort files, not addresses: both would be pages/a.html.
            help: rename one of the two files
        1 error

        """)
  }

  @Test("an alias must be fit for an address")
  func badAliases() async throws {
    let site = try await handbook([
      "pages/a.md": """
      ---
      aliases: [Old Page, ../x, "%2e%2e", "!"]
      ---
      # A

      """
    ])
    #expect(
      site.report == """
        content/pages/a.md:2:11: error: an alias is an old id, and 'Old Page' cannot be one [bad-id]
          2 | aliases: [Old Page, ../x, "%2e%2e", "!"]
            |           ^^^^^^^^
            help: write old-page
        content/pages/a.md:2:21: error: an alias is an old id, and '../x' cannot be one [bad-id]
          2 | aliases: [Old Page, ../x, "%2e%2e", "!"]
            |                     ^^^^
            help: write x
        content/pages/a.md:2:28: error: an alias is an old id, and '%2e%2e' cannot be one [bad-id]
          2 | aliases: [Old Page, ../x, "%2e%2e", "!"]
            |                            ^^^^^^
            help: write 2e-2e
        content/pages/a.md:2:38: error: an alias is an old id, and '!' cannot be one [bad-id]
          2 | aliases: [Old Page, ../x, "%2e%2e", "!"]
            |                                      ^
            help: use the letters a to z, digits and hyphens
        4 errors

        """)
  }

  @Test("an alias that is another entry's id is told once")
  func aliasTaken() async throws {
    let site = try await handbook([
      "pages/a.md": """
      ---
      aliases: [b]
      ---
      # A

      """,
      "pages/b.md": "# B",
    ])
    #expect(
      site.report == """
        content/pages/a.md:2:11: error: the alias 'b' is taken by 'pages/b' [duplicate-id]
          2 | aliases: [b]
            |           ^
            help: remove the alias, or rename the other entry
        1 error

        """)
  }

  @Test("an alias that two entries give is told once")
  func aliasTwice() async throws {
    let site = try await handbook([
      "pages/a.md": """
      ---
      aliases: [old]
      ---
      # A

      """,
      "pages/b.md": """
      ---
      aliases: [old]
      ---
      # B

      """,
    ])
    #expect(
      site.report == """
        content/pages/b.md:2:11: error: the alias 'old' is taken by 'pages/a' [duplicate-id]
          2 | aliases: [old]
            |           ^^^
            help: remove the alias, or rename the other entry
        1 error

        """)
  }

  @Test("an entry's own id is no alias")
  func aliasOfItself() async throws {
    let site = try await handbook([
      "pages/a.md": """
      ---
      aliases: [a]
      ---
      # A

      """
    ])
    #expect(
      site.report == """
        content/pages/a.md:2:11: error: the alias 'a' is the entry's own id [duplicate-id]
          2 | aliases: [a]
            |           ^
            help: remove the alias
        1 error

        """)
  }

  @Test("one alias written twice, and an old id that another kind uses, are fine")
  func harmlessAliases() async throws {
    let site = try await handbook([
      "pages/a.md": """
      ---
      aliases: [old, old]
      ---
      # A

      [[old]]

      """,
      "resources/old.md": """
      ---
      kind: template
      licence: cc-by
      ---
      # Rubric

      Use it.

      """,
    ])
    #expect(site.report == "")
  }

  @Test("files that are nobody's to publish are left out in silence")
  func privateFiles() async throws {
    let site = try await handbook([
      ".git/config": "x",
      ".env": "x",
      "assets/.DS_Store": "x",
      "assets/key.pem": "x",
      "posts/.draft.md": "x",
      "assets/a.txt~": "x",
      "assets/Thumbs.db": "x",
    ])
    #expect(site.report == "")
  }

  @Test("a folder that is no kind's is an error")
  func unknownFolder() async throws {
    let site = try await handbook([
      "meeting/a.md": "# A",
      "blog/a.md": "# A",
    ])
    #expect(
      site.report == """
        content/blog/a.md: error: content has no folder 'blog' [unknown-folder]
            help: the folders are posts, members, meetings, resources, goals, successes, pages, assets
        content/meeting/a.md: error: content has no folder 'meeting' [unknown-folder]
            help: did you mean 'meetings'?
        2 errors

        """)
  }

  @Test("a file that no entry and no page uses is told, with where to put it")
  func strayFiles() async throws {
    let site = try await handbook([
      "notes.md": "# A",
      "handbok.yml": "x",
      "posts/photo.png": "x",
      "members/ada-okafor.md": ada,
      "posts/trip/index.md": """
      ---
      date: 2026-02-01
      authors: ada-okafor
      ---
      # A

      """,
      "posts/trip/other.md": "# A",
    ])
    #expect(
      site.report == """
        content/handbok.yml: warning: 'handbok.yml' lies outside the folders of the kinds, and is not published [stray-file]
            help: did you mean 'handbook.yml'?
        content/notes.md: warning: 'notes.md' lies outside the folders of the kinds, and is not published [stray-file]
            help: move it to the folder of its kind, for example content/pages
        content/posts/photo.png: warning: 'photo.png' is no entry, and is not published [stray-file]
            help: put it in content/assets, or beside its entry: content/posts/NAME/index.md
        content/posts/trip/other.md: warning: 'other.md' lies in the folder of another entry, and is not published [stray-file]
            help: move it up, out of the folder that holds index.md
        4 warnings

        """)
  }
}
