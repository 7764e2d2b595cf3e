"""The documentation: a site without a finding, in which everything is reached and every command works."""

import json
import posixpath

import pytest

import docs_site
from accessibility import violations
from conftest import ROOT, build, run
from desk_pictures import keep_minutes
from desks import running
from teachers import Teacher, blocks
from test_links import broken, followed
from windows import opened

HOW_TO = [
    "share-a-resource", "write-minutes", "ask-for-consent", "somebody-leaves", "take-a-page-down",
    "hand-over", "move-hosts",
]
WRITTEN = [page.stem for page in docs_site.SITE.glob("content/pages/*.md")]
OF_DOCS = [page.stem for page in docs_site.DOCS.glob("*.md")]
LARGEST_PICTURE = 60 * 1024


@pytest.fixture(scope="session")
def guide(tmp_path_factory):
    """The documentation, written; a finding, be it a warning, is a failure."""
    source = tmp_path_factory.mktemp("guide") / "source"
    docs_site.lay_out(source, json.loads(run("--experimental-dump-help").stdout))
    return build(source, source / "output", "--strict")


@pytest.fixture
def teacher(tmp_path):
    return Teacher(tmp_path)


def reached(site):
    """Every page that links lead to from the home page."""
    found, waiting = set(), ["index.html"]
    while waiting:
        path = waiting.pop()
        if path in found or path not in site.pages:
            continue
        found.add(path)
        waiting += [followed(site.pages[path], address)[0] for address in site.pages[path].internal_addresses]
    return found


def test_every_link_leads_somewhere_and_none_to_a_file_of_markdown(guide):
    pages = [page for path, page in guide.pages.items() if path != "404.html"]
    assert [problem for page in pages for problem in broken(guide, page)] == []
    markdown = [
        address for page in pages for address in page.internal_addresses
        if address.split("#")[0].endswith(".md")
    ]
    assert markdown == []


def test_every_page_is_reached_from_the_first_one(guide):
    wanted = {f"{name}.html" for name in [*WRITTEN, *OF_DOCS, "commands"]}
    assert wanted - reached(guide) == set()


def test_the_lists_of_how_to_and_of_the_reference_name_all(guide):
    def named(page):
        return {posixpath.basename(address) for address in guide.pages[page].internal_addresses}
    assert {f"{name}.html" for name in HOW_TO} <= named("how-to.html")
    assert {f"{name}.html" for name in [*OF_DOCS, "commands"]} <= named("reference.html")


def test_every_picture_is_there_has_words_and_is_small(guide):
    # In the list of all pages a picture stands beside a title that says the same.
    pictures = [
        (path, element.get("src"), element.get("alt"))
        for path, page in guide.pages.items() if path != "pages/index.html"
        for element in page.elements if element.tag == "img"
    ]
    assert len({source for _, source, _ in pictures}) >= 5
    assert [picture for picture in pictures if not (picture[2] or "").strip()] == []
    taken = list((ROOT / "docs/images").glob("desk-*.webp"))
    assert [picture.name for picture in taken if picture.stat().st_size > LARGEST_PICTURE] == []


def test_every_command_has_a_section(guide):
    told = json.loads(run("--experimental-dump-help").stdout)["command"]["subcommands"]
    wanted = {f"h-handbook-{command['commandName']}" for command in told} - {"h-handbook-help"}
    assert wanted <= set(guide.pages["commands.html"].ids)


# MARK: what people type

def test_the_tutorial_leads_from_nothing_to_minutes_online(teacher, browser, tmp_path):
    teacher.follow("first-meeting")
    online = teacher.online()
    assert "The Riverside Circle" in online["index.html"]
    assert "until Easter." not in "".join(online.values())
    with running(teacher.folder, tmp_path / "log", env=teacher.environment) as desk:
        with opened(browser) as window:
            window.goto(desk.invitation)
            keep_minutes(window)
            window.goto(f"{desk.address}/desk/publish")
            window.get_by_role("button", name="Publish now").click()
            window.locator(".going.good").wait_for()
            minutes = teacher.online()
            window.goto(f"{desk.address}/desk/publish")
            window.get_by_role("button", name="Undo it").click()
            window.locator(".going.good").wait_for()
    for page in ("meetings/2026-12-03-circle.html", "decisions.html"):
        assert "We use the short slip until Easter." in minutes[page]
    assert "send the slip round" in minutes["actions.html"]
    assert teacher.online() == online


@pytest.mark.parametrize("page", HOW_TO)
def test_the_commands_of_a_how_to_can_be_typed_one_after_the_other(teacher, page):
    teacher.follow("first-meeting")
    teacher.write_what_pages_speak_of()
    assert blocks(page) != []
    teacher.follow(page)
    if page == "share-a-resource":
        assert "A slip for the end of a lesson" in teacher.online()["resources/exit-slip.html"]
    if page == "ask-for-consent":
        consent = (teacher.folder / "content/members/ben-hale.md").read_text().split("consent:\n")[1]
        assert consent.startswith("  name: yes\n  profile: no\n")
    if page == "somebody-leaves":
        assert "Lopez" not in "".join(teacher.online().values())
    if page == "move-hosts":
        assert teacher.online("codeberg.org") == teacher.online("github.com")


def test_a_page_that_must_go_is_gone_before_it_comes_back(teacher):
    teacher.follow("first-meeting")
    teacher.write_what_pages_speak_of()
    assert "posts/exit-tickets.html" in teacher.online()
    teacher.run(blocks("take-a-page-down")[0])
    assert "posts/exit-tickets.html" not in teacher.online()


def test_a_page_is_taken_down_at_the_desk(teacher, browser, tmp_path):
    teacher.follow("first-meeting")
    teacher.write_what_pages_speak_of()
    with running(teacher.folder, tmp_path / "log", env=teacher.environment) as desk:
        with opened(browser) as window:
            window.goto(desk.invitation)
            window.get_by_label("Find an entry").fill("exit")
            window.keyboard.press("Enter")
            window.get_by_role("link", name="Exit tickets").first.click()
            window.get_by_text("More fields").click()
            window.get_by_label("Taken down because").fill("a parent asked")
            window.get_by_role("button", name="Save", exact=True).click()
            window.get_by_text("Saved.", exact=True).wait_for()
            window.goto(f"{desk.address}/desk/publish")
            window.get_by_role("button", name="Publish now").click()
            window.locator(".going.good").wait_for()
    assert "posts/exit-tickets.html" not in teacher.online()


# MARK: how it looks

@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nobody_is_kept_out_and_nothing_sticks_out(guide, browser, width, scheme):
    for page in ("index.html", "first-meeting.html", "for-members.html", "commands.html", "reference.html"):
        with opened(browser, width, scheme) as window:
            window.goto(f"{guide.folder.as_uri()}/{page}")
            assert list(violations(window)) == [], page
            assert window.evaluate("document.documentElement.scrollWidth <= innerWidth"), page


def test_the_page_for_members_is_one_sheet_of_paper(guide, browser):
    with opened(browser) as window:
        window.goto(f"{guide.folder.as_uri()}/for-members.html")
        assert window.pdf(format="A4").count(b"/Type /Page\n") == 1
