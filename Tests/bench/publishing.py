"""Measures `handbook publish` of made-up handbooks to a repository on disk, beside the floor program in C
on the same entries in the same minutes, which tells how fast the machine is.

Usage: publishing.py COMMAND COUNT …
"""

import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

import peers
from builds import build, folder_in_memory, run, timed
from plain_corpus import PlainCorpus

RUNS = 3


def main(command, counts):
    with tempfile.TemporaryDirectory(dir=folder_in_memory()) as place:
        place = pathlib.Path(place)
        # Where the command builds what it publishes.
        os.environ["TMPDIR"] = str(place)
        floor = peers.floor_program(place)
        for count in counts:
            site = place / str(count)
            PlainCorpus(site, count).write()
            print_rows(command, site, count, floor)
            shutil.rmtree(site)


def print_rows(command, site, count, floor):
    commit(site)
    built = build(command, site, "--no-cache", "--output", site.parent / "built")
    files = [file for file in (site.parent / "built").rglob("*") if file.is_file() and ".handbook" not in file.name]
    pages = sum(1 for file in files if file.suffix == ".html")
    print(f"{count} entries, {pages} pages, {len(files)} files; a build takes {built.seconds:.1f} s "
          f"and {built.megabytes:.0f} MB")
    shutil.rmtree(site.parent / "built")
    for name, is_first in [("first publish", True), ("nothing changed", False)]:
        floors, costs = [], []
        for _ in range(RUNS):
            if is_first:
                begin_remote(site)
            floors.append(floor_seconds(floor, site))
            costs.append(timed(command, site, verb="publish")[0])
        seconds = statistics.median(cost.seconds for cost in costs)
        ratio = f", {seconds / statistics.median(floors):.0f} × the floor" if floor else ""
        memory = max(cost.megabytes for cost in costs)
        print(f"  {name:<16} {seconds:>6.1f} s{ratio}, {memory:.0f} MB")


def commit(site):
    git(site, "init", "--quiet", "--initial-branch", "main")
    git(site, "add", "--all")
    git(site, "-c", "user.name=Bench", "-c", "user.email=bench@example.org", "commit", "--quiet", "--message", "Corpus")
    git(site, "remote", "add", "origin", "../remote.git")


def begin_remote(site):
    """A repository that knows nothing, and a clone that knows nothing of what was published."""
    remote = site.parent / "remote.git"
    shutil.rmtree(remote, ignore_errors=True)
    subprocess.run(["git", "init", "--quiet", "--bare", remote], check=True)
    git(site, "update-ref", "-d", "refs/remotes/origin/gh-pages")
    git(site, "reflog", "expire", "--expire=all", "--all")
    git(site, "gc", "--quiet", "--prune=now")


def git(site, *arguments):
    subprocess.run(["git", "-C", site, *arguments], check=True)


def floor_seconds(floor, site):
    if not floor:
        return 1
    written = site.parent / "floor-written"
    cost, _, _ = run([floor, site / "content", written])
    shutil.rmtree(written)
    return cost.seconds


if __name__ == "__main__":
    main(sys.argv[1], [int(count) for count in sys.argv[2:]])
