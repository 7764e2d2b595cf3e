import TestSupport
import Testing

@Suite("Strange files on disk")
struct StrangeFileTests {
  @Test("a link is never followed, wherever it leads")
  func links() throws {
    let site = try SiteOnDisk(["pages/a.md": "# A"])
    site.link("assets/passwords.txt", to: "/etc/passwd")
    site.link("pages/b.md", to: "a.md")
    site.link("assets/loop", to: "loop")
    site.link("templates/page.html", to: "/etc/passwd")
    #expect(
      site.handbook("check").errors == """
        content/assets/loop: error: this is a symbolic link, which is never followed [link-in-content]
            note: A link can lead to files outside of the site.
            help: put the file itself here
        content/assets/passwords.txt: error: this is a symbolic link, which is never followed [link-in-content]
            note: A link can lead to files outside of the site.
            help: put the file itself here
        content/pages/b.md: error: this is a symbolic link, which is never followed [link-in-content]
            note: A link can lead to files outside of the site.
            help: put the file itself here
        templates/page.html: error: this is a symbolic link, which is never followed [link-in-content]
            note: A link can lead to files outside of the site.
            help: put the file itself here
        4 errors

        """)
  }

  @Test("a folder that is a link is never entered")
  func linkedFolder() throws {
    let site = try SiteOnDisk(["pages/a.md": "# A"])
    site.link("posts", to: "/etc")
    #expect(
      site.handbook("check").errors == """
        content/posts: error: this is a symbolic link, which is never followed [link-in-content]
            note: A link can lead to files outside of the site.
            help: put the file itself here
        1 error

        """)
  }

  @Test("content that is a link is refused")
  func linkedContent() throws {
    let site = try SiteOnDisk()
    #expect(run("mv", site.place(of: "content/"), site.path + "/real").status == 0)
    site.link("./content", to: "real")
    #expect(
      site.handbook("check")
        == Ending(
          status: 2, output: "",
          errors: "error: 'content' is a symbolic link, which is never followed\n"))
  }

  @Test("templates that are a link are refused")
  func linkedTemplates() throws {
    let site = try SiteOnDisk()
    site.link("./templates", to: "/etc")
    #expect(
      site.handbook("check")
        == Ending(
          status: 2, output: "",
          errors: "error: 'templates' is a symbolic link, which is never followed\n"))
  }

  @Test("a pipe is named, left out, and does not hang the build")
  func pipe() throws {
    let site = try SiteOnDisk(["pages/a.md": "# A"])
    site.makePipe("pages/b.md")
    let ending = site.handbook("build", "--quiet")
    #expect(ending.status == 0)
    #expect(
      ending.errors == """
        content/pages/b.md: warning: this is no ordinary file, and is left out [special-file]
            help: remove it
        1 warning

        """)
  }

  @Test("names that some computer could not have are refused")
  func names() throws {
    let site = try SiteOnDisk()
    for name in ["con.svg", "a:b.svg", "x.svg ", "%2e%2e.svg", "a\\b.svg", "..\u{301}x.svg"] {
      site.write("assets/\(name)", drawing)
    }
    #expect(
      site.handbook("check").errors == #"""
        content/assets/%2e%2e.svg: error: '%2e', '%2f' and '%5c' can't be in a path [bad-file-name]
            help: rename it with the letters a to z, digits and hyphens
        content/assets/..́x.svg: error: an accent alone can't begin a name or follow a dot [bad-file-name]
            help: rename it with the letters a to z, digits and hyphens
        content/assets/a:b.svg: error: ':' can't be in a name, since Windows refuses it [bad-file-name]
            help: rename it with the letters a to z, digits and hyphens
        content/assets/a\b.svg: error: the parts of a path are separated by '/', never by '\' [bad-file-name]
            help: rename it with the letters a to z, digits and hyphens
        content/assets/con.svg: error: 'con' is a name that Windows keeps for a device [bad-file-name]
            help: rename it with the letters a to z, digits and hyphens
        content/assets/x.svg : error: a name can't end with a dot or a space [bad-file-name]
            help: rename it with the letters a to z, digits and hyphens
        6 errors

        """#)
  }

  @Test("a file that is too large, or is no text, is told")
  func limits() throws {
    let site = try SiteOnDisk()
    site.write("pages/a.md", "# A\n" + String(repeating: "x", count: 262_144))
    site.write("pages/b.md", Array("# B\n".utf8) + [0xFF])
    site.write("pages/c.md", "# C\n\0")
    #expect(
      site.handbook("check").errors == #"""
        content/pages/a.md: error: the file is larger than 256 KiB, the most that is read [file-too-large]
            help: divide it into several, and link them
        content/pages/b.md:2:1: error: this is no text in UTF-8, the encoding of every file here [not-utf8]
          2 | �
            | ^
            note: A word processor's file, or one in an older encoding, has to be saved as text first.
            help: in your editor choose to save it again with the encoding UTF-8
        content/pages/c.md:2:1: error: this is no text in UTF-8, the encoding of every file here [not-utf8]
          2 | \u{0}
            | ^^^^^
            note: A word processor's file, or one in an older encoding, has to be saved as text first.
            help: in your editor choose to save it again with the encoding UTF-8
        3 errors

        """#)
  }

  @Test("files whose content is not what their names say are refused")
  func disguised() throws {
    let site = try SiteOnDisk()
    site.write(
      "posts/p.md",
      """
      ---
      date: 2026-01-01
      authors: m-1
      ---
      # P
      ![a](../assets/a.png) ![b](../assets/b.svg) ![e](../assets/e.png)

      """)
    site.write("members/m-1.md", "")
    site.write("assets/a.png", "<html><script>alert(1)</script>")
    site.write("assets/b.svg", #"<svg xmlns="http://www.w3.org/2000/svg" onload="x"/>"#)
    site.write("assets/d.html", "<p>x")
    site.write("assets/e.png", "")
    #expect(
      site.handbook("check").errors == """
        content/assets/a.png: error: the file is named .png but holds a web page [refused-file]
            help: save it again from the program that made it
        content/assets/b.svg: error: a drawing has no onload="…", which would run a script [refused-file]
            help: save it as "Plain SVG" from the drawing program, or export it as a PNG
        content/assets/d.html: error: a .html file can run scripts in a visitor's browser, so it is not published [refused-file]
            help: write it as a page, or publish it as a PDF or in a ZIP archive
        content/assets/e.png: error: the file is named .png but holds nothing at all [refused-file]
            help: save it again from the program that made it
        4 errors

        """)
  }
}
