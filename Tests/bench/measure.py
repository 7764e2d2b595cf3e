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

import pairs
import peers
from builds import EDITS, build, build_after, clean_build, folder_in_memory, run, settle, timed
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
where you name none. An entry is about 6 KB of text; the same COUNT gives the same entries each time.
"""

EXAMPLES = """
examples:
  scripts/bench 1000                      how long things take, beside a C program and Hugo
  scripts/bench --plain 1000              the same with lower-case ASCII and no pictures, as measured
                                          by versions that had no other entries
  scripts/bench --against handbook 1000   whether your changes made builds slower than those of the
                                          command that is installed: 1.10 is a tenth slower
  scripts/bench --against ../before/.build/release/handbook
                                          the same with a build of an earlier commit
"""

NO_COMMAND = "there is no command '{}' to run; build it first, or correct the path"


def main(options):
    with tempfile.TemporaryDirectory(dir=folder_in_memory()) as folder:
        corpus = PlainCorpus if options.plain else Corpus
        sites = made_up_sites(corpus, folder, options.counts or [1000, 10_000])
        if options.against:
            measure_against(options.against, options.command, sites)
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
    print(f"{'entries':>8} {'files':>7} {'build':<22} {'time':>9} {'CPU':>9} {'a page':>9} {'memory':>8}")
    times = {}
    for count, site in sites:
        times[count] = measure(command, site, count)
        if count <= MOST_FOR_PEERS:
            measure_peers(site, count, floor, times[count][0])
    print_growth(times)


def measure_against(other, command, sites):
    for name, each in (("this", command), ("other", other)):
        _, version, status = run([each, "--version"])
        if status != 0:
            sys.exit(f"error: {each} is not a handbook command: --version failed")
        print(f"{name + ':':<7}{each}, {version.strip()}")
    pairs.print_head()
    for count, site in sites:
        pairs.measure([command, other], site, count)


def measure(command, site, count):
    """Prints a row for each way to build; returns the seconds of a clean build and its pages."""
    clean = [clean_build(command, site) for _ in range(RUNS)]
    pages = sum(1 for file in (site / "output").rglob("*") if file.suffix in (".html", ".ics"))
    print_row(count, pages, "clean", clean)
    print_row(count, pages, "clean, --no-cache", [clean_build(command, site, "--no-cache")])
    settle(command, site)
    print_row(count, pages, "unchanged", [build(command, site) for _ in range(RUNS)])
    for name, edit in EDITS:
        runs = [build_after(edit, number, [(command, site)])[0] for number in range(RUNS)]
        print_row(count, pages, name, runs)
    shutil.rmtree(site / "output")
    _, stages = timed(command, site, "--timings", "--no-cache")
    print("\n".join(f"{'':>17}{line}" for line in stages.splitlines()))
    print_search(site / "output" / "search")
    publish(command, site, count, pages)
    return statistics.median(cost.seconds for cost in clean), pages


def print_search(folder):
    """Prints the most that a search fetches: the start of the index, then for a word a file of words,
    what is told of ten results and a file of texts; for a slip the words that are near as well, and
    those among which the slip would stand."""
    largest = {kind: sorted((file.stat().st_size for file in folder.glob(f"{kind}*.js")), reverse=True)
               for kind in ("start", "w", "r", "t[0-9]", "b", "e")}
    word = largest["w"][0] + sum(largest["r"][:10])
    text = statistics.median(largest["t[0-9]"])
    typed = max(file.stat().st_size for file in folder.glob("w*.js") if file.read_text().count(" ") > 1)
    slip = word + typed + largest["b"][0] + largest["e"][0]
    first = largest["start"][0] + word
    print(f"{'':>17}search: at most {first / 1024:.0f} KB before the first answer, "
          f"{word / 1024:.0f} KB a word, {text / 1024:.0f} KB a text, {slip / 1024:.0f} KB a slip, "
          f"in {sum(map(len, largest.values()))} files")


def publish(command, site, count, pages):
    """Publishes to a new repository on disk, then again with nothing and with one page changed."""
    subprocess.run(["git", "init", "--quiet", site], check=True)
    subprocess.run(["git", "init", "--quiet", "--bare", site / "remote.git"], check=True)
    subprocess.run(["git", "-C", site, "remote", "add", "origin", site / "remote.git"], check=True)
    for name in ("publish", "publish again"):
        print_row(count, pages, name, [timed(command, site, verb="publish")[0]])
    page = next((site / "content/posts").glob("*.md"))
    page.write_text(page.read_text(encoding="utf-8") + "\nOne more line.\n", encoding="utf-8")
    print_row(count, pages, "publish one page", [timed(command, site, verb="publish")[0]])


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


class Arguments(argparse.ArgumentParser):
    def error(self, message):
        self.exit(2, f"error: {message} (scripts/bench --help has examples)\n")


def arguments():
    parser = Arguments(
        usage="scripts/bench [--plain] [--against COMMAND] [COUNT …]", description=HELP, epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", help=argparse.SUPPRESS)
    parser.add_argument("counts", metavar="COUNT", nargs="*", type=entries, help="how many entries; 50 or more")
    parser.add_argument("--plain", action="store_true", help="lower-case ASCII only, no names, no pictures")
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
