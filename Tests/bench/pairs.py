"""Measures two commands side by side: they build the same made-up handbook in turns.

A machine is faster in one minute than in the next. Two builds that follow each other meet the same
minute, so their ratio tells more than two figures of different runs.
"""

import functools
import shutil
import statistics

from builds import EDITS, build, build_after, clean_build, settle

# Pairs of each row, after one that only warms up. Builds of an unchanged site are so short that more
# of them are needed.
PAIRS = 6
SHORT_PAIRS = 16


def print_head():
    print(f"{'entries':>8} {'build':<18} {'this':>9} {'other':>9}   {'time: this ÷ other':<22} "
          f"{'CPU: this ÷ other':<22} memory")


def measure(commands, site, count):
    """Prints a row for each way to build; `site` is the first command's, and the other has a copy."""
    copy = site.with_name(f"{site.name}-other")
    shutil.copytree(site, copy)
    sides = list(zip(commands, [site, copy]))
    print_row(count, "clean", pairs(PAIRS, sides, build_all(clean_build)))
    for side in sides:
        settle(*side)
    print_row(count, "unchanged", pairs(SHORT_PAIRS, sides, build_all(build)))
    for name, edit in EDITS:
        print_row(count, name, pairs(PAIRS, sides, functools.partial(build_after, edit)))
    shutil.rmtree(copy)


def build_all(build):
    return lambda _, sides: [build(*side) for side in sides]


def pairs(count, sides, costs_of_pair):
    """The costs of each pair. The first build of a pair takes a little longer, so the sides take turns."""
    costs = []
    for number in range(count + 1):
        turn = -1 if number % 2 else 1
        costs.append(costs_of_pair(number, sides[::turn])[::turn])
    return costs[1:]


def print_row(count, name, costs):
    this, other = (statistics.median(side.seconds for side in column) for column in zip(*costs))
    time, cpu, memory = (
        [getattr(a, field) / getattr(b, field) for a, b in costs]
        for field in ("seconds", "cpu", "megabytes"))
    print(f"{count:>8} {name:<18} {this:>7.2f} s {other:>7.2f} s   {ratio(time):<22} "
          f"{ratio(cpu):<22} {statistics.median(memory):.2f}")


def ratio(ratios):
    return f"{statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"
