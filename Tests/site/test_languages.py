"""The sample with its interface in Arabic, from right to left, in a real browser."""

import shutil

import pytest

from conftest import ROOT, build
from looks import LOOKS, WIDTHS, seen_in
from serving import served
from visits import Visits
from windows import opened


@pytest.fixture(scope="module")
def mirrored(tmp_path_factory):
    """The sample in Arabic on a host, and the address where it is."""
    source = tmp_path_factory.mktemp("mirrored")
    shutil.copytree(ROOT / "content", source / "content")
    settings = source / "content" / "handbook.yml"
    lines = settings.read_text().splitlines(keepends=True)
    others = [line for line in lines if not line.startswith("language:")]
    settings.write_text("".join(["language: ar\n", *others]))
    output = source / "output"
    output.mkdir()
    with served(output) as address:
        yield build(source, output, "--base-url", address), address


@pytest.fixture(scope="module", params=LOOKS, ids=str)
def visits(request, browser, mirrored):
    """Pages of each kind, opened once, measured at every width, and examined by axe."""
    site, address = mirrored
    with opened(browser, *request.param) as window:
        visits = Visits(window, address)
        for path in seen_in(request.param, site.kinds_of_page):
            visits.open(path)
            visits.measure_at(WIDTHS)
            visits.examine()
    return visits


def test_every_page_runs_from_right_to_left(visits):
    assert set(visits.directions.values()) == {"rtl"}


def test_from_right_to_left_no_page_scrolls_sideways(visits):
    assert visits.too_wide == []


def test_from_right_to_left_axe_finds_nothing(visits):
    assert visits.violations == []
