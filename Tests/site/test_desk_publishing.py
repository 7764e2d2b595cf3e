"""From the desk to the web and back: what is sent, what is shown, what is left alone."""

import os
import subprocess

import pytest

import desks
from accessibility import violations
from windows import opened

POST = "content/posts/slips.md"
IDENTITY = {
    "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@school.example",
    "GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@school.example",
    "GIT_CONFIG_NOSYSTEM": "1",
}


def git(folder, *arguments):
    done = subprocess.run(
        ["git", "-C", folder, *arguments], capture_output=True, text=True,
        env={**os.environ, **IDENTITY})
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """The site in a repository, published once, with a bare one as its host."""
    for name, value in IDENTITY.items():
        monkeypatch.setenv(name, value)
    host = tmp_path / "host.git"
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", host)
    folder = desks.laid_out(tmp_path / "site")
    (folder / ".gitignore").write_text(".handbook/\n")
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "-A")
    git(folder, "commit", "--quiet", "-m", "Begin")
    git(folder, "remote", "add", "origin", host)
    git(folder, "push", "--quiet", "-u", "origin", "main")
    done = desks.command("publish", folder, "--today", desks.TODAY)
    assert done.returncode == 0, done.stderr
    return folder, host


@pytest.fixture
def desk(repository, tmp_path):
    with desks.running(repository[0], tmp_path / "log") as desk:
        yield desk


@pytest.fixture
def window(browser, desk):
    with opened(browser) as window:
        window.goto(desk.invitation)
        yield window


def change(window, desk, title):
    window.goto(f"{desk.address}/desk/posts/slips")
    window.get_by_label("Title").fill(title)
    window.get_by_role("button", name="Save", exact=True).click()
    window.get_by_text("Saved.", exact=True).wait_for()


def press(window, desk, name):
    window.goto(f"{desk.address}/desk/publish")
    window.get_by_role("button", name=name).click()
    window.locator(".going.good, .going.bad").wait_for()
    return window.locator("#going").inner_text()


def online(host, path="posts/slips.html"):
    return git(host, "show", f"gh-pages:{path}")


def test_what_the_desk_wrote_is_sent_and_shown_and_taken_back(window, desk, repository):
    folder, host = repository
    before = online(host)
    change(window, desk, "Slips online")
    window.goto(f"{desk.address}/desk/")
    assert window.get_by_text("Saved here, not online: 1").count() > 0
    said = press(window, desk, "Publish now")
    assert "Online." in said
    assert "Slips online" in online(host)
    assert git(host, "show", "--stat", "--format=%s", "main").split("\n")[0] == "Slips online"
    assert git(host, "diff", "--name-only", "main~1", "main").split() == [POST]
    said = press(window, desk, "Undo it")
    assert "as they were before" in said
    assert online(host) == before
    assert "Slips of paper" in git(host, "show", f"main:{POST}")
    # What was typed is still here, and waits.
    assert "Slips online" in desk.text(POST)
    window.goto(f"{desk.address}/desk/publish")
    assert window.get_by_role("link", name="Slips online").count() == 1
    assert "Online." in press(window, desk, "Publish now")
    assert "Slips online" in online(host)


def test_the_pages_of_a_private_source_go_to_a_second_repository(window, desk, repository, tmp_path):
    folder, host = repository
    pages = tmp_path / "pages.git"
    git(tmp_path, "init", "--quiet", "--bare", pages)
    git(folder, "remote", "add", "site", pages)
    before = online(host)
    change(window, desk, "A slip for two")
    assert "Online." in press(window, desk, "Publish now")
    assert "A slip for two" in online(pages)
    assert "A slip for two" in git(host, "show", f"main:{POST}")
    assert online(host) == before
    assert git(pages, "for-each-ref", "--format=%(refname)").split() == ["refs/heads/gh-pages"]


def test_other_changes_and_what_is_staged_stay_as_they_are(window, desk, repository):
    folder, host = repository
    mine = folder / "content/posts/mine.md"
    mine.write_text("---\ntitle: Mine\ndate: 2026-01-16\nauthors: ada-okafor\n---\n\nStaged.\n")
    git(folder, "add", "content/posts/mine.md")
    goal = folder / "content/goals/fewer-marks.md"
    goal.write_text(goal.read_text() + "\nBy hand.\n")
    change(window, desk, "Only this")
    press(window, desk, "Publish now")
    assert git(host, "diff", "--name-only", "main~1", "main").split() == [POST]
    assert git(folder, "status", "--porcelain").splitlines() == [
        " M content/goals/fewer-marks.md", "A  content/posts/mine.md"]


def test_what_is_private_stands_against_publishing(window, desk, repository):
    folder, host = repository
    tip = git(host, "rev-parse", "main")
    desk.write(POST, desk.text(POST).replace("It went well.", "Write to anna.smith@gmail.com"))
    window.goto(f"{desk.address}/desk/publish")
    window.wait_for_timeout(1500)
    window.reload()
    assert window.get_by_role("button", name="Publish now").is_disabled()
    assert window.locator(".finding.red").count() == 1
    assert git(host, "rev-parse", "main") == tip


def test_somebody_who_left_does_not_come_back_by_undo(window, desk, repository):
    folder, host = repository
    member = "content/members/ben-hale.md"
    change(window, desk, "First")
    press(window, desk, "Publish now")
    desk.write(member, desk.text(member).replace(
        "consent: {name: yes, given: 2026-01-15}", "consent: {name: no}"))
    desk.write("content/meetings/2026-11-05-circle.md", desk.text(
        "content/meetings/2026-11-05-circle.md").replace("[ada-okafor, ben-hale]", "[ada-okafor]"))
    now = online(host)
    said = press(window, desk, "Undo it")
    assert "withheld now" in said
    assert online(host) == now


def test_a_refused_push_is_told_and_loses_nothing(window, desk, repository):
    folder, host = repository
    hook = host / "hooks/pre-receive"
    hook.write_text("#!/bin/sh\necho 'the disk of the host is full' >&2\nexit 1\n")
    hook.chmod(0o755)
    before = online(host)
    change(window, desk, "Refused")
    said = press(window, desk, "Publish now")
    assert window.locator(".going.bad").count() == 1
    assert "host" in said
    assert "Refused" in desk.text(POST)
    assert online(host) == before
    hook.unlink()
    assert "Online." in press(window, desk, "Publish now")
    assert "Refused" in online(host)


def test_a_protected_branch_gets_a_proposal(window, desk, repository):
    folder, host = repository
    hook = host / "hooks/update"
    hook.write_text(
        "#!/bin/sh\ncase $1 in refs/heads/main)\n"
        "echo 'error: GH006: Protected branch update failed for refs/heads/main.' >&2; exit 1;;\nesac\n")
    hook.chmod(0o755)
    change(window, desk, "Proposed")
    said = press(window, desk, "Publish now")
    assert "Proposed as desk/" in said
    assert "Slips of paper" in git(host, "show", f"main:{POST}")


def test_without_git_it_says_what_is_needed(browser, tmp_path):
    folder = desks.laid_out(tmp_path / "alone")
    with desks.running(folder, tmp_path / "log2") as desk, opened(browser) as window:
        window.goto(desk.invitation)
        window.goto(f"{desk.address}/desk/publish")
        assert window.get_by_role("button", name="Publish now").is_disabled()
        window.get_by_text("This folder has no history yet").wait_for()
        assert "no history yet" in window.locator("main").inner_text()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser, desk, width, scheme):
    with opened(browser, width=width, scheme=scheme) as window:
        window.goto(desk.invitation)
        change(window, desk, "Looked at")
        window.goto(f"{desk.address}/desk/publish")
        assert list(violations(window)) == []
        assert not window.evaluate("document.documentElement.scrollWidth > innerWidth")
        press(window, desk, "Publish now")
        assert list(violations(window)) == []


def test_an_earlier_version_comes_back_and_so_does_what_it_replaced(window, desk, repository):
    change(window, desk, "Second")
    press(window, desk, "Publish now")
    change(window, desk, "Third, sent nowhere")
    window.goto(f"{desk.address}/desk/posts/slips/versions")
    window.get_by_role("listitem").filter(has_text="Begin").get_by_role("button").click()
    window.wait_for_url("**/desk/posts/slips")
    assert "'Slips of paper'" in desk.text(POST)
    window.goto(f"{desk.address}/desk/posts/slips/versions")
    window.get_by_role("button").first.click()
    window.wait_for_url("**/desk/posts/slips")
    assert "Third, sent nowhere" in desk.text(POST)
