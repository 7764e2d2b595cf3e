"""`scripts/compare`: a command is equal to itself, and whatever differs is found and told."""

import subprocess
import sys

import pytest

from conftest import COMMAND, ROOT

# A site with faults, one that is built, and one of the tests.
FEW = ["--sites", "3", "--only", "random/[12]", "--only", "test/empty"]

# A command that does what the real one does, and then something else: another thing after each command.
PLANTING = f"""#!{sys.executable}
import pathlib, subprocess, sys
done = subprocess.run([{str(COMMAND)!r}, *sys.argv[1:]], capture_output=True)
stdout, stderr, status = done.stdout, done.stderr, done.returncode
words = " ".join(sys.argv[1:])
if words.startswith("check --all --today"):
    stdout = stdout.replace(b" to build", b" to make")
if words.startswith("report"):
    status = 3
if words.startswith("build --no-cache"):
    page = pathlib.Path("../clean/posts/index.html")
    page.write_bytes(page.read_bytes().replace(b"<title>", b"<title >", 1))
if words.startswith("build --audience members"):
    pathlib.Path("../members/robots.txt").unlink()
    pathlib.Path("../members/index.html").chmod(0o600)
    pathlib.Path("../members/more.txt").touch()
sys.stdout.buffer.write(stdout)
sys.stderr.buffer.write(stderr)
sys.exit(status)
"""

CHECK = "random/2: check --all: "
CLEAN = "random/2: build --no-cache --output ../clean: "
MEMBERS = ("random/2: build --audience members --drafts --base-url https://compare.example/site "
           "--output ../members: ")


def compare(*words):
    """Runs the script: its exit status, its output, and what it said went wrong."""
    done = subprocess.run(
        [ROOT / "scripts/compare", *map(str, words)],
        stdin=subprocess.DEVNULL, capture_output=True, text=True,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.fixture(scope="module")
def planted(tmp_path_factory):
    """What is told of a site with much planted: exit status, lines, and the folder of what was kept."""
    folder = tmp_path_factory.mktemp("planted")
    command = folder / "planting"
    command.write_text(PLANTING)
    command.chmod(0o755)
    status, told, wrong = compare(
        COMMAND, command, "--sites", "3", "--only", "random/2", "--keep", folder / "kept")
    assert wrong == ""
    return status, told.splitlines(), folder / "kept/random/2"


def test_a_command_is_equal_to_itself():
    status, told, wrong = compare(COMMAND, COMMAND, *FEW)
    assert wrong == ""
    assert told.startswith("3 sites, ")
    assert told.endswith(" pairs of files compared: equal\n")
    assert told.count("\n") == 1
    assert status == 0


@pytest.mark.parametrize("lines", [
    ["random/2: report --json: status, line 1", "    old: 0", "    new: 3"],
    [MEMBERS + "members/robots.txt", "    old: it is there", "    new: (nothing)"],
    [MEMBERS + "members/more.txt", "    old: (nothing)", "    new: it is there"],
    [MEMBERS + "members/index.html, kind and rights", "    old: -rw-r--r--", "    new: -rw-------"],
], ids=["a status", "a file left out", "a file too many", "the rights of a file"])
def test_what_is_planted_is_found(planted, lines):
    _, told, _ = planted
    start = told.index(lines[0])
    assert told[start:start + 3] == lines


@pytest.mark.parametrize("place, old, new", [
    (CLEAN + "clean/posts/index.html, line ", "<title>", "<title >"),
    (CHECK + "stdout, line 1", "to build", "to make"),
], ids=["a byte of a page", "a word of a message"])
def test_a_line_is_shown_as_both_have_it(planted, place, old, new):
    _, told, _ = planted
    start = next(number for number, line in enumerate(told) if line.startswith(place))
    assert old in told[start + 1]
    assert told[start + 2] == told[start + 1].replace("old:", "new:").replace(old, new)


def test_nothing_else_is_told(planted):
    status, told, _ = planted
    assert len(told) == 6 * 3 + 1
    assert told[-1].endswith(": 6 differences in 1 site")
    assert status == 1


def test_what_differs_is_kept(planted):
    _, _, kept = planted
    pages = {str(path.relative_to(kept)): path.read_bytes() for path in kept.glob("*/*/clean/**/*")
             if path.is_file()}
    assert sorted(pages) == [
        f"04 build --no-cache --output .. clean/{side}/clean/posts/index.html" for side in ("new", "old")]
    assert len(set(pages.values())) == 2
    assert (kept / "site/site/content/handbook.yml").is_file()


@pytest.mark.parametrize("words, reason", [
    ((), "the following arguments are required: old, new"),
    ((COMMAND, "no/such/command"), "there is no command 'no/such/command'; build it first"),
    ((COMMAND, COMMAND, "--only", "nothing"), "no site has that name"),
])
def test_what_cannot_be_compared_is_refused(words, reason):
    status, told, wrong = compare(*words)
    assert told == ""
    assert wrong.endswith(f"error: {reason}\n")
    assert status == 2
