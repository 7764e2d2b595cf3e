"""The written site in a real browser: nothing refused, nothing fetched elsewhere, for everyone."""

import axe_playwright_python.sync_playwright as axe
import pytest

from serving import served
from windows import opened, troubles

MISSING = ["no/such/page", "page", "posts/no/page"]

# Every visible element that the keyboard must reach, in the order of the page, as it is before
# anything has the focus: the search box changes when it does.
REACHABLE = """() => {
  window.reachable = [...document.querySelectorAll("a[href], button, input, select, summary")]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }));
  window.asTheyWere = window.reachable.map((element) => element.outerHTML);
  return window.asTheyWere;
}"""

# What has the focus, and whether it shows: an outline or a shadow of its own, within the window.
FOCUSED = """() => {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const box = element.getBoundingClientRect();
  const inside = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0;
  const html = window.asTheyWere[window.reachable.indexOf(element)] ?? element.outerHTML;
  return { html, shows: (outlined || style.boxShadow !== "none") && inside };
}"""


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


def test_no_page_scrolls_sideways_on_a_small_phone(browser, sample):
    wide = []
    with opened(browser, width=320) as window:
        for path in sample.pages_to_read:
            window.goto((sample.folder / path).as_uri())
            width = window.evaluate("document.documentElement.scrollWidth")
            if width > 320:
                wide.append(f"{path}: {width}")
    assert wide == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_that_keeps_anyone_out(browser, hosted, width, scheme):
    site, address = hosted
    found = []
    with opened(browser, width, scheme) as window:
        for path in site.kinds_of_page:
            window.goto(address + path)
            for violation in axe.Axe().run(window).response["violations"]:
                # In print the footnotes of each entry follow it, all under the one name.
                if (path, violation["id"]) == ("print.html", "landmark-unique"):
                    continue
                places = [node["html"][:160] for node in violation["nodes"][:3]]
                found.append(f"{path}: {violation['id']}: {places}")
    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["index.html", "meetings/index.html", "posts/second-year.html"])
def test_the_keyboard_reaches_every_link_and_shows_where_it_is(browser, sample, path, scheme):
    with opened(browser, scheme=scheme) as window:
        window.goto((sample.folder / path).as_uri())
        expected = window.evaluate(REACHABLE)
        focused = []
        for _ in expected:
            window.keyboard.press("Tab")
            focused.append(window.evaluate(FOCUSED))
    assert [focus["html"] for focus in focused] == expected
    assert [focus["html"] for focus in focused if not focus["shows"]] == []


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
