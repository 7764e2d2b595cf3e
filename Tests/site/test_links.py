"""Every address on every written page, followed on disk."""

import posixpath
import urllib.parse
import xml.etree.ElementTree

import pytest

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
BASE = "https://corvan-circle.example/handbook/"


def followed(page, address):
    """The path of a relative address, from the page's own folder; above the top it keeps its dots."""
    parts = urllib.parse.urlsplit(address)
    if not parts.path:
        return page.path, urllib.parse.unquote(parts.fragment)
    path = posixpath.join(posixpath.dirname(page.path), urllib.parse.unquote(parts.path))
    return posixpath.normpath(path), urllib.parse.unquote(parts.fragment)


def broken(site, page):
    """The internal addresses of a page that lead nowhere."""
    for address in page.internal_addresses:
        path, anchor = followed(page, address)
        if path not in site.paths:
            yield f"{page.path}: {address} leads to no file"
        elif anchor and anchor not in site.pages[path].ids:
            yield f"{page.path}: {address} leads to no anchor"


@pytest.fixture(params=["sample", "moved"])
def site(request):
    return request.getfixturevalue(request.param)


def test_every_internal_link_leads_to_a_file_and_an_anchor(site):
    pages = [page for path, page in site.pages.items() if path != "404.html"]
    # Home and the style sheet at the least: a parser that finds nothing must not pass.
    assert [page.path for page in pages if len(list(page.internal_addresses)) < 2] == []
    assert [problem for page in pages for problem in broken(site, page)] == []


def test_no_internal_link_is_absolute(site):
    pages = [page for path, page in site.pages.items() if path != "404.html"]
    absolute = [
        f"{page.path}: {address}"
        for page in pages
        for address in page.addresses
        if address.startswith(("/", BASE))
    ]
    assert absolute == []


def test_the_page_for_a_missing_page_leads_from_any_address(sample):
    page = sample.pages["404.html"]
    assert [element.get("href") for element in page.elements if element.tag == "base"] == ["/handbook/"]
    # Before the base, nothing; and within the page no address that the base would lead elsewhere.
    tags = [element.tag for element in page.elements]
    assert not {"link", "script"} & set(tags[:tags.index("base")])
    assert [address for address in page.internal_addresses if address.startswith(("#", "/"))] == []
    assert list(broken(sample, page)) == []


def test_no_id_stands_twice_on_a_page(site):
    twice = [
        f"{page.path}: {name}"
        for page in site.pages.values()
        for name in set(page.ids)
        if page.ids.count(name) > 1
    ]
    assert twice == []


def test_the_sitemap_lists_pages_that_exist(sample):
    root = xml.etree.ElementTree.parse(sample.folder / "sitemap.xml").getroot()
    assert root.tag == f"{SITEMAP}urlset"
    addresses = [found.text for found in root.iter(f"{SITEMAP}loc")]
    assert len(addresses) == len(set(addresses)) > 20
    assert [address for address in addresses if not address.startswith(BASE)] == []
    listed = [urllib.parse.unquote(address.removeprefix(BASE)) for address in addresses]
    assert [path for path in listed if (path or "index.html") not in sample.pages] == []
    assert "" in listed


def test_the_robots_file_names_the_sitemap(sample):
    lines = (sample.folder / "robots.txt").read_text().splitlines()
    assert lines == ["User-agent: *", "Disallow:", "", f"Sitemap: {BASE}sitemap.xml"]


def test_without_scripts_links_lead_from_the_home_page_to_every_page(sample):
    waiting, reached = ["index.html"], {"index.html", "404.html"}
    while waiting:
        page = sample.pages[waiting.pop()]
        for element in page.elements:
            name = {"a": "href", "form": "action"}.get(element.tag)
            address = element.get(name, "") if name else ""
            if not address or urllib.parse.urlsplit(address).scheme:
                continue
            path, _ = followed(page, address)
            if path in sample.pages and path not in reached:
                reached.add(path)
                waiting.append(path)
    # Nothing leads to the address of what was taken down.
    lost = [path for path in sample.pages_to_read if path not in reached]
    assert lost == ["posts/the-photograph-wall.html"]
