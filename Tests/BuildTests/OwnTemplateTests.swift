import TestSupport
import Testing

@Suite("Templates of a site")
struct OwnTemplateTests {
  @Test("a name that a template does not have is an error with the nearest")
  func unknownName() async throws {
    let site = try await handbook([
      "templates/page.html": "{{entry.titel}}"
    ])
    #expect(
      site.report == """
        templates/page.html:1:9: error: nothing in 'entry' is named 'titel' [unknown-template-name]
          1 | {{entry.titel}}
            |         ^^^^^
            help: did you mean 'title'?
        1 error

        """)
  }

  @Test("a partial that there is not is an error with the nearest")
  func unknownPartial() async throws {
    let site = try await handbook([
      "templates/page.html": "{{>partials/crad}}"
    ])
    #expect(
      site.report == """
        templates/page.html:1:4: error: no template is named 'partials/crad' [unknown-partial]
          1 | {{>partials/crad}}
            |    ^^^^^^^^^^^^^
            help: did you mean 'partials/card'?
        1 error

        """)
  }

  @Test("a section that is never closed is told once")
  func unclosed() async throws {
    let site = try await handbook([
      "templates/page.html": "{{#entry}}x"
    ])
    #expect(
      site.report == """
        templates/page.html:1:1: error: 'entry' is opened here and never closed [unclosed-section]
          1 | {{#entry}}x
            | ^^^^^^^^^^
            help: close it with '{{/entry}}'
        1 error

        """)
  }

  @Test("text cannot be put into a page as HTML")
  func unescaped() async throws {
    let site = try await handbook([
      "templates/page.html": "{{{entry.title}}}"
    ])
    #expect(
      site.report == """
        templates/page.html:1:4: error: 'entry.title' is a text; only HTML is printed unescaped [unescaped-text]
          1 | {{{entry.title}}}
            |    ^^^^^^^^^^^
            help: write '{{entry.title}}'
        1 error

        """)
  }

  @Test("a word that the theme does not have is an error with the nearest")
  func unknownWord() async throws {
    let site = try await handbook([
      "templates/page.html": "{{words.hom}}"
    ])
    #expect(
      site.report == """
        templates/page.html:1:3: error: no interface word is named 'hom' [unknown-interface-word]
          1 | {{words.hom}}
            |   ^^^^^^^^^
            help: did you mean 'words.home'?
        1 error

        """)
  }

  @Test("strings that the theme does not have are errors with the nearest")
  func unknownString() async throws {
    let site = try await handbook([
      "templates/strings/en.yml": "hom: x\nhome: Start\n"
    ])
    #expect(
      site.report == """
        templates/strings/en.yml:1:1: error: the theme has no words 'hom' [unknown-string]
          1 | hom: x
            | ^^^
            help: did you mean 'home'?
        1 error

        """)
  }

  @Test("a file that is no template, strings or asset warns")
  func stray() async throws {
    let site = try await handbook([
      "templates/notes.txt": "x"
    ])
    #expect(
      site.report == """
        templates/notes.txt: warning: 'notes.txt' is no template, strings file or asset, and is not used [stray-template]
            help: templates end in .html; files to publish go to templates/assets
        1 warning

        """)
  }
}
