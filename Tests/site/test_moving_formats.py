"""Pages of other formats, and the notation of many tools: nothing is lost, and nothing is left as code."""

import shutil

import pytest

from moving.old_site import PICTURE
from moving.small import Small, matter

needs_pandoc = pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")


def test_pages_of_html_come_along(tmp_path):
    small = Small(tmp_path, {
        "_config.yml": "title: Old\nbaseurl: /old\n",
        "about.html": matter("<p>We are <strong>twelve</strong> &amp; a dog.</p>\n<ul><li>one</li><li>two</li></ul>\n"
                             "<script>unseenxaqz()</script><style>unseenxbqz{}</style>\n"
                             "<table><tr><th>What</th></tr><tr><td>talk</td></tr></table>\n",
                             title="About us", permalink="/about/"),
        "_posts/2020-02-09-hall.html": matter(
            "<h2>Where</h2><p>In the <em>hall</em>. See <a href=\"/old/about/\">about</a>.</p><pre>a  b</pre>\n",
            title="The hall is booked"),
    })
    about, hall = small.entry("About us"), small.entry("The hall is booked")
    assert "We are twelve & a dog." in small.text(about)
    assert "unseenx" not in small.published()
    assert hall.kind == "posts" and hall.date == "2020-02-09"
    assert hall.leads_to("about", about)
    assert small.old_address_leads_to("/about/", about)


def test_pages_of_mdx_come_along_without_their_programs(tmp_path):
    small = Small(tmp_path, {
        "docusaurus.config.js": "module.exports = {};\n",
        "docs/meeting.mdx": 'import Tabs from "@theme/Tabs";\nexport const x = 1;\n\n# How we meet\n\n'
                            '<Tabs>\n  <TabItem value="a" label="In the hall">Talk aloud.</TabItem>\n</Tabs>\n\n'
                            "<Widget/>\n\nWe met.\n",
    })
    text = small.text(small.entry("How we meet"))
    assert "We met." in text and "Talk aloud." in text
    assert "import Tabs" not in text and "export const" not in text


@needs_pandoc
@pytest.mark.parametrize("name, content", [
    ("meeting.rst", "How we meet\n===========\n\nWe met *twice*. See `a list <https://www.example.org/>`_.\n"),
    ("meeting.org", "#+TITLE: How we meet\n\nWe met /twice/.\n"),
    ("meeting.ipynb", '{"cells": [{"cell_type": "markdown", "metadata": {}, "source": ["# How we meet\\n", "\\n", '
                      '"We met twice."]}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'),
])
def test_pages_that_pandoc_reads_come_along(name, content, tmp_path):
    small = Small(tmp_path, {"conf.py": "project = 'Old'\n", "index.md": "# Old\n\nHello.\n", name: content})
    assert "We met twice" in small.text(small.entry("How we meet"))


def test_what_cannot_be_read_is_told_of(tmp_path):
    small = Small(tmp_path, {"open.md": "# Open\n\nHello.\n", "other.adoc": "= Other\n\nWe met.\n",
                             "broken.md": b"\xff\xfe\x00 \x00", "empty.md": ""})
    report = small.said + "".join(
        file.read_text(errors="replace") for file in (small.new.folder / ".handbook").rglob("*report*"))
    assert "other.adoc" in report or any("We met." in entry.body for entry in small.new.entries())
    assert "broken.md" in report


# A folder of Markdown of many tools, each with what must and what may not be read afterwards.
NOTATION = {
    "GitBook": ({"SUMMARY.md": "# Table of contents\n\n* [Home](README.md)\n* [Talk](talk.md)\n",
                 "README.md": "# Home\n\nHello.\n", "talk.md":
                 "# Talk\n\n{% hint style=\"info\" %}\nBring a slip.\n{% endhint %}\n\n{% tabs %}\n{% tab title=\"Hall\" %}\n"
                 "Talk aloud.\n{% endtab %}\n{% endtabs %}\n\n{% embed url=\"https://www.example.org/\" %}\n"},
                ["Bring a slip.", "Talk aloud."], ["{%", "hint style"]),
    "Quarto": ({"_quarto.yml": "project:\n  type: website\n", "talk.qmd": matter(
        "::: {.callout-note}\n## First\nBring a slip.\n:::\n\n{{< video https://www.example.org/v >}}\n", title="Talk")},
        ["Bring a slip."], [":::", "{{<", "callout-note"]),
    "Jupyter Book": ({"_config.yml": "title: Old\n", "_toc.yml": "format: jb-book\nroot: intro\n",
                      "intro.md": "# Home\n\nHello.\n", "talk.md":
                      "# Talk\n\n```{note}\nBring a slip.\n```\n\n:::{warning}\nMind the step.\n:::\n\nSee {ref}`a-mark` "
                      "and {doc}`intro`.\n"}, ["Bring a slip.", "Mind the step."], ["{note}", ":::", "{ref}", "{doc}"]),
    "VitePress": ({"docs/.vitepress/config.js": "export default {}\n", "docs/talk.md":
                   "# Talk\n\n::: warning Mind\nBring a slip.\n:::\n\n[[toc]]\n"}, ["Bring a slip."], [":::", "[[toc]]"]),
    "mdBook": ({"book.toml": "[book]\ntitle = \"Old\"\n", "src/SUMMARY.md": "# Summary\n\n- [Talk](talk.md)\n",
                "src/talk.md": "# Talk\n\n{{#include other.md}}\n\nBring a slip.\n"}, ["Bring a slip."], ["{{#include"]),
    "a wiki": ({"Home.md": "Hello. See [[Talk]] and [[how we talk|Talk]].\n", "Talk.md": "Bring a slip.\n",
                "_Sidebar.md": "* [[Home]]\n", "_Footer.md": "unseenxaqz\n"}, ["Bring a slip."], ["[["]),
    "a pad": ({"talk.md": "---\ntags: circle, talk\n---\n\n# Talk\n\n[TOC]\n\n:::info\nBring a slip.\n:::\n\n"
                          "{%youtube w7Ft2ymGmfc %}\n"}, ["Bring a slip."], [":::", "[TOC]", "{%"]),
    "Hugo": ({"hugo.toml": "title = 'Old'\n", "content/posts/talk.md": matter(
        "{{% notice tip %}}\nBring a slip.\n{{% /notice %}}\n\n{{< tabs >}}{{% tab name=\"Hall\" %}}Talk aloud."
        "{{% /tab %}}{{< /tabs >}}\n\n{{< unknown a=\"b\" >}}\n\n{{< vimeo 1234 >}}\n\n`{{</* code */>}}` stays.\n",
        title="Talk", date="2020-01-01")}, ["Bring a slip.", "Talk aloud."], ["{{%", "{{< unknown"]),
    "Eleventy": ({".eleventy.js": "module.exports = () => ({});\n", "_includes/base.njk": "<p>{{ content }}</p>\n",
                  "talk.md": matter("{% callout %}\nBring a slip.\n{% endcallout %}\n\n{{ site.title }}\n", title="Talk")},
                 ["Bring a slip."], ["{%", "{{"]),
}


@pytest.mark.parametrize("name", NOTATION)
def test_notation_becomes_markdown_and_none_is_left_on_a_page(name, tmp_path):
    files, kept, gone = NOTATION[name]
    small = Small(tmp_path, files)
    text = small.text(small.entry("Talk"))
    assert [words for words in kept if words not in text] == []
    assert [words for words in gone if words in text] == []


def test_code_keeps_what_looks_like_notation(tmp_path):
    small = Small(tmp_path, NOTATION["Hugo"][0])
    assert "{{< code >}}" in small.text(small.entry("Talk")) or "{{</* code */>}}" in small.text(small.entry("Talk"))


def test_a_site_in_a_folder_below_is_found(tmp_path):
    small = Small(tmp_path, {
        "README.md": "# The program\n\nunseenxaqz\n", "src/main.py": "print()\n",
        "website/hugo.toml": "title = 'Old'\n", "website/content/posts/a.md": matter(title="A post", date="2020-01-01"),
        "website/static/a.png": PICTURE})
    assert small.entry("A post").kind == "posts"


@pytest.mark.parametrize("files, tool", [
    ({"hugo.toml": "title = 'Old'\n", "content/a.md": matter(title="One")}, "Hugo"),
    ({"_config.yml": "title: Old\n", "_posts/2020-01-01-a.md": matter(title="One")}, "Jekyll"),
    ({"mkdocs.yml": "site_name: Old\n", "docs/a.md": "# One\n\nHello.\n"}, "MkDocs"),
    ({".obsidian/app.json": "{}", "One.md": "Hello.\n"}, "Obsidian"),
    ({"one.md": "# One\n\nHello.\n"}, "Markdown"),
])
def test_the_tool_is_found_out_and_told(files, tool, tmp_path):
    assert tool in Small(tmp_path, files).said
