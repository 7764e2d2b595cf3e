"""Runs two built commands over many sites, and compares every byte that they write or say.

A change that should change nothing is proved with it: the sites are the sample handbook, the test sites,
and random ones, which are the same for the same seeds.
"""

import argparse
import dataclasses
import fnmatch
import multiprocessing
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import traceback

import by_nature
import differences
import sites
import steps

WORKERS = 2

# A command that takes longer hangs.
LONGEST_RUN = 120

# How many differences of a command are printed, unless all are asked for.
MOST_SHOWN = 10


@dataclasses.dataclass
class Result:
    """What the comparison of a site found: differences by command, and the names of messages that it met."""

    site: str
    runs: int = 0
    files: int = 0
    found: list = dataclasses.field(default_factory=list)
    messages: set = dataclasses.field(default_factory=set)


@dataclasses.dataclass
class Run:
    """What a command said and how it ended, as it is compared."""

    stdout: bytes
    stderr: bytes
    status: bytes


class Comparison:
    """Compares two commands over one site: each has a copy, and each step is done on both before the next."""

    def __init__(self, commands, site, keep):
        self.commands, self.site, self.keep = commands, site, keep

    def result(self):
        result = Result(self.site.name)
        with tempfile.TemporaryDirectory(dir=folder_in_memory()) as place:
            self.sides = [pathlib.Path(place) / name for name in ("old", "new")]
            for side in self.sides:
                side.mkdir()
                self.site.write(side)
            pair = differences.PairOfFolders(*self.sides)
            for number, step in enumerate(self.site.steps(self.sides[0]), 1):
                found = self.differences_after(number, step, pair, result)
                if found:
                    result.found.append((step.name, found))
        result.files = pair.compared
        return result

    def differences_after(self, number, step, pair, result):
        """Does a step on both sides; returns what differs then, and did not before."""
        runs = [self.run(*both, step) for both in zip(self.commands, self.sides)]
        result.runs += 1
        result.messages |= names_of_messages(runs[0].stderr)
        found = []
        for name in ("status", "stdout", "stderr"):
            streams = [vars(run)[name] for run in runs]
            found += differences.of_bytes(name, *streams)
            if streams[0] != streams[1]:
                self.keep_both(number, step, name, *streams)
        for path, difference in pair.differences():
            found.append(difference)
            self.keep_both(number, step, path, *(file_or_none(side / path) for side in self.sides))
        return found

    def run(self, command, side, step):
        if step.change:
            step.change(side / "site", random.Random(f"{self.site.name} {step.name}"))
        program = step.program or (command,)
        try:
            done = subprocess.run(
                [*program, *step.arguments], cwd=side / step.folder, env=environment(side),
                stdin=subprocess.DEVNULL, capture_output=True, timeout=LONGEST_RUN)
        except subprocess.TimeoutExpired as late:
            return Run(late.stdout or b"", late.stderr or b"", b"it did not end")
        if step.kept_in:
            (side / step.kept_in).write_bytes(done.stdout)
        told = [by_nature.rewritten(stream, side) for stream in (done.stdout, done.stderr)]
        return Run(*told, str(done.returncode).encode())

    def keep_both(self, number, step, path, *contents):
        """Leaves what the two sides have at a path, and the site as it was at first, if that is asked for."""
        if self.keep is None:
            return
        place = self.keep / self.site.name
        if not place.exists():
            (place / "site").mkdir(parents=True)
            self.site.write(place / "site")
        name = f"{number:02} {re.sub('[^a-z0-9.=-]+', ' ', step.name.lower())[:60].strip()}"
        for side, content in zip(("old", "new"), contents):
            if content is not None:
                file = place / name / side / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)


def environment(side):
    """The same for both, whoever runs them."""
    return os.environ | {
        "HOME": str(side), "TMPDIR": str(side.parent), "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TZ": "UTC",
        "SOURCE_DATE_EPOCH": steps.EPOCH, "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
        # Where a command crashes, its exit status tells; a backtrace takes seconds and holds addresses.
        "SWIFT_BACKTRACE": "enable=no",
        "GIT_AUTHOR_DATE": f"{steps.EPOCH} +0000", "GIT_COMMITTER_DATE": f"{steps.EPOCH} +0000",
    }


def folder_in_memory():
    """Sites are small and many: memory where the system has a folder in it."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def file_or_none(path):
    return path.read_bytes() if path.is_file() else None


def names_of_messages(told):
    """The names in brackets that end the first line of each message."""
    text = told.decode(errors="replace")
    return set(re.findall(r": (?:error|warning|privacy[a-z ]*): .* \[([a-z0-9-]+)\]$", text, re.MULTILINE))


def compared(work):
    """Compares one site, in a process of its own."""
    return Comparison(*work).result()


def main():
    options, chosen = arguments()
    commands = [options.old.resolve(), options.new.resolve()]
    results = []
    with multiprocessing.Pool(WORKERS) as pool:
        for result in pool.imap(compared, [(commands, site, options.keep) for site in chosen]):
            results.append(result)
            show_progress("")
            print_differences(result, options.all)
            show_progress(f"{len(results)} of {len(chosen)} sites")
    show_progress("")
    if options.coverage:
        print_coverage(results)
    print(summary(results))
    return any(result.found for result in results)


def arguments():
    """The options, and the sites that they choose; ends the program where they cannot be meant."""
    parser = argparse.ArgumentParser(prog="scripts/compare", description=__doc__, epilog=(
        "Ends with 0 where the two are equal, 1 where they differ, and 2 where they could not be compared."))
    parser.add_argument("old", type=pathlib.Path, help="the command before a change")
    parser.add_argument("new", type=pathlib.Path, help="the command after it")
    parser.add_argument("--sites", type=int, default=200, metavar="N", help="how many random sites (200)")
    parser.add_argument("--seed", type=int, default=0, metavar="FROM", help="the first seed of those (0)")
    parser.add_argument("--keep", type=pathlib.Path, metavar="DIR", help="leave what differs in this folder")
    parser.add_argument("--only", action="append", metavar="NAME",
                        help="only sites of this name: sample, test/rich, 'random/1*'; can be repeated")
    parser.add_argument("--all", action="store_true", help="print every difference, however many there are")
    parser.add_argument("--coverage", action="store_true", help="tell which messages no site has")
    options = parser.parse_args()
    for command in (options.old, options.new):
        if not command.is_file() or not os.access(command, os.X_OK):
            parser.error(f"there is no command '{command}'; build it first")
    if options.keep and options.keep.exists() and any(options.keep.iterdir()):
        parser.error(f"'{options.keep}' is not empty")
    patterns = options.only or ["*"]
    chosen = [site for site in sites.all_sites(options.seed, options.sites)
              if any(fnmatch.fnmatchcase(site.name, pattern) for pattern in patterns)]
    if not chosen:
        parser.error("no site has that name")
    return options, chosen


def print_differences(result, shows_all):
    for command, found in result.found:
        most = len(found) if shows_all else MOST_SHOWN
        for difference in found[:most]:
            print(f"{result.site}: {command}: {difference.text}")
        if len(found) > most:
            print(f"{result.site}: {command}: {len(found) - most} more differ; --all prints them")


def print_coverage(results):
    """Which messages were met, of those that `docs/diagnostics.md` explains."""
    page = (sites.ROOT / "docs/diagnostics.md").read_text()
    explained = set(re.findall(r"^### (\S+)$", page, re.MULTILINE))
    met = explained.intersection(*[set().union(*(result.messages for result in results))])
    missed = ", ".join(sorted(explained - met)) or "none"
    print(f"{len(met)} of {len(explained)} messages were met; not met: {missed}")


def summary(results):
    differing = [result for result in results if result.found]
    count = sum(len(found) for result in differing for _, found in result.found)
    outcome = f"{counted(count, 'difference')} in {counted(len(differing), 'site')}" if count else "equal"
    runs, files = (sum(vars(result)[name] for result in results) for name in ("runs", "files"))
    return (f"{counted(len(results), 'site')}, {counted(runs, 'run')} of each command, "
            f"{counted(files, 'pair')} of files compared: {outcome}")


def counted(count, noun):
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def show_progress(text):
    """One line on a terminal that the next takes the place of."""
    if sys.stderr.isatty():
        print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        differs = main()
    except Exception:
        # 1 would say that the two differ.
        traceback.print_exc()
        sys.exit(2)
    sys.exit(differs)
