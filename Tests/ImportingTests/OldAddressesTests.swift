import Files
import Markup
import Testing

@testable import Importing

@Suite("The addresses that pages had on the other site")
struct OldAddressesTests {
  private func address(
    _ generator: Generator, _ settings: String, _ path: String, _ fields: String
  ) throws -> String? {
    let names: [Generator: String] = [
      .hugo: "hugo.yaml", .jekyll: "_config.yml", .mkdocs: "mkdocs.yml", .markdown: "_config.yml",
      .obsidian: "none.yml",
    ]
    let tree = MemoryFileTree([names[generator] ?? "": settings])
    let read = try OldSettings.read(tree, generator)
    let path = try RelativePath(path)
    let page = try ForeignPage(Array("---\n\(fields)\n---\nText\n".utf8), at: path, generator)
    guard case .page(let folders) = generator.role(of: path, by: read) else { return nil }
    return OldAddresses(generator, read).address(of: page, in: folders)
  }

  @Test(
    "Hugo's permalinks, slugs, addresses, languages and ugly addresses",
    arguments: [
      ("", "content/posts/My First_Post.md", "title: A", "/posts/my-first_post/"),
      ("", "content/posts/a.md", "slug: Other One", "/posts/other-one/"),
      ("", "content/posts/a.md", "url: /x/y.html", "/x/y.html"),
      ("", "content/posts/trip/index.md", "title: A", "/posts/trip/"),
      ("", "content/posts/trip/index.md", "slug: out", "/posts/out/"),
      ("", "content/posts/_index.md", "title: A", "/posts/"),
      ("", "content/_index.md", "title: A", "/"),
      ("", "content/a/b/c.md", "title: A", "/a/b/c/"),
      (
        "permalinks:\n  posts: /:year/:month/:day/:slug/", "content/posts/a.md",
        "title: Hello World!\ndate: 2020-02-05", "/2020/02/05/hello-world/"
      ),
      (
        "permalinks:\n  page:\n    posts: /:year/:filename/", "content/posts/A b.md",
        "date: 2020-02-05T10:00:00Z", "/2020/a-b/"
      ),
      (
        "permalinks:\n  posts: /:section/:sections/:title/", "content/posts/x/a.md", "title: É té",
        "/posts/posts/x/é-té/"
      ),
      ("permalinks:\n  posts: /:slugorfilename/", "content/posts/a.md", "title: B", "/a/"),
      (
        "permalinks:\n  posts: /:contentbasename/:yearday/:monthname/", "content/posts/a.md",
        "date: 2020-02-05", "/a/36/february/"
      ),
      ("permalinks:\n  posts: /:sections[last]/:slug", "content/posts/x/a.md", "title: B", "/x/b"),
      ("uglyURLs: true", "content/posts/a.md", "title: A", "/posts/a.html"),
      ("uglyURLs:\n  docs: true", "content/posts/a.md", "title: A", "/posts/a/"),
      ("defaultContentLanguage: en", "content/posts/a.fr.md", "title: A", "/fr/posts/a/"),
      (
        "defaultContentLanguage: en\ndefaultContentLanguageInSubdir: true", "content/a.md", "t: A",
        "/en/a/"
      ),
    ])
  func hugo(settings: String, path: String, fields: String, address: String) throws {
    #expect(try self.address(.hugo, settings, path, fields) == address)
  }

  @Test(
    "Jekyll's permalinks, collections, categories and defaults",
    arguments: [
      ("", "_posts/2020-01-05-First-One.md", "title: A", "/2020/01/05/First-One.html"),
      (
        "permalink: pretty", "_posts/2020-01-05-a.md", "categories: News talk",
        "/news/talk/2020/01/05/a/"
      ),
      ("permalink: none", "_posts/2020-01-05-a.md", "category: x", "/x/a.html"),
      ("permalink: ordinal", "_posts/2020-02-05-a.md", "title: A", "/2020/036/a.html"),
      (
        "permalink: /:categories/:year/:title", "_posts/2020-02-05-a.md", "categories: [Big News]",
        "/big-news/2020/a"
      ),
      ("permalink: /b/:title.html", "_posts/2020-02-05-a.md", "date: 2021-03-01", "/b/a.html"),
      ("", "news/_posts/2020-02-05-a.md", "title: A", "/news/2020/02/05/a.html"),
      ("", "_posts/2020-02-05-a.md", "permalink: /x/y/", "/x/y/"),
      ("", "_posts/2020-02-05-a.md", "slug: z", "/2020/02/05/z.html"),
      ("", "about.md", "title: A", "/about.html"), ("", "x/index.md", "title: A", "/x/"),
      ("permalink: pretty", "x/about.md", "title: A", "/x/about/"),
      ("permalink: /:year/:title/", "about.md", "title: A", "/about/"),
      (
        "collections:\n  events: {output: true}", "_events/2020/a.md", "title: A",
        "/events/2020/a.html"
      ),
      (
        "collections:\n  events: {output: true, permalink: /e/:name/}", "_events/a.md", "title: A",
        "/e/a/"
      ),
      (
        "defaults:\n  - scope: {type: posts}\n    values: {permalink: /p/:title/}",
        "_posts/2020-02-05-a.md", "title: A", "/p/a/"
      ),
    ])
  func jekyll(settings: String, path: String, fields: String, address: String) throws {
    #expect(try self.address(.jekyll, settings, path, fields) == address)
  }

  @Test(
    "MkDocs, vaults and others",
    arguments: [
      (.mkdocs, "site_name: A", "docs/a/b.md", "title: A", "/a/b/"),
      (.mkdocs, "use_directory_urls: false", "docs/a/b.md", "title: A", "/a/b.html"),
      (.mkdocs, "site_name: A", "docs/a/README.md", "title: A", "/a/"),
      (
        .mkdocs, "plugins: [blog]", "docs/blog/posts/a.md", "title: One Two\ndate: 2024-01-31",
        "/blog/2024/01/31/one-two/"
      ),
      (
        .mkdocs, "plugins:\n  - blog:\n      blog_dir: .\n      post_url_format: '{slug}'",
        "docs/posts/a.md", "slug: x\ndate: 2024-01-31", "/x/"
      ),
      (.obsidian, "", "A/B.md", "permalink: x/y", "/x/y"),
      (.obsidian, "", "A/B.md", "title: A", nil),
      (.markdown, "", "a/b.md", "permalink: /x/", "/x/"),
      (.markdown, "", "a/b.md", "title: A", "/a/b/"),
      (.markdown, "only_build_toc_files: false", "a/b.md", "title: A", "/a/b.html"),
    ] as [(Generator, String, String, String, String?)])
  func others(
    generator: Generator, settings: String, path: String, fields: String, address: String?
  ) throws {
    #expect(try self.address(generator, settings, path, fields) == address)
  }

  @Test("every entry whose address changes leads from its old one, and from all that led there")
  func aliases() throws {
    let hugo = try plan(
      .hugo,
      [
        "hugo.toml":
          "baseURL = 'https://old.example/blog/'\n[permalinks]\nposts = '/:year/:slug/'\n",
        "content/posts/a.md":
          "---\ntitle: One\ndate: 2020-02-05\naliases: [/x/one.html, older, 'https://old.example/blog/y/', 'https://else.example/z/']\n---\nA\n",
        "content/posts/b.md": "---\ntitle: Two\ndraft: true\n---\nB\n",
        "content/about.md": "---\ntitle: About\nurl: /about.html\n---\nC\n",
        "content/authors/ada.md": "---\nname: Ada\naliases: [/people/ada/]\n---\nD\n",
      ])
    let text = try #require(hugo.text("content/posts/a.md"))
    #expect(
      text.contains("aliases:\n  - /2020/one/\n")
        || text.contains("aliases: [/2020/one/, /x/one.html, /posts/older/, /y/]\n"))
    #expect(
      hugo.report(isDryRun: true).contains(
        "    the old address https://else.example/z/ leads nowhere any more\n"))
    for path in ["posts/b.md", "pages/about.md", "members/ada.md"] {
      #expect(hugo.text("content/\(path)")?.contains("aliases") == false)
    }
  }

  @Test(
    "pages that only led elsewhere are left out, and the page that they led to keeps their address")
  func redirects() throws {
    let plan = try plan(
      .jekyll,
      [
        "old.md": "---\nredirect_to: /new.html\n---\n", "new.md": "---\ntitle: New\n---\nNew\n",
        "far.md": "---\nredirect_to: https://else.example/\n---\n",
      ])
    #expect(plan.text("content/pages/new.md")?.contains("aliases: [/old.html]") == true)
    #expect(
      plan.leftOutReport
        == "far.md: it only led to https://else.example/\nold.md: it only led to /new.html")
  }

  @Test("no old address takes the place of a page of the new site, or of another")
  func collisions() throws {
    let plan = try plan(
      .jekyll,
      [
        "a.md": "---\ntitle: A\npermalink: /b.html\n---\nA\n", "b.md": "---\ntitle: B\n---\nB\n",
        "c.md":
          "---\ntitle: C\nredirect_from: [/posts/, /search.html, /../x/, /same/, '/?p=3']\n---\nC\n",
        "d.md": "---\ntitle: D\nredirect_from: [/Same/, /d.html/deeper/]\n---\nD\n",
      ])
    #expect(plan.text("content/pages/a.md")?.contains("aliases") == false)
    #expect(plan.text("content/pages/c.md")?.contains("aliases: [/same/]") == true)
    #expect(plan.text("content/pages/d.md")?.contains("aliases") == false)
    for address in [
      "/b.html", "/posts/", "/search.html", "/../x/", "/?p=3", "/Same/", "/d.html/deeper/",
    ] {
      #expect(
        plan.report(isDryRun: true).contains(
          "    the old address \(address) leads nowhere any more\n"))
    }
  }
}
