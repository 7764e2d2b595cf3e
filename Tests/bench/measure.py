"""Measures `handbook build` and `publish` on made-up handbooks, and peers on the same entries in the same run.

`--help` tells the rest.
"""

import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import pairs
import peers
import ratios
import served
from builds import (
    EDITS, build, build_after, clean_build, edit_a_text, folder_in_memory, run, settle, timed)
from corpus import Corpus
from plain_corpus import PlainCorpus

RUNS = 3

# Peers take long, and what they take is told well enough by these sizes.
MOST_FOR_PEERS = 10_000

# Fewer entries would not have all that is edited between builds.
FEWEST = 50

HELP = """
Builds the command as it is in this folder, and measures how long it takes to build made-up
handbooks. docs/performance.md explains the rows. COUNT is the number of entries: 1000 and 10000
where you name none, with --linear 10000 and 100000. An entry is about 6 KB of text; the same COUNT
gives the same entries each time.
"""

EXAMPLES = """
examples:
  scripts/bench 1000                      how long things take, beside a C program and Hugo
  scripts/bench --plain 1000              the same with lower-case ASCII and no pictures, as measured
                                          by versions that had no other entries
  scripts/bench --plain --linear          how much longer ten times the entries take; 10 is the least,
                                          and 4 GB have to be free
  scripts/bench --against handbook 1000   whether your changes made builds slower than those of the
                                          command that is installed: 1.10 is a tenth slower
  scripts/bench --against ../before/.build/release/handbook
                                          the same with a build of an earlier commit
"""

NO_COMMAND = "there is no command '{}' to run; build it first, or correct the path"


def main(options):
    with tempfile.TemporaryDirectory(dir=folder_in_memory()) as folder:
        corpus = PlainCorpus if options.plain else Corpus
        counts = options.counts or ([10_000, 100_000] if options.linear else [1000, 10_000])
        sites = made_up_sites(corpus, folder, counts)
        if options.against:
            measure_against(options.against, options.command, sites)
        elif options.linear:
            measure_growth(options.command, sites)
        else:
            measure_alone(options.command, sites, peers.floor_program(folder))


def made_up_sites(corpus, folder, counts):
    """Writes one handbook after the other; each is removed when the next is asked for."""
    for count in counts:
        site = pathlib.Path(folder) / str(count)
        corpus(site, count).write()
        yield count, site
        shutil.rmtree(site)


def measure_alone(command, sites, floor):
    print_head()
    measured = {}
    for count, site in sites:
        costs, pages = measure(command, site, count, floor)
        measured[count] = costs["clean"], pages
        if count <= MOST_FOR_PEERS:
            measure_peers(site, count, ratios.seconds(costs["clean"]))
    ratios.print_growth(measured)


def measure_growth(command, sites):
    print_head()
    measured = {}
    for count, site in sites:
        clean = [clean_build(command, site) for _ in range(RUNS)]
        measured[count] = clean, pages_of(site)
        print_row(count, measured[count][1], "clean", clean)
    ratios.print_growth(measured)


def print_head():
    print(f"{'entries':>8} {'files':>7} {'build':<22} {'time':>9} {'CPU':>9} {'a page':>9} {'memory':>8}")


def measure_against(other, command, sites):
    for name, each in (("this", command), ("other", other)):
        _, version, status = run([each, "--version"])
        if status != 0:
            sys.exit(f"error: {each} is not a handbook command: --version failed")
        print(f"{name + ':':<7}{each}, {version.strip()}")
    pairs.print_head()
    for count, site in sites:
        pairs.measure([command, other], site, count)


def measure(command, site, count, floor):
    """Prints a row for each way to build, and the ratios between them; returns the costs by row, and the
    number of pages."""
    costs = {}
    if floor:
        costs["C floor, one core"] = [run([floor, site / "content", site / "floor"])[0] for _ in range(RUNS)]
        shutil.rmtree(site / "floor")
    costs["clean"] = [clean_build(command, site) for _ in range(RUNS)]
    pages = pages_of(site)
    costs["clean, --no-cache"] = [clean_build(command, site, "--no-cache")]
    settle(command, site)
    costs["unchanged"] = [build(command, site) for _ in range(RUNS)]
    for name, edit in EDITS:
        costs[name] = [build_after(edit, number, [(command, site)])[0] for number in range(RUNS)]
    costs["serve, edit to page"] = served.edits_shown(command, site, RUNS)
    shutil.rmtree(site / "output")
    _, stages = timed(command, site, "--timings", "--no-cache")
    publish(command, site, costs)
    for name, runs in costs.items():
        print_row(count, pages, name, runs)
    print("\n".join(f"{'':>17}{line}" for line in stages.splitlines()))
    print_search(site / "output" / "search")
    ratios.print_ratios(costs)
    return costs, pages


def pages_of(site):
    return sum(1 for file in (site / "output").rglob("*") if file.suffix in (".html", ".ics"))


def print_search(folder):
    """Prints the most that a search fetches: the start of the index, then for a word a file of words,
    what is told of ten results and a file of texts; for a slip the words that are near as well, and
    those among which the slip would stand."""
    largest = {kind: sorted((file.stat().st_size for file in folder.glob(f"{kind}*.js")), reverse=True)
               for kind in ("start", "w", "r", "t[0-9]", "b", "e")}
    word = largest["w"][0] + sum(largest["r"][:10])
    # A large site has no files of texts: a browser fetches the page.
    text = f"{statistics.median(largest['t[0-9]']) / 1024:.0f} KB a text, " if largest["t[0-9]"] else ""
    typed = max(file.stat().st_size for file in folder.glob("w*.js") if file.read_text().count(" ") > 1)
    slip = word + typed + largest["b"][0] + largest["e"][0]
    first = largest["start"][0] + word
    print(f"{'':>17}search: at most {first / 1024:.0f} KB before the first answer, "
          f"{word / 1024:.0f} KB a word, {text}{slip / 1024:.0f} KB a slip, "
          f"in {sum(map(len, largest.values()))} files")


def publish(command, site, costs):
    """Publishes to a new repository on disk, then again with nothing and with one text changed."""
    subprocess.run(["git", "init", "--quiet", site], check=True)
    subprocess.run(["git", "init", "--quiet", "--bare", site / "remote.git"], check=True)
    subprocess.run(["git", "-C", site, "remote", "add", "origin", site / "remote.git"], check=True)
    costs["publish"] = [timed(command, site, verb="publish")[0]]
    costs["publish again"] = [timed(command, site, verb="publish")[0] for _ in range(RUNS)]
    costs["publish one page"] = []
    for number in range(RUNS):
        edit_a_text(site / "content", number)
        time.sleep(0.1)
        costs["publish one page"].append(timed(command, site, verb="publish")[0])


def measure_peers(site, count, seconds):
    """Prints how long peers take, and how many times as long as a clean build."""
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


class Arguments(argparse.ArgumentParser):
    def error(self, message):
        self.exit(2, f"error: {message} (scripts/bench --help has examples)\n")


def arguments():
    parser = Arguments(
        usage="scripts/bench [--plain] [--linear] [--against COMMAND] [COUNT …]", description=HELP, epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", help=argparse.SUPPRESS)
    parser.add_argument("counts", metavar="COUNT", nargs="*", type=entries, help="how many entries; 50 or more")
    parser.add_argument("--plain", action="store_true", help="lower-case ASCII only, no names, no pictures")
    parser.add_argument("--linear", action="store_true", help="clean builds alone: how time and memory grow")
    parser.add_argument(
        "--against", metavar="COMMAND", type=executable,
        help="another build of the command: the two run in turns, and you see the ratios")
    # `scripts/bench` asks for this before it builds, so that a slip is told at once.
    parser.add_argument("--check-only", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_intermixed_args()
    if not options.check_only and not shutil.which(options.command):
        parser.error(NO_COMMAND.format(options.command))
    return options


def entries(text):
    if not text.isascii() or not text.isdigit() or int(text) < FEWEST:
        raise argparse.ArgumentTypeError(f"'{text}' is not a number from {FEWEST} on; write for example 1000")
    return int(text)


def executable(text):
    """The path of a command that is named by its path, or stands on the path of the shell."""
    found = shutil.which(text)
    if found is None:
        raise argparse.ArgumentTypeError(NO_COMMAND.format(text))
    return os.path.abspath(found)


if __name__ == "__main__":
    options = arguments()
    if not options.check_only:
        main(options)
