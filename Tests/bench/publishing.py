"""Measures `handbook publish` of made-up handbooks to a repository on disk, beside the floor program in C
on the same entries in the same minutes, which tells how fast the machine is, and beside builds.

Usage: publishing.py COMMAND COUNT …
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

import peers
import ratios
from builds import build, build_after, clean_build, edit_a_text, folder_in_memory, run, settle, timed
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
    costs = measure_builds(command, site)
    files = [file for file in (site / "output").rglob("*") if file.is_file() and ".handbook" not in file.name]
    pages = sum(1 for file in files if file.suffix == ".html")
    print(f"{count} entries, {pages} pages, {len(files)} files")
    shutil.rmtree(site / "output")
    floors = [run_floor(floor, site) for _ in range(RUNS)] if floor else []
    costs["publish"] = [publish_first(command, site) for _ in range(RUNS)]
    costs["publish again"] = [timed(command, site, verb="publish")[0] for _ in range(RUNS)]
    costs["publish one page"] = [publish_edit(command, site, RUNS + number) for number in range(RUNS)]
    for name, runs in costs.items():
        ratio = f", {ratios.seconds(runs) / ratios.seconds(floors):.1f} × the floor" if floor else ""
        memory = max(cost.megabytes for cost in runs)
        print(f"  {name:<16} {ratios.seconds(runs):>6.2f} s{ratio}, {memory:.0f} MB")
    ratios.print_ratios(costs, indent=2)


def measure_builds(command, site):
    costs = {"clean": [clean_build(command, site) for _ in range(RUNS)]}
    settle(command, site)
    costs["unchanged"] = [build(command, site) for _ in range(RUNS)]
    costs["one text edited"] = [
        build_after(edit_a_text, number, [(command, site)])[0] for number in range(RUNS)]
    return costs


def publish_first(command, site):
    begin_remote(site)
    return timed(command, site, verb="publish")[0]


def publish_edit(command, site, number):
    edit_a_text(site / "content", number)
    time.sleep(0.1)
    return timed(command, site, verb="publish")[0]


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


def run_floor(floor, site):
    written = site.parent / "floor-written"
    cost, _, _ = run([floor, site / "content", written])
    shutil.rmtree(written)
    return cost


if __name__ == "__main__":
    main(sys.argv[1], [int(count) for count in sys.argv[2:]])
