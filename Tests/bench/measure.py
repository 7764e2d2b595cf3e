"""Measures `handbook build` and `publish` on made-up handbooks, and peers on the same entries in the same run.

Usage: measure.py COMMAND COUNT …
"""

import dataclasses
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import corpus
import peers

RUNS = 3

# Peers take long, and what they take is told well enough by these sizes.
MOST_FOR_PEERS = 10_000


def main(command, counts):
    print(f"{'entries':>8} {'files':>7} {'build':<22} {'time':>9} {'CPU':>9} {'a page':>9} {'memory':>8}")
    times = {}
    with tempfile.TemporaryDirectory(dir=folder_in_memory()) as folder:
        floor = peers.floor_program(folder)
        for count in counts:
            site = pathlib.Path(folder) / str(count)
            corpus.Corpus(site, count).write()
            times[count] = measure(command, site, count)
            if count <= MOST_FOR_PEERS:
                measure_peers(site, count, floor, times[count][0])
            shutil.rmtree(site)
    print_growth(times)


def folder_in_memory():
    """Disks are noisy: memory where the system has a folder in it."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def measure(command, site, count):
    """Prints a row for each way to build; returns the seconds of a clean build and its pages."""
    clean = [clean_build(command, site) for _ in range(RUNS)]
    pages = sum(1 for file in (site / "output").rglob("*") if file.suffix in (".html", ".ics"))
    print_row(count, pages, "clean", clean)
    print_row(count, pages, "clean, --no-cache", [clean_build(command, site, "--no-cache")])
    clean_build(command, site)
    # A stamp tells nothing until the clock has moved on; the first of these builds notes them.
    time.sleep(0.2)
    build(command, site)
    print_row(count, pages, "unchanged", [build(command, site) for _ in range(RUNS)])
    print_row(count, pages, "one text edited", edits(command, site, edit_a_text))
    print_row(count, pages, "one tag renamed", edits(command, site, rename_a_tag))
    shutil.rmtree(site / "output")
    _, stages = timed(command, site, "--timings", "--no-cache")
    print("\n".join(f"{'':>17}{line}" for line in stages.splitlines()))
    print_search(site / "output" / "search")
    publish(command, site, count, pages)
    return statistics.median(cost.seconds for cost in clean), pages


def print_search(folder):
    """Prints the most that a search fetches: the start of the index, then for a word a file of words
    and what is told of ten results."""
    largest = {kind: sorted((file.stat().st_size for file in folder.glob(f"{kind}*.js")), reverse=True)
               for kind in ("start", "w", "r")}
    word = largest["w"][0] + sum(largest["r"][:10])
    first = largest["start"][0] + word
    print(f"{'':>17}search: at most {first / 1024:.0f} KB before the first answer, {word / 1024:.0f} KB a word")


def publish(command, site, count, pages):
    """Publishes to a new repository on disk, then again with nothing and with one page changed."""
    subprocess.run(["git", "init", "--quiet", site], check=True)
    subprocess.run(["git", "init", "--quiet", "--bare", site / "remote.git"], check=True)
    subprocess.run(["git", "-C", site, "remote", "add", "origin", site / "remote.git"], check=True)
    for name in ("publish", "publish again"):
        print_row(count, pages, name, [timed(command, site, verb="publish")[0]])
    page = next((site / "content/posts").glob("*.md"))
    page.write_text(page.read_text() + "\nOne more line.\n")
    print_row(count, pages, "publish one page", [timed(command, site, verb="publish")[0]])


def edits(command, site, edit):
    runs = []
    for number in range(RUNS):
        edit(site / "content", number)
        time.sleep(0.1)
        runs.append(build(command, site))
    return runs


def edit_a_text(content, number):
    file = content / "posts" / f"post-{number + 1}.md"
    text = file.read_text()
    end = text.rstrip().rfind(" ")
    file.write_text(f"{text[:end]} changed{text[end:]}")


def rename_a_tag(content, number):
    """Writes one tag otherwise in every entry that carries it."""
    old, new = corpus.tag(number), f"renamed-{corpus.tag(number)}"
    for file in content.rglob("*.md"):
        text = file.read_text()
        line = re.search(r"^tags: .*$", text, flags=re.M)
        if line and re.search(rf"[\[ ]{old}[,\]]", line[0]):
            changed = re.sub(rf"(?<=[\[ ]){old}(?=[,\]])", new, line[0])
            file.write_text(text.replace(line[0], changed, 1))


def measure_peers(site, count, floor, seconds):
    """Prints how long peers take, and how many times as long as a clean build."""
    if floor:
        print_peer(count, "C floor, one core", [floor, site / "content", site / "floor"], seconds)
    if peers.hugo():
        for name, lean in [("Hugo, lean", True), ("Hugo, like features", False)]:
            folder = site / f"hugo-{'lean' if lean else 'like'}"
            peers.make_hugo_site(site / "content", folder, lean=lean)
            print_peer(count, name, peers.hugo_command(folder), seconds)
            shutil.rmtree(folder)


def print_peer(count, name, command, seconds):
    peer, said, status = run(command)
    if status != 0:
        print(f"{count:>8} {'':>7} {name:<22} failed: {said.strip().splitlines()[-1:]}")
        return
    ratio = f"{peer.seconds / seconds:.1f} ×"
    print(f"{count:>8} {'':>7} {name:<22} {peer.columns(ratio)}")


def print_row(count, pages, name, runs):
    middle = sorted(runs, key=lambda cost: cost.seconds)[len(runs) // 2]
    page = f"{middle.seconds / pages * 1e6:.0f} µs"
    print(f"{count:>8} {pages:>7} {name:<22} {middle.columns(page)}")


def print_growth(times):
    """Whether a page takes as long in a large site as in a small one."""
    (first, *others) = times
    for count in others:
        small, large = (times[n][0] / times[n][1] for n in (first, count))
        print(f"From {first} to {count} entries, a page of a clean build takes {large / small:.2f} times as long.")


def clean_build(command, site, *options):
    for folder in ("output", ".handbook"):
        shutil.rmtree(site / folder, ignore_errors=True)
    return build(command, site, *options)


def build(command, site, *options):
    return timed(command, site, *options)[0]


def timed(command, site, *options, verb="build"):
    """What a build cost, and its timings; a build that says anything else has failed."""
    cost, text, status = run(
        [command, verb, str(site), "--today", corpus.TODAY, "--quiet", *options])
    if status != 0 or (text and "--timings" not in options):
        sys.exit(f"error: the corpus did not build cleanly:\n{text}")
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


if __name__ == "__main__":
    main(sys.argv[1], [int(count) for count in sys.argv[2:]])
