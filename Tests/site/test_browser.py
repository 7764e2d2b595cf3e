"""The written site in a real browser: nothing refused, nothing fetched elsewhere, for everyone."""

import axe_playwright_python.sync_playwright as axe
import pytest

from serving import served
from windows import opened, troubles

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


@pytest.mark.parametrize("width", [320, 1280])
def test_from_disk_nothing_is_refused_missed_or_fetched_elsewhere(browser, sample, width):
    with opened(browser, width) as window:
        # The page for a missing page is for hosts: its addresses are absolute.
        pages = [path for path in sample.pages_to_read if path != "404.html"]
        assert troubles(window, sample.folder.as_uri() + "/", pages) == []


def test_below_a_path_nothing_is_refused_missed_or_fetched_elsewhere(browser, hosted):
    site, address = hosted
    with opened(browser) as window:
        assert troubles(window, address, site.kinds_of_page) == []


def wide(window, site, pages):
    """The pages that are wider than their window."""
    found = []
    for path in pages:
        window.goto(f"{site.folder.as_uri()}/{path}")
        width = window.evaluate("document.documentElement.scrollWidth - innerWidth")
        if width > 0:
            found.append(f"{path}: {width} too wide")
    return found


def test_no_page_scrolls_sideways_on_a_small_phone(browser, sample):
    with opened(browser, width=320) as window:
        assert wide(window, sample, sample.pages_to_read) == []


def test_no_page_scrolls_sideways_when_it_is_four_times_as_large(browser, sample):
    # 1280 by 1024 at 400 %, as WCAG 2.2 has it in 1.4.10.
    with opened(browser, width=320, height=256, device_scale_factor=4) as window:
        assert wide(window, sample, sample.kinds_of_page + STATES) == []


def violations(window):
    """What axe finds in a window as it is now."""
    for violation in axe.Axe().run(window).response["violations"]:
        # In print the footnotes of each entry follow it, all under the one name.
        if not ("print.html" in window.url and violation["id"] == "landmark-unique"):
            yield f"{violation['id']}: {[node['html'][:160] for node in violation['nodes'][:3]]}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_that_keeps_anyone_out(browser, hosted, scheme):
    site, address = hosted
    found = []
    with opened(browser, scheme=scheme) as window:
        for path in site.kinds_of_page + STATES:
            # The whole handbook on one page takes axe as long as all others together: once is enough.
            widths = [320, 768, 1280]
            if path == "print.html":
                widths = [320] if scheme == "light" else []
            window.goto(address + path)
            if "?q=" in path:
                window.locator("#search-results li").first.wait_for()
            for width in widths:
                window.set_viewport_size({"width": width, "height": 900})
                found += [f"{path} at {width}: {violation}" for violation in violations(window)]
    assert found == []


@pytest.mark.parametrize("scheme, width", [("light", 1280), ("dark", 320)])
def test_the_keyboard_reaches_everything_and_shows_where_it_is(browser, sample, scheme, width):
    missed, unseen = [], []
    with opened(browser, width, scheme) as window:
        # The page for a missing page is for hosts: its addresses are absolute.
        for path in [path for path in sample.kinds_of_page if path != "404.html"]:
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
            assert window.evaluate("document.styleSheets.length") == 2
        window.get_by_role("main").get_by_role("link").first.click()
        window.wait_for_url(address + "index.html")
    # Only the pages themselves were missing, and nothing that they need.
    assert found == [address + missing for missing in MISSING]
