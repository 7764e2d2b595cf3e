"""The search in a real browser: from disk and from a host, by keyboard, within its budgets."""

import collections
import pathlib

import pytest

import search_site
from conftest import build
from serving import served
from windows import opened, watched

HERE = pathlib.Path(__file__).parent

# Texts and their words; languages and words with one stem or two; sites, questions and titles.
WORDS, STEMS, SEARCHES = HERE / "words.tsv", HERE / "stems.tsv", HERE / "searches.tsv"

# The stem of a word in a language of the site.
STEM = """
async ([language, word]) => {
  const { begin, fold, stem } = handbookSearch;
  const start = await begin();
  const mark = language === start.language ? "" : `.${language}`;
  return stem(fold(word), start.languages.find((each) => each.mark === mark));
}
"""

# What a search may fetch, uncompressed: before the first answer, and for each word after.
FIRST, NEXT = 60_000, 40_000

# Phrases, and the entry that has them so; others have the same words apart, and more of them.
PHRASES = [
    ('"purple ladder"', "What stands in the hall"),
    ('"ladder purple"', "Ladders, purple and other"),
    ("“thing and a ladder”", "Ladders, purple and other"),
]


@pytest.fixture(params=["disk", "host"])
def place(request, sample, hosted):
    """Where the sample is opened: from disk, or on a host below a path."""
    return sample.folder.as_uri() + "/" if request.param == "disk" else hosted[1]


@pytest.fixture(scope="module")
def six(tmp_path_factory):
    """The made-up site with entries in six languages."""
    source = tmp_path_factory.mktemp("six")
    for path, text in search_site.files().items():
        file = source / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return build(source, source / "output", says_nothing=False)


def rows(table):
    return [line.split("\t") for line in table.read_text().splitlines()]


def told(window):
    """What the search page says of what it found, once it says something else than before."""
    status = window.locator("#search-status")
    status.filter(has_text=" ").wait_for()
    return status.inner_text()


def search(window, text):
    """The titles that the search page lists for a text."""
    window.locator("#search-status").evaluate("(status) => { status.textContent = ''; }")
    window.locator(".search-form [name=q]").fill(text)
    told(window)
    return window.locator("#search-results h2").all_inner_texts()


def test_a_word_a_prefix_an_accent_and_two_words_are_found(browser, place):
    with opened(browser) as window:
        troubles = watched(window, place)
        window.goto(place + "search.html")
        assert search(window, "biscuits")[0] == "Second year: same Thursday, fewer goals"
        assert search(window, "biscu")[0] == "Second year: same Thursday, fewer goals"
        # The word itself in a title comes before rarer words that begin with it, "talkies".
        assert all("talk" in title.lower() for title in search(window, "talk")[:2])
        assert search(window, "wojcik")[0] == "Zofia Wójcik"
        assert search(window, "SIÂN")[0] == "Siân Probert"
        assert search(window, "thirteen dots")[0] == "Dot talk: thirteen dots"
        marked = window.locator("#search-results li").first.locator("mark").all_inner_texts()
        assert {word.lower() for word in marked} == {"dot", "thirteen", "dots"}
        assert search(window, "xyzzy") == []
        assert told(window) == "Nothing was found. Try another word, or fewer."
        search(window, "thirteen xyzzy biscuits")
        assert told(window).startswith("No entry has all of these words. These have some of them.")
        assert window.evaluate("window.refused") == []
        assert troubles == []


def test_the_question_and_the_filters_stay_in_the_address(browser, place):
    with opened(browser) as window:
        window.goto(place + "search.html?q=circle&kind=meeting&year=2025")
        few = told(window)
        details = window.locator("#search-results .meta").all_inner_texts()
        assert details and all(
            detail.startswith("Meeting, ") and detail.endswith(" 2025") for detail in details
        )
        window.select_option("[name=year]", "")
        window.locator("#search-status").filter(has_not_text=few).wait_for()
        assert int(told(window).split()[0]) > int(few.split()[0])
        assert window.url == place + "search.html?q=circle&kind=meeting"
        window.locator("#search-results a").first.click()
        window.wait_for_url("**/meetings/*")
        window.go_back()
        told(window)
        assert window.locator("[name=q]").input_value() == "circle"
        assert window.locator("[name=kind]").input_value() == "meeting"


def test_filters_alone_list_what_they_let_through(browser, sample):
    with opened(browser) as window:
        window.goto((sample.folder / "search.html").as_uri() + "?goal=retrieval-practice&kind=resource")
        assert told(window).endswith(("entry", "entries"))
        assert window.locator("#search-results h2").all_inner_texts() != []
        window.goto((sample.folder / "search.html").as_uri() + "?kind=member&year=2025")
        assert told(window) == "Nothing was found. Try another word, or fewer."


def test_the_keyboard_alone_finds_and_opens_an_entry(browser, place):
    with opened(browser) as window:
        troubles = watched(window, place)
        window.goto(place + "goals/index.html")
        window.keyboard.press("/")
        field = window.locator(".site-search input")
        assert field.evaluate("(field) => field === document.activeElement")
        window.keyboard.type("wojcik")
        window.locator("#search-options [role=option]").first.wait_for()
        assert field.get_attribute("aria-expanded") == "true"
        window.keyboard.press("ArrowDown")
        chosen = window.locator("[role=option][aria-selected=true]")
        assert chosen.inner_text().startswith("Zofia Wójcik")
        assert field.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
        window.keyboard.press("Escape")
        assert field.get_attribute("aria-expanded") == "false"
        assert field.get_attribute("aria-activedescendant") is None
        assert field.input_value() == "wojcik"
        window.keyboard.press("Enter")
        window.wait_for_url("**/search.html?q=wojcik")
        told(window)
        window.keyboard.press("/")
        window.keyboard.press("ArrowDown")
        window.keyboard.press("ArrowDown")
        window.keyboard.press("ArrowUp")
        window.keyboard.press("Enter")
        window.wait_for_url("**/members/zofia-wojcik.html")
        assert troubles == []


def test_an_option_of_the_box_leads_to_its_entry(browser, place):
    with opened(browser, width=768) as window:
        window.goto(place + "posts/second-year.html")
        window.locator(".site-search input").fill("thirteen dots")
        window.locator("#search-options [role=option]").first.click()
        window.wait_for_url("**/resources/dot-talk.html")


def test_results_are_announced(browser, sample):
    with opened(browser) as window:
        window.goto((sample.folder / "index.html").as_uri())
        window.locator(".site-search input").fill("wojcik")
        window.locator("#search-options [role=option]").first.wait_for()
        assert window.locator(".site-search [role=status]").inner_text().endswith("entries")


def test_words_are_taken_as_the_index_takes_them(browser, sample):
    lines = rows(WORDS)
    with opened(browser) as window:
        window.goto((sample.folder / "index.html").as_uri())
        window.evaluate("handbookSearchLoaded()")
        found = window.evaluate(
            "(texts) => texts.map((text) => handbookSearch.words(text).join(' '))",
            [text for text, _ in lines],
        )
    wrong = [(text, words, got) for (text, words), got in zip(lines, found) if words != got]
    assert wrong == []


def test_words_have_the_stems_that_the_index_has(browser, six):
    with opened(browser) as window:
        window.goto((six.folder / "search.html").as_uri())
        window.evaluate("handbookSearchLoaded()")
        lines = rows(STEMS)
        words = [[language, word] for language, _, *both in lines for word in both]
        stems = window.evaluate(f"(words) => Promise.all(words.map({STEM}))", words)
    pairs = zip(lines, zip(stems[::2], stems[1::2]))
    wrong = [(line, both) for line, both in pairs if (both[0] == both[1]) != (line[1] == "=")]
    assert wrong == []


def test_each_search_of_the_table_finds_its_entry_among_the_first_three(browser, six, sample):
    searches = collections.defaultdict(list)
    for site, question, title in rows(SEARCHES):
        searches[site].append((question, title))
    assert sum(map(len, searches.values())) >= 60
    wrong = []
    for site, name in [(six, "six"), (sample, "sample")]:
        with opened(browser) as window:
            troubles = watched(window, site.folder.as_uri())
            window.goto((site.folder / "search.html").as_uri())
            for question, title in searches[name]:
                found = search(window, question)
                if title not in found[:3]:
                    wrong.append((question, title, found[:3]))
            assert troubles == []
    assert wrong == []


def test_the_page_that_answers_comes_first(browser, six):
    with opened(browser) as window:
        window.goto((six.folder / "search.html").as_uri())
        for question in ["how to join", "join", "how do I join", "joining us"]:
            assert search(window, question)[0] == "How to join us", question


def test_a_slip_is_told_and_what_was_typed_can_be_searched_for(browser, six):
    with opened(browser) as window:
        window.goto((six.folder / "search.html").as_uri())
        assert search(window, "pupils feedbakc") == ["Feedback that pupils use"]
        assert told(window) == "Showing results for pupils feedback. 1 entry"
        assert window.locator("#search-status em").inner_text() == "pupils feedback"
        button = window.locator(".search-exact button")
        assert button.inner_text() == "Search for “pupils feedbakc” instead"
        button.click()
        window.locator("#search-status").filter(has_text="No entry has all").wait_for()
        assert window.locator("[name=q]").input_value() == '"pupils feedbakc"'
        assert not button.is_visible()
        assert search(window, "feedback") and not button.is_visible()


def test_a_word_that_is_not_yet_typed_to_its_end_is_no_slip(browser, six):
    with opened(browser) as window:
        window.goto((six.folder / "search.html").as_uri())
        for end in range(3, len("questioning") + 1):
            assert "Ten minutes before lunch" in search(window, "questioning"[:end])
            assert "Showing results" not in told(window)


def test_what_is_found_is_counted_by_kind(browser, sample):
    with opened(browser) as window:
        window.goto((sample.folder / "search.html").as_uri())
        search(window, "question")
        buttons = window.locator(".search-kinds button")
        labels = buttons.all_inner_texts()
        counts = [int(label.split("(")[1].rstrip(")")) for label in labels]
        assert labels[0].startswith("All kinds") and counts[0] == sum(counts[1:]) and len(counts) > 3
        assert buttons.first.get_attribute("aria-pressed") == "true"
        window.locator(".search-kinds button", has_text="Resources").click()
        window.locator(".search-kinds [aria-pressed=true]", has_text="Resources").wait_for()
        few = window.locator("#search-results .meta").all_inner_texts()
        assert few and all(detail.startswith("Resource, ") for detail in few)
        assert window.locator("[name=kind]").input_value() == "resource"
        assert buttons.all_inner_texts() == labels


def test_a_word_is_shown_wherever_it_stands_in_a_text(browser, six):
    with opened(browser) as window:
        window.goto((six.folder / "search.html").as_uri())
        assert search(window, "kaleidoscope") == ["A year of trying"]
        window.locator("#search-results .summary mark", has_text="kaleidoscope").wait_for()
        assert search(window, "well-being staff kettle") != []
        assert search(window, "coöperation") == ["Where the keys are"]
        assert window.locator("#search-results mark").count() > 0


def test_on_a_large_site_a_word_is_shown_wherever_it_stands_in_a_page(browser, tmp_path):
    content = tmp_path / "content"
    (content / "pages").mkdir(parents=True)
    (content / "handbook.yml").write_text(
        "name: Many\npurpose: To be large.\nlanguage: en\ntimezone: Europe/London\n"
        "contact: circle@many.example\nsource: private\n")
    for number in range(1001):
        (content / "pages" / f"p-{number}.md").write_text(f"# Page {number}\n\nShort.\n")
    far = " ".join(f"Sentence {number} says little." for number in range(60))
    (content / "pages" / "far.md").write_text(
        f"# Far\n\n{far}\n\n- A list\n- with a kaleidoscope\n\n<script>no</script>\n")
    output = tmp_path / "output"
    output.mkdir()
    with served(output) as address:
        build(tmp_path, output, "--base-url", address, says_nothing=False)
        with opened(browser) as window:
            troubles = watched(window, address)
            window.goto(address + "search.html")
            assert search(window, "kaleidoscope") == ["Far"]
            summary = window.locator("#search-results .summary").first
            summary.locator("mark", has_text="kaleidoscope").wait_for()
            assert "A list with a kaleidoscope" in summary.inner_text()
            assert troubles == []
    with opened(browser) as window:
        # From disk, no page can be fetched: its beginning stays, and nothing breaks.
        window.goto((output / "search.html").as_uri())
        assert search(window, "kaleidoscope") == ["Far"]
        assert window.locator("#search-results .summary").first.inner_text().startswith("Sentence 0")


def test_without_scripts_every_title_is_there(browser, sample):
    with opened(browser, java_script_enabled=False) as window:
        window.goto((sample.folder / "search.html").as_uri())
        listed = window.locator(".index a").evaluate_all("(links) => links.map((link) => link.href)")
        folder = sample.folder.as_uri() + "/"
        entries = [
            folder + path
            for path in sample.pages
            if path.split("/")[0] in ("posts", "members", "meetings", "resources", "goals", "successes")
            and not path.endswith("index.html") and "main" in sample.pages[path].ids
            # Lists by subject, level or kind lie in folders of their own.
            and path.count("/") == 1
            # What was taken down is listed nowhere.
            and path != "posts/the-photograph-wall.html"
        ]
        assert [path for path in entries if path not in listed] == []
        window.goto((sample.folder / "index.html").as_uri())
        window.locator(".site-search input").fill("dots")
        window.locator(".site-search button").click()
        window.wait_for_url("**/search.html?q=dots")
        assert window.locator("noscript").inner_text() != ""


def test_a_search_fetches_no_more_than_its_budget(browser, sample):
    fetched = []
    with opened(browser) as window:
        window.on("request", lambda request: fetched.append(request.url))
        window.goto((sample.folder / "search.html").as_uri())
        loaded = len(fetched)
        search(window, "circle")
        first = len(fetched)
        search(window, "circle meeting")
        second = len(fetched)
        assert "Showing results for" in (search(window, "timetabel") and told(window))
        third = len(fetched)
        # Slips in the first letters are looked for among words that end alike.
        assert search(window, "ibscuits") != []
    assert size(sample, fetched[loaded:first]) <= FIRST
    assert size(sample, fetched[first:second]) <= NEXT
    assert size(sample, fetched[second:third]) <= NEXT
    assert size(sample, fetched[third:]) <= NEXT


def size(site, urls):
    return sum(map(len, site.files_at(urls)))


def test_what_stands_in_quotation_marks_comes_first_where_it_stands_word_after_word(browser, six):
    with opened(browser) as window:
        window.goto((six.folder / "search.html").as_uri())
        for question, title in PHRASES:
            assert search(window, question)[0] == title, question


def test_a_phrase_costs_no_more_than_its_words_may(browser, sample):
    with opened(browser) as window:
        window.goto((sample.folder / "search.html").as_uri())
        search(window, "talk")
        fetched = []
        window.on("request", lambda request: fetched.append(request.url))
        search(window, '"number of the class"')
    assert 0 < size(sample, fetched) <= 4 * NEXT
