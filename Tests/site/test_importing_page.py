"""The page on moving in, as somebody follows it: every command of every story, in its order."""

import os
import re
import shutil
import subprocess

import pytest

from conftest import COMMAND, ROOT
from moving.agency import Agency
from moving.guides import Guides
from moving.schools import Schools
from moving.small import matter
from moving.vault import Vault
from test_moving_calendars import GOOGLE
from test_moving_notes import MINUTES, TEXT, document

PAGE = (ROOT / "docs/importing.md").read_text()


def sections():
    """The headings of the second level, each with its blocks of commands."""
    for part in PAGE.split("\n## ")[1:]:
        heading, text = part.split("\n", 1)
        yield heading, re.findall(r"```sh\n(.*?)```", text, re.DOTALL)


STORIES = {heading: blocks for heading, blocks in sections() if blocks}
BEGIN = re.findall(r"```sh\n(.*?)```", PAGE.split("\n## ")[0], re.DOTALL)

NOTES = {
    "minutes/2026-01-15.md": MINUTES, "minutes/15-01-2025.md": "Lark Circle meeting\n15 January 2025\n\nAGREED: we meet\n",
    "wiki/Home.md": "# Home\n\nHello. See [[Talk]].\n", "wiki/Talk.md": "We talk.\n",
}

TEACHERS = "Full name,Where,Teaches,Mobile\nAda Okafor,Lark Primary,Maths,07700 900123\nBen Hale,Dove High,English,\n"


def made_with(kind):
    return lambda place, name="old-site": kind(place / name, 60).write()


def notes(place):
    for path, text in NOTES.items():
        file = place / "notes" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)


def beside(name, content):
    """A file in the folder of the handbook itself, as the page has it."""
    def write(place):
        file = place / "our-handbook" / name
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return write


DOCUMENT = document(["Date: Thursday 15 January 2026", ("Decisions", "Heading1"), "We use the short quiz."], "Minutes")

# What each story is told about.
SOURCES = {
    "A site made with Hugo": made_with(Agency),
    "A site made with Jekyll": made_with(Schools),
    "A site made with MkDocs": made_with(Guides),
    "A vault of Obsidian": lambda place: made_with(Vault)(place, "vault"),
    "A folder of Markdown": notes,
    "A spreadsheet": beside("teachers.csv", TEACHERS),
    "A calendar": beside("calendar.ics", GOOGLE),
    "A Word document": beside("minutes.docx", DOCUMENT),
    "Notes and minutes as text": beside("notes.txt", TEXT),
    "What the import guessed": made_with(Agency),
    "What is owed": lambda place: None,
    "Again, and back": made_with(Schools),
}


def test_every_story_of_the_page_is_tried():
    assert set(STORIES) == set(SOURCES)


@pytest.mark.parametrize("story", STORIES)
def test_the_commands_of_a_story_lead_to_a_site_that_stands(story, tmp_path):
    if "Word" in story and shutil.which("pandoc") is None:
        pytest.skip("pandoc is not installed")
    run = at_home(tmp_path)
    (begin,) = BEGIN
    run(begin, tmp_path)
    site = tmp_path / "our-handbook"
    SOURCES[story](tmp_path)
    before = (site / "content/handbook.yml").read_bytes()
    for block in STORIES[story]:
        # What serves goes on until it is stopped; a build makes the same pages.
        run(block.replace("handbook serve", "handbook build"), site)
    run("handbook check\nhandbook build", site)
    assert (site / "output/index.html").exists()
    if "--undo" in "".join(STORIES[story]):
        assert (site / "content/handbook.yml").read_bytes() == before


def at_home(place):
    """Runs commands in a folder, with the command on the path; the first that fails ends them."""
    folder = place / "bin"
    folder.mkdir()
    (folder / "handbook").symlink_to(COMMAND)

    def run(commands, where):
        done = subprocess.run(
            ["bash", "-c", f"set -e\n{commands}"], cwd=where, stdin=subprocess.DEVNULL, capture_output=True, text=True,
            env=os.environ | {"PATH": f"{folder}:{os.environ['PATH']}", "HOME": str(place)}, timeout=300)
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-4000:]
        return done.stdout
    return run


def test_a_map_of_the_page_can_be_used(tmp_path):
    run = at_home(tmp_path)
    run(BEGIN[0], tmp_path)
    folders, consent = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    old = tmp_path / "old-site"
    for path, text in {
        "hugo.toml": "title = 'Old'\n", "content/posts/a.md": matter("Words.\n", title="One", date="2020-01-05", author="A. Okafor"),
        "content/posts/b.md": matter("Words.\n", title="Two", date="2020-01-06", author="Ben Hale", strapline="In short."),
        "content/team/ada-okafor.md": matter("Hello.\n", name="Ada Okafor"),
    }.items():
        (old / path).parent.mkdir(parents=True, exist_ok=True)
        (old / path).write_text(text)
    (tmp_path / "our-handbook/import-map.yml").write_text(folders + consent)
    run("handbook import ../old-site --map import-map.yml\nhandbook check\nhandbook build", tmp_path / "our-handbook")
    pages = "".join(file.read_text() for file in (tmp_path / "our-handbook/output/posts").glob("*.html"))
    assert "Ada Okafor" in pages and "Ben Hale" in pages
