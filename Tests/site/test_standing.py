"""A community that rests or has ended, as a reader sees it, and the letter to hand over."""

import shutil

import pytest

from conftest import ROOT, TODAY, build, run
from windows import opened

WIDTHS = [360, 1280]
PAGES = ["index.html", "meetings/index.html", "posts/index.html", "members/index.html"]

# What asks a reader for something.
ASKING = ["Could you?", "How to join", "Answer this", "Sign up", "/edit/main/", "/new/main/"]


def sample_with(folder, settings):
    """The sample with more settings, written."""
    shutil.copytree(ROOT / "content", folder / "content")
    with (folder / "content/handbook.yml").open("a") as file:
        file.write(settings)
    return build(folder, folder / "output")


@pytest.fixture(scope="module")
def standing(tmp_path_factory):
    said = "status_since: 2026-09-01\nstatus_words: A word of our own.\n"
    return {
        status: sample_with(tmp_path_factory.mktemp(status), f"status: {status}\n{said}")
        for status in ["paused", "closed"]
    }


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("status", ["paused", "closed"])
def test_the_pages_say_it_in_full_and_within_the_window(standing, browser, status, width):
    with opened(browser, width=width) as window:
        for page in PAGES:
            window.goto((standing[status].folder / page).as_uri())
            notice = window.locator("main .alert-note").first
            assert "A word of our own." in notice.inner_text()
            assert window.evaluate("document.documentElement.scrollWidth <= innerWidth"), page
            # Nothing lies over its words.
            assert notice.evaluate("""(element) => {
              const box = element.getBoundingClientRect();
              const seen = document.elementFromPoint(box.left + box.width / 2, box.bottom - 3);
              return element.contains(seen);
            }"""), page


def test_a_closed_handbook_asks_nobody_for_anything(standing, sample):
    def asked(site):
        pages = [path.read_text() for path in site.folder.rglob("*.html")]
        return [words for words in ASKING if any(words in page for page in pages)]

    assert asked(sample)
    assert asked(standing["closed"]) == []


def test_the_letter_fits_a_phone_and_a_sheet_of_paper(browser, tmp_path):
    letter = tmp_path / "letter.html"
    done = run("handover", ROOT, "--output", letter, "--today", TODAY)
    assert (done.returncode, done.stderr) == (0, "")
    for width in WIDTHS:
        with opened(browser, width=width) as window:
            window.goto(letter.as_uri())
            assert window.evaluate("document.documentElement.scrollWidth <= innerWidth")
            assert window.locator(".line").count() > 10
            assert window.evaluate("performance.getEntriesByType('resource').length") == 0
