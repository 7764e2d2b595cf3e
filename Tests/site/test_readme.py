"""The README as a newcomer follows it: exactly its commands, in an empty folder."""

import os
import pathlib
import re
import signal
import subprocess
import time
import urllib.request

import pytest

from conftest import COMMAND, ROOT

SECTION = "## From nothing to a published site"
REMOTE = "git@github.com:you/our-handbook.git"
PAGES = "git@github.com:you/circle.git"


def blocks():
    """The commands of the section, block by block."""
    text = (ROOT / "README.md").read_text().split(SECTION)[1].split("\n## ")[0]
    return [block.strip() for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL)]


@pytest.fixture
def newcomer(tmp_path):
    """A home with the command on its path, where the README's remotes are repositories on disk.

    Where `scripts/test install` has installed the command, it is that home.
    """
    home = pathlib.Path(os.environ.get("HANDBOOK_HOME", tmp_path / "home"))
    command = home / ".local/bin/handbook"
    if not command.exists():
        command.parent.mkdir(parents=True)
        command.symlink_to(COMMAND)
    remotes = {REMOTE: tmp_path / "source.git", PAGES: tmp_path / "pages.git"}
    for remote in remotes.values():
        subprocess.run(["git", "init", "--quiet", "--bare", remote], check=True)
    (home / ".gitconfig").write_text(
        "[user]\n\tname = Newcomer\n\temail = newcomer@example.org\n"
        + "".join(f'[url "{place}"]\n\tinsteadOf = {told}\n' for told, place in remotes.items())
    )
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "TZ"))
    }
    environment |= {"HOME": str(home), "PATH": f"{command.parent}:{os.environ['PATH']}"}
    return tmp_path, environment, remotes


def signed_in(invitation):
    """The first screen of the desk, with the cookie that the invitation gives."""
    cookies = urllib.request.HTTPCookieProcessor()
    return urllib.request.build_opener(cookies).open(invitation).read()


def test_the_commands_of_the_readme_lead_to_a_published_site(newcomer):
    folder, environment, remotes = newcomer
    install, begin, desk, publish = blocks()
    assert install == "scripts/install --prefix ~/.local"
    assert desk == "handbook desk"

    def run(commands, place):
        script = f"set -e\n{commands}\n"
        done = subprocess.run(
            ["bash", "-c", script], cwd=place, env=environment, stdin=subprocess.DEVNULL,
            capture_output=True, text=True, timeout=120,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr

    said = run(begin, folder)
    assert "starter-text" in said
    assert re.search(r"Wrote content/meetings/\d{4}-\d\d-\d\d-circle\.md", said)

    site = folder / "our-handbook"
    served = subprocess.Popen(
        ["bash", "-c", f"exec {desk} --no-open --port 0"], cwd=site, env=environment, text=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )
    try:
        invitation = served.stdout.readline().strip()
        assert b"<h1>The Riverside Circle</h1>" in signed_in(invitation)
        address = invitation.split("/desk/")[0].replace("localhost", "127.0.0.1") + "/"
        end = time.monotonic() + 60
        page = b""
        while b"The Riverside Circle</" not in page and time.monotonic() < end:
            page = urllib.request.urlopen(address).read()
        assert b"Our first meeting" in page
    finally:
        served.send_signal(signal.SIGINT)
        assert served.wait(20) == 0

    said = run(publish, site)
    assert "gh-pages" in said
    assert branches(remotes[REMOTE]) == {"main"}
    assert branches(remotes[PAGES]) == {"gh-pages"}
    files = git(remotes[PAGES], "ls-tree", "-r", "--name-only", "gh-pages")
    assert {"index.html", ".nojekyll", "start.html"} <= set(files.split("\n"))


def branches(repository):
    return set(git(repository, "for-each-ref", "--format=%(refname:short)").split())


def git(repository, *arguments):
    return subprocess.run(
        ["git", "-C", repository, *arguments], check=True, capture_output=True, text=True).stdout
