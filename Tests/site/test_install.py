"""The command as it is installed, and the tarball of it. `scripts/test install` makes both."""

import os
import pathlib
import re
import shutil
import subprocess
import tarfile

import pytest

from conftest import run
from recipes import GETTING_TOOL, Place, parsed, recipe

pytestmark = pytest.mark.skipif(
    "HANDBOOK_CLONE" not in os.environ, reason="needs what scripts/test install makes")

CLONE = pathlib.Path(os.environ.get("HANDBOOK_CLONE", "."))
PREFIX = pathlib.Path(os.environ.get("HANDBOOK_HOME", ".")) / ".local"
COMMAND = PREFIX / "bin/handbook"
DIST = CLONE / ".build/dist"


def told(*words, **options):
    done = subprocess.run(
        [str(word) for word in words], capture_output=True, text=True, stdin=subprocess.DEVNULL, **options)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.mark.skipif(os.uname().sysname == "Darwin", reason="macOS holds the Swift runtime")
def test_it_needs_only_the_libraries_of_c():
    names = set(re.findall(r"^\s*(?:/\S*/)?([\w+-]+)\.so", told("ldd", COMMAND), re.M))
    assert names <= {"linux-vdso", "libc", "libm", "libstdc++", "libgcc_s", "ld-linux-x86-64", "ld-linux-aarch64"}


def test_it_names_its_version_and_its_commit():
    commit = told("git", "-C", CLONE, "rev-parse", "HEAD").strip()
    version, named = re.fullmatch(r"(\d+\.\d+\.\d+) \(([0-9a-f]{12})\)\n", told(COMMAND, "--version")).groups()
    assert commit.startswith(named)
    [archive] = DIST.glob("*.tar.gz")
    assert archive.name.startswith(f"handbook-{version}-")


def test_its_manual_page_renders():
    page = PREFIX / "share/man/man1/handbook.1"
    done = subprocess.run(
        ["man", "--warnings", "--local-file", page], capture_output=True, text=True,
        env=os.environ | {"MANWIDTH": "100", "MAN_KEEP_FORMATTING": "", "LC_ALL": "C.UTF-8", "TERM": "dumb"})
    assert (done.returncode, done.stderr) == (0, "")
    text = re.sub(r".\x08", "", done.stdout)
    for words in ["handbook new meeting --series circle", "--dry-run", "EXIT STATUS"]:
        assert words in text


# What each shell offers for "handbook pu", and what makes it tell.
COMPLETIONS = {
    "bash": (
        "share/bash-completion/completions/handbook",
        'source "$1"; COMP_WORDS=(handbook pu); COMP_CWORD=1; COMP_LINE="handbook pu"; COMP_POINT=11; '
        '"$(complete -p handbook | sed "s/.*-F \\([^ ]*\\).*/\\1/")" handbook pu handbook; '
        'printf "%s\\n" "${COMPREPLY[@]}"',
    ),
    "zsh": (
        "share/zsh/site-functions/_handbook",
        'fpath=(${1:h} $fpath); autoload -Uz compinit; compinit -u -d "$2"; '
        'zmodload zsh/zpty; zpty -b t zsh -f -i; '
        'zpty -w t "PS1=; fpath=(${1:h} \\$fpath); autoload -Uz compinit; compinit -u -d $2"; '
        'zpty -w -n t $\'handbook pu\\t\'; sleep 2; zpty -r t out; '
        'while zpty -r -t t more; do out+=$more; done; print -r -- $out',
    ),
    "fish": (
        "share/fish/vendor_completions.d/handbook.fish",
        'source $argv[1]; complete -C "handbook pu"',
    ),
}


@pytest.mark.parametrize("shell", COMPLETIONS)
def test_the_shells_complete_it(shell, tmp_path):
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    path, script = COMPLETIONS[shell]
    words = [shell, "-c", script] + ([] if shell == "fish" else [shell])
    environment = os.environ | {"PATH": f"{COMMAND.parent}:{os.environ['PATH']}", "HOME": str(tmp_path)}
    assert "publish" in told(*words, PREFIX / path, tmp_path / "dump", env=environment)


def test_the_tarball_is_what_its_checksum_says_and_is_made_alike_again():
    [archive] = DIST.glob("*.tar.gz")
    told("sha256sum", "--check", f"{archive.name}.sha256", cwd=DIST)
    before = archive.read_bytes()
    told(CLONE / "scripts/dist")
    assert archive.read_bytes() == before
    with tarfile.open(archive) as tar:
        names = {name.split("/", 1)[-1] for name in tar.getnames()}
        assert {"bin/handbook", "share/man/man1/handbook.1", "LICENSE", "README.md"} <= names
        assert {(member.uid, member.gid, member.mtime) for member in tar} == {(0, 0, 0)}


def test_a_host_takes_the_tarball_only_with_its_checksum(tmp_path):
    [archive] = DIST.glob("*.tar.gz")
    checksum = (DIST / f"{archive.name}.sha256").read_text().split()[0]
    for number, digest in enumerate([checksum, "0" * 64]):
        site = tmp_path / f"site-{number}"
        site.mkdir()
        files = recipe(site, "github", "--archive", f"file://{archive}", "--sha256", digest)
        place = Place(tmp_path / f"place-{number}", COMMAND)
        shutil.rmtree(place.temporary / "handbook")
        jobs = parsed(files[".github/workflows/handbook.yml"])["jobs"]
        steps = [step for job in jobs.values() for step in job["steps"] if step["name"] == GETTING_TOOL]
        assert len(steps) == len(jobs)
        done = place.run(steps[0]["run"] + "\nhash -r\nhandbook --version", {})
        taken = place.temporary / "handbook/bin/handbook"
        if digest == checksum:
            assert done.stdout == told(COMMAND, "--version")
            assert taken.read_bytes() == COMMAND.read_bytes()
        else:
            assert done.returncode == 1
            assert "FAILED" in done.stdout + done.stderr
            assert not taken.exists()


def test_it_begins_a_site_with_nothing_else_on_the_machine(tmp_path):
    done = run(
        "new", "site", "ours", "--name", "Ours", "--timezone", "Europe/London", cwd=tmp_path,
        env={"PATH": "/nowhere"})
    assert done.returncode == 0
    assert run("build", "ours", cwd=tmp_path, env={"PATH": "/nowhere"}).returncode == 0
