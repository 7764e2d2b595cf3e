"""The documents speak of commands, options, scripts and sections that are there."""

import json
import os
import re

import pytest

from commands import Command, commands_of_page, shell_commands, spans
from conftest import ROOT, run

PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
# Of other programs.
FOREIGN = {"--index-info", "--no-filters", "--replace-text", "--product", "--strict-concurrency"}


@pytest.fixture(scope="module")
def handbook():
    return Command(json.loads(run("--experimental-dump-help").stdout)["command"])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_in_a_document_is_one_that_can_be_given(handbook, page):
    wrong = {
        " ".join(["handbook", *words]): troubles
        for words in commands_of_page(page.read_text())
        if (troubles := handbook.troubles(words))
    }
    assert wrong == {}


def test_every_option_in_a_document_is_one_of_a_command(handbook):
    known = FOREIGN | {name for command in handbook.all() for name in command.options}
    for page in PAGES:
        if page.name in ("ARCHITECTURE.md", "CONTRIBUTING.md") or page.parent.name == "decisions":
            continue  # They speak of compilers and of git's own commands.
        options = {word.split("=")[0] for span in spans(page.read_text())
                   if not span.startswith(("git ", "swift ", "docker ", "scripts/"))
                   for word in re.findall(r"(?<!\S)--[a-z][a-z-]*", span)}
        assert options - known == set(), page.name


def test_every_script_in_a_document_is_there():
    for page in PAGES:
        for script in re.findall(r"(?<![\w/.-])scripts/([a-z-]+)", page.read_text()):
            assert os.access(ROOT / "scripts" / script, os.X_OK), (page.name, script)


def test_every_command_is_told_of_in_a_document(handbook):
    told = "\n".join(page.read_text() for page in PAGES if page.name != "CHANGELOG.md")
    for command in handbook.all():
        words = " ".join(command.path)
        if command.default is None and command.path[-1] != "entry":
            assert re.search(rf"{words}\b", told), words


def test_the_examples_of_the_help_can_be_given(handbook):
    for command in handbook.all():
        for words in shell_commands("\n".join(
                line.strip().removeprefix("Example: ").split("  ")[0]
                for text in command.texts for line in text.split("\n"))):
            assert handbook.troubles(words) == [], words


def test_the_commands_that_messages_name_are_there(handbook):
    for source in ROOT.glob("Sources/**/*.swift"):
        for words in re.findall(r"['`]handbook ([a-z][a-z-]*(?: [a-z][a-z-]*)?)", source.read_text()):
            first = words.split(" ")[0]
            assert first in handbook.below or " from " in words, (source.name, words)


def slug(heading):
    """The anchor that a git host gives a heading."""
    words = re.sub(r"[`*]|\[|\]\([^)]*\)", "", heading.strip()).lower()
    return re.sub(r"[^\w\- ]", "", words).replace(" ", "-")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_section_leads_to_it(page):
    text = re.sub(r"^ *```.*?^ *```", "", page.read_text(), flags=re.DOTALL | re.MULTILINE)
    text = re.sub(r"`[^`\n]*`", "", text)
    for path, anchor in re.findall(r"\]\(([^)#\s:]*)#([^)\s]+)\)", text):
        target = (page.parent / path) if path else page
        headings = re.findall(r"^#+ (.*)$", target.read_text(), re.M)
        assert anchor in map(slug, headings), f"{path}#{anchor}"
