"""Runs a command on a made-up handbook, and tells what that cost."""

import dataclasses
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

import plain_corpus


def folder_in_memory():
    """Disks are noisy: memory where the system has a folder in it."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def clean_build(command, site, *options):
    for folder in ("output", ".handbook"):
        shutil.rmtree(site / folder, ignore_errors=True)
    return build(command, site, *options)


def settle(command, site):
    """Builds until a further build finds nothing changed.

    A file's stamp proves nothing until the clock has moved on. The second build notes the stamps.
    """
    clean_build(command, site)
    time.sleep(0.2)
    build(command, site)


def build(command, site, *options):
    return timed(command, site, *options)[0]


def timed(command, site, *options, verb="build"):
    """What a build cost, and its timings; a build that says anything else has failed."""
    cost, text, status = run(
        [command, verb, str(site), "--today", plain_corpus.TODAY, "--quiet", *options])
    if status != 0 or (text and "--timings" not in options):
        sys.exit(f"error: {command} did not {verb} the corpus cleanly:\n{text}")
    return cost, text


@dataclasses.dataclass
class Cost:
    """Seconds by the clock and of all cores together, and the most memory at any moment."""

    seconds: float
    cpu: float
    megabytes: float

    def columns(self, middle):
        return f"{self.seconds:>7.2f} s {self.cpu:>7.2f} s {middle:>9} {self.megabytes:>5.0f} MB"


def run(command):
    """What a command cost, what it said, and how it ended."""
    with tempfile.TemporaryFile("w+") as said:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        # Linux counts kilobytes, macOS bytes.
        megabytes = usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
        cost = Cost(seconds, usage.ru_utime + usage.ru_stime, megabytes)
        return cost, said.read(), process.returncode


def edit_a_text(content, number):
    file = content / "posts" / f"post-{number + 1}.md"
    text = file.read_text(encoding="utf-8")
    end = text.rstrip().rfind(" ")
    file.write_text(f"{text[:end]} changed{text[end:]}", encoding="utf-8")


def edit_a_member(content, number):
    """Changes when a member joined: for a build, another name may be withheld now."""
    file = content / "members" / "member-0.md"
    text = file.read_text(encoding="utf-8")
    changed = re.sub(r"^joined: .*$", f"joined: 2025-01-{number + 1:02}", text, count=1, flags=re.M)
    file.write_text(changed, encoding="utf-8")


def rename_a_tag(content, number):
    """Writes one tag otherwise in every entry that carries it."""
    old, new = plain_corpus.tag(number), f"renamed-{plain_corpus.tag(number)}"
    for file in content.rglob("*.md"):
        text = file.read_text(encoding="utf-8")
        line = re.search(r"^tags: .*$", text, flags=re.M)
        if line and re.search(rf"[\[ ]{old}[,\]]", line[0]):
            changed = re.sub(rf"(?<=[\[ ]){old}(?=[,\]])", new, line[0])
            file.write_text(text.replace(line[0], changed, 1), encoding="utf-8")


# What somebody may change in a site that has been built, and the name of its row.
EDITS = [
    ("one text edited", edit_a_text),
    ("one member edited", edit_a_member),
    ("one tag renamed", rename_a_tag),
]


def build_after(edit, number, sides):
    """Makes the same edit in each site, then builds each: what that cost, for each.

    `sides` has pairs of a command and its site.
    """
    for _, site in sides:
        edit(site / "content", number)
    time.sleep(0.1)
    return [build(command, site) for command, site in sides]
