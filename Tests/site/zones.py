"""The table of time zones, beside the IANA database that `requirements.txt` pins."""

import datetime
import functools
import io
import struct
import zoneinfo

from conftest import ROOT

FIRST, LAST = datetime.date(2000, 1, 1), datetime.date(2040, 12, 31)
TABLE = ROOT / "Sources/Community/Time/TimeZones.swift"


def zones_by_rule():
    """The zones that the tool knows, by the rule that they keep."""
    table = TABLE.read_text().split('private let table = """\n', 1)[1].split('\n  """', 1)[0]
    rules = {}
    for line in table.splitlines():
        rule, *names = line.split()
        rules.setdefault(rule, []).extend(names)
    return rules


def zone_of_rule(rule):
    """A zone that keeps a rule at all times: a file without changes, but with a footer (RFC 9636 §3.3)."""
    standard, name = struct.pack(">lbB", 0, 0, 0), b"UTC\0"
    header = b"TZif2" + bytes(15) + struct.pack(">6l", 0, 0, 0, 0, 1, len(name))
    block = header + standard + name
    return zoneinfo.ZoneInfo.from_file(io.BytesIO(block + block + b"\n" + rule.encode() + b"\n"))


def days():
    day = FIRST
    while day <= LAST:
        yield datetime.datetime(day.year, day.month, day.day, 12)
        day += datetime.timedelta(days=1)


@functools.cache
def differing_days():
    """For each zone the last day on which its clocks show something else than its rule says."""
    noons = list(days())[::-1]
    found = {}
    for rule, names in zones_by_rule().items():
        kept = zone_of_rule(rule)
        by_rule = [kept.utcoffset(noon) for noon in noons]
        for name in names:
            zone = zoneinfo.ZoneInfo(name)
            different = (noon.date() for noon, offset in zip(noons, by_rule)
                         if zone.utcoffset(noon) != offset)
            if last := next(different, None):
                found[name] = last
    return found


HEAD = """# Time zones

Handbook tells the hours of meetings by a table of its own, with the rule that each zone of the IANA Time Zone Database keeps now ([why](decisions/004-time-zone-table.md)). So a build gives the same bytes on every machine. What it cannot say is what a zone did before its rule was changed, and exceptions that are announced for single years.

Of {all} zones {same} keep their rule on every day from 2000 to 2040. For the others, this page has the last day on which their clocks show something else than the rule says. A meeting after that day has the right hour; of one before it, the calendar's hour in UTC may be an hour off in part of the year, while the page shows the hours as they are written. `Tests/site/test_zones.py` compares the table with the database and holds this page to what it finds.

| wrong until | zones |
| --- | --- |
"""


def page():
    """`docs/time-zones.md`."""
    by_day = {}
    for name, last in differing_days().items():
        by_day.setdefault(last, []).append(name)
    count = sum(len(names) for names in zones_by_rule().values())
    same = count - sum(len(names) for names in by_day.values())
    rows = (f"| {day} | {', '.join(sorted(names))} |\n" for day, names in sorted(by_day.items(), reverse=True))
    return HEAD.format(all=count, same=same) + "".join(rows)
