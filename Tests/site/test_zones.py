"""The table of time zones against the IANA database, from 2000 to 2040."""

import os
import zoneinfo

import pytest
import zones
from conftest import ROOT

PAGE = ROOT / "docs/time-zones.md"


@pytest.fixture(autouse=True)
def pinned_database():
    """The database of the package, whatever the machine has."""
    before = zoneinfo.TZPATH
    zoneinfo.reset_tzpath(to=[])
    zoneinfo.ZoneInfo.clear_cache()
    yield
    zoneinfo.reset_tzpath(to=before)


def test_every_zone_of_the_database_is_in_the_table():
    known = {name for names in zones.zones_by_rule().values() for name in names}
    asked = {name for name in zoneinfo.available_timezones()
             if "/" in name or name in ("UTC", "GMT")}
    asked = {name for name in asked if not name.startswith(("posix/", "right/"))}
    assert asked - known == set()


def test_where_the_table_is_wrong_is_told_in_the_docs():
    page = zones.page()
    if os.environ.get("RECORD") and PAGE.read_text() != page:
        PAGE.write_text(page)
        pytest.fail("docs/time-zones.md was written again; look at it, then run the tests again")
    assert PAGE.read_text() == page


def test_no_zone_is_wrong_from_next_year_on_but_those_that_are_named():
    late = {name for name, last in zones.differing_days().items() if last.year > 2026}
    assert late == LATE


# Gaza and Hebron change their clocks for Ramadan, each year on other days; Cuba once more in 2027.
LATE = {"Asia/Gaza", "Asia/Hebron", "America/Havana"}
