"""Feeds, structured data and open data, read by programs that did not write them."""

import json
import xml.etree.ElementTree

import feedparser
import jsonschema
import pytest

from conftest import ROOT, TODAY, build

BASE = "https://corvan-circle.example/handbook/"

# What schema.org, and the search engines that read it, need of each type.
REQUIRED = {
    "WebSite": ["@id", "url", "name"],
    "Organization": ["@id", "url", "name"],
    "WebPage": ["@id", "url", "name"],
    "Event": ["name", "startDate", "eventStatus", "organizer"],
    "LearningResource": ["name", "learningResourceType", "inLanguage"],
    "BlogPosting": ["headline", "datePublished", "author"],
    "Article": ["headline", "datePublished", "author"],
    "BreadcrumbList": ["itemListElement"],
}


def feed_paths(site):
    return [path for path in site.paths if path.endswith(".xml") and path != "sitemap.xml"]


def test_every_feed_parses_and_is_well_formed(sample):
    assert "feed.xml" in feed_paths(sample) and len(feed_paths(sample)) > 5
    for path in feed_paths(sample):
        data = (sample.folder / path).read_bytes()
        xml.etree.ElementTree.fromstring(data)
        feed = feedparser.parse(data)
        assert (feed.bozo, feed.version) == (False, "atom10")
        assert 1 <= len(feed.entries) <= 20
        days = [entry.published for entry in feed.entries]
        assert days == sorted(days, reverse=True) and days[0][:10] <= TODAY
        assert feed.feed.updated == max(entry.updated for entry in feed.entries)
        assert {link.href for link in feed.feed.links if link.rel == "self"} == {BASE + path}
        for entry in feed.entries:
            assert entry.link.startswith(BASE) and entry.link.removeprefix(BASE) in sample.paths
            assert entry.id.startswith("urn:uuid:")


def test_the_feed_has_the_newest_with_its_text(sample):
    feed = feedparser.parse((sample.folder / "feed.xml").read_bytes())
    assert feed.feed.title == "The Corvan Circle"
    assert len(feed.entries) == 20
    assert len({entry.id for entry in feed.entries}) == 20
    texts = [entry.content[0].value for entry in feed.entries]
    assert max(map(len, texts)) > 1000
    assert not any('href="../' in text or 'src="../' in text or 'href="#' in text for text in texts)


def test_the_json_feed_says_the_same(sample):
    feed = json.loads((sample.folder / "feed.json").read_text())
    atom = feedparser.parse((sample.folder / "feed.xml").read_bytes())
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == BASE + "feed.json"
    assert [(item["id"], item["url"], item["title"]) for item in feed["items"]] == [
        (entry.id, entry.link, entry.title) for entry in atom.entries]


def graph(page):
    scripts = [element for element in page.elements if element.tag == "script"
               and element.get("type") == "application/ld+json"]
    assert len(scripts) <= 1
    return json.loads(scripts[0].text)["@graph"] if scripts else []


def test_structured_data_parse_and_have_what_each_type_needs(sample):
    seen = set()
    for page in sample.pages.values():
        things = graph(page)
        ids = {thing["@id"] for thing in things if "@id" in thing}
        for thing in things:
            seen.add(thing["@type"])
            missing = [name for name in REQUIRED[thing["@type"]] if not thing.get(name)]
            assert missing == [], page.path
            for value in thing.values():
                if isinstance(value, dict) and list(value) == ["@id"]:
                    assert value["@id"] in ids, page.path
    assert seen == set(REQUIRED)


def test_a_page_that_is_not_listed_says_nothing_to_machines(sample):
    assert graph(sample.pages["404.html"]) == []
    assert [path for path, page in sample.pages.items()
            if path.startswith("members/") and graph(page)] == []
    assert "Person" not in json.dumps([graph(page) for page in sample.pages.values()])


def open_data(site):
    return json.loads((site.folder / "data/handbook.json").read_text())


@pytest.fixture(scope="module")
def schema():
    schema = json.loads((ROOT / "docs/handbook.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


def test_open_data_are_as_the_schema_says(sample, moved, schema):
    for site in [sample, moved]:
        assert [error.message for error in schema.iter_errors(open_data(site))] == []


def test_open_data_have_every_public_page_and_nobody(sample):
    data = open_data(sample)
    kinds = {entry["kind"] for entry in data["entries"]}
    assert kinds == {"post", "meeting", "resource", "goal", "success", "page"}
    assert [entry["address"] for entry in data["entries"]
            if entry["address"] not in sample.pages] == []
    ids = [entry["id"] for entry in data["entries"]]
    assert len(ids) == len(set(ids)) > 40
    assert data["actions"] and data["decisions"] and data["links"]
    assert {link["to"] for link in data["links"]} <= set(ids)
    named = [name for entry in data["entries"] for name in entry
             if name in ("authors", "people", "owners", "chair", "attendees", "shared_by")]
    assert named == []


def test_open_data_have_people_who_agreed_where_the_site_gives_them(tmp_path, schema):
    files = {
        "handbook.yml": "name: Open\ntimezone: Europe/London\nopen_data: yes\nsource: private\n"
                        "base_url: https://open.example/\nindexing: all\n",
        "members/ada.md": "---\nname: Ada Okafor\nschool: Hill School\n"
                          "consent: {name: yes, profile: yes, given: 2026-09-01}\n---\n",
        "members/ben.md": "---\nname: Ben Hale\nconsent: {name: yes, given: 2026-09-01}\n---\n",
        "members/m-07.md": "---\nname: Cleo Rask\n---\n",
        "posts/a.md": "---\ndate: 2026-10-01\nauthors: [ada, ben, m-07]\n---\n# A post\n\n"
                      "By @ada and @m-07.\n",
    }
    for path, text in files.items():
        file = tmp_path / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    site = build(tmp_path, tmp_path / "output")
    data = open_data(site)
    assert [error.message for error in schema.iter_errors(data)] == []
    entries = {entry["id"]: entry for entry in data["entries"]}
    assert sorted(entries) == ["members/ada", "posts/a"]
    assert "school" not in entries["members/ada"]
    assert entries["posts/a"]["authors"] == [
        {"name": "Ada Okafor", "id": "members/ada"}, {"name": "Ben Hale"}]
    assert entries["posts/a"]["summary"] == "By Ada Okafor and a member."
    assert data["links"] == [{"from": "posts/a", "to": "members/ada"}]
    people = [thing for thing in graph(site.pages["posts/a.html"])
              if thing["@type"] == "BlogPosting"][0]["author"]
    assert [person["name"] for person in people] == ["Ada Okafor", "Ben Hale"]
    profile = graph(site.pages["members/ada.html"])[2]
    assert profile["@type"] == "ProfilePage" and profile["mainEntity"]["@type"] == "Person"
