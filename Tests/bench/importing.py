"""Measures `handbook import FOLDER` on a site of each tool, and whether what it writes builds.

Usage: importing.py COMMAND COUNT
"""

import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time

from builds import folder_in_memory
from hugo_site import HugoSite

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "site"))

from moving.agency import Agency  # noqa: E402
from moving.guides import Guides  # noqa: E402
from moving.schools import Schools  # noqa: E402
from moving.vault import Vault  # noqa: E402

RUNS = 3

# What 4,000 files may take.
MOST_SECONDS = 5.0

# The clean one of every release before, and those that are full of what real sites are full of.
SITES = [("Hugo, nothing to fix", HugoSite), ("Hugo", Agency), ("Jekyll", Schools), ("Obsidian", Vault), ("MkDocs", Guides)]


def main(command, count):
    for name, kind in SITES:
        with tempfile.TemporaryDirectory(dir=folder_in_memory()) as place:
            measure(command, name, kind, count, pathlib.Path(place))


def measure(command, name, kind, count, place):
    files = written(kind, count, place / "old")
    times, work = [], []
    for number in range(RUNS):
        site = place / f"new-{number}"
        run(command, "new", "site", site, "--name", "Imported", "--timezone", "Europe/London")
        before, start, used = files_below(site), time.monotonic(), cpu()
        run(command, "import", place / "old", "--site", site)
        times.append(time.monotonic() - start)
        work.append(cpu() - used)
    median = statistics.median(times)
    print(f"{name}: {files} files, {files_below(site) - before} more in the handbook: {median:.2f} s by the clock, "
          f"{statistics.median(work):.2f} s of work; {verdict(files, median)}")
    start = time.monotonic()
    built = run(command, "build", site)
    print(f"  builds in {time.monotonic() - start:.2f} s; {built.strip().splitlines()[-1]}", flush=True)


def verdict(files, seconds):
    most = MOST_SECONDS * files / 4000
    return f"{'within' if seconds <= most else 'MORE THAN'} the {most:.1f} s that it may take"


def written(kind, count, folder):
    """Writes a site of about so many files; how many they are."""
    if kind is HugoSite:
        kind(folder, count).write()
        return files_below(folder)
    # Its count is one of entries, beside which it has pictures, settings and people.
    with tempfile.TemporaryDirectory() as trial:
        kind(trial, 500).write()
        share = 500 / files_below(pathlib.Path(trial))
    kind(folder, round(count * share)).write()
    return files_below(folder)


def files_below(folder):
    return sum(1 for file in folder.rglob("*") if file.is_file())


def cpu():
    """The seconds that programs which have ended kept a core busy: others disturb them less."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(command, *arguments):
    done = subprocess.run(
        [command, *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode:
        sys.exit((done.stdout + done.stderr)[-4000:])
    return done.stdout + done.stderr


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
