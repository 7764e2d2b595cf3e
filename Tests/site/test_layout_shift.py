"""What a reader on a phone sees stays where it is, while the rest of the page arrives."""

import pytest

from paint import PHONE, SHIFTS, slowed
from windows import opened

# The most that Core Web Vitals calls good is 0.1.
MOST = 0.02

# The pages that most readers open, with pictures and with what scripts add.
PAGES = [
    "index.html", "posts/counting-who-talks.html", "successes/the-mud-with-wheels.html",
    "resources/index.html", "search.html", "search.html?q=talk", "missed.html",
]

# A page whose lower half moves, some time after it was painted.
MOVING = """<!DOCTYPE html><meta name="viewport" content="width=device-width">
<div id="above" style="height: 2rem">Above</div><div style="height: 50vh">Below</div>
<script>
const move = () => { above.style.height = "15rem"; };
requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(move, 300)));
</script>"""


def shift(browser, address):
    """How far what is seen moves on a slow network, from the head of the page to its foot."""
    with opened(browser, **PHONE) as window:
        window.add_init_script(SHIFTS)
        slowed(window)
        window.goto(address, wait_until="networkidle")
        if "?q=" in address:
            window.locator("#search-results li").first.wait_for()
        # Pictures further down are fetched when a reader comes near.
        steps = window.evaluate("Math.ceil(document.documentElement.scrollHeight / innerHeight)")
        for _ in range(steps):
            window.evaluate("window.scrollBy(0, innerHeight)")
            window.wait_for_timeout(60)
        window.wait_for_load_state("networkidle")
        window.wait_for_timeout(200)
        return window.evaluate("window.shifted")


@pytest.mark.parametrize("path", PAGES)
def test_nothing_moves_while_a_page_arrives(browser, hosted, path):
    assert shift(browser, hosted[1] + path) <= MOST


def test_what_moves_is_noticed(browser, hosted):
    site, address = hosted
    file = site.folder / "moving.html"
    file.write_text(MOVING)
    try:
        assert shift(browser, address + file.name) > MOST
    finally:
        file.unlink()
