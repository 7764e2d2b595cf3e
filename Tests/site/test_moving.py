"""Four communities move in, each from another tool, with what real sites of that tool are full of.

Nobody edits anything: a new handbook, one import, and it stands. What the old tool showed nobody, and
people who have not been asked, are on no page of it.
"""

import re

import pytest

from moving.agency import Agency
from moving.guides import Guides
from moving.handbook import NewHandbook, found, published_texts
from moving.questions import answered_by_enter
from moving.schools import Schools
from moving.vault import Vault

SITES = {site.tool: (site, count) for site, count in [
    (Agency, 900), (Schools, 400), (Vault, 600), (Guides, 300)]}

# Notation of the old tools that may stand on no page, but in code.
NOTATION = ["{{<", "{{%", "{% ", "{%-", "%%", "{: ", "{:toc}", "!!! ", "??? ", "=== \"", "[!info]", "[!question]",
            "++ctrl", ":material-", "--8<--", "![[", "[[", "==Important==", "{ .md-button", "^c3d4"]


class Moved:
    """An old site, and the handbook that it became."""

    def __init__(self, folder, tool):
        kind, count = SITES[tool]
        self.old = kind(folder / "old", count).write()
        self.new = NewHandbook(folder / "site")
        self.before = self.new.contents()
        self.said = self.new.bring(self.old.folder)
        self.after = self.new.contents()
        self.site = self.new.stands()
        self.entries = {}
        for entry in self.new.entries():
            self.entries.setdefault(entry.title, []).append(entry)
        self.members = {entry.id: entry for entry in self.new.entries() if entry.kind == "members"}


@pytest.fixture(scope="module", params=SITES)
def moved(request, tmp_path_factory):
    return Moved(tmp_path_factory.mktemp(request.param), request.param)


def test_every_site_stands_after_one_import(moved):
    assert "index.html" in moved.site.paths
    assert len(moved.site.pages) > len(moved.old.shown())


def test_the_terminal_shows_ten_lines_and_the_rest_is_in_a_file(moved):
    lines = [line for line in moved.said.splitlines() if line.strip()]
    assert len(lines) <= 12, moved.said[:3000]


def test_nothing_that_was_hidden_is_published(moved):
    markers = set()
    for path, text in published_texts(moved.site):
        markers |= {(marker, path) for marker in re.findall("unseenx[a-z]+qz", text.casefold())}
    assert sorted(markers)[:10] == []


def test_no_hidden_page_is_more_than_a_draft(moved):
    for source in moved.old.sources:
        if source.is_hidden:
            entries = [entry for entry in moved.new.entries() if source.title in entry.title]
            assert all(entry.is_draft for entry in entries), source.path


def test_nothing_is_published_of_people_whom_nobody_has_asked(moved):
    secrets = [word for person in moved.old.people for word in person.secrets]
    assert found(secrets, published_texts(moved.site)) == {}


def test_what_is_owed_names_nobody_and_no_details(moved):
    lists = [(path, content.decode()) for path, content in moved.after.items() if path in (
        "content/debt.yml", "content/imports.yml")]
    details = [word for person in moved.old.people for word in (person.email, person.phone)]
    assert found(details, lists) == {}


def troubles(moved, source):
    """What of an entry is not as its source says."""
    entries = moved.entries.get(source.title, [])
    if len(entries) != 1:
        yield f"there are {len(entries)} entries: {[entry.path for entry in entries]}"
        return
    entry = entries[0]
    if source.kind and entry.kind != source.kind:
        yield f"it is one of {entry.kind}, not of {source.kind}"
    if source.date and entry.date != source.date:
        yield f"its date is {entry.date}, not {source.date}"
    if not set(source.tags) <= {tag.lower() for tag in entry.listed("tags")}:
        yield f"its tags are {entry.listed('tags')}, not {source.tags}"
    if source.kind == "posts":
        names = {moved.members[one].title if one in moved.members else one for one in entry.listed("authors")}
        if not source.language and names != set(source.authors):
            yield f"its authors are {names}, not {source.authors}"
    for name in source.organisations:
        if name not in (moved.new.folder / entry.path).read_text():
            yield f"{name} is not named"
    if not kept_words(moved, source, entry):
        yield "its words are gone"
    if source.language and entry.fields.get("lang") != source.language:
        yield f"its language is {entry.fields.get('lang')}"
    if source.translation_of:
        original = moved.entries[source.translation_of][0]
        if entry.fields.get("translation_of", "").rpartition("/")[2] != original.id:
            yield f"it translates {entry.fields.get('translation_of')}, not {original.id}"
    yield from link_troubles(moved, source, entry)
    if not entry.is_draft:
        yield from address_troubles(moved, source, entry)


def link_troubles(moved, source, entry):
    for label, title in source.links.items():
        target = moved.entries.get(title, [None])[0]
        if target is None or target.is_draft:
            if label not in entry.body:
                yield f"the words '{label}' are gone"
        elif not entry.leads_to(label, target):
            yield f"'{label}' leads to {entry.target_of(label)}, not to {target.path}"


def address_troubles(moved, source, entry):
    for address in source.old_addresses:
        path = address.strip("/")
        path = f"{path}/index.html" if address.endswith("/") else path
        if path == entry.page:
            continue
        page = moved.site.pages.get(path)
        if page is None or not page.is_redirect:
            yield f"{address} leads nowhere"
        elif entry.page.split("/")[-1] not in page.text.decode():
            yield f"{address} leads elsewhere"


def kept_words(moved, source, entry):
    """Whether a paragraph of plain words has come along as it was."""
    text = (moved.old.folder / source.path).read_text()
    for part in text.split("\n\n"):
        if len(part) > 100 and not set(part) & set("[]<>{}|:@"):
            return " ".join(part.split()) in " ".join(entry.body.split())
    return True


def test_entries_are_what_their_sources_say(moved):
    said = [f"{source.path}: {trouble}" for source in moved.old.shown() for trouble in troubles(moved, source)]
    assert len(moved.old.shown()) >= 15
    assert said[:20] == [], f"{len(said)} troubles"


def test_nearly_everything_that_was_public_stays_so(moved):
    titles = {source.title for source in moved.old.shown()}
    drafts = [entry.path for title in titles for entry in moved.entries.get(title, []) if entry.is_draft]
    assert len(drafts) * 50 <= len(titles), drafts


def test_people_become_members_who_have_agreed_to_nothing_and_teams_do_not(moved):
    names = [member.title for member in moved.members.values()]
    assert {person.name for person in moved.old.people} <= set(names)
    assert len(names) == len(set(names))
    for name in [*moved.old.organisations, "team", "network", "index", "_index"]:
        assert name not in names
    assert not any("yes" in (member.fields.get("consent") or {}).values() for member in moved.members.values())


def test_no_notation_of_the_old_tool_is_left_on_a_page(moved):
    left = {}
    for path, page in moved.site.pages.items():
        if page.is_redirect:
            continue
        text = words_outside_code(page)
        for mark in NOTATION:
            if mark in text:
                left.setdefault(mark, path)
    assert left == {}


def words_outside_code(page):
    def words(element):
        if element.tag in ("code", "pre", "script", "style"):
            return
        yield element.text or ""
        for child in element:
            yield from words(child) if isinstance(child.tag, str) else ()
            yield child.tail or ""
    body = next(element for element in page.elements if element.tag == "body")
    return "".join(words(body))


def test_a_second_run_doubles_nothing(moved, tmp_path):
    before = moved.new.contents()
    moved.new.bring(moved.old.folder)
    assert sorted(moved.new.contents()) == sorted(before)
    changed = [path for path, content in moved.new.contents().items() if content != before[path]]
    assert [path for path in changed if path.endswith(".md")] == []
    moved.new.stands()


@pytest.mark.parametrize("tool", SITES)
def test_an_import_can_be_taken_back(tool, tmp_path):
    kind, _ = SITES[tool]
    old = kind(tmp_path / "old", 60).write()
    new = NewHandbook(tmp_path / "site")
    before = new.contents()
    new.bring(old.folder)
    assert new.contents() != before
    new.must("import", "--undo", "--site", new.folder)
    assert new.contents() == before


@pytest.mark.parametrize("tool", SITES)
def test_a_terminal_asks_twelve_questions_at_most_and_enter_answers_each(tool, tmp_path):
    kind, _ = SITES[tool]
    old = kind(tmp_path / "old", 120).write()
    new = NewHandbook(tmp_path / "site")
    status, said, asked = answered_by_enter("import", old.folder, "--site", new.folder)
    assert status == 0, said[-3000:]
    assert 1 <= asked <= 12, said[-3000:]
    new.stands()


@pytest.mark.parametrize("tool", SITES)
def test_in_a_public_source_nobody_is_named_in_a_file_of_theirs(tool, tmp_path):
    kind, _ = SITES[tool]
    old = kind(tmp_path / "old", 60).write()
    new = NewHandbook(tmp_path / "site", source="public")
    new.bring(old.folder)
    site = new.stands()
    secrets = [word for person in old.people for word in person.secrets]
    assert found(secrets, published_texts(site)) == {}
    members = [(path, path + content.decode()) for path, content in new.contents().items()
               if path.startswith("content/members/") or path in ("content/debt.yml", "content/imports.yml")]
    assert found(secrets, members) == {}


@pytest.mark.parametrize("tool", SITES)
def test_a_wrong_name_of_the_tool_is_an_error_that_says_what_it_looks_like(tool, tmp_path):
    kind, _ = SITES[tool]
    old = kind(tmp_path / "old", 30).write()
    new = NewHandbook(tmp_path / "site")
    before = new.contents()
    names = {"hugo": "Hugo", "jekyll": "Jekyll", "obsidian": "Obsidian", "mkdocs": "MkDocs"}
    for other in sorted(set(SITES) - {tool}):
        done = wrongly(other, old, new)
        assert done.returncode != 0, other
        assert names[tool] in done.stderr, done.stderr
    assert new.contents() == before


def wrongly(tool, old, new):
    from conftest import run
    return run("import", tool, old.folder, "--site", new.folder)
