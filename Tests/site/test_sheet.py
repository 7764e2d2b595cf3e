"""A take-away sheet in a real browser, opened from the disk, and the file that it saves."""

import json

import pytest

import desks
from accessibility import violations
from conftest import run
from windows import opened, watched


@pytest.fixture
def site(tmp_path):
    return desks.laid_out(tmp_path / "site")


def sheet(site, *arguments):
    """A sheet's page on the disk."""
    page = site.parent / "sheet.html"
    said = run("sheet", *arguments, "--site", site, "--output", page, "--today", desks.TODAY)
    assert said.returncode == 0, said.stderr
    return page


def saved(window, folder):
    with window.expect_download() as download:
        window.get_by_role("button", name="Save the file").click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def added(site, *arguments):
    return run("inbox", "add", *arguments, "--site", site, "--today", desks.TODAY)


def test_minutes_from_a_disk_are_looked_at_before_a_published_meeting_has_them(browser, site, tmp_path):
    page = sheet(site, "minutes")
    with opened(browser) as window:
        found = watched(window, "file://")
        window.goto(page.as_uri())
        assert "Ada Okafor: sends the slip" in window.locator("#carried").inner_text()
        window.get_by_label("Ada Okafor: sends the slip").check()
        window.get_by_label("Notes", exact=True).fill("We <b>met</b>.\n\n# and talked")
        window.get_by_label("What", exact=True).fill("buy paper")
        window.get_by_label("Who", exact=True).fill("Ben")
        window.get_by_label("Until", exact=True).fill("2026-12-10")
        window.reload()
        assert window.get_by_label("Notes", exact=True).input_value() == "We <b>met</b>.\n\n# and talked"
        file = saved(window, tmp_path)
        assert found == []
    assert file.name == "minutes-2026-12-03-circle.handbook-sheet.json"
    assert json.loads(file.read_text())["handbook-sheet"] == 1
    meeting = site / "content/meetings/2026-12-03-circle.md"
    before = meeting.read_text()
    said = added(site, file)
    assert said.returncode == 0, said.stderr
    assert "Nothing was written, since this meeting is published." in said.stdout
    assert "- [ ] Ben: buy paper, due 2026-12-10" in said.stdout
    assert meeting.read_text() == before
    said = added(site, file, "--confirm")
    assert said.returncode == 0, said.stderr
    text = meeting.read_text()
    assert text.startswith(before) and "draft" not in text
    assert "We \\<b>met\\</b>.\n\n\\# and talked\n" in text
    assert "- [ ] Ben: buy paper, due 2026-12-10\n" in text
    again = added(site, file)
    assert "was added before" in again.stdout
    assert (site / "content/meetings/2026-12-03-circle.md").read_text() == text


def test_consent_is_set_only_when_it_is_confirmed(browser, site, tmp_path):
    member = site / "content/members/ben-hale.md"
    before = member.read_text()
    with opened(browser) as window:
        window.goto(sheet(site, "consent").as_uri())
        window.get_by_label("Your name").fill("Ben Hale")
        window.get_by_role("group", name="My school may be shown").get_by_label("Yes").check()
        window.get_by_label("Today's date").fill("2026-11-30")
        file = saved(window, tmp_path)
    said = added(site, file)
    assert "consent.school: yes" in said.stdout and "--confirm" in said.stdout
    assert member.read_text() == before
    assert added(site, file, "--confirm").returncode == 0
    assert "school: yes" in member.read_text() and "given: 2026-11-30" in member.read_text()


def test_the_keyboard_is_enough(browser, site, tmp_path):
    with opened(browser) as window:
        window.goto(sheet(site, "resource").as_uri())
        window.keyboard.press("Tab")
        window.keyboard.type("Dot talk")
        for words in ("Five minutes of dots", "", "What we do"):
            window.keyboard.press("Tab")
            window.keyboard.type(words)
        window.keyboard.press("Tab")
        with window.expect_download() as download:
            window.keyboard.press("Enter")
        path = tmp_path / "a.handbook-sheet.json"
        download.value.save_as(path)
    assert added(site, path).returncode == 0
    assert "draft: yes" in (site / "content/resources/dot-talk.md").read_text()


def test_a_file_dropped_on_the_desk_opens_its_entry(browser, site, tmp_path):
    fields = {"title": "Quiet start", "text": "It helped."}
    file = json.dumps({"handbook-sheet": 1, "kind": "success", "fields": fields})
    with desks.running(site, tmp_path / "log") as desk, opened(browser) as window:
        window.goto(desk.invitation)
        window.evaluate(
            """text => {
              const files = new DataTransfer();
              files.items.add(new File([text], "a.handbook-sheet.json"));
              document.dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true }));
            }""", file)
        window.wait_for_url("**/desk/successes/quiet-start")
    assert "draft: yes" in (site / "content/successes/quiet-start.md").read_text()


DROP = """text => {
  const files = new DataTransfer();
  files.items.add(new File([text], "a.handbook-sheet.json"));
  document.dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true }));
}"""

NOTES = json.dumps({
    "handbook-sheet": 1, "kind": "minutes", "entry": "2026-12-03-circle",
    "fields": {"notes": "We met.", "decisions": "The short slip"}})


def test_a_published_meeting_stays_online_and_gets_its_notes_when_somebody_saves(browser, site, tmp_path):
    meeting = site / "content/meetings/2026-12-03-circle.md"
    before = meeting.read_text()
    with desks.running(site, tmp_path / "log") as desk, opened(browser) as window:
        window.goto(desk.invitation)
        window.evaluate(DROP, NOTES)
        window.wait_for_url("**/desk/meetings/2026-12-03-circle/minutes?kept=yes")
        window.get_by_text("These notes are from a sheet.").wait_for()
        window.locator("#agenda").get_by_text("The short slip").wait_for()
        window.frame_locator("#preview").get_by_text("The short slip").first.wait_for()
        assert list(violations(window)) == []
        assert meeting.read_text() == before
        # Looked at with the keyboard alone, changed, and saved.
        window.keyboard.press("Alt+n")
        window.keyboard.type("Looked at")
        window.keyboard.press("Enter")
        window.locator("#added").get_by_text("Looked at").wait_for()
        window.keyboard.press("Control+s")
        window.get_by_text("Saved.", exact=True).wait_for()
        text = meeting.read_text()
        assert text.startswith(before.rstrip("\n")[:40]) and "draft" not in text
        assert "- The short slip\n" in text and "Looked at" in text
        window.evaluate(DROP, NOTES)
        window.get_by_text("This file was added before. Nothing was written.").wait_for()


def test_notes_from_a_sheet_take_the_place_of_no_typed_words(browser, site, tmp_path):
    with desks.running(site, tmp_path / "log") as desk, opened(browser) as window:
        window.goto(desk.invitation)
        window.goto(f"{desk.address}/desk/meetings/2026-12-03-circle/minutes")
        window.keyboard.press("Alt+n")
        window.keyboard.type("Typed words")
        window.keyboard.press("Enter")
        window.locator("#added").get_by_text("Typed words").wait_for()
        window.wait_for_timeout(1200)
        window.goto(f"{desk.address}/desk/")
        window.evaluate(DROP, NOTES)
        window.get_by_text("Words wait in this meeting that were typed and not saved.").wait_for()
        window.goto(f"{desk.address}/desk/meetings/2026-12-03-circle/minutes?kept=yes")
        assert "Typed words" in window.locator("#text").input_value()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("kind", ["minutes", "resource", "success", "consent"])
def test_nobody_is_kept_out(browser, site, kind, width):
    for scheme in ("light", "dark"):
        with opened(browser, width=width, scheme=scheme) as window:
            window.goto(sheet(site, kind).as_uri())
            assert list(violations(window)) == []
            assert window.evaluate("document.documentElement.scrollWidth") <= width
