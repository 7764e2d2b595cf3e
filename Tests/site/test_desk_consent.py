"""Consent as a page of its own: a member answers, and only the answers are written."""

import json
import time

import pytest

import desks
from accessibility import violations
from test_desk_minutes import focused, label, tab_to
from windows import opened

BEN = "content/members/ben-hale.md"
PAGE = "/desk/members/ben-hale/consent"


@pytest.fixture
def desk(tmp_path):
    with desks.running(desks.laid_out(tmp_path / "site"), tmp_path / "log") as desk:
        yield desk


@pytest.fixture
def window(browser, desk):
    with opened(browser) as window:
        window.goto(desk.invitation)
        yield window


def answer(window, question, said):
    window.get_by_role("group", name=question).get_by_label(said, exact=True).check()


def save(window):
    window.get_by_role("button", name="Save", exact=True).click()
    window.get_by_text("Saved.", exact=True).wait_for()


def ticked(window):
    return window.evaluate(
        "[...document.querySelectorAll('input[type=radio]:checked')].map(each => each.name + ' ' + each.value)")


def test_a_member_answers_by_mouse(window, desk):
    """From the list of members; nothing is ticked that was not agreed to before."""
    window.goto(f"{desk.address}/desk/members")
    window.get_by_role("link", name="Consent Ben Hale").click()
    window.get_by_role("heading", name="What may be shown of you").wait_for()
    assert ticked(window) == ["consent.name yes"]
    assert window.get_by_label("Since when").input_value() == desks.TODAY
    assert window.get_by_text("After Friday 15 January 2027 you are asked again.").count() == 1
    answer(window, "May you have a page of your own?", "Yes")
    answer(window, "May photos of you be shown?", "No")
    # The page beside shows what it means, before anything is written.
    window.frame_locator("#preview").get_by_role("heading", name="Ben Hale").wait_for()
    assert desk.text(BEN) == desks.SITE[BEN]
    save(window)
    assert desk.text(BEN) == desks.SITE[BEN].replace(
        "{name: yes, given: 2026-01-15}",
        f"{{name: yes, profile: yes, photo: no, given: {desks.TODAY}}}")


def test_a_member_answers_by_keyboard(window, desk):
    """From the member's form; who agrees as before agrees from today."""
    window.goto(f"{desk.address}/desk/members/ben-hale")
    tab_to(window, lambda: (focused(window, "href") or "").endswith("/consent"))
    window.keyboard.press("Enter")
    window.wait_for_url(f"**{PAGE}")
    tab_to(window, lambda: focused(window, "name") == "consent.school")
    window.keyboard.press("ArrowRight")
    assert "No" in label(window)
    window.keyboard.press("Control+S")
    window.get_by_text("Saved.", exact=True).wait_for()
    assert desk.text(BEN) == desks.SITE[BEN].replace(
        "{name: yes, given: 2026-01-15}", f"{{name: yes, school: no, given: {desks.TODAY}}}")


def test_what_it_rested_on_goes_when_the_member_has_answered(window, desk):
    desk.write(BEN, desk.text(BEN).replace("given: 2026-01-15", "given: 2026-01-15, basis: a list"))
    window.goto(f"{desk.address}{PAGE}")
    assert "a list" in window.locator("main").inner_text()
    save(window)
    assert f"consent: {{name: yes, given: {desks.TODAY}}}\n" in desk.text(BEN)


def test_words_that_wait_in_the_members_form_stay(window, desk):
    """What is typed in the form and not saved is offered there after the answers are saved."""
    window.goto(f"{desk.address}/desk/members/ben-hale")
    window.get_by_label("Text", exact=True).fill("Words that nobody has saved.")
    window.wait_for_timeout(1200)
    window.goto(f"{desk.address}{PAGE}")
    answer(window, "May your school be named?", "No")
    save(window)
    window.goto(f"{desk.address}/desk/members/ben-hale")
    window.get_by_role("link", name="Go on with them").click()
    assert "nobody has saved" in window.get_by_label("Text", exact=True).input_value()


def test_a_file_that_changed_meanwhile_is_not_written_over(window, desk):
    window.goto(f"{desk.address}{PAGE}")
    desk.write(BEN, desk.text(BEN).replace("Teaches art.", "Teaches music."))
    answer(window, "May your school be named?", "Yes")
    window.get_by_role("button", name="Save", exact=True).click()
    window.get_by_role("button", name="Save what I changed").click()
    window.get_by_text("Saved.", exact=True).wait_for()
    assert "Teaches music." in desk.text(BEN) and "school: yes" in desk.text(BEN)


SHEET = json.dumps({"handbook-sheet": 1, "kind": "consent", "fields": {
    "member": "Ben Hale", "name": "no", "school": "yes", "given": "2026-11-20"}})

DROP = """text => {
  const files = new DataTransfer();
  files.items.add(new File([text], "a.handbook-sheet.json"));
  document.dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true }));
}"""


def test_a_sheet_proposes_and_a_person_saves(window, desk):
    window.evaluate(DROP, SHEET)
    window.wait_for_url(f"**{PAGE}?**")
    window.get_by_text("These answers are from a sheet. Nothing is written until you save.").wait_for()
    assert ticked(window) == ["consent.name no", "consent.school yes"]
    assert window.get_by_label("Since when").input_value() == "2026-11-20"
    assert desk.text(BEN) == desks.SITE[BEN]
    save(window)
    assert "consent: {name: no, school: yes, given: 2026-11-20}\n" in desk.text(BEN)
    # The same file a second time.
    window.evaluate(DROP, SHEET)
    window.get_by_text("This file was added before. Nothing was written.").wait_for()


def test_whoever_has_withdrawn_is_asked_nothing(window, desk):
    desk.write(BEN, "---\nname: Ben Hale\nstatus: withdrawn\nwithheld_pictures: none\n---\n")
    end = time.monotonic() + 30
    while "This member has taken everything back." not in window.locator("main").inner_text():
        assert time.monotonic() < end
        window.goto(f"{desk.address}{PAGE}")


def test_strangers_are_kept_out(desk):
    assert desk.ask(PAGE).startswith(b"HTTP/1.1 403 ")
    session, key = desk.sign_in()
    pairs = {"path": BEN, "opened": "0", "changed": "consent.name", "consent.name": "no"}
    answer = desk.send("consent", pairs, session, key, f"Origin: {desk.address}")
    assert answer.startswith(b"HTTP/1.1 403 ")
    for path in ("members/..%2f..%2fhandbook/consent", "members/nobody/consent", "posts/slips/consent"):
        assert desk.ask(f"/desk/{path}", f"Cookie: {session}").startswith(b"HTTP/1.1 404 "), path
    for path in ("content/handbook.yml", "../x.md", "content/members/../../x.md"):
        answer = desk.send("consent", {**pairs, "path": path}, session, key)
        assert answer.startswith(b"HTTP/1.1 4"), path
    assert desk.text(BEN) == desks.SITE[BEN]


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nobody_is_kept_out(browser, desk, width, scheme):
    with opened(browser, width=width, scheme=scheme) as window:
        window.goto(desk.invitation)
        for page in ("/desk/members", PAGE, f"{PAGE}?photo=yes&given=2026-11-20"):
            window.goto(f"{desk.address}{page}")
            assert list(violations(window)) == []
            assert not window.evaluate("document.documentElement.scrollWidth > innerWidth")
            assert window.evaluate("window.refused") == []
