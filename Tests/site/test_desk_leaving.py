"""A member who leaves, and a page that must go tonight: shown first, then done, and nothing lost."""

import os
import re

import pytest

import desks
from accessibility import violations
from test_desk_minutes import focused, tab_to
from test_desk_publishing import change, desk, git, online, press, repository, window  # noqa: F401
from windows import opened

POST = "content/posts/slips.md"
BEN = "content/members/ben-hale.md"
LEAVES = "/desk/members/ben-hale/leaves"
TAKE_DOWN = "/desk/posts/slips/take-down"


def ended(window):
    """How it ended, in words."""
    window.locator(".going.good, .going.bad").wait_for()
    return window.locator("#going").inner_text()


def everything(desk):
    content = desk.folder / "content"
    return {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}


def test_a_member_leaves_and_stays_named(window, desk):
    window.goto(f"{desk.address}/desk/members/ben-hale")
    window.get_by_role("link", name="Leaves or withdraws").click()
    assert "Thursday circle: - [ ] @ben-hale asks for the room" in window.locator("main").inner_text()
    window.get_by_role("button", name="Mark as left").click()
    assert "not online until you publish" in ended(window)
    assert desk.text(BEN) == desks.SITE[BEN].replace(
        "status: active\n", "status: former\nleft: 2026-11-30\n")


def test_a_member_is_forgotten_by_keyboard_and_that_is_published(window, desk, repository):
    folder, host = repository
    window.goto(f"{desk.address}{LEAVES}")
    before = everything(desk)
    told = window.locator("main").inner_text()
    assert "The neutral name would be m-01" in told and "Their file keeps their names" in told
    assert "Thursday circle changed" in told and "Ben Hale removed" in told
    assert everything(desk) == before
    tab_to(window, lambda: window.evaluate("document.activeElement.textContent") == "Forget this member")
    window.keyboard.press("Enter")
    assert "The neutral name is m-01 now" in ended(window)
    assert focused(window, "id") == "going"
    assert not (desk.folder / BEN).exists()
    assert "Ben Hale" in desk.text("content/members/m-01.md")
    assert "@m-01 asks for the room" in desk.text("content/meetings/2026-12-03-circle.md")
    # What the desk wrote is sent, the file that is gone with it; no press brings it back.
    window.wait_for_timeout(1500)
    assert "Online." in press(window, desk, "Publish now")
    assert git(host, "ls-tree", "--name-only", "main", "content/members/").split() == [
        "content/members/ada-okafor.md", "content/members/m-01.md"]
    assert "Ben" not in online(host, "meetings/2026-11-05-circle.html")
    assert git(folder, "status", "--porcelain") == ""
    window.goto(f"{desk.address}/desk/publish")
    assert window.get_by_role("button", name="Undo it").count() == 0


def test_what_is_done_is_what_was_shown(window, desk):
    window.goto(f"{desk.address}{LEAVES}")
    desk.write(POST, desk.text(POST).replace("It went well.", "@ben-hale said so."))
    before = everything(desk)
    window.get_by_role("button", name="Forget this member").click()
    assert "Something has changed since this page was shown." in ended(window)
    assert everything(desk) == before


def test_their_file_can_go_too(window, desk):
    window.goto(f"{desk.address}{LEAVES}")
    window.get_by_role("link", name="See what happens where their file goes too").click()
    window.get_by_text("Their file goes, too.").wait_for()
    window.get_by_role("button", name="Forget this member").click()
    assert "Done." in ended(window)
    assert sorted(path.name for path in (desk.folder / "content/members").iterdir()) == ["ada-okafor.md"]


def test_a_change_that_was_cut_short_is_finished_first(browser, tmp_path):
    """The lid was closed in the middle of it: the next press finishes that, and says so."""
    folder = desks.laid_out(tmp_path / "site")
    done = desks.command("forget", "ada-okafor", folder, "--yes")
    assert done.returncode == 0, done.stderr
    with desks.running(folder, tmp_path / "log") as desk, opened(browser) as window:
        window.goto(desk.invitation)
        window.goto(f"{desk.address}{LEAVES}")
        window.get_by_role("button", name="Forget this member").click()
        assert "The neutral name is m-02 now" in ended(window)


def test_a_page_goes_at_once_by_mouse(window, desk, repository):
    folder, host = repository
    change(window, desk, "Slips again")
    window.goto(f"{desk.address}/desk/goals/fewer-marks")
    window.get_by_label("Title").fill("Waits")
    window.get_by_role("button", name="Save", exact=True).click()
    window.get_by_text("Saved.", exact=True).wait_for()
    window.goto(f"{desk.address}/desk/posts/slips")
    window.get_by_role("link", name="Take down now").click()
    window.get_by_text("This is published at once.").wait_for()
    assert "taken_down" not in desk.text(POST)
    window.get_by_label("Why?").fill("a parent asked: \"please\" # today")
    window.get_by_role("button", name="Take it off the site").click()
    assert "The page is off the site." in ended(window)
    assert "posts/slips.html" not in git(host, "ls-tree", "-r", "--name-only", "gh-pages").split()
    # Only this file is sent; what else was saved waits.
    assert git(host, "diff", "--name-only", "main~1", "main").split() == [POST]
    assert "taken_down: 'a parent asked: \"please\" # today'" in desk.text(POST)
    assert git(host, "log", "-1", "--format=%s", "main").strip() == "Take an entry down"
    window.goto(f"{desk.address}/desk/publish")
    assert window.get_by_role("link", name="Waits").count() == 1
    assert window.get_by_role("button", name="Undo it").count() == 0
    # And back, when somebody decides so.
    window.goto(f"{desk.address}{TAKE_DOWN}")
    window.get_by_role("button", name="Put it back").click()
    assert "back with the next publication" in ended(window)
    assert "taken_down" not in desk.text(POST)


def test_a_page_goes_at_once_by_keyboard(window, desk, repository):
    folder, host = repository
    window.goto(f"{desk.address}{TAKE_DOWN}")
    tab_to(window, lambda: focused(window, "name") == "notice")
    window.keyboard.press("Space")
    tab_to(window, lambda: window.evaluate("document.activeElement.type") == "submit")
    window.keyboard.press("Enter")
    assert "The page is off the site." in ended(window)
    assert focused(window, "id") == "going"
    assert "It went well" not in online(host)


def test_a_refused_push_says_what_state_things_are_in(window, desk, repository):
    folder, host = repository
    hook = host / "hooks/update"
    hook.write_text(
        "#!/bin/sh\ncase $1 in refs/heads/gh-pages) exit 0;; esac\necho 'full' >&2; exit 1\n")
    hook.chmod(0o755)
    window.goto(f"{desk.address}{TAKE_DOWN}")
    window.get_by_role("button", name="Take it off the site").click()
    assert "The page is off the site. Your git host does not know the change yet" in ended(window)
    assert "posts/slips.html" not in git(host, "ls-tree", "-r", "--name-only", "gh-pages").split()
    hook.write_text("#!/bin/sh\necho 'full' >&2; exit 1\n")
    window.goto(f"{desk.address}/desk/goals/fewer-marks/take-down")
    window.get_by_role("button", name="Take it off the site").click()
    assert "It is taken down here, but the page may still be online:" in ended(window)
    assert "taken_down:" in desk.text("content/goals/fewer-marks.md")
    assert "fewer-marks" in git(host, "ls-tree", "-r", "--name-only", "gh-pages")
    hook.unlink()
    assert "Online." in press(window, desk, "Publish now")
    assert "fewer-marks" not in git(host, "ls-tree", "-r", "--name-only", "gh-pages")


def test_a_protected_branch_gets_a_proposal_and_the_page_is_gone(window, desk, repository):
    folder, host = repository
    hook = host / "hooks/update"
    hook.write_text(
        "#!/bin/sh\ncase $1 in refs/heads/main)\n"
        "echo 'error: GH006: Protected branch update failed for refs/heads/main.' >&2; exit 1;;\nesac\n")
    hook.chmod(0o755)
    window.goto(f"{desk.address}{TAKE_DOWN}")
    window.get_by_role("button", name="Take it off the site").click()
    assert "The page is off the site. The change itself is proposed as" in ended(window)
    assert "posts/slips.html" not in git(host, "ls-tree", "-r", "--name-only", "gh-pages").split()


def test_something_private_elsewhere_does_not_keep_the_file_from_being_taken_down(window, desk):
    desk.write("content/goals/fewer-marks.md", desks.SITE["content/goals/fewer-marks.md"].replace(
        "Why.", "Write to anna.smith@gmail.com"))
    window.goto(f"{desk.address}{TAKE_DOWN}")
    window.get_by_role("button", name="Take it off the site").click()
    assert "taken down here, but the page may still be online" in ended(window)
    assert "taken_down: taken down on request" in desk.text(POST)


def test_without_a_host_it_is_taken_down_here_and_says_what_is_missing(browser, tmp_path):
    folder = desks.laid_out(tmp_path / "alone")
    with desks.running(folder, tmp_path / "log2") as desk, opened(browser) as window:
        window.goto(desk.invitation)
        window.goto(f"{desk.address}{TAKE_DOWN}")
        window.get_by_text("It can only be taken down here.").wait_for()
        window.get_by_role("button", name="Take it off the site").click()
        assert "taken down here, but the page may still be online" in ended(window)
        assert "taken_down:" in desk.text(POST)


ACTIONS = {
    "leave": {"path": BEN, "opened": "0", "left": "2026-11-30"},
    "forget": {"path": BEN, "plan": "0"},
    "takedown": {"path": POST, "why": "x"},
}


def test_strangers_are_kept_out(tmp_path):
    with desks.running(desks.laid_out(tmp_path / "site"), tmp_path / "log") as desk:
        before = everything(desk)
        for page in (LEAVES, TAKE_DOWN):
            assert desk.ask(page).startswith(b"HTTP/1.1 403 ")
        session, key = desk.sign_in()
        for action, pairs in ACTIONS.items():
            answer = desk.send(action, pairs, session, key, f"Origin: {desk.address}")
            assert answer.startswith(b"HTTP/1.1 403 "), action
            for path in ("content/handbook.yml", "../x.md", "content/members/../../x.md", "",
                         "content/members/nobody.md", "content/posts/nobody.md"):
                answer = desk.send(action, {**pairs, "path": path}, session, key)
                assert answer.startswith(b"HTTP/1.1 4"), (action, path, answer)
        # A plan that nobody was shown is not carried out.
        assert desk.send("forget", ACTIONS["forget"], session, key).startswith(b"HTTP/1.1 409 ")
        assert desk.send("leave", ACTIONS["leave"], session, key).startswith(b"HTTP/1.1 409 ")
        assert everything(desk) == before
        for path in ("members/..%2f..%2fx/leaves", "members/nobody/leaves", "posts/slips/leaves",
                     "posts/..%2f..%2fx/take-down", "posts/nobody/take-down"):
            assert desk.ask(f"/desk/{path}", f"Cookie: {session}").startswith(b"HTTP/1.1 404 "), path


@pytest.mark.parametrize("why", ["---", "x\ndraft: yes", "\u202e\x00", "'", "a: b # c", "x" * 9000])
def test_a_reason_is_words(tmp_path, why):
    with desks.running(desks.laid_out(tmp_path / "site"), tmp_path / "log") as desk:
        session, key = desk.sign_in()
        answer = desk.send("takedown", {"path": POST, "why": why}, session, key)
        assert answer.startswith(b"HTTP/1.1 200 "), answer
        text = desk.text(POST)
        assert re.sub(r"taken_down: .*\n", "", text) == desks.SITE[POST]
        assert len(text) < len(desks.SITE[POST]) + 600


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nobody_is_kept_out(browser, desk, width, scheme):
    with opened(browser, width=width, scheme=scheme) as window:
        window.goto(desk.invitation)
        for page in (LEAVES, f"{LEAVES}?entirely=yes", TAKE_DOWN, "/desk/posts/slips"):
            window.goto(f"{desk.address}{page}")
            for folded in window.locator("details").all():
                folded.evaluate("(each) => { each.open = true }")
            assert list(violations(window)) == []
            assert not window.evaluate("document.documentElement.scrollWidth > innerWidth")
            assert window.evaluate("window.refused") == []
