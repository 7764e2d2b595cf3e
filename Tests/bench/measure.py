"""Measures `handbook build` and `publish` on made-up handbooks and prints a table.

Usage: measure.py COMMAND COUNT …
"""

import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import corpus

RUNS = 3


def main(command, counts):
    print(f"{'entries':>8} {'pages':>7} {'build':<10} {'time':>9} {'a page':>9} {'memory':>8}")
    with tempfile.TemporaryDirectory(dir=folder_in_memory()) as folder:
        for count in counts:
            site = pathlib.Path(folder) / str(count)
            corpus.Corpus(site, count).write()
            measure(command, site, count)
            shutil.rmtree(site)


def folder_in_memory():
    """Disks are noisy: memory where the system has a folder in it."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def measure(command, site, count):
    clean = [clean_build(command, site) for _ in range(RUNS)]
    pages = sum(1 for _ in (site / "output").rglob("*.html"))
    print_row(count, pages, "clean", clean)
    print_row(count, pages, "unchanged", [build(command, site) for _ in range(RUNS)])
    shutil.rmtree(site / "output")
    stages = build(command, site, "--timings")[2]
    print("\n".join(f"{'':>17}{line}" for line in stages.splitlines()))
    publish(command, site, count, pages)


def publish(command, site, count, pages):
    """Publishes to a new repository on disk, then again with nothing and with one page changed."""
    subprocess.run(["git", "init", "--quiet", site], check=True)
    subprocess.run(["git", "init", "--quiet", "--bare", site / "remote.git"], check=True)
    subprocess.run(["git", "-C", site, "remote", "add", "origin", site / "remote.git"], check=True)
    print_row(count, pages, "publish", [run(command, site, "publish")])
    print_row(count, pages, "again", [run(command, site, "publish")])
    page = next((site / "content/posts").glob("*.md"))
    page.write_text(page.read_text() + "\nOne more line.\n")
    print_row(count, pages, "one page", [run(command, site, "publish")])


def print_row(count, pages, name, runs):
    seconds = statistics.median(run[0] for run in runs)
    megabytes = statistics.median(run[1] for run in runs)
    page = f"{seconds / pages * 1e6:.0f} µs"
    print(f"{count:>8} {pages:>7} {name:<10} {seconds:>7.2f} s {page:>9} {megabytes:>5.0f} MB")


def clean_build(command, site):
    shutil.rmtree(site / "output", ignore_errors=True)
    return build(command, site)


def build(command, site, *options):
    return run(command, site, "build", *options)


def run(command, site, verb, *options):
    """Seconds, peak megabytes, and what it said; one that says anything else has failed."""
    with tempfile.TemporaryFile("w+") as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            [command, verb, str(site), "--today", corpus.TODAY, "--quiet", *options],
            stdin=subprocess.DEVNULL, stdout=said, stderr=said,
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        text = said.read()
    if process.returncode != 0 or (text and not options):
        sys.exit(f"error: the corpus did not build cleanly:\n{text}")
    # Linux counts kilobytes, macOS bytes.
    return seconds, usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3), text


if __name__ == "__main__":
    main(sys.argv[1], [int(count) for count in sys.argv[2:]])
