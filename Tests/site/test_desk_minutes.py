"""Minutes while people talk: the page of the desk where they are kept, in a real browser."""

import contextlib
import subprocess

import pytest

from accessibility import violations
from conftest import COMMAND
from windows import opened

# A Thursday on which the circle meets.
TODAY = "2026-12-03"

MEETING = "content/meetings/2026-12-03-circle.md"

NOTES = """\
---
title: The circle in December # a making session
date: 2026-12-03
series: circle
attendees: [ada-okafor]
---

What we tried this term.

## Carried over

- [ ] @ben finds a room, due 2026-12-01, continues [[2026-11-05-circle#action-1]]
- [ ] @ada-okafor sends the slip, continues [[2026-11-05-circle#action-2]]

## What we tried

## Decisions

## Actions
"""

SITE = {
    "content/handbook.yml": (
        "name: The Circle\ntimezone: Europe/London\nlanguage: en\nsource: private\n"
        "series:\n  - id: circle\n    title: The circle\n    rhythm: first thursday\n"
    ),
    "content/members/ada-okafor.md": (
        "---\nname: Ada Okafor\nconsent:\n  name: yes\n  attendance: yes\n  given: 2026-01-15\n---\n"
    ),
    "content/members/ben.md": "---\nname: Ben Ojo\n---\n",
    "content/members/zoe.md": "---\nname: Zoe Gone\nstatus: former\n---\n",
    "content/meetings/2026-11-05-circle.md": (
        "---\ntitle: The circle in November\ndate: 2026-11-05\nseries: circle\n---\n\n"
        "We met.\n\n## Actions\n\n- [ ] @ben finds a room, due 2026-12-01\n"
        "- [ ] @ada-okafor sends the slip\n"
    ),
}

# What the flow writes: two ticks, a decision, an action with its day, and nothing else.
WRITTEN = (
    NOTES.replace("- [ ]", "- [x]")
    .replace("## Decisions\n", "## Decisions\n\n- We meet in the hall.\n")
    .replace("## Actions\n", "## Actions\n\n- [ ] @ben ring the school, due 2026-12-10\n")
)


class Desk:
    """A running desk, its site's folder, and a window that it has let in."""

    def __init__(self, folder, window, address):
        self.folder, self.window, self.address = folder, window, address

    def go(self, path):
        self.window.goto(f"{self.address}{path}")

    def file(self, path=MEETING):
        return (self.folder / path).read_text()

    def save(self):
        with self.window.expect_response("**/desk/do/save") as answer:
            self.window.get_by_role("button", name="Save").click()
        assert answer.value.status == 200

    def told(self, words):
        """Waits until the page says what was added or ticked."""
        self.window.locator("#added").get_by_text(words).wait_for()


@contextlib.contextmanager
def desk(folder, browser, files, **options):
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    process = subprocess.Popen(
        [COMMAND, "desk", folder, "--port", "0", "--no-open", "--today", TODAY],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )
    try:
        invitation = process.stdout.readline().strip()
        with opened(browser, **options) as window:
            window.goto(invitation)
            window.get_by_role("heading", name="The Circle").wait_for()
            yield Desk(folder, window, invitation.split("/desk/")[0] + "/desk/")
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture
def meeting(tmp_path, browser):
    with desk(tmp_path, browser, {**SITE, MEETING: NOTES}) as desk_there:
        yield desk_there


def test_the_flow_by_mouse(meeting):
    """Two actions ticked, a decision and an action with a day, saved; no other byte moves."""
    window = meeting.window
    window.get_by_role("link", name="Next meeting").click()
    window.get_by_role("heading", name="The circle in December").wait_for()
    window.get_by_label("finds a room").click()
    meeting.told("Done: finds a room")
    window.get_by_label("sends the slip").click()
    meeting.told("Done: sends the slip")
    window.get_by_role("button", name="Decision Alt+D").click()
    line = window.locator("#minutes-line")
    line.fill("We meet in the hall.")
    window.get_by_role("button", name="Add", exact=True).click()
    meeting.told("Decision added below Decisions: We meet in the hall.")
    window.get_by_role("button", name="Action Alt+A").click()
    window.locator("#owner-find").fill("Ben")
    window.get_by_role("option", name="Ben Ojo").click()
    window.locator("#minutes-day").fill("next Thursday")
    window.locator("#day-told").get_by_text("Thursday 10 December 2026").wait_for()
    line.fill("ring the school")
    window.get_by_role("button", name="Add", exact=True).click()
    meeting.told("Action added below Actions: ring the school – Ben Ojo, by Thursday 10 December 2026")
    meeting.save()
    assert meeting.file() == WRITTEN
    # The page beside shows it.
    frame = window.frame_locator("#preview")
    frame.get_by_text("We meet in the hall.").wait_for()


def test_the_flow_by_keyboard(meeting):
    """The same without a mouse: focus stays in the line, and each thing added is said."""
    window = meeting.window
    meeting.go("meetings/2026-12-03-circle/minutes")
    press = window.keyboard.press
    for words in ["finds a room", "sends the slip"]:
        tab_to(window, lambda: focused(window, "data-action") and words in label(window))
        press("Space")
        meeting.told(f"Done: {words}")
        # The box that was ticked still has the focus.
        assert words in label(window)
    press("Alt+d")
    assert focused(window, "id") == "minutes-line"
    window.keyboard.type("We meet in the hall.")
    press("Enter")
    meeting.told("Decision added below Decisions")
    assert focused(window, "id") == "minutes-line"
    press("Alt+a")
    window.keyboard.type("ring the school")
    tab_to(window, lambda: focused(window, "id") == "owner-find")
    window.keyboard.type("Ben")
    window.get_by_role("option", name="Ben Ojo").wait_for()
    press("Enter")
    tab_to(window, lambda: focused(window, "id") == "minutes-day")
    window.keyboard.type("next Thursday")
    window.locator("#day-told").get_by_text("Thursday 10 December 2026").wait_for()
    press("Enter")
    meeting.told("Action added below Actions")
    assert focused(window, "id") == "minutes-line"
    with window.expect_response("**/desk/do/save"):
        press("Control+s")
    assert meeting.file() == WRITTEN


def focused(window, attribute):
    return window.evaluate("name => document.activeElement.getAttribute(name)", attribute)


def label(window):
    return window.evaluate("document.activeElement.closest('label')?.textContent ?? ''")


def tab_to(window, is_there):
    for _ in range(80):
        if is_there():
            return
        window.keyboard.press("Tab")
    raise AssertionError("the keyboard does not get there")


def test_who_is_here(meeting):
    """Members are ticked, found as one types; consent tells who will be listed."""
    window = meeting.window
    meeting.go("meetings/2026-12-03-circle/minutes")
    window.get_by_text("Who is here", exact=False).first.click()
    told = window.locator("#consent-told")
    assert told.inner_text() == "Will be listed as present: Ada Okafor."
    members = window.locator(".members label")
    assert members.all_inner_texts() == ["Ada Okafor", "Ben Ojo"]
    find = window.get_by_label("Find a member")
    find.fill("oj")
    assert [one for one in members.all() if one.is_visible()][0].inner_text() == "Ben Ojo"
    find.press("Enter")
    assert told.inner_text() == (
        "Will be listed as present: Ada Okafor. Will only be counted: Ben Ojo."
    )
    window.get_by_label("Guests").fill("3")
    meeting.save()
    assert meeting.file() == NOTES.replace(
        "attendees: [ada-okafor]\n", "attendees: [ada-okafor, ben]\nguests: 3\n")


def test_a_day_that_is_not_clear(meeting):
    """Of two days one is chosen; words that name none stay words, and that is said before."""
    window = meeting.window
    meeting.go("meetings/2026-12-03-circle/minutes")
    window.keyboard.press("Alt+a")
    day, told = window.locator("#minutes-day"), window.locator("#day-told")
    day.fill("next Friday")
    told.get_by_text("Which day?").wait_for()
    window.locator("#minutes-line").fill("bake a cake")
    window.keyboard.press("Enter")
    window.locator("#not-added").get_by_text("Which day?").wait_for()
    assert window.locator("#minutes-line").input_value() == "bake a cake"
    window.get_by_role("button", name="Friday 11 December 2026").click()
    told.get_by_text("Friday 11 December 2026").wait_for()
    window.keyboard.press("Enter")
    meeting.told("by Friday 11 December 2026")
    day.fill("after the holidays")
    told.get_by_text("This names no day, so it stays as words.").wait_for()
    window.locator("#minutes-line").fill("wash up")
    window.keyboard.press("Enter")
    meeting.told("“after the holidays” names no day, so it stays as words.")
    meeting.save()
    assert "- [ ] bake a cake, due 2026-12-11\n- [ ] wash up, due after the holidays\n" in meeting.file()


def test_nothing_typed_is_lost(meeting):
    """Lines typed in haste are all there, a line that was not added is, and so after a crash."""
    window = meeting.window
    meeting.go("meetings/2026-12-03-circle/minutes")
    window.keyboard.press("Alt+n")
    for number in range(5):
        window.keyboard.type(f"note {number}")
        window.keyboard.press("Enter")
    window.keyboard.type("not added yet")
    meeting.told("note 4")
    window.wait_for_timeout(1200)
    meeting.go("meetings/2026-12-03-circle/minutes")
    window.get_by_role("link", name="Go on with them").click()
    text = window.locator("#text").input_value()
    assert [f"- note {number}\n" in text for number in range(5)] == [True] * 5
    window.keyboard.press("Alt+n")
    window.keyboard.type("and the last")
    meeting.save()
    assert "- note 4\n- and the last\n" in meeting.file()


def test_the_text_by_hand(meeting):
    """What is typed into the text is in the agenda, and the next edit goes on from there."""
    window = meeting.window
    meeting.go("meetings/2026-12-03-circle/minutes")
    window.get_by_text("The notes as text").click()
    text = window.locator("#text")
    text.fill("## Only heading\n\n- [ ] @ben <b>tea</b>\n")
    window.locator("#agenda h3").get_by_text("Only heading").wait_for()
    assert window.locator("#agenda h3").count() == 1
    assert window.locator("#agenda b").count() == 0
    window.keyboard.press("Alt+d")
    window.keyboard.type("<script>alert(1)</script>")
    window.keyboard.press("Enter")
    meeting.told("<script>alert(1)</script>")
    assert text.input_value().endswith("- Decision: \\<script>alert(1)\\</script>\n")


def test_a_meeting_that_is_not_there_yet(tmp_path, browser):
    """The series is offered with its day; its meeting comes with what was left open."""
    with desk(tmp_path, browser, SITE) as there:
        window = there.window
        window.get_by_role("link", name="Next meeting").click()
        window.get_by_text("Thursday 3 December 2026").wait_for()
        assert list(violations(window)) == []
        window.get_by_role("button", name="Begin its minutes The circle").click()
        window.wait_for_url("**/minutes")
        window.get_by_label("finds a room").wait_for()
        assert "continues [[2026-11-05-circle#action-2]]" in there.file()


EARLIER = {
    **SITE, MEETING: NOTES,
    "content/meetings/2026-10-01-walk.md": (
        "---\ntitle: A walk\ndate: 2026-10-01\n---\n\n## Actions\n\n"
        "- [ ] @ben brings \\<b>boots\\</b>\n- [ ] count the owls\n"
    ),
}


def test_what_is_still_open_from_earlier_is_taken_up_by_mouse(tmp_path, browser):
    """What no line goes on with is offered below: ticked or carried over, it is in these notes."""
    with desk(tmp_path, browser, EARLIER) as there:
        window = there.window
        there.go("meetings/2026-12-03-circle/minutes")
        offered = window.get_by_role("region", name="Still open from earlier")
        assert offered.get_by_role("checkbox").count() == 2
        assert offered.locator("b").count() == 0
        offered.get_by_label("brings").click()
        there.told("Done: brings <b>boots</b>")
        offered.get_by_role("button", name="Carry over count the owls").click()
        there.told("Carried over: count the owls")
        offered.wait_for(state="detached")
        there.save()
        assert there.file() == NOTES.replace(
            "#action-2]]\n",
            "#action-2]]\n"
            "- [x] @ben brings \\<b>boots\\</b>, continues [[2026-10-01-walk#action-1]]\n"
            "- [ ] count the owls, continues [[2026-10-01-walk#action-2]]\n")
        assert there.file("content/meetings/2026-10-01-walk.md") == (
            EARLIER["content/meetings/2026-10-01-walk.md"])


def test_what_is_still_open_from_earlier_is_taken_up_by_keyboard(tmp_path, browser):
    with desk(tmp_path, browser, EARLIER) as there:
        window = there.window
        there.go("meetings/2026-12-03-circle/minutes")
        tab_to(window, lambda: focused(window, "data-earlier") and "owls" in label(window))
        window.keyboard.press("Space")
        there.told("Done: count the owls")
        tab_to(window, lambda: focused(window, "data-carry"))
        window.keyboard.press("Enter")
        there.told("Carried over: brings")
        with window.expect_response("**/desk/do/save"):
            window.keyboard.press("Control+s")
        assert "- [x] count the owls, continues [[2026-10-01-walk#action-2]]\n" in there.file()
        assert "continues [[2026-10-01-walk#action-1]]\n" in there.file()


def test_an_action_that_is_not_offered_is_not_taken_up(tmp_path, browser):
    with desk(tmp_path, browser, EARLIER) as there:
        there.go("meetings/2026-12-03-circle/minutes")
        answers = there.window.evaluate("""async (path) => {
          const answers = [];
          for (const action of ["../x#action-1", "2026-10-01-walk#action-9", "", "]] x"]) {
            answers.push((await window.handbookDesk.send("minutes", [
              ["path", path], ["text", "x"], ["edit", "carry"], ["action", action], ["number", "0"],
            ])).status);
          }
          return answers;
        }""", MEETING)
        assert [status >= 400 for status in answers] == [True] * 4


def test_the_text_has_its_bar(meeting):
    """The notes as text have the bar, names behind a sign, and pasting, as any entry has."""
    window = meeting.window
    meeting.go("meetings/2026-12-03-circle/minutes")
    window.get_by_text("The notes as text").click()
    text = window.locator("#text")
    text.fill("It went well.")
    text.evaluate("(each) => each.setSelectionRange(3, 7)")
    window.get_by_role("button", name="Bold").click()
    assert text.input_value() == "It **went** well."
    window.keyboard.press("Control+Z")
    assert text.input_value() == "It went well."
    # By keyboard: the bar, a shortcut, a name.
    text.fill("")
    text.press_sequentially("Ask @be")
    window.get_by_role("option", name="Ben Ojo").wait_for()
    window.keyboard.press("Enter")
    assert text.input_value() == "Ask @ben "
    window.keyboard.press("Control+B")
    window.keyboard.type("now")
    assert text.input_value() == "Ask @ben **now**"
    window.locator("#agenda").get_by_text("Ask Ben Ojo now").wait_for()
    window.get_by_role("button", name="Heading", exact=True).focus()
    window.keyboard.press("Enter")
    window.locator("#agenda h3").get_by_text("Ask").wait_for()
    meeting.save()
    assert meeting.file().endswith("---\n\n## Ask @ben **now**\n")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nobody_is_kept_out(tmp_path, browser, width, scheme):
    """axe finds nothing, nothing is wider than the window, and the policy refuses nothing."""
    with desk(tmp_path, browser, {**SITE, MEETING: NOTES}, width=width, scheme=scheme) as there:
        window = there.window
        there.go("meetings/2026-12-03-circle/minutes")
        window.keyboard.press("Alt+a")
        for summary in window.locator("summary").all():
            summary.click()
        window.locator("#minutes-day").fill("next Friday")
        window.locator("#day-choices button").first.wait_for()
        assert list(violations(window)) == []
        assert window.evaluate("document.documentElement.scrollWidth") <= width
        assert window.evaluate("window.refused") == []
