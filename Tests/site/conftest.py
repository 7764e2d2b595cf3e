"""The sites that the tests look at, written by the command that HANDBOOK names."""

import os
import pathlib
import subprocess

import pytest

import windows
from serving import served
from written_site import WrittenSite

ROOT = pathlib.Path(__file__).resolve().parents[2]
COMMAND = pathlib.Path(os.environ.get("HANDBOOK", ROOT / ".build/static/release/handbook"))

# The day from which past and coming are told, so that the sample is the same on every day.
TODAY = "2026-11-26"

# What the sample does not have: entries with old addresses.
MOVED = {
    "content/handbook.yml": "name: Moved\ntimezone: Europe/London\n",
    "content/successes/new-name.md": (
        "---\ntitle: Under a new name\ndate: 2026-01-15\naliases: [old-name]\n---\n\nIt moved.\n"
    ),
    "content/pages/charter.md": "---\naliases: [rules]\n---\n\n# Charter\n\nWe are kind.\n",
}


def run(*arguments, **options):
    """Runs the command to its end."""
    return subprocess.run(
        [COMMAND, *map(str, arguments)],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, **options,
    )


def build(site, output, *options, says_nothing=True):
    """Builds a site, which must succeed, and say nothing against it unless that is expected."""
    done = run("build", site, "--output", output, "--today", TODAY, "--quiet", *options)
    assert done.stderr == "" or not says_nothing
    assert done.returncode == 0
    return WrittenSite(pathlib.Path(output))


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """The sample handbook, written."""
    return build(ROOT, tmp_path_factory.mktemp("sample") / "output")


@pytest.fixture(scope="session")
def moved(tmp_path_factory):
    """A small site with redirects, written."""
    source = tmp_path_factory.mktemp("moved")
    for path, text in MOVED.items():
        file = source / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return build(source, source / "output")


@pytest.fixture(scope="session")
def browser():
    with windows.started() as browser:
        yield browser


@pytest.fixture(scope="session")
def hosted(tmp_path_factory):
    """The sample on a host, below a path, and the address where it is."""
    output = tmp_path_factory.mktemp("hosted") / "output"
    output.mkdir()
    with served(output) as address:
        yield build(ROOT, output, "--base-url", address), address
