"""What readers choose and take away: colours that stay chosen, and the handbook as a book."""

import pytest

from printed_book import PrintedBook
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


@pytest.fixture(scope="module")
def book(browser, sample, tmp_path_factory):
    """The print edition of the sample, on paper."""
    file = tmp_path_factory.mktemp("book") / "handbook.pdf"
    with opened(browser) as window:
        window.goto((sample.folder / "print.html").as_uri())
        window.pdf(path=file, prefer_css_page_size=True, outline=True, tagged=True)
    return PrintedBook(file)


def test_the_contents_of_the_book_lead_to_every_part_and_entry(book, browser, sample):
    with opened(browser) as window:
        window.goto((sample.folder / "print.html").as_uri())
        listed = window.locator(".contents a").count()
    # The contents end where the first part begins, which the first of their links tells.
    first = book.links(1)[0]
    targets = [target for number in range(1, first) for target in book.links(number)]
    assert None not in targets
    # A title that takes two lines is two links to one place.
    assert listed <= len(targets) < listed * 1.5
    assert targets == sorted(targets)
    assert max(targets) > len(book) * 0.9


# In the middle of the margins above and below, where nothing but the running lines may be.
FOOT, HEAD = 28, 800


def test_on_no_page_of_the_book_is_a_heading_left_alone_or_a_line_cut(book):
    alone, cut = [], []
    for number, page in enumerate(book.pages[1:], 2):
        text = [line for line in page if FOOT < line[1] < HEAD]
        body = 14.5
        if not text or text[-1][0] > body * 1.1:
            alone.append((number, text[-1:]))
        # The margins: 20 mm below and beside, 22 mm above.
        cut += [
            (number, line) for line in text
            if not 56 <= line[1] <= 842 - 62 or line[2] > 595 - 56
        ]
    assert alone == []
    assert cut == []
