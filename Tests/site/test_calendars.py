"""Calendars, read by a program that has nothing to do with the one that wrote them."""

import datetime
import itertools
import zoneinfo

import icalendar
import pytest

from conftest import ROOT, TODAY, build

UTC = datetime.timezone.utc


def events(site, path):
    calendar = icalendar.Calendar.from_ical((site.folder / path).read_bytes())
    assert calendar["VERSION"] == "2.0" and calendar["PRODID"]
    assert [error for event in calendar.walk() for error in event.errors] == []
    return list(calendar.walk("VEVENT"))


def test_every_calendar_of_the_sample_parses(sample):
    paths = [path for path in sample.paths if path.endswith(".ics")]
    assert "meetings.ics" in paths and len(paths) > 3
    every = {str(event["UID"]): event for event in events(sample, "meetings.ics")}
    assert len(every) == len(list((ROOT / "content/meetings").glob("*.md"))) + len(
        list((ROOT / "content/meetings").glob("*/*.md")))
    for path in paths:
        for event in events(sample, path):
            assert event == every[str(event["UID"])]


def test_a_calendar_has_the_values_of_the_notes(sample):
    found = [event for event in events(sample, "meetings.ics")
             if str(event["URL"]).endswith("/meetings/2026-12-03-circle.html")]
    assert len(found) == 1
    event = found[0]
    assert event["SUMMARY"] == "Making session: bring an object"
    assert event.decoded("DTSTART") == datetime.datetime(2026, 12, 3, 16, 15, tzinfo=UTC)
    assert event.decoded("DTEND") == datetime.datetime(2026, 12, 3, 17, 30, tzinfo=UTC)
    assert event["STATUS"] == "CONFIRMED"
    assert event["LOCATION"].startswith("Withybed School, the garden room")
    assert f"{event.decoded('DTSTAMP'):%Y-%m-%d}" <= TODAY


def test_lines_are_folded_and_end_as_the_format_says(sample):
    for path in sample.paths:
        if path.endswith(".ics"):
            data = (sample.folder / path).read_bytes()
            lines = data.split(b"\r\n")
            assert lines.pop() == b""
            assert [line for line in lines if len(line) > 75 or b"\r" in line or b"\n" in line] == []
            assert [line.decode("utf-8") for line in lines]


@pytest.fixture(scope="module")
def zone_files(tmp_path_factory):
    """The IANA database of the package, whatever the machine has."""
    before = zoneinfo.TZPATH
    zoneinfo.reset_tzpath(to=[])
    yield
    zoneinfo.reset_tzpath(to=before)


def zones_of_table():
    """The zones that the tool knows, by the rule that they keep."""
    text = (ROOT / "Sources/Community/Time/TimeZones.swift").read_text()
    table = text.split('private let table = """\n', 1)[1].split('\n  """', 1)[0]
    rules = {}
    for line in table.splitlines():
        rule, *names = line.split()
        rules.setdefault(rule, []).extend(names)
    return rules


def changes(zone, year):
    """The hours of a year, in UTC, in which the zone's clocks change."""
    hours = [datetime.datetime(year, 1, 1, tzinfo=UTC) + datetime.timedelta(hours=number)
             for number in range(366 * 24)]
    offsets = [hour.astimezone(zone).utcoffset() for hour in hours]
    return [hour for hour, before, after in zip(hours[1:], offsets, offsets[1:]) if before != after]


def local_times(rule, names):
    """Days of both halves of the year in every zone, and a zone's half hours around its changes.

    The database knows exceptions up to 2027; the tool keeps the rules that hold after them.
    """
    for name in names:
        for year, month in [(2028, 1), (2028, 2), (2033, 7), (2037, 10)]:
            yield name, datetime.datetime(year, month, 29, 17, 30)
    zone = zoneinfo.ZoneInfo(names[0])
    for year in [2028, 2033] if "," in rule else []:
        for change in changes(zone, year):
            for halves in range(-5, 6):
                moment = change + datetime.timedelta(minutes=30 * halves)
                for offset in {before.utcoffset() for before in [
                    (change - datetime.timedelta(days=1)).astimezone(zone),
                    (change + datetime.timedelta(days=1)).astimezone(zone),
                ]}:
                    yield names[0], (moment + offset).replace(tzinfo=None)


def test_local_times_are_the_moments_that_the_iana_database_says(zone_files, tmp_path):
    asked = sorted(set(itertools.chain.from_iterable(
        local_times(rule, names) for rule, names in zones_of_table().items())))
    assert len(asked) > 2000
    folder = tmp_path / "content/meetings"
    folder.mkdir(parents=True)
    (tmp_path / "content/handbook.yml").write_text("name: Zones\ntimezone: Europe/London\n")
    for number, (name, time) in enumerate(asked):
        (folder / f"m-{number}.md").write_text(
            f"---\ndate: {time:%Y-%m-%d}\nstart: {time:%H:%M}\ntimezone: {name}\nuid: m-{number}\n---\n"
            "# A meeting\n")
    site = build(tmp_path, tmp_path / "output", says_nothing=False)
    found = {str(event["UID"]): event.decoded("DTSTART") for event in events(site, "meetings.ics")}
    # RFC 5545 §3.3.5 says of skipped and repeated times what `fold=0` does.
    wrong = [
        (name, time, found[f"m-{number}"])
        for number, (name, time) in enumerate(asked)
        if found[f"m-{number}"] != time.replace(tzinfo=zoneinfo.ZoneInfo(name)).astimezone(UTC)
    ]
    assert wrong == []
