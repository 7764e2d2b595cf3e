"""The smallest flow of the desk, whole: from Thursday's meeting to the web, and back."""

import pathlib

import pytest

from test_desk_minutes import focused, label, tab_to
from test_desk_publishing import desk, git, online, press, repository, window  # noqa: F401

MEETING = "content/meetings/2026-12-03-circle.md"
PAGE = "meetings/2026-12-03-circle.html"


def test_a_meeting_is_kept_published_and_taken_back_by_mouse(window, desk, repository):
    folder, host = repository
    before = online(host, PAGE)
    window.goto(f"{desk.address}/desk/")
    window.get_by_role("link", name="Next meeting").click()
    for action in ("sends the slip", "asks for the room"):
        window.get_by_label(action).click()
        window.locator("#added").get_by_text(f"Done: {action}").wait_for()
    window.get_by_role("button", name="Decision").click()
    window.locator("#minutes-line").fill("We meet in the hall.")
    window.get_by_role("button", name="Add", exact=True).click()
    window.locator("#added").get_by_text("We meet in the hall.").wait_for()
    window.get_by_role("button", name="Action").click()
    window.locator("#minutes-line").fill("ring the school")
    window.locator("#owner-find").fill("Ben")
    window.get_by_role("option", name="Ben Hale").click()
    window.locator("#minutes-day").fill("next Thursday")
    window.locator("#day-told").get_by_text("2026").wait_for()
    window.get_by_role("button", name="Add", exact=True).click()
    window.locator("#added").get_by_text("ring the school").wait_for()
    window.get_by_role("button", name="Save").click()
    window.frame_locator("#preview").get_by_text("We meet in the hall.").first.wait_for()
    window.get_by_role("link", name="Saved here, not online").click()
    window.get_by_role("button", name="Publish now").click()
    window.locator(".going.good").wait_for()
    assert "We meet in the hall." in online(host, PAGE)
    assert git(host, "diff", "--name-only", "main~1", "main").split() == [MEETING]
    said = press(window, desk, "Undo it")
    assert "as they were before" in said
    assert online(host, PAGE) == before
    assert "We meet in the hall." in desk.text(MEETING)


def test_the_same_by_keyboard_alone(window, desk, repository):
    folder, host = repository
    key = window.keyboard.press
    window.goto(f"{desk.address}/desk/")
    tab_to(window, lambda: focused(window, "href") == "/desk/next-meeting")
    key("Enter")
    window.locator("#minutes-line").wait_for()
    for action in ("sends the slip", "asks for the room"):
        tab_to(window, lambda: focused(window, "data-action") and action in label(window))
        key("Space")
        window.locator("#added").get_by_text(f"Done: {action}").wait_for()
    key("Alt+d")
    window.keyboard.type("We meet in the hall.")
    key("Enter")
    window.locator("#added").get_by_text("We meet in the hall.").wait_for()
    key("Alt+a")
    window.keyboard.type("ring the school")
    tab_to(window, lambda: focused(window, "id") == "minutes-day")
    window.keyboard.type("10 December")
    window.locator("#day-told").get_by_text("2026").wait_for()
    key("Enter")
    window.locator("#added").get_by_text("ring the school").wait_for()
    key("Control+s")
    window.get_by_role("link", name="Saved here, not online").wait_for()
    window.goto(f"{desk.address}/desk/publish")
    tab_to(window, lambda: window.evaluate("document.activeElement.type") == "submit")
    key("Enter")
    window.locator(".going.good").wait_for()
    assert "We meet in the hall." in online(host, PAGE)
    window.goto(f"{desk.address}/desk/publish")
    tab_to(window, lambda: focused(window, "id") == "undo")
    key("Enter")
    window.locator(".going.good").wait_for()
    assert "We meet in the hall." not in online(host, PAGE)


def test_a_member_a_resource_and_a_fix_are_published(window, desk, repository):
    folder, host = repository
    save = window.get_by_role("button", name="Save", exact=True)
    saved = window.get_by_text("Saved.", exact=True)
    # A member who agrees on the coordinator's computer.
    window.goto(f"{desk.address}/desk/members/new")
    window.get_by_label("Name").fill("Zoe Marsh")
    window.get_by_role("button", name="Begin").click()
    window.wait_for_url("**/desk/members/zoe-marsh")
    consent = window.get_by_role("group", name="Consent")
    consent.get_by_label("Name").check()
    consent.get_by_label("A page of their own").check()
    consent.get_by_label("Agreed on").fill("2026-11-30")
    save.click()
    saved.wait_for()
    # A resource with a file.
    window.goto(f"{desk.address}/desk/resources/new")
    window.get_by_label("Title").fill("Exit slips")
    window.get_by_role("button", name="Begin").click()
    window.wait_for_url("**/desk/resources/exit-slips")
    with window.expect_file_chooser() as chooser:
        window.get_by_role("button", name="Picture or file").click()
    picture = next((pathlib.Path(__file__).resolve().parents[2] / "docs/images").glob("*.png"))
    chooser.value.set_files(
        {"name": "slips.png", "mimeType": "image/png", "buffer": picture.read_bytes()})
    window.get_by_label("A few words for those who cannot see the picture").fill("Three slips")
    window.get_by_role("button", name="Add to the text").click()
    window.frame_locator("#preview").get_by_alt_text("Three slips").wait_for()
    save.click()
    saved.wait_for()
    # A finding that a press fixes.
    post = "content/posts/slips.md"
    desk.write(post, desk.text(post).replace("date: 2026-01-15", "date: 2026-1-15"))
    window.goto(f"{desk.address}/desk/posts/slips")
    window.get_by_role("button", name="Fix this").first.click()
    window.get_by_role("button", name="Fix this").wait_for(state="detached")
    said = press(window, desk, "Publish now")
    assert "Online." in said, said
    assert "Zoe Marsh" in online(host, "members/zoe-marsh.html")
    assert "Three slips" in online(host, "resources/exit-slips.html")
    changed = git(host, "diff", "--name-only", "main~1", "main").split()
    assert sorted(changed) == [
        "content/assets/slips.png", "content/members/zoe-marsh.md", "content/resources/exit-slips.md"]
