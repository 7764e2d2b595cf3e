"""Measures `handbook import hugo`, and whether what it writes builds. Usage: importing.py COMMAND COUNT"""

import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time

from builds import folder_in_memory
from hugo_site import HugoSite

RUNS = 3


def main(command, count):
    with tempfile.TemporaryDirectory(dir=folder_in_memory()) as place:
        old = pathlib.Path(place) / "old"
        HugoSite(old, count).write()
        files = sum(1 for file in old.rglob("*") if file.is_file())
        times, work = [], []
        for number in range(RUNS):
            site = pathlib.Path(place) / f"new-{number}"
            (site / "content").mkdir(parents=True)
            (site / "content/handbook.yml").write_text(
                "name: Imported\ntimezone: Europe/London\nsource: private\n")
            start, before = time.monotonic(), cpu()
            run(command, "import", "hugo", old, "--site", site)
            times.append(time.monotonic() - start)
            work.append(cpu() - before)
        written = sum(1 for file in site.rglob("*") if file.is_file()) - 1
        print(
            f"{files} files of Hugo's, {written} written: {statistics.median(times):.2f} s by the clock, "
            f"{statistics.median(work):.2f} s of work")
        start = time.monotonic()
        built = run(command, "build", site)
        print(f"the site builds: {time.monotonic() - start:.2f} s; {built.strip().splitlines()[-1]}")


def cpu():
    """The seconds that programs which have ended kept a core busy: others disturb them less."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(command, *arguments):
    done = subprocess.run([command, *map(str, arguments)], capture_output=True, text=True)
    if done.returncode:
        sys.exit((done.stdout + done.stderr)[-4000:])
    return done.stdout + done.stderr


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
