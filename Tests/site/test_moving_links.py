"""Links between the pages of an old site keep working, in each tool's own ways of writing them."""

import pytest

from moving.old_site import PICTURE
from moving.small import Small, matter

SECOND = "Second in line"

HUGO_DATED = {
    "hugo.toml": 'baseURL = "https://old.example.org/"\n[permalinks]\n  posts = "/:year/:month/:day/:slug/"\n',
    "content/about/_index.md": matter("", title="About"),
    "content/posts/2020-01-05-first.md": matter(
        """One [rooted](/posts/second/), one [dated](/2020/02/05/second/), one [by reference][s], one
[by file](./2020-02-05-second.md), one [whole](https://old.example.org/2020/02/05/second/).

<a href="/2020/02/05/second/">in HTML</a>, <a href="{{< ref "2020-02-05-second" >}}">in a call</a> and
[by call]({{< relref "2020-02-05-second.md" >}}). All are at [the list](/posts/), and [a lost one](/posts/never/).

<img src="/img/plan.png" alt="A plan"> ![A plan too][p] ![Gone](/img/gone.png)

[s]: /2020/02/05/second/
[p]: /img/plan.png
""", title="First in line", date="2020-01-05"),
    "content/posts/2020-02-05-second.md": matter(
        "Back to [about](../about/_index.md).\n", title=SECOND, date="2020-02-05", slug="second"),
    "static/img/plan.png": PICTURE,
}

HUGO_UGLY = {
    "config.yaml": "baseURL: https://old.example.org/circle/\nuglyURLs: true\ntitle: Old\n",
    "content/posts/first.md": matter(
        "One [rooted](/circle/posts/second.html), one [by file](second.md), one [whole]"
        "(https://old.example.org/circle/posts/second.html).\n", title="First in line", date="2020-01-05"),
    "content/posts/second.md": matter("It is.\n", title=SECOND, date="2020-02-05"),
}

JEKYLL_DATED = {
    "_config.yml": "title: Old\nurl: https://old.example.org\nbaseurl: /circle\n"
                   "permalink: /:categories/:year/:month/:day/:title.html\n",
    "_posts/2020-01-05-first.md": matter(
        """One [rooted](/circle/news/2020/02/05/second.html), one [by tag]({% post_url 2020-02-05-second %}), one
[with base]({{ site.baseurl }}/news/2020/02/05/second.html), one [filtered]({{ "/news/2020/02/05/second.html" |
relative_url }}), one [linked]({% link _posts/2020-02-05-second.md %}), one
[whole]({{ site.url }}{{ site.baseurl }}/news/2020/02/05/second.html).
""", title="First in line"),
    "_posts/2020-02-05-second.md": matter(
        "It is.\n", title=SECOND, categories="news", redirect_from="[/p/2.html, /old/second/]"),
}

JEKYLL_PRETTY = {
    "_config.yml": "title: Old\npermalink: pretty\ncollections:\n  talks:\n    output: true\n",
    "_posts/2020-01-05-first.md": matter(
        "One [rooted](/talks/second/), one [absolute]({{ '/talks/second/' | absolute_url }}).\n",
        title="First in line"),
    "_talks/second.md": matter("It is.\n", title=SECOND, date="2020-02-05", permalink="/talks/second/"),
}

MKDOCS_FLAT = {
    "mkdocs.yml": "site_name: Old\nsite_url: https://old.example.org/\nuse_directory_urls: false\n",
    "docs/index.md": "# Home\n\nHello.\n",
    "docs/first.md": "# First in line\n\nOne [by file](guides/second.md#how), one [rooted](/guides/second.html), "
                     "one [relative](guides/second.html).\n",
    "docs/guides/second.md": f"# {SECOND}\n\n## How\n\nIt is.\n",
}

VITEPRESS = {
    "docs/.vitepress/config.mts": "export default { title: 'Old' }\n",
    "docs/index.md": "---\nlayout: home\n---\n",
    "docs/first.md": "# First in line\n\nOne [without ending](./guides/second), one [rooted](/guides/second), one "
                     "[flat](/guides/second.html).\n",
    "docs/guides/second.md": f"# {SECOND}\n\n::: tip\nIt is.\n:::\n",
}

DOCUSAURUS = {
    "docusaurus.config.js": "module.exports = { title: 'Old', url: 'https://old.example.org', baseUrl: '/' };\n",
    "docs/first.md": "---\nid: first\ntitle: First in line\n---\n\nOne [by file](./guides/second.md), one "
                     "[rooted](/docs/guides/second).\n\n:::note\n\nBring a slip.\n\n:::\n",
    "docs/guides/second.md": f"---\ntitle: {SECOND}\nsidebar_position: 2\n---\n\nIt is.\n",
}

# Each with the links that lead on, and old addresses of the second.
SITES = {
    "Hugo by date": (HUGO_DATED, [
        "rooted", "dated", "by reference", "by file", "whole", "in HTML", "in a call", "by call"],
        ["/2020/02/05/second/"]),
    "Hugo with .html below a path": (HUGO_UGLY, ["rooted", "by file", "whole"], []),
    "Jekyll by date below a path": (
        JEKYLL_DATED, ["rooted", "by tag", "with base", "filtered", "linked", "whole"],
        ["/news/2020/02/05/second.html", "/p/2.html", "/old/second/"]),
    "Jekyll with folders": (JEKYLL_PRETTY, ["rooted", "absolute"], ["/talks/second/"]),
    "MkDocs with .html": (MKDOCS_FLAT, ["by file", "rooted", "relative"], ["/guides/second.html"]),
    "VitePress": (VITEPRESS, ["without ending", "rooted", "flat"], []),
    "Docusaurus": (DOCUSAURUS, ["by file", "rooted"], []),
}


@pytest.mark.parametrize("name", SITES)
def test_links_lead_to_the_new_entries_and_old_addresses_lead_on(name, tmp_path):
    files, labels, addresses = SITES[name]
    small = Small(tmp_path, files)
    first, second = small.entry("First in line"), small.entry(SECOND)
    assert {label: first.target_of(label) for label in labels if not first.leads_to(label, second)} == {}
    for address in addresses:
        assert small.old_address_leads_to(address, second), address


def test_a_link_that_was_dead_is_text_and_its_old_target_is_owed(tmp_path):
    small = Small(tmp_path, HUGO_DATED)
    first = small.entry("First in line")
    assert "a lost one" in first.body
    assert first.target_of("a lost one") is None
    debt = (small.new.folder / "content/debt.yml").read_text()
    assert "/posts/never/" in debt
    assert "gone.png" in debt
    assert "gone.png" not in first.body


def test_pictures_come_along_however_they_were_shown(tmp_path):
    small = Small(tmp_path, HUGO_DATED)
    page = small.site.pages[small.entry("First in line").page]
    pictures = [element for element in page.elements if element.tag == "img"]
    assert {picture.get("alt") for picture in pictures} >= {"A plan", "A plan too"}


def test_a_page_at_an_old_address_is_told_apart_from_one_of_our_own(tmp_path):
    """An old address that is one of ours, or that leads out of the site, makes no page."""
    small = Small(tmp_path, {
        "hugo.toml": 'baseURL = "https://old.example.org/"\n',
        "content/posts/a.md": matter(title="One of many", date="2020-01-05", aliases=(
            '["/posts/index.html", "/search.html", "/../../etc/a/", "/%2e%2e/b/", "/feed.xml", "//other.example/c/", '
            '"/Deep/er/still/and/on/"]')),
    })
    entry = small.entry("One of many")
    for path in ("posts/index.html", "search.html"):
        assert not small.site.pages[path].is_redirect, path
    assert small.old_address_leads_to("/Deep/er/still/and/on/", entry)
    assert not [path for path in small.site.paths if ".." in path or "%" in path]
