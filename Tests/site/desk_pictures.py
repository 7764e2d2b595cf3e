"""Takes pictures of the desk while the tutorial of docs/site is followed.

Usage: HANDBOOK=COMMAND desk_pictures.py FOLDER
"""

import calendar
import io
import os
import pathlib
import subprocess
import sys
import tempfile
import time

from PIL import Image

import desks
import windows
from screenshots import differs

# As narrow as a window can be in which the page still stands beside the form.
WIDTH, HEIGHT = 1024, 860

# The day of the pictures: a Monday, three days before the first meeting.
DAY = calendar.timegm(time.strptime(desks.TODAY, "%Y-%m-%d"))

COMMUNITY = "The Riverside Circle"

# Steps 1 and 3 of the tutorial, with repositories on disk in place of a git host.
COMMANDS = f"""
set -e
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
git init --quiet --bare --initial-branch main source.git
git init --quiet --bare --initial-branch main circle.git
"$HANDBOOK" new site our-handbook --name '{COMMUNITY}' --timezone Europe/London
cd our-handbook
git init --quiet --initial-branch main
git add --all
git commit --quiet --message 'Begin our handbook'
git remote add origin ../source.git
git push --quiet --set-upstream origin main
git remote add site ../circle.git
"$HANDBOOK" publish --quiet
"""

PERSON = {"NAME": COMMUNITY, "EMAIL": "circle@example.org"}
ENVIRONMENT = {
    "SOURCE_DATE_EPOCH": str(DAY),
    **{f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in PERSON.items()},
}


def packed(picture):
    """A WebP that is small enough to lie in the repository."""
    file = io.BytesIO()
    Image.open(io.BytesIO(picture)).convert("RGB").save(file, "WEBP", quality=80, method=6)
    return file.getvalue()


class Album:
    """The pictures of a window, in a folder."""

    def __init__(self, window, folder):
        self.window, self.folder = window, folder

    def take(self, name, height=HEIGHT):
        if self.window.locator("#preview").count():
            self.window.frame_locator("#preview").get_by_role("heading").first.wait_for()
        part = {"x": 0, "y": 0, "width": WIDTH, "height": height}
        picture = packed(self.window.screenshot(animations="disabled", caret="hide", clip=part))
        file = self.folder / f"desk-{name}.webp"
        if differs(file, picture):
            file.write_bytes(picture)


def scroll_to(window, place):
    """Puts the first of such places at the top of the window."""
    window.evaluate("place => document.querySelector(place).scrollIntoView()", place)


def add_action(window, words, owner, day):
    window.locator("[data-kind=action]").click()
    window.locator("#minutes-line").fill(words)
    window.locator("#owner-find").fill(owner)
    window.get_by_role("option", name=owner).click()
    window.locator("#minutes-day").fill(day)
    window.locator("#day-told").get_by_text("2026").wait_for()
    window.get_by_role("button", name="Add", exact=True).click()
    window.locator("#added").get_by_text(words).wait_for()


def keep_minutes(window):
    """Step 4 of the tutorial, until what it says is saved."""
    window.get_by_role("link", name="Next meeting").click()
    window.locator("[data-kind=decision]").click()
    window.locator("#minutes-line").fill("We use the short slip until Easter.")
    window.get_by_role("button", name="Add", exact=True).click()
    window.locator("#added").get_by_text("We use the short slip").wait_for()
    add_action(window, "send the slip round", "m-01", "next Thursday")
    window.get_by_role("button", name="Save", exact=True).click()
    window.get_by_text("Saved.", exact=True).wait_for()
    window.frame_locator("#preview").get_by_text("We use the short slip").first.wait_for()


def begin_member(window, desk, name):
    window.goto(f"{desk.address}/desk/members/new")
    window.get_by_label("Name").fill(name)
    window.get_by_role("button", name="Begin").click()
    window.wait_for_url("**/desk/members/ben-hale")
    consent = window.get_by_role("group", name="Consent")
    consent.get_by_label("Name").check()
    consent.get_by_label("A page of their own").check()
    consent.get_by_label("Agreed on").fill(desks.TODAY)
    window.frame_locator("#preview").get_by_role("heading", name=name).wait_for()
    window.evaluate("document.activeElement.blur()")
    scroll_to(window, "fieldset")


def follow(window, desk, folder):
    album = Album(window, folder)
    window.goto(desk.invitation)
    album.take("first", height=430)
    keep_minutes(window)
    scroll_to(window, "h1")
    album.take("minutes")
    window.goto(f"{desk.address}/desk/publish")
    album.take("publish", height=380)
    window.goto(f"{desk.address}/desk/resources/first-resource")
    album.take("resource")
    begin_member(window, desk, "Ben Hale")
    album.take("consent")


def main(folder):
    os.environ.update(ENVIRONMENT, HANDBOOK=str(desks.COMMAND))
    with tempfile.TemporaryDirectory() as place:
        place = pathlib.Path(place)
        done = subprocess.run(["bash", "-c", COMMANDS], cwd=place, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        with desks.running(place / "our-handbook", place / "log") as desk, windows.started() as browser:
            with windows.opened(browser, WIDTH, height=HEIGHT, locale="en-GB") as window:
                follow(window, desk, folder)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
