import Foundation
import TestSupport
import Testing

@Suite("Feeds")
struct FeedTests {
  private let settings = """
    name: The Circle
    tagline: One & all
    timezone: America/New_York
    base_url: https://circle.example/handbook/

    """

  @Test("a feed has what is new, newest first, each with its whole text and whole addresses")
  func atom() async throws {
    let site = try await handbook([
      "handbook.yml": settings, "assets/plan.txt": "x",
      "members/ada.md":
        "---\nname: Ada\nconsent: {name: yes, profile: yes, given: 2026-01-01}\n---\n",
      "members/m-07.md": "",
      "posts/old.md": "---\ndate: 2026-01-05\nupdated: 2026-02-20\nauthors: m-07\n---\n# Old\n",
      "posts/new.md": """
      ---
      date: 2026-02-12
      authors: [ada, m-07]
      tags: [Maths & more]
      ---
      # New

      By @ada and @m-07, see [old](old.md), [here](#part) and [the plan](../assets/plan.txt).[^1]

      ## Part

      [^1]: A note.

      """,
    ])
    #expect(site.report == "")
    #expect(
      site.pages["feed.xml"] == #"""
        <?xml version="1.0" encoding="UTF-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
        <id>urn:uuid:eff55c5f-83a1-8282-b045-07384ba04471</id>
        <title>The Circle</title>
        <subtitle>One &amp; all</subtitle>
        <updated>2026-02-20T00:00:00-05:00</updated>
        <link rel="self" type="application/atom+xml" href="https://circle.example/handbook/feed.xml"/>
        <link rel="alternate" type="text/html" href="https://circle.example/handbook/"/>
        <author>
        <name>The Circle</name>
        </author>
        <generator>Handbook</generator>
        <entry xml:lang="en">
        <id>urn:uuid:fce81aa7-3bb0-8034-8297-e1c30873c247</id>
        <title>New</title>
        <link rel="alternate" type="text/html" href="https://circle.example/handbook/posts/new.html"/>
        <published>2026-02-12T00:00:00-05:00</published>
        <updated>2026-02-12T00:00:00-05:00</updated>
        <author>
        <name>Ada</name>
        <uri>https://circle.example/handbook/members/ada.html</uri>
        </author>
        <author>
        <name>a member</name>
        </author>
        <category term="maths-and-more" label="Maths &amp; more"/>
        <summary>By Ada and a member, see old, here and the plan.</summary>
        <content type="html">&lt;p&gt;By &lt;a href=&quot;https://circle.example/handbook/members/ada.html&quot;&gt;&lt;bdi&gt;Ada&lt;/bdi&gt;&lt;/a&gt; and &lt;bdi&gt;a member&lt;/bdi&gt;, see &lt;a href=&quot;https://circle.example/handbook/posts/old.html&quot;&gt;old&lt;/a&gt;, &lt;a href=&quot;https://circle.example/handbook/posts/new.html#h-part&quot;&gt;here&lt;/a&gt; and &lt;a href=&quot;https://circle.example/handbook/assets/plan.txt&quot;&gt;the plan&lt;/a&gt;.&lt;sup class=&quot;footnote-reference&quot;&gt;&lt;a href=&quot;https://circle.example/handbook/posts/new.html#h-fn:1&quot; id=&quot;h-fnref:1&quot; role=&quot;doc-noteref&quot;&gt;1&lt;/a&gt;&lt;/sup&gt;&lt;/p&gt;
        &lt;h2 id=&quot;h-part&quot;&gt;Part&lt;/h2&gt;
        &lt;section class=&quot;footnotes&quot; role=&quot;doc-endnotes&quot; aria-label=&quot;Footnotes&quot;&gt;
        &lt;ol&gt;
        &lt;li id=&quot;h-fn:1&quot;&gt;
        &lt;p&gt;A note. &lt;a href=&quot;https://circle.example/handbook/posts/new.html#h-fnref:1&quot; role=&quot;doc-backlink&quot; aria-label=&quot;Back to the text&quot;&gt;↩&lt;/a&gt;&lt;/p&gt;
        &lt;/li&gt;
        &lt;/ol&gt;
        &lt;/section&gt;
        </content>
        </entry>
        <entry xml:lang="en">
        <id>urn:uuid:0a432505-ce7b-8b54-a054-977a4320fa6c</id>
        <title>Old</title>
        <link rel="alternate" type="text/html" href="https://circle.example/handbook/posts/old.html"/>
        <published>2026-01-05T00:00:00-05:00</published>
        <updated>2026-02-20T00:00:00-05:00</updated>
        <author>
        <name>a member</name>
        </author>
        <content type="html"></content>
        </entry>
        </feed>

        """#)
    let json = try #require(site.pages["feed.json"])
    let feed = try JSONDecoder().decode(JSONFeed.self, from: Data(json.utf8))
    #expect(feed.version == "https://jsonfeed.org/version/1.1")
    #expect(feed.address == "https://circle.example/handbook/feed.json")
    #expect(feed.items.map(\.title) == ["New", "Old"])
    let new = try #require(feed.items.first)
    #expect(new.id == "urn:uuid:fce81aa7-3bb0-8034-8297-e1c30873c247")
    #expect(new.published == "2026-02-12T00:00:00-05:00")
    #expect(new.authors.map(\.name) == ["Ada", "a member"])
    #expect(new.tags == ["Maths & more"])
    #expect(
      new.html.hasPrefix("<p>By <a href=\"https://circle.example/handbook/members/ada"))
  }

  @Test("where there is no text, a feed tells what leads an entry")
  func withoutText() async throws {
    let site = try await handbook([
      "handbook.yml": settings,
      "successes/a.md": "---\ntitle: A\ndate: 2026-02-12\nquote: We listen <now>.\n---\n",
      "goals/b.md":
        "---\ntitle: B\ndate: 2026-02-13\nstatus: active\nmeasure: lessons\nwhy: It helps.\n---\n",
    ])
    #expect(site.report == "")
    let feed = try #require(site.pages["feed.xml"])
    #expect(feed.contains("&lt;p&gt;We listen &amp;lt;now&amp;gt;.&lt;/p&gt;"))
    #expect(feed.contains("&lt;p&gt;lessons&lt;/p&gt;") && !feed.contains("It helps."))
  }

  @Test("what is undated, to come, cancelled or withdrawn is in no feed, nor are members and pages")
  func kinds() async throws {
    let site = try await handbook([
      "handbook.yml": settings, "members/m-07.md": "---\ndate: 2026-01-01\n---\n",
      "posts/told.md": "---\ndate: 2026-03-01\nauthors: m-07\n---\n# Told today\n",
      "posts/later.md": "---\ndate: 2026-03-02\nauthors: m-07\n---\n# Later\n",
      "meetings/held.md": "---\ndate: 2026-02-01\n---\n# Held\n",
      "meetings/off.md": "---\ndate: 2026-02-02\nstatus: cancelled\n---\n# Off\n",
      "meetings/today.md": "---\ndate: 2026-03-01\n---\n# Today\n",
      "resources/shared.md":
        "---\ndate: 2026-01-09\nkind: tool\nlicence: cc0\nurl: https://tool.example/?a&b\n---\n# Shared\n",
      "resources/undated.md": "---\nkind: tool\nlicence: cc0\n---\n# Undated\n\nIt is.\n",
      "resources/gone.md":
        "---\ndate: 2026-01-09\nkind: tool\nlicence: cc0\nstatus: withdrawn\n---\n# Gone\n\nIt was.\n",
      "goals/goal.md": "---\ndate: 2026-01-08\nstatus: active\nmeasure: Minutes\n---\n# Goal\n",
      "successes/won.md": "---\ndate: 2026-01-07\ngoals: goal\n---\n# Won\n",
      "pages/charter.md": "---\ndate: 2026-01-06\n---\n# Charter\n",
    ])
    #expect(site.report == "")
    let feed = try #require(site.pages["feed.xml"])
    #expect(feed.titles == ["The Circle", "Told today", "Held", "Shared", "Goal", "Won"])
    #expect(feed.contains("href=&quot;https://tool.example/?a&amp;amp;b&quot;"))
    #expect(feed.contains("<content type=\"html\">&lt;p&gt;Minutes&lt;/p&gt;\n</content>"))
    #expect(site.pages["goals/goal.xml"]?.titles == ["Goal – The Circle", "Won"])
  }

  @Test("a feed holds the newest 20, and says that it changed when the newest of them did")
  func newest() async throws {
    var files = ["handbook.yml": settings, "members/m-07.md": ""]
    for day in 1...25 {
      let date = "2026-01-\(day < 10 ? "0" : "")\(day)"
      files["posts/p\(day).md"] = "---\ndate: \(date)\nauthors: m-07\ntags: t\n---\n# P\(day)\n"
    }
    let site = try await handbook(files)
    for path in ["feed.xml", "tags/t.xml"] {
      let feed = try #require(site.pages[path])
      #expect(feed.titles.dropFirst() == (6...25).reversed().map { "P\($0)" }[...])
      let updated = try #require(feed.split(separator: "\n").first { $0.hasPrefix("<updated>") })
      #expect(updated == "<updated>2026-01-25T00:00:00-05:00</updated>")
    }
  }

  @Test("a site without a base_url has no feeds, and no page speaks of one")
  func withoutBase() async throws {
    let site = try await handbook([
      "posts/a.md": "---\ndate: 2026-01-01\nauthors: m-07\n---\n# A\n", "members/m-07.md": "",
    ])
    #expect(site.pages.keys.filter { $0.hasSuffix(".xml") || $0 == "feed.json" } == [])
    #expect(!site.pages.values.contains { $0.contains("rel=\"alternate\"") })
  }

  @Test("pages lead reader programs to the feeds that fit them")
  func alternates() async throws {
    let site = try await handbook([
      "handbook.yml": settings, "members/m-07.md": "",
      "posts/a.md": "---\ndate: 2026-01-01\nauthors: m-07\ntags: t\n---\n# A\n",
    ])
    let link = "<link rel=\"alternate\" type=\"application"
    let everything = "\(link)/atom+xml\" title=\"The Circle\" href=\"../feed.xml\">"
    let json = "\(link)/feed+json\" title=\"The Circle\" href=\"../feed.json\">"
    #expect(site.pages["posts/a.html"]?.contains("\(everything)\n\(json)\n") == true)
    let tag = "\(link)/atom+xml\" title=\"t – The Circle\" href=\"../tags/t.xml\">"
    #expect(site.pages["tags/t.html"]?.contains("\(tag)\n\(everything)\n\(json)\n") == true)
    #expect(site.pages["index.html"]?.contains("<a href=\"feed.xml\">Feed of news</a>") == true)
  }

  @Test("a feed is well-formed whatever an author writes")
  func wellFormed() async throws {
    let site = try await handbook([
      "handbook.yml": settings, "members/m-07.md": "",
      "posts/a.md":
        "---\ndate: 2026-01-01\nauthors: m-07\n---\n# A ]]> B\n\nOne\u{8} ]]> &amp; <b>two</b>\n",
    ])
    let feed = try #require(site.pages["feed.xml"])
    #expect(!feed.unicodeScalars.contains("\u{8}"))
    #expect(feed.contains("<title>A ]]&gt; B</title>"))
    #expect(
      feed.contains(
        "&lt;p&gt;One ]]&amp;gt; &amp;amp; &lt;b&gt;two&lt;/b&gt;&lt;/p&gt;\n</content>"))
    let json = try #require(site.pages["feed.json"])
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.utf8)) }
  }

  @Test("an entry keeps its id when its file is renamed or the site moves, or says its own")
  func ids() async throws {
    func id(
      _ name: String, _ fields: String, _ base: String = "https://a.example/"
    ) async throws
      -> String?
    {
      let site = try await handbook([
        "handbook.yml": plainSettings + "base_url: \(base)\n", "members/m-07.md": "",
        "posts/\(name).md": "---\ndate: 2026-01-01\nauthors: m-07\n\(fields)---\n# A\n",
      ])
      return site.pages["feed.xml"]?.split(separator: "\n").last { $0.hasPrefix("<id>") }
        .map(String.init)
    }
    let first = try await id("launch", "")
    #expect(try await id("lift-off", "aliases: launch\n", "https://b.example/") == first)
    #expect(
      try await id("launch", "uid: tag:old.example,2020:1\n") == "<id>tag:old.example,2020:1</id>")
    let named = try await id("launch", "uid: 17\n")
    #expect(try await id("lift-off", "uid: 17\n") == named)
    #expect(named != first && named?.hasPrefix("<id>urn:uuid:") == true)
  }
}

/// What a program reads of a JSON Feed.
private struct JSONFeed: Decodable {
  let version: String
  let address: String
  let items: [Item]

  struct Item: Decodable {
    let id: String
    let title: String
    let published: String
    let html: String
    let authors: [Author]
    let tags: [String]?

    enum CodingKeys: String, CodingKey {
      case id, title, authors, tags
      case published = "date_published"
      case html = "content_html"
    }
  }

  struct Author: Decodable {
    let name: String
  }

  enum CodingKeys: String, CodingKey {
    case version, items
    case address = "feed_url"
  }
}

extension String {
  fileprivate var titles: [String] {
    split(separator: "\n").filter { $0.hasPrefix("<title>") }
      .map { String($0.dropFirst("<title>".count).dropLast("</title>".count)) }
  }
}
