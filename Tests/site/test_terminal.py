"""A newcomer at a terminal: what they are asked, and what they are told."""

import os
import pty
import re
import select
import subprocess
import time

from conftest import COMMAND


class Terminal:
    """A command at a terminal of its own."""

    def __init__(self, folder, *words):
        ours, theirs = pty.openpty()
        self.end = ours
        self.process = subprocess.Popen(
            [COMMAND, *words], cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs,
            start_new_session=True, env=os.environ | {"TZ": "Europe/London", "TERM": "xterm"})
        os.close(theirs)
        self.said = ""

    def wait_for(self, words):
        """Reads until the words are there; what was said since the last time."""
        end = time.monotonic() + 60
        while words not in self.said:
            assert time.monotonic() < end, self.said
            if select.select([self.end], [], [], 1)[0]:
                self.said += os.read(self.end, 4096).decode().replace("\r\n", "\n")
        said, self.said = self.said.split(words, 1)
        return said + words

    def answer(self, words):
        os.write(self.end, f"{words}\n".encode())

    def finish(self):
        status = self.process.wait(60)
        try:
            while select.select([self.end], [], [], 0.2)[0]:
                self.said += os.read(self.end, 4096).decode().replace("\r\n", "\n")
        except OSError:
            pass  # Linux tells the end of a terminal so.
        os.close(self.end)
        return status, self.said


def test_a_newcomer_is_asked_for_what_is_missing_until_it_can_be_used(tmp_path):
    terminal = Terminal(tmp_path, "new", "site", "ours")
    terminal.wait_for("What is your community called? ")
    terminal.answer("The Riverside Circle")
    terminal.wait_for("In which time zone do you meet, such as Europe/London? [Europe/London] ")
    terminal.answer("Europe/Pariss")
    terminal.wait_for("There is no time zone 'Europe/Pariss'; did you mean 'Europe/Paris'?\n")
    terminal.wait_for("[Europe/London] ")
    terminal.answer("")
    status, said = terminal.finish()
    assert status == 0
    assert "A new handbook is in ours. What comes next:\n" in said
    settings = (tmp_path / "ours/content/handbook.yml").read_text()
    assert "name: The Riverside Circle\n" in settings
    assert "timezone: Europe/London\n" in settings

    # Every command that it names can be given as it stands, but for the one that needs git.
    for line in re.findall(r"^ +(handbook .*?)(?:  .*)?$", said, re.M):
        words = line.split()[1:]
        if words[0] not in ("serve", "desk"):
            status, told = Terminal(tmp_path, *words).finish()
            assert status == 0, told


def test_a_title_is_asked_for(tmp_path):
    assert Terminal(tmp_path, "new", "site", "ours", "--name", "Ours", "--timezone", "UTC").finish()[0] == 0
    terminal = Terminal(tmp_path / "ours", "new", "post")
    terminal.wait_for("What is its title? ")
    terminal.answer("Exit tickets: a try")
    status, said = terminal.finish()
    assert (status, said.strip().splitlines()[-1]) == (0, "Wrote content/posts/exit-tickets-a-try.md")


def test_an_empty_folder_is_told_of_in_the_same_words_by_every_command(tmp_path):
    for words in [
        ["check"], ["build"], ["serve"], ["desk", "--no-open"], ["report"], ["record", "ada"], ["publish"], ["diff"], ["routes"],
        ["rename", "a", "b"], ["forget", "a"], ["new", "post", "--title", "x"], ["import", "text", "--as", "post", "--id", "x"],
    ]:
        done = subprocess.run(
            [COMMAND, *words], cwd=tmp_path, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        assert done.returncode == 2, words
        assert done.stderr.startswith("error: there is no handbook in '.'\n    help: "), words


def test_the_doctor_has_colour_at_a_terminal_alone(tmp_path):
    assert Terminal(tmp_path, "new", "site", "ours", "--name", "Ours", "--timezone", "UTC").finish()[0] == 0
    said = Terminal(tmp_path / "ours", "doctor").finish()[1]
    assert "\x1b[32mok  \x1b[0m  time zone" in said
    assert "\x1b[1;31mfix \x1b[0m  repository" in said
    done = subprocess.run(
        [COMMAND, "doctor"], cwd=tmp_path / "ours", stdin=subprocess.DEVNULL, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (1, "")
    assert "\x1b" not in done.stdout
    assert "\nok    time zone  " in done.stdout
