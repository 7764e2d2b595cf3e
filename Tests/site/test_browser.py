"""The written site in a real browser: nothing refused, nothing fetched elsewhere, for everyone."""

import gzip
import itertools

import pytest

from looks import LOOKS, TORTURE, Look, seen_in
from serving import served
from visits import Visits, visited
from windows import opened

MISSING = ["no/such/page", "page", "posts/no/page"]

# Pages in a state that a reader brings about.
STATES = ["search.html?q=talk", "resources/index.html?kind=activity", "resources/index.html?kind=x"]

# Every visible element that the keyboard must reach, in the order of the page, as it is before
# anything has the focus: the search box changes when it does. And from then on, what gets the focus,
# and whether it shows: an outline or a shadow of its own, within the window.
REACHABLE = """() => {
  const reachable = [...document.querySelectorAll("a[href], :is(button, input, select):enabled, summary, [tabindex='0']")]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }));
  const asTheyWere = reachable.map((element) => element.outerHTML);
  window.focused = [];
  document.addEventListener("focusin", ({ target }) => {
    const style = getComputedStyle(target);
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    const box = target.getBoundingClientRect();
    const inside = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0;
    const html = asTheyWere[reachable.indexOf(target)] ?? target.outerHTML;
    window.focused.push([html, (outlined || style.boxShadow !== "none") && inside]);
  });
  return asTheyWere;
}"""

# What the longest pages have is what their beginnings have.
STEPS = 120

# In how many parts the pages are opened, so that workers share them.
PARTS = 4


def openable(paths):
    """The pages that work from disk; the page for a missing page is for hosts, with absolute addresses."""
    return [path for path in paths if path != "404.html"]


@pytest.fixture(
    scope="module", params=itertools.product([320, 1280], range(PARTS)), ids="{0[0]}-{0[1]}".format
)
def from_disk(request, browser, sample):
    """A part of the pages, each opened once from disk: all in the window of a small phone; in that of a
    desk one of each kind, and in the torture tier all."""
    width, part = request.param
    pages = sample.pages_to_read if width == 320 or TORTURE else sample.kinds_of_page
    return visited(browser, sample.folder.as_uri() + "/", openable(pages)[part::PARTS], width=width)


def test_from_disk_nothing_is_refused(from_disk):
    assert from_disk.refused == []


def test_from_disk_nothing_is_missed(from_disk):
    assert from_disk.missed == []


def test_from_disk_nothing_is_fetched_elsewhere(from_disk):
    assert from_disk.elsewhere == []


def test_no_page_scrolls_sideways(from_disk):
    assert from_disk.too_wide == []


def test_every_page_is_light(from_disk, sample):
    heavy = []
    for path, addresses in from_disk.requested.items():
        files = sample.files_at(address for address in addresses if address.endswith((".css", ".js")))
        plain = sum(map(len, files))
        compressed = sum(len(gzip.compress(file, 9)) for file in files)
        if not 0 < plain <= 40 * 1024 or compressed > 14 * 1024:
            heavy.append(f"{path}: {plain} bytes, compressed {compressed}")
    assert heavy == []


@pytest.fixture(scope="module", params=LOOKS, ids=str)
def below_a_path(request, browser, hosted):
    """Pages of each kind and in each state, each opened once on a host, and examined by axe."""
    site, address = hosted
    with opened(browser, *request.param) as window:
        visits = Visits(window, address)
        for path in seen_in(request.param, site.kinds_of_page + STATES):
            visits.open(path)
            visits.measure()
            visits.examine()
    return visits


def test_below_a_path_nothing_is_refused(below_a_path):
    assert below_a_path.refused == []


def test_below_a_path_nothing_is_missed(below_a_path):
    assert below_a_path.missed == []


def test_below_a_path_nothing_is_fetched_elsewhere(below_a_path):
    assert below_a_path.elsewhere == []


def test_below_a_path_no_page_scrolls_sideways(below_a_path):
    assert below_a_path.too_wide == []


def test_axe_finds_nothing_that_keeps_anyone_out(below_a_path):
    assert below_a_path.violations == []


def test_no_page_scrolls_sideways_when_it_is_four_times_as_large(browser, hosted):
    site, address = hosted
    # 1280 by 1024 at 400 %, as WCAG 2.2 has it in 1.4.10.
    window = {"width": 320, "height": 256, "device_scale_factor": 4}
    assert visited(browser, address, site.kinds_of_page + STATES, **window).too_wide == []


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("look", [Look(1280, "light"), Look(320, "dark")], ids=str)
def test_the_keyboard_reaches_everything_and_shows_where_it_is(browser, sample, look, part):
    missed, unseen = [], []
    with opened(browser, *look) as window:
        for path in openable(sample.kinds_of_page)[part::PARTS]:
            window.goto((sample.folder / path).as_uri())
            expected = window.evaluate(REACHABLE)[:STEPS]
            for _ in expected:
                window.keyboard.press("Tab")
            focused = window.evaluate("window.focused")
            if [html for html, _ in focused] != expected:
                missed.append(path)
            unseen += [f"{path}: {html}" for html, shows in focused if not shows]
    assert missed == []
    assert unseen == []


@pytest.mark.parametrize(
    "old, new", [("successes/old-name.html", "successes/new-name.html"), ("rules.html", "charter.html")]
)
def test_an_old_address_leads_to_the_new_one(browser, moved, old, new):
    with served(moved.folder) as host, opened(browser) as window:
        for address in [host, moved.folder.as_uri() + "/"]:
            window.goto(address + old)
            window.wait_for_url(address + new)
            assert window.locator("h1").count() == 1


def test_a_missing_page_is_whole_at_any_address(browser, hosted):
    _, address = hosted
    found = []
    with opened(browser) as window:
        window.on("response", lambda answer: answer.status < 400 or found.append(answer.url))
        for missing in MISSING:
            assert window.goto(address + missing).status == 404
            assert window.locator("h1").inner_text() == "This page is not here"
            assert window.evaluate("document.styleSheets.length") == 3
        window.get_by_role("main").get_by_role("link").first.click()
        window.wait_for_url(address + "index.html")
    # Only the pages themselves were missing, and nothing that they need.
    assert found == [address + missing for missing in MISSING]


def test_the_page_for_a_missing_page_looks_as_it_should_from_disk(browser, sample):
    with opened(browser) as window:
        window.goto((sample.folder / "404.html").as_uri())
        assert window.evaluate("document.styleSheets.length") == 3
        assert window.locator(".site-name img").evaluate("(logo) => logo.naturalWidth > 0")
        window.get_by_role("main").get_by_role("link").first.click()
        window.wait_for_url((sample.folder / "index.html").as_uri())
