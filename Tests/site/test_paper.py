"""Pages on paper, as Chromium prints them: how many sheets, nothing cut, nothing collapsed."""

import pathlib
import re
import unicodedata

import pypdfium2
import pytest

from conftest import build
from windows import opened

# The kinds that people print, and the sheets that each may take.
SHEETS = {
    "goals/pupil-talk.html": 2,
    "goals/smooth-transition.html": 2,
    "goals/feedback-without-grades.html": 2,
    "goals/retrieval-practice.html": 2,
    "goals/outdoor-every-fortnight.html": 2,
    "goals/lesson-study-pairs.html": 2,
    "meetings/2026-11-05-circle.html": 3,
    "resources/talk-tally.html": 2,
    "actions.html": 4,
    "goals/index.html": 3,
}

YEAR = "years/2025-26.html"

# What a sighted reader of the screen could read with everything unfolded: the words of `main`,
# without what is only for a screen.
READABLE = """() => {
  document.querySelectorAll("main details").forEach((part) => { part.open = true; });
  const hidden = "nav:not(.contents), form, .buttons, .facets, .facet-fold, .outline, .outline-fold,"
    + " .letters, .to-top, .wide-only, .hidden, script, .code button";
  const main = document.querySelector("main");
  const texts = [];
  const walk = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const element = walk.currentNode.parentElement;
    if (!element.closest(hidden) && element.checkVisibility()) {
      texts.push(walk.currentNode.textContent);
    }
  }
  return texts.join(" ");
}"""


def printed(browser, site, path, folder):
    """A page of a site as a PDF, and the words that it should hold."""
    file = folder / (path.replace("/", "-") + ".pdf")
    with opened(browser) as window:
        window.goto((site / path).as_uri())
        window.pdf(path=file, prefer_css_page_size=True)
        words = window.evaluate(READABLE)
    return pypdfium2.PdfDocument(file), words


def text(page):
    return page.get_textpage().get_text_range()


def run_together(words):
    """Letters and digits alone: a PDF has its own spaces, hyphens and ligatures."""
    return "".join(
        letter for letter in unicodedata.normalize("NFKC", words).casefold() if letter.isalnum()
    )


def missing(document, words):
    """The words that are on no sheet; one cut by a line's or a sheet's end counts as there."""
    whole = run_together(" ".join(text(page) for page in document))
    wanted = {word for word in map(run_together, words.split()) if word}
    return sorted(word for word in wanted if word not in whole)


@pytest.mark.parametrize("path", SHEETS)
def test_a_page_takes_few_sheets_and_has_every_word(browser, sample, tmp_path, path):
    document, words = printed(browser, sample.folder, path, tmp_path)
    assert len(document) <= SHEETS[path]
    assert missing(document, words) == []


def test_a_year_takes_two_sheets_and_the_rest_is_an_appendix(browser, sample, tmp_path):
    document, words = printed(browser, sample.folder, YEAR, tmp_path)
    assert missing(document, words) == []
    begins = [number for number, page in enumerate(document) if "Appendix" in text(page)]
    assert begins == [2]
    assert len(document) <= 5


def test_every_word_of_the_book_is_on_paper(browser, sample, tmp_path):
    document, words = printed(browser, sample.folder, "print.html", tmp_path)
    assert missing(document, words) == []
    assert len(document) > 20


@pytest.mark.parametrize("path", [*SHEETS, YEAR])
def test_no_sheet_holds_only_the_foot_of_the_site(browser, sample, tmp_path, path):
    document, words = printed(browser, sample.folder, path, tmp_path)
    last = [word for word in map(run_together, text(document[len(document) - 1]).split()) if word]
    ours = set(map(run_together, words.split()))
    assert len([word for word in last if word in ours]) > 12


# A page with what paper is bad at.
HARD = {
    "content/handbook.yml": "name: Hard\ntimezone: Europe/London\n",
    "content/pages/hard.md": (
        "# Hard\n\nSee https://example.org/bare/address and <https://example.org/second> and"
        " [words](https://example.org/labelled).\n\n"
        "<details><summary>Folded</summary>\n\nInsideofafold.\n\n</details>\n\n"
        + "| " + " | ".join(f"column{n}" for n in range(16)) + " |\n"
        + "| " + " | ".join("---" for _ in range(16)) + " |\n"
        + "| " + " | ".join(f"value{n}" for n in range(16)) + " |\n\n"
        + "    " + "verylongcode " * 30 + "end\n"
    ),
}


@pytest.fixture(scope="module")
def hard(browser, tmp_path_factory):
    source = tmp_path_factory.mktemp("hard")
    for path, written in HARD.items():
        file = source / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(written)
    site = build(source, source / "output", says_nothing=False)
    return printed(browser, site.folder, "hard.html", pathlib.Path(source))


def test_a_wide_table_is_whole_within_the_sheet(hard):
    document, words = hard
    assert missing(document, words) == []
    width = document[0].get_width()
    page = document[0].get_textpage()
    boxes = [page.get_charbox(index) for index in range(page.count_chars())]
    assert max(right for _, _, right, _ in boxes) < width - 30


def test_an_address_that_is_its_own_words_is_printed_once(hard):
    document, _ = hard
    whole = re.sub(r"\s", "", " ".join(text(page) for page in document))
    assert whole.count("example.org/bare/address") == 1
    assert whole.count("example.org/second") == 1
    assert whole.count("example.org/labelled") == 1
