"""The tutorial and the how-to pages, followed: each command in its order, and the steps at the desk."""

import contextlib

import pytest

from desk_pictures import begin_member, keep_minutes
from desks import running
from teachers import HOW_TO, Teacher, blocks
from windows import opened


@pytest.fixture
def teacher(tmp_path):
    return Teacher(tmp_path)


@pytest.fixture
def at_work(teacher):
    """A teacher who has done the tutorial, with what the how-to pages speak of."""
    teacher.follow("first-meeting")
    teacher.write_what_pages_speak_of()
    return teacher


@contextlib.contextmanager
def desk_of(teacher, browser):
    """The desk of a teacher's handbook, and a window in which it is open."""
    with running(teacher.folder, teacher.home / "log", env=teacher.environment) as desk:
        with opened(browser) as window:
            window.goto(desk.invitation)
            yield desk, window


def save(window):
    window.get_by_role("button", name="Save", exact=True).click()
    window.get_by_text("Saved.", exact=True).wait_for()


def press(desk, window, button):
    window.goto(f"{desk.address}/desk/publish")
    window.get_by_role("button", name=button).click()
    window.locator(".going.good").wait_for()


def test_the_tutorial_leads_from_nothing_to_minutes_online(teacher, browser):
    teacher.follow("first-meeting")
    before = teacher.online()
    assert "The Riverside Circle" in before["index.html"]
    assert "until Easter." not in "".join(before.values())
    with desk_of(teacher, browser) as (desk, window):
        keep_minutes(window)
        press(desk, window, "Publish now")
        minutes = teacher.online()
        press(desk, window, "Undo it")
    for page in ("meetings/2026-12-03-circle.html", "decisions.html"):
        assert "We use the short slip until Easter." in minutes[page]
    assert "send the slip round" in minutes["actions.html"]
    assert teacher.online() == before


@pytest.mark.parametrize("page", HOW_TO)
def test_the_commands_of_a_how_to_can_be_typed_one_after_the_other(at_work, page):
    assert blocks(page) != []
    at_work.follow(page)
    if page == "share-a-resource":
        assert "A slip for the end of a lesson" in at_work.online()["resources/exit-slip.html"]
    if page == "ask-for-consent":
        consent = at_work.text("content/members/ben-hale.md").split("consent:\n")[1]
        assert consent.startswith("  name: yes\n  profile: no\n")
    if page == "somebody-leaves":
        assert "Lopez" not in "".join(at_work.online().values())
    if page == "move-hosts":
        assert at_work.online("codeberg.org") == at_work.online("github.com")


def test_a_page_that_must_go_is_gone_before_it_comes_back(at_work):
    assert "posts/exit-tickets.html" in at_work.online()
    at_work.run(blocks("take-a-page-down")[0])
    assert "posts/exit-tickets.html" not in at_work.online()


# MARK: at the desk

def test_a_page_is_taken_down_at_the_desk(at_work, browser):
    with desk_of(at_work, browser) as (desk, window):
        window.get_by_label("Find an entry").fill("exit")
        window.keyboard.press("Enter")
        window.get_by_role("link", name="Exit tickets").first.click()
        window.get_by_text("More fields").click()
        window.get_by_label("Taken down because").fill("a parent asked")
        save(window)
        press(desk, window, "Publish now")
    assert "posts/exit-tickets.html" not in at_work.online()


def test_a_resource_is_shared_at_the_desk(at_work, browser):
    with desk_of(at_work, browser) as (desk, window):
        window.locator("summary", has_text="Write").click()
        window.get_by_role("link", name="New resource").click()
        window.get_by_label("Kind").select_option(label="Worksheet")
        window.get_by_label("Licence").fill("cc-by-4.0")
        window.get_by_label("Title").fill("A slip")
        window.get_by_role("button", name="Begin").click()
        window.wait_for_url("**/desk/resources/a-slip")
        window.get_by_text("More fields").click()
        window.get_by_label("Address", exact=True).fill("https://example.org/slip")
        window.get_by_label("Time needed").fill("5 min")
        save(window)
        press(desk, window, "Publish now")
    assert "https://example.org/slip" in at_work.online()["resources/a-slip.html"]


def test_a_member_agrees_and_later_leaves_at_the_desk(at_work, browser):
    with desk_of(at_work, browser) as (desk, window):
        begin_member(window, desk, "Ben Hale")
        save(window)
        press(desk, window, "Publish now")
        assert "Ben Hale" in at_work.online()["members/ben-hale.html"]
        window.goto(f"{desk.address}/desk/members/ben-hale")
        window.get_by_role("link", name="Leaves or withdraws").click()
        window.locator("#left").fill("2026-11-30")
        window.get_by_role("button", name="Mark as left").click()
        window.locator(".going.good").wait_for()
        press(desk, window, "Publish now")
    text = at_work.text("content/members/ben-hale.md")
    assert "status: former\n" in text and "left: 2026-11-30\n" in text
