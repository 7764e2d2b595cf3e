"""What one run measured, as ratios: a machine is faster in one minute than in the next, and two costs of
one run have met the same minutes."""

import statistics

# What is divided by what, and how much it may be at 10,000 entries.
RATIOS = [
    ("clean", "C floor, one core", 7),
    ("unchanged", "C floor, one core", 0.35),
    ("one text edited", "clean", 0.12),
    ("serve, edit to page", "C floor, one core", 0.25),
    ("publish", "clean", 2.2),
    ("publish again", "unchanged", 5),
    ("publish one page", "one text edited", 3),
]


def print_ratios(costs, indent=17):
    """Prints the ratios of those that were measured; `costs` has the costs of the runs of each row."""
    for name, other, aim in RATIOS:
        if costs.get(name) and costs.get(other):
            ratio = seconds(costs[name]) / seconds(costs[other])
            print(f"{'':>{indent}}{name} ÷ {other}: {ratio:.2f} (at 10,000 entries the aim is {aim})")


def print_growth(sites):
    """Prints how many times as long and as much memory a large site takes as a small one, and how long a page
    takes beside one of the small site.

    `sites` has the costs of clean builds and the number of pages, by the number of entries.
    """
    (first, (costs, pages)), *others = sites.items()
    for count, (large, large_pages) in others:
        growth = seconds(large) / seconds(costs)
        megabytes = max(cost.megabytes for cost in large)
        print(f"{count} ÷ {first} entries: a clean build takes {growth:.1f} times as long and {megabytes:.0f} MB, "
              f"a page {growth * pages / large_pages:.2f} times as long")


def seconds(costs):
    return statistics.median(cost.seconds for cost in costs)
