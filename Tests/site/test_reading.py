"""What readers choose and take away: colours that stay chosen, and the handbook as a book."""

import pytest

from windows import opened

PAPER = "getComputedStyle(document.documentElement).backgroundColor"


@pytest.mark.parametrize("scheme, other", [("light", "dark"), ("dark", "light")])
def test_the_chosen_colours_stay_from_page_to_page(browser, hosted, scheme, other):
    _, address = hosted
    with opened(browser, scheme=other) as window:
        window.goto(address + "index.html")
        wanted = window.evaluate(PAPER)
    with opened(browser, scheme=scheme) as window:
        window.goto(address + "index.html")
        own = window.evaluate(PAPER)
        assert own != wanted
        window.select_option(".colours select", other)
        assert window.evaluate(PAPER) == wanted
        window.goto(address + "posts/second-year.html")
        assert window.evaluate(PAPER) == wanted
        assert window.locator(".colours select").input_value() == other
        window.select_option(".colours select", "")
        assert window.evaluate(PAPER) == own
        window.reload()
        assert window.evaluate(PAPER) == own


def test_from_disk_the_colours_can_be_chosen(browser, sample):
    with opened(browser) as window:
        window.goto((sample.folder / "index.html").as_uri())
        before = window.evaluate(PAPER)
        window.select_option(".colours select", "dark")
        assert window.evaluate(PAPER) != before


def test_without_scripts_the_device_decides_and_no_switch_shows(browser, sample):
    found = []
    for scheme in ["light", "dark"]:
        with opened(browser, scheme=scheme, java_script_enabled=False) as window:
            window.goto((sample.folder / "index.html").as_uri())
            found.append(window.locator("html").evaluate(f"() => {PAPER}"))
            assert not window.locator(".colours").is_visible()
    assert found[0] != found[1]


def test_the_print_edition_holds_every_entry_and_leads_to_it(browser, sample):
    with opened(browser) as window:
        window.goto((sample.folder / "print.html").as_uri())
        titles = window.locator(".printed h3").count()
        assert window.locator(".contents ol ol a").count() == titles
        dead = window.evaluate(
            """[...document.querySelectorAll('main a[href^="#"]')]
              .filter((link) => !document.getElementById(decodeURIComponent(link.hash.slice(1))))
              .map((link) => link.outerHTML)"""
        )
        assert dead == []
        window.goto((sample.folder / "search.html").as_uri())
        assert window.locator(".index a").count() == titles


def test_on_paper_the_print_edition_is_light_and_has_nothing_of_the_screen(browser, sample):
    with opened(browser, scheme="dark") as window:
        window.goto((sample.folder / "print.html").as_uri())
        window.emulate_media(media="print", color_scheme="dark")
        assert window.evaluate(PAPER) == "rgb(255, 255, 255)"
        for part in [".site-head", ".site-foot", ".breadcrumbs"]:
            assert not window.locator(part).is_visible()
