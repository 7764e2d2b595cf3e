"""The desk in a real browser: open, change, save; nothing typed or saved elsewhere is lost."""

import os
import pathlib
import resource
import signal
import stat

import pytest

import desks
from accessibility import violations
from windows import opened

POST = "content/posts/slips.md"


@pytest.fixture
def desk(tmp_path):
    with desks.running(desks.laid_out(tmp_path / "site"), tmp_path / "log") as desk:
        yield desk


@pytest.fixture
def window(browser, desk):
    with opened(browser) as window:
        wrong = []
        window.on("pageerror", lambda error: wrong.append(str(error)))
        window.goto(desk.invitation)
        yield window
        assert wrong == []


def open_post(window, desk):
    window.goto(f"{desk.address}/desk/posts/slips")
    window.frame_locator("#preview").locator("h1").wait_for()


def save(window):
    window.get_by_role("button", name="Save", exact=True).click()
    window.get_by_text("Saved.", exact=True).wait_for()


def test_the_first_screen_has_three_doors_and_each_kind(window):
    for door in ("Next meeting", "Write", "Publish"):
        assert window.get_by_text(door, exact=True).count() == 1
    for kind in ("Posts", "Members", "Meetings", "Resources", "Goals", "Successes", "Pages"):
        assert window.get_by_role("link", name=kind).count() == 1
    text = window.locator("body").inner_text().lower()
    for word in ("branch", "commit", "front matter", "git", "yaml", "markdown"):
        assert word not in text.split()


def test_saving_changes_only_what_was_changed(window, desk):
    before = desk.text(POST)
    open_post(window, desk)
    window.get_by_label("Title").fill("Slips: a second try")
    save(window)
    assert desk.text(POST) == before.replace("'Slips of paper'", "'Slips: a second try'")


def test_the_page_beside_shows_what_is_typed_before_it_is_saved(window, desk):
    before = desk.text(POST)
    open_post(window, desk)
    window.get_by_label("Text", exact=True).fill("A *new* line.")
    window.frame_locator("#preview").get_by_text("A new line.").wait_for()
    assert desk.text(POST) == before


def test_a_tag_and_an_author_are_found_as_one_types(window, desk):
    open_post(window, desk)
    window.get_by_label("Authors").fill("ben")
    window.get_by_role("option", name="Ben Hale").wait_for()
    window.get_by_label("Authors").press("Enter")
    window.get_by_label("Tags").fill("new-tag")
    window.get_by_role("option", name="Add “new-tag”").click()
    save(window)
    assert "authors: [ada-okafor, ben-hale]" in desk.text(POST)
    assert "tags: [reading,   workload, new-tag]" in desk.text(POST)
    assert "# somebody's note" in desk.text(POST)


def test_an_entry_is_begun_from_its_title(window, desk):
    window.goto(f"{desk.address}/desk/resources/new")
    window.get_by_label("Title").fill("A rubric: for essays")
    window.get_by_role("button", name="Begin").click()
    window.wait_for_url("**/desk/resources/a-rubric-for-essays")
    text = desk.text("content/resources/a-rubric-for-essays.md")
    assert text.startswith("---\ntitle: 'A rubric: for essays'\n") or "A rubric: for essays" in text
    assert "#" not in text.split("---")[1]


def test_a_search_finds_any_entry(window, desk):
    window.goto(f"{desk.address}/desk/")
    window.get_by_label("Find an entry").fill("slip")
    window.get_by_label("Find an entry").press("Enter")
    window.get_by_role("link", name="Slips of paper").click()
    window.wait_for_url("**/desk/posts/slips")


def test_a_finding_stands_beside_its_field_and_goes(window, desk):
    open_post(window, desk)
    field = window.locator('.field[data-field="summary"]')
    window.get_by_label("Summary").fill("Write to anna.smith@gmail.com")
    field.locator(".finding.red").wait_for()
    window.get_by_label("Summary").fill("Write to us")
    field.locator(".finding").wait_for(state="detached")


def test_a_finding_is_fixed_by_its_button(window, desk):
    desk.write(POST, desk.text(POST).replace("date: 2026-01-15", "date: 2026-1-15"))
    window.goto(f"{desk.address}/desk/")
    open_post(window, desk)
    window.get_by_role("button", name="Fix this").first.click()
    window.wait_for_load_state()
    window.get_by_role("button", name="Fix this").wait_for(state="detached")
    assert "date: 2026-01-15\n" in desk.text(POST)
    assert "# keep the quotes" in desk.text(POST)


def test_two_windows_on_one_entry_lose_nothing(browser, window, desk):
    open_post(window, desk)
    desk.write(POST, desk.text(POST).replace("It went well.", "It went very well."))
    window.get_by_label("Title").fill("Mine")
    window.get_by_role("button", name="Save", exact=True).click()
    window.get_by_text("This entry was changed elsewhere since you opened it.").wait_for()
    assert "Mine" not in desk.text(POST)
    assert "It went very well." in window.locator(".conflict pre").inner_text()
    window.get_by_role("button", name="Save what I changed").click()
    window.get_by_text("Saved.", exact=True).wait_for()
    assert "title: 'Mine'" in desk.text(POST)
    assert "It went very well." in desk.text(POST)


def test_what_was_typed_outlives_a_killed_desk(browser, tmp_path):
    folder = desks.laid_out(tmp_path / "site")
    before = (folder / POST).read_text()
    with desks.running(folder, tmp_path / "log") as desk, opened(browser) as window:
        window.goto(desk.invitation)
        open_post(window, desk)
        window.get_by_label("Text", exact=True).fill("Words that nobody has saved.")
        window.wait_for_timeout(1500)
        os.kill(desk.process.pid, signal.SIGKILL)
    assert (folder / POST).read_text() == before
    with desks.running(folder, tmp_path / "log2") as desk, opened(browser) as window:
        window.goto(desk.invitation)
        open_post(window, desk)
        window.get_by_role("link", name="Go on with them").click()
        assert window.get_by_label("Text", exact=True).input_value() == "Words that nobody has saved.\n"
        save(window)
        assert "Words that nobody has saved." in desk.text(POST)
        window.reload()
        assert window.get_by_text("typed and not saved").count() == 0


def test_a_folder_that_refuses_writing_is_told_and_nothing_is_lost(window, desk):
    if os.geteuid() == 0:
        pytest.skip("root may write anywhere")
    open_post(window, desk)
    folder = desk.folder / "content/posts"
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    window.get_by_label("Title").fill("Mine")
    window.get_by_role("button", name="Save", exact=True).click()
    window.get_by_text("cannot write").wait_for()
    folder.chmod(stat.S_IRWXU)
    assert window.get_by_label("Title").input_value() == "Mine"
    save(window)


def test_a_full_disk_is_told_and_nothing_is_lost(browser, tmp_path):
    folder = desks.laid_out(tmp_path / "site")
    before = (folder / POST).read_text()
    # No file may have more than 4 KiB, as on a disk with no more room.
    limit = {
        "preexec_fn": lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)),
        "restore_signals": False,
    }
    with desks.running(folder, tmp_path / "log", **limit) as desk, opened(browser) as window:
        window.goto(desk.invitation)
        open_post(window, desk)
        window.get_by_label("Text", exact=True).fill("A long line. " * 600)
        window.get_by_role("button", name="Save", exact=True).click()
        window.locator(".trouble").get_by_text("cannot write").wait_for()
        assert (folder / POST).read_text() == before
        assert text_of(window).startswith("A long line. A long line.")
        window.get_by_label("Text", exact=True).fill("A short line.")
        save(window)
        assert "A short line." in desk.text(POST)


PAGES = ["", "meetings", "posts/slips", "members/ada-okafor", "goals/fewer-marks", "posts/new",
         "attention", "find?q=a", "meetings/2026-12-03-circle"]


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_overflows(browser, desk, width, scheme):
    with opened(browser, width=width, scheme=scheme) as window:
        window.goto(desk.invitation)
        found = []
        for page in PAGES:
            window.goto(f"{desk.address}/desk/{page}")
            for folded in window.locator("details").all():
                folded.evaluate("(each) => { each.open = true }")
            found += [f"{page}: {each}" for each in violations(window)]
            if window.evaluate("document.documentElement.scrollWidth > innerWidth"):
                found.append(f"{page}: overflows")
            assert window.evaluate("window.refused") == []
        assert found == []


def test_the_whole_form_works_by_keyboard(window, desk):
    open_post(window, desk)
    window.keyboard.press("Tab")
    assert window.evaluate("document.activeElement.className") == "skip"
    window.keyboard.press("Enter")
    for _ in range(30):
        window.keyboard.press("Tab")
        if window.evaluate("document.activeElement.id") == "title":
            break
    window.keyboard.press("Control+A")
    window.keyboard.type("By keyboard")
    window.keyboard.press("Control+S")
    window.get_by_text("Saved.", exact=True).wait_for()
    assert "title: 'By keyboard'" in desk.text(POST)


def text_of(window):
    return window.get_by_label("Text", exact=True).input_value()


def test_the_bar_marks_what_is_chosen_and_can_be_undone(window, desk):
    open_post(window, desk)
    area = window.get_by_label("Text", exact=True)
    area.fill("It went well.")
    area.evaluate("(each) => each.setSelectionRange(3, 7)")
    window.get_by_role("button", name="Bold").click()
    assert text_of(window) == "It **went** well."
    window.keyboard.press("Control+Z")
    assert text_of(window) == "It went well."
    area.evaluate("(each) => each.setSelectionRange(0, 13)")
    window.get_by_role("button", name="Task").click()
    assert text_of(window) == "- [ ] It went well."
    window.keyboard.press("Control+Z")
    area.evaluate("(each) => each.setSelectionRange(0, 2)")
    area.press("Control+K")
    assert text_of(window) == "[It](https://) went well."


def test_names_are_offered_behind_a_sign(window, desk):
    open_post(window, desk)
    area = window.get_by_label("Text", exact=True)
    area.fill("")
    area.press_sequentially("Ask @be")
    window.get_by_role("option", name="Ben Hale").wait_for()
    window.keyboard.press("Enter")
    assert text_of(window) == "Ask @ben-hale "
    area.press_sequentially("about [[few")
    window.get_by_role("option", name="Fewer marks").wait_for()
    window.keyboard.press("Tab")
    assert text_of(window) == "Ask @ben-hale about [[fewer-marks]]"


PICTURE = pathlib.Path(__file__).resolve().parents[2] / "docs/images"


def test_a_picture_goes_beside_the_entry_with_words_for_those_who_cannot_see_it(window, desk):
    open_post(window, desk)
    picture = next(PICTURE.glob("*.png"))
    with window.expect_file_chooser() as chooser:
        window.get_by_role("button", name="Picture or file").click()
    chooser.value.set_files(
        {"name": "Our Wall (final).PNG", "mimeType": "image/png", "buffer": picture.read_bytes()})
    window.get_by_label("A few words for those who cannot see the picture").fill("Slips on a [wall]")
    window.get_by_role("button", name="Add to the text").click()
    window.frame_locator("#preview").get_by_alt_text("Slips on a [wall]").wait_for()
    assert r"![Slips on a \[wall\]](../assets/our-wall-final.png)" in text_of(window)
    assert (desk.folder / "content/assets/our-wall-final.png").exists()


def test_a_file_that_is_not_what_it_says_is_refused_with_the_reason(window, desk):
    open_post(window, desk)
    before = text_of(window)
    with window.expect_file_chooser() as chooser:
        window.get_by_role("button", name="Picture or file").click()
    chooser.value.set_files(
        {"name": "wall.png", "mimeType": "image/png", "buffer": b"<svg onload='alert(1)'/>"})
    window.locator(".trouble").get_by_text("wall").or_(window.locator(".trouble:not([hidden])")).first.wait_for()
    assert text_of(window) == before
    assert not (desk.folder / "content/assets").exists()
