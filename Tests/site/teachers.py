"""What the guide tells people to type, typed: a home, git hosts on disk, and the blocks of a page."""

import calendar
import pathlib
import re
import signal
import subprocess
import textwrap
import time

import desks
from conftest import COMMAND, ROOT

PAGES = ROOT / "docs/site/content/pages"
HOW_TO = [
    "share-a-resource", "write-minutes", "ask-for-consent", "somebody-leaves", "take-a-page-down",
    "hand-over", "move-hosts",
]
HOSTS = ["github.com", "codeberg.org"]

# What the pages speak of: a member who has agreed, a post of hers, and a sheet that came back.
SPOKEN_OF = {
    "content/members/maria-lopez.md": (
        "---\nname: Maria Lopez\nconsent: {name: yes, profile: yes, given: 2026-11-01}\n---\n\n"
        "Teaches maths.\n"
    ),
    "content/posts/exit-tickets.md": (
        "---\ntitle: Exit tickets\ndate: 2026-11-12\nauthors: maria-lopez\n---\n\n"
        "Maria Lopez tried three questions.\n"
    ),
}
SHEET = (
    '{"handbook-sheet": 1, "kind": "consent", "site": "The Riverside Circle", "fields": '
    '{"member": "Ben Hale", "name": "yes", "profile": "no", "photo": "no", "school": "no", '
    '"attendance": "yes", "given": "2026-11-30"}}'
)


def blocks(page):
    """The commands of a page, block by block."""
    text = (PAGES / f"{page}.md").read_text()
    found = re.findall(r"^ *```sh\n(.*?)^ *```", text, re.DOTALL | re.MULTILINE)
    return [textwrap.dedent(block).strip() for block in found]


class Teacher:
    """Somebody with a terminal, in a folder of their own."""

    def __init__(self, place):
        self.home, self.hosts, self.folder = place / "home", place / "hosts", place / "home"
        (self.home / "bin").mkdir(parents=True)
        (self.home / "bin/handbook").symlink_to(COMMAND)
        settings = "[user]\n\tname = Circle\n\temail = circle@example.org\n"
        for host in HOSTS:
            for name in ("our-handbook", "circle"):
                self.run(f"git init --quiet --bare --initial-branch main {self.hosts / host / name}.git")
            settings += f'[url "{self.hosts / host}/"]\n\tinsteadOf = git@{host}:riverside/\n'
        (self.home / ".gitconfig").write_text(settings)

    @property
    def environment(self):
        day = calendar.timegm(time.strptime(desks.TODAY, "%Y-%m-%d"))
        return {
            "HOME": str(self.home), "PATH": f"{self.home / 'bin'}:/usr/local/bin:/usr/bin:/bin",
            "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": str(day),
        }

    def run(self, commands):
        """Types a block, and stays in the folder that it leads to."""
        done = subprocess.run(
            ["bash", "-c", f"set -e\n{commands}\npwd > ~/where"], cwd=self.folder,
            env=self.environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120,
        )
        assert done.returncode == 0, f"{commands}\n{done.stdout}{done.stderr}"
        self.folder = pathlib.Path((self.home / "where").read_text().strip())
        return done.stdout + done.stderr

    def text(self, path):
        return (self.folder / path).read_text()

    def open_and_close_desk(self):
        log = self.home / "desk.log"
        with desks.running(self.folder, log, env=self.environment) as desk:
            desk.process.send_signal(signal.SIGINT)
            assert desk.process.wait(20) == 0, log.read_text()

    def follow(self, page):
        """Types every block of a page in its order. The desk is opened, and closed again."""
        for block in blocks(page):
            if block == "handbook desk":
                self.open_and_close_desk()
            else:
                self.run(block)

    def write_what_pages_speak_of(self):
        desks.laid_out(self.folder, SPOKEN_OF)
        downloads = self.home / "Downloads"
        downloads.mkdir()
        (downloads / "consent.handbook-sheet.json").write_text(SHEET)
        self.run("git add --all\ngit commit --quiet --message More\ngit push --quiet\nhandbook publish")

    def online(self, host="github.com"):
        """The texts on the branch of pages, by their paths."""
        circle = self.hosts / host / "circle.git"
        paths = self.run(f"git -C {circle} ls-tree -r --name-only gh-pages").split("\n")
        return {
            path: self.run(f"git -C {circle} show gh-pages:{path}")
            for path in paths if path.endswith((".html", ".json", ".ics"))
        }
