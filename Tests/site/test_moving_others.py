"""Sites of tools and themes that nobody asked for by name stand after one import, with their words."""

import pytest

from moving.old_site import PICTURE
from moving.small import Small, matter

WORDS = "We compared three starters on the day, and kept the short one."

# Each with the titles that must be there as public entries, the day of the first where it is known,
# and what may stand on no page.
SITES = {
    "pages in a folder that Jekyll is told to take": ({
        "_config.yml": "title: Old\ninclude: [_pages]\ncollections:\n  talks: {output: true}\n"
                       "defaults:\n  - scope: {path: '', type: posts}\n    values: {layout: single, author_profile: true}\n",
        "_pages/about.md": matter(WORDS, title="About us", permalink="/about/", layout="single"),
        "_talks/2020-01-05-talk.md": matter(WORDS, title="A talk", collection="talks", date="2020-01-05", venue="The hall"),
        "_data/navigation.yml": "main:\n  - title: About\n    url: /about/\n",
        "_data/ui-text.yml": "en: &en\n  more: More\nen-GB:\n  <<: *en\n",
    }, ["About us", "A talk"], "", []),
    "lessons with boxes by attribute": ({
        "_config.yml": "title: Old\ncollections:\n  episodes:\n    output: true\n    permalink: /:path/index.html\n",
        "_episodes/01-start.md": matter(
            f"{WORDS}\n\n> ## A challenge\n>\n> Try it.\n>\n> > ## Solution\n> >\n> > Done.\n> {{: .solution}}\n{{: .challenge}}"
            "\n\n[Next]({{ page.root }}{% link _episodes/02-on.md %})\n\n{% include links.md %}\n",
            title="How to start", teaching=10, questions="['Why?']"),
        "_episodes/02-on.md": matter(WORDS, title="How to go on"),
        "_includes/links.md": "[a]: https://www.example.org/\n",
    }, ["How to start", "How to go on"], "", ["{:", "{%", "{{"]),
    "a book of Jupyter below a folder": ({
        "README.md": "# The repository\n", "book/website/_config.yml": "title: Old\nauthor: The Core Team\nexclude_patterns: [shut.md]\n",
        "book/website/_toc.yml": "format: jb-book\nroot: welcome\nparts:\n  - chapters:\n    - file: talk/talk\n",
        "book/website/welcome.md": f"(welcome)=\n# Welcome to all\n\n{WORDS}\n",
        "book/website/talk/talk.md": f"(talk)=\n# How we talk\n\n{WORDS}\n\n```{{figure}} ../figures/plan.png\n---\nname: plan\n"
                                     "alt: The plan\n---\nThe plan of the hall\n```\n\nSee {numref}`plan` and {ref}`welcome`.\n",
        "book/website/figures/plan.png": PICTURE, "book/website/shut.md": "# Shut\n\nunseenxaqz\n",
    }, ["Welcome to all", "How we talk"], "", ["{figure}", "{ref}", "(talk)=", "unseenx"]),
    "a theme of Hugo with blocks": ({
        "config.toml": 'baseURL = "/"\ntitle = "Old"\ncontentDir = "content/en"\n[languages.en]\ntitle = "Old"\n'
                       'contentDir = "content/en"\n[permalinks]\nblog = "/:section/:year/:month/:day/:slug/"\n',
        "content/en/_index.html": matter("{{< blocks/cover title=\"Hello\" >}}\n<p>Hi</p>\n{{< /blocks/cover >}}\n", title="Old"),
        "content/en/docs/_index.md": matter(WORDS, title="All the pages", linkTitle="Pages", weight=20),
        "content/en/blog/news/talk.md": matter(f"{{{{% pageinfo %}}}}\nRead.\n{{{{% /pageinfo %}}}}\n\n{WORDS}\n",
                                               title="A talk", date="2020-01-05", author='"Ada Okafor ([@adao](https://www.example.org/))"'),
    }, ["A talk", "All the pages"], "2020-01-05", ["{{", "pageinfo", "Okafor"]),
    "posts of R": ({
        "config.yaml": "title: Old\nignoreFiles: ['\\.Rmd$', '_files$']\n",
        "content/post/2020-01-05-talk/index.Rmd": matter("```{r}\nunseenxaqz\n```\n", title="A talk"),
        "content/post/2020-01-05-talk/index.markdown": matter(WORDS, title="A talk", date="'2020-01-05'", output="blogdown::html_page"),
    }, ["A talk"], "2020-01-05", ["unseenx"]),
    "a site of Middleman": ({
        "config.rb": "activate :blog\n", "config/tech-docs.yml": "service_name: Old\n",
        "source/index.html.md.erb": matter(f"{WORDS}\n\n<%= partial 'documentation/x' %>\n", title="Welcome to all"),
    }, ["Welcome to all"], "", ["<%="]),
    "a site of Gatsby": ({
        "gatsby-config.js": "module.exports = {}\n", "package.json": "{}\n",
        "content/blog/a-talk/index.md": matter(f"{WORDS}\n\n![The plan](./plan.png)\n", title="A talk", date='"2020-01-05T22:12:03.284Z"'),
        "content/blog/a-talk/plan.png": PICTURE, "src/pages/index.js": "export default () => null\n",
    }, ["A talk"], "2020-01-05", []),
    "a site of Astro": ({
        "astro.config.mjs": "export default {}\n", "src/content/config.ts": "export const collections = {}\n",
        "src/content/blog/a-talk.mdx": matter(f"import Box from './Box.astro'\n\n{WORDS}\n\n<Box />\n", title="A talk", pubDate="'Jan 05 2020'"),
    }, ["A talk"], "", ["import Box"]),
    "a site of Hexo": ({
        "_config.yml": "title: Old\nurl: https://old.example.org\npermalink: :year/:month/:day/:title/\nnew_post_name: :title.md\n",
        "source/_posts/a-talk.md": matter(f"{WORDS}\n\n{{% asset_img plan.png %}}\n", title="A talk", date="2020-01-05 10:00:00"),
        "source/_drafts/shut.md": matter("unseenxaqz\n", title="Shut"), "source/about/index.md": matter(WORDS, title="About us"),
    }, ["A talk", "About us"], "2020-01-05", ["{%", "unseenx"]),
    "a site of Pelican": ({
        "pelicanconf.py": "SITENAME = 'Old'\n",
        "content/a-talk.md": f"Title: A talk\nDate: 2020-01-05 10:20\nTags: talk, maths\nSlug: a-talk\n\n{WORDS}\n",
        "content/pages/about.md": f"Title: About us\n\n{WORDS}\n",
        "content/shut.md": "Title: Shut\nDate: 2020-01-05\nStatus: draft\n\nunseenxaqz\n",
    }, ["A talk", "About us"], "2020-01-05", ["unseenx", "Slug:"]),
    "a site of Zola": ({
        "config.toml": 'base_url = "https://old.example.org"\ntitle = "Old"\n',
        "content/_index.md": '+++\ntitle = "Old"\n+++\n',
        "content/blog/_index.md": '+++\ntitle = "Blog"\nsort_by = "date"\n+++\n',
        "content/blog/a-talk.md": f'+++\ntitle = "A talk"\ndate = 2020-01-05\n[taxonomies]\ntags = ["talk"]\n+++\n\n{WORDS} See '
                                  "[about](@/about.md).\n",
        "content/about.md": f'+++\ntitle = "About us"\n+++\n\n{WORDS}\n',
    }, ["A talk", "About us"], "2020-01-05", ["@/about"]),
    "an export of Notion": ({
        "Circle 0123456789abcdef0123456789abcdef.md": f"# Circle\n\n{WORDS}\n\n[A talk](Circle%200123456789abcdef0123456789abcdef/"
                                                      "A%20talk%20fedcba9876543210fedcba9876543210.md)\n",
        "Circle 0123456789abcdef0123456789abcdef/A talk fedcba9876543210fedcba9876543210.md":
            f"# A talk\n\nDate: January 5, 2020\nTags: talk\n\n{WORDS}\n",
    }, ["Circle", "A talk"], "", []),
    "a graph of Logseq": ({
        "logseq/config.edn": "{}\n", "journals/2020_01_05.md": f"- {WORDS}\n\t- below it\n- [[A talk]]\n",
        "pages/A talk.md": f"title:: A talk\ntags:: talk\n\n- {WORDS}\n\t- collapsed:: true\n\t  below\n- ((60f1a2b3-0000-4000-8000-000000000000))\n",
    }, ["A talk"], "", ["[["]),
    "a site of VuePress": ({
        "docs/.vuepress/config.js": "module.exports = { title: 'Old' }\n",
        "docs/README.md": "---\nhome: true\nheroText: Old\nactionText: Begin\nactionLink: /guide/\nfeatures:\n- title: One\n"
                          "  details: Two\n---\n",
        "docs/guide/README.md": f"# The guide\n\n{WORDS}\n\n::: tip\nRead.\n:::\n\n<Badge text='new'/>\n\n[[toc]]\n",
    }, ["The guide"], "", [":::", "[[toc]]"]),
    "minutes in a repository": ({
        "README.md": f"# The circle\n\n{WORDS}\n", "LICENSE.md": "# Licence\n\nCC BY 4.0\n", "CODE_OF_CONDUCT.md": "# How we behave\n\nKindly.\n",
        ".github/ISSUE_TEMPLATE/bug.md": "---\nname: Bug\nabout: unseenxaqz\n---\nunseenxbqz\n",
        "meetings/2020/2020-01-05.md": f"# Meeting 2020-01-05\n\n## Attendees\n\n- Ada Okafor\n\n## Notes\n\n{WORDS}\n",
        "meetings/TEMPLATE.md": "# Meeting YYYY-MM-DD\n\n## Attendees\n\n- name\n",
        "node_modules/a/README.md": "# A package\n\nunseenxcqz\n",
    }, ["The circle"], "", ["unseenx", "Okafor"]),
    "a wiki with pages of one name": ({
        "Home.md": f"{WORDS}\n", "talk/index.md": f"# Talk one\n\n{WORDS}\n", "Talk.md": f"# Talk two\n\n{WORDS}\n",
        "TALK.markdown": f"# Talk three\n\n{WORDS}\n", "talk/Index of all.md": f"# Talk four\n\n{WORDS}\n",
    }, ["Talk one", "Talk two", "Talk three", "Talk four"], "", []),
}


# Articles of Pelican are told from its pages by the folder alone: who moves in says so in the map.
UNSORTED = ["a site of Pelican"]


@pytest.mark.parametrize("name", SITES)
def test_it_stands_with_its_words(name, tmp_path):
    files, titles, date, gone = SITES[name]
    small = Small(tmp_path, files)
    for title in titles:
        entry = small.entry(title)
        assert not entry.is_draft, title
        assert WORDS in small.text(entry), title
    if date:
        assert small.entry(titles[0]).date == date
        assert small.entry(titles[0]).kind in ("posts", "meetings") or name in UNSORTED
    published = "\n".join(small.text(entry) for entry in small.new.entries() if entry.page in small.site.pages)
    assert [mark for mark in gone if mark in published] == []
    assert [mark for mark in gone if mark.startswith("unseenx") and mark in small.published()] == []


NASTY = {
    "nothing but settings": {"hugo.toml": "title = 'Old'\n", "content/_index.md": matter("", title="Old")},
    "titles with everything": {
        f"content/posts/{number}.md": matter("Words.\n", title=title, date="2020-01-05") for number, title in enumerate([
            '"A: b # c"', "'It''s [here]'", '"*Starred* & <b>bold</b> {{x}}"', '"' + "long " * 80 + '"', '"[[two]]"', '"@someone"',
            '"!"', '"---"', '"  "', "2020", "true", "null", '"\\u202Eback"', '"e\\u0301t\\u00e9"', '"🎉"', "|\n  Two\n  lines"])
    } | {"hugo.toml": "title = 'Old'\n"},
    "dates of every kind": {
        f"content/posts/{number}.md": matter("Words.\n", title=f"Day {number}", date=date) for number, date in enumerate([
            "2020-01-05T10:00:00Z", "2020-01-05 10:00:00 +0100", "'January 5, 2020'", "2020-1-5", "05/01/2020", "not-a-day", '""',
            "2020-02-30", "20200105", "1578218400", "[2020-01-05]", "0001-01-01", "9999-12-31T23:59:59+14:00"])
    } | {"hugo.toml": "title = 'Old'\n"},
    "links of every kind": {
        "hugo.toml": "title = 'Old'\n", "content/posts/a.md": matter(
            "[a]( ) [b](#) [c](javascript:alert(1)) [d](<a b.md>) [e](a%zz.md) [f](../../../../etc/passwd) [g](//x.example/) [h][nowhere] "
            "![i](data:image/png;base64,AAAA) [j](mailto:) [k](\\n) [[l]] [[m|n|o]] [[]] [p](a.md#gone) <https://www.example.org> "
            "[q](https://www.example.org/(r)) [s](file:///etc/passwd) [t](?x=1) [u](.) [v](/) [w](./a.md 'title') [x](a.md\n",
            title="Links", date="2020-01-05")},
    "HTML of every kind": {
        "hugo.toml": "title = 'Old'\n", "content/posts/a.md": matter(
            "<div><p>One<div>\n\n<script>x</script>\n\n<iframe src=\"https://www.example.org/\"></iframe>\n\n<img src=gone.png>\n\n"
            "<a name=x></a><table><tr><td>\n\n**b**\n\n</table>\n<!-- never closed\n", title="HTML", date="2020-01-05")},
    "calls of every kind": {
        "hugo.toml": "title = 'Old'\n", "content/posts/a.md": matter(
            "{{< open >}} never closed\n\n{{% a %}{{< b\n\n{{</* c */>}} {{% /d %}} {% e {% f %} {{ g }} {%%} {{}} %% h\n\n"
            "    {{< in code >}}\n\n```\n{{< fenced >}}\n```\n", title="Calls", date="2020-01-05")},
    "matter of every kind": {
        "hugo.toml": "title = 'Old'\n",
        "content/posts/a.md": "---\ntitle: [unclosed\n---\n\nWords.\n", "content/posts/b.md": "---\ntitle: A\n",
        "content/posts/c.md": "+++\ntitle = \n+++\nWords.\n", "content/posts/d.md": "{\n\"title\": \"D\"\n}\nWords.\n",
        "content/posts/e.md": "---\n- a\n- b\n---\nWords.\n", "content/posts/f.md": "---\n---\n",
        "content/posts/g.md": "\ufeff---\r\ntitle: G\r\ndate: 2020-01-05\r\n---\r\nWords.\r\n",
        "content/posts/h.md": "---\ntitle: &a H\nalso: *a\ndate: 2020-01-05\n---\nWords.\n",
        "content/posts/i.md": "---\ntitle: I\ntitle: J\ndate: 2020-01-05\n---\nWords.\n",
        "content/posts/j.md": matter("Words.\n", title="K", date="2020-01-05", tags="{a: b}", authors="[[x]]", id="'1'", aliases="5",
                                     kind="question", draft="maybe", audience="members", lang="xx-none", consent="yes")},
    "names of every kind": {
        "hugo.toml": "title = 'Old'\n", **{f"content/posts/{name}.md": matter("Words.\n", title=f"T {number}", date="2020-01-05")
                                           for number, name in enumerate([
                                               "a b", "ä", "A", "a", "index", "小明", "con", "-", "a.b.c", "a'b", "x" * 120, "%41", "🎉", "__"])}},
    "details in every place": {
        "hugo.toml": "title = 'Old'\n", "content/posts/a.md": matter(
            "Ring +44 20 7946 0991 or [ring](tel:+442079460991).\n\n`ada@lark-circle.sch.uk`\n\n| Ada Okafor | ada@lark-circle.sch.uk |\n"
            "|---|---|\n| 020 7946 0991 | x |\n\n# Ada Okafor\n\n![Ada Okafor](ada-okafor.png)\n\nhttps://zoom.us/j/123?pwd=abcdef\n\n"
            "<span title=\"Ada Okafor\">x</span>\n\nJake in Year 4 read it.\n",
            title='"An evening with Ada Okafor"', date="2020-01-05", author="Ada Okafor", email="ada@lark-circle.sch.uk",
            description='"Ada Okafor, ada@lark-circle.sch.uk"', tags='["Ada Okafor"]', slug="ada-okafor", image="ada-okafor.png"),
        "content/posts/ada-okafor.png": PICTURE},
}


@pytest.mark.parametrize("name", NASTY)
def test_it_stands_whatever_is_in_it(name, tmp_path):
    small = Small(tmp_path, NASTY[name])
    published = small.published()
    for word in ("Okafor", "ada-okafor", "lark-circle", "7946", "pwd=", "Jake in Year 4"):
        assert word not in published, word


@pytest.mark.parametrize("name", NASTY)
def test_it_stands_in_a_public_source(name, tmp_path):
    small = Small(tmp_path, NASTY[name], source="public")
    assert "Okafor" not in small.published()
