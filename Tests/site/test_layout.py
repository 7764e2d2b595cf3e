"""How pages use the window: columns, lines, tables, menus, and the ways through a long page."""

import io
import statistics

import pytest
from PIL import Image

from conftest import build
from looks import Look
from serving import served
from test_browser import openable
from windows import opened

DESKS = [1024, 1280, 1920]

# Pages that are one column at any width: the parts that they are made of stand beside each other.
WITHOUT_RAIL = [
    "404.html", "archive.html", "index.html", "offers.html", "pages/index.html", "print.html",
    "seeks.html", "tags/index.html", "years/index.html",
]

# Pages that no link of the menu leads to, or which another part of the head marks.
OUTSIDE_THE_MENU = ["404.html", "index.html", "search.html", "posts/the-photograph-wall.html"]

# The boxes of text in a screenful of the page's own part, and where that part ends.
SHOWN = """() => {
  const main = document.querySelector("main");
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  let edge = 0;
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.trim() || !node.parentElement.checkVisibility()) continue;
    range.selectNodeContents(node);
    for (const box of range.getClientRects())
      if (box.bottom > 0 && box.top < innerHeight) edge = Math.max(edge, box.right);
  }
  return [edge / innerWidth, main.getBoundingClientRect().bottom];
}"""

# The characters of each line of running text, counted where the next begins.
LINES = """() => [...document.querySelectorAll("main :is(p, li, dd, blockquote, figcaption)")].flatMap((element) => {
  if (element.closest(".table, pre") || element.querySelector("p, li") || !element.checkVisibility()) return [];
  if (!/block|list-item/.test(getComputedStyle(element).display)) return [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const lines = [];
  let top = null, start = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (parseFloat(getComputedStyle(node.parentElement).fontSize) < 16) return [];
    for (let index = 0; index < node.length; index += 1) {
      range.setStart(node, index);
      range.setEnd(node, index + 1);
      const box = range.getBoundingClientRect();
      if (!box.width) continue;
      if (top === null || box.top > top + box.height / 2) lines.push(0);
      top = Math.max(top ?? 0, box.top);
      lines[lines.length - 1] += 1;
    }
  }
  return lines;
})"""

WIDE = """---
title: A week
date: 2026-11-25
---

## What we did

| Week | Monday | Tuesday | Wednesday | Thursday | Friday | Saturday | What we noticed |
| --- | --- | --- | --- | --- | --- | --- | --- |
| 1 | Retrieval | Reading | Number talk | Outdoors | Assembly | none | Everybody was late on the first day, because the bus did not come, and the first lesson began with the register read twice. |
| 2 | Retrieval | Reading | Number talk | Outdoors | Assembly | none | Nothing. |

## How we counted

```python
def mean(values):
    return sum(values) / len(values)
```
"""


# A site whose menu has no room beside its name.
LONG_NAME = {
    "content/handbook.yml": (
        "name: The community of practice for science and mathematics in rural schools\n"
        "timezone: Europe/London\n"
    ),
}


def question(number, of):
    return f"---\ntitle: Post {number}\ndate: 2026-10-{number + 1:02}\nkind: question\n---\n\nSee {of}.\n"


@pytest.fixture(scope="module")
def wide(tmp_path_factory):
    """A site with a wide table, code, and a post that twelve others mention."""
    source = tmp_path_factory.mktemp("wide")
    files = {"handbook.yml": "name: Wide\ntimezone: Europe/London\ncontact: us@wide.example\n"}
    files["posts/week.md"] = WIDE
    for number in range(12):
        files[f"posts/p{number}.md"] = question(number, "[the week](week.md)")
    for path, text in files.items():
        file = source / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return build(source, source / "output", says_nothing=False)


def opened_page(window, site, path):
    window.goto((site.folder / path).as_uri())
    return window


@pytest.mark.parametrize("width", DESKS)
def test_a_desk_sees_two_columns(browser, sample, width):
    single = []
    with opened(browser, width) as window:
        for path in openable(sample.kinds_of_page):
            if path in WITHOUT_RAIL:
                continue
            opened_page(window, sample, path)
            rail = window.locator(".rail").bounding_box()
            text = window.locator("h1").bounding_box()
            beside = rail and rail["x"] > text["x"] + text["width"] and rail["y"] < text["y"] + 200
            if not beside:
                single.append(path)
    assert single == []


@pytest.mark.parametrize("width", DESKS)
def test_no_screenful_of_a_page_has_a_blank_right_half(browser, sample, width):
    blank = []
    with opened(browser, width) as window:
        for path in openable(sample.kinds_of_page):
            opened_page(window, sample, path)
            for screen in range(4):
                window.evaluate(f"scrollTo(0, {screen} * innerHeight)")
                edge, end = window.evaluate(SHOWN)
                if end < 450:
                    break
                if edge < 0.55:
                    blank.append(f"{path}, screen {screen + 1}: text ends at {edge:.0%}")
    assert blank == []


@pytest.mark.parametrize("width", [768, *DESKS])
def test_no_line_of_text_has_more_than_eighty_characters(browser, sample, width):
    long, all_lines = [], 0
    with opened(browser, width) as window:
        # The print edition has the lines of its sheets.
        for path in set(openable(sample.kinds_of_page)) - {"print.html"}:
            lines = opened_page(window, sample, path).evaluate(LINES)
            all_lines += len(lines)
            long += [f"{path}: {line}" for line in lines if line > 80]
    assert all_lines > 300
    assert long == []


def test_lines_of_an_article_have_about_seventy_characters(browser, sample):
    with opened(browser, 1280) as window:
        lines = opened_page(window, sample, "posts/counting-who-talks.html").evaluate(LINES)
    # The last line of a paragraph is as long as it happens to be; the longer half is nearly full.
    assert 65 <= statistics.median(sorted(lines)[len(lines) // 2:]) <= 73


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_on_a_phone_the_head_is_one_row_and_the_menu_opens(browser, sample, scripts):
    with opened(browser, 360, height=740, java_script_enabled=scripts) as window:
        opened_page(window, sample, "tags/inclusion.html")
        parts = [window.locator(part) for part in [".site-name", ".search-link", ".menu > summary"]]
        middles = [(box := part.bounding_box())["y"] + box["height"] / 2 for part in parts]
        assert max(middles) - min(middles) < 4
        assert window.locator(".site-head").bounding_box()["height"] < 80
        links = window.locator(".site-nav a")
        assert not links.first.is_visible()
        parts[2].click()
        assert [link.is_visible() for link in links.all()] == [True] * links.count()
        tags = window.locator(".site-nav a[aria-current]")
        assert (tags.count(), tags.inner_text()) == (1, "Tags")
        parts[1].click()
        window.wait_for_url("**/search.html")


def test_on_a_phone_the_day_of_the_next_meeting_is_on_the_first_screen(browser, sample):
    with opened(browser, 360, height=740) as window:
        opened_page(window, sample, "index.html")
        box = window.locator(".next time").first.bounding_box()
        assert box["y"] + box["height"] < 740


def test_the_menu_marks_where_one_is_on_every_page(sample):
    unmarked = []
    for path, page in sample.pages.items():
        if page.is_redirect or path in OUTSIDE_THE_MENU:
            continue
        menu = next(element for element in page.elements if element.get("class") == "site-nav")
        marked = [link for link in menu.iter("a") if link.get("aria-current")]
        if len(marked) != 1:
            unmarked.append(f"{path}: {[''.join(link.itertext()) for link in marked]}")
    assert unmarked == []


@pytest.mark.parametrize(
    "path, section",
    [
        ("series/circle.html", "Meetings"), ("actions-done.html", "Actions"),
        ("decisions.html", "Decisions"), ("offers.html", "What we offer"),
        ("years/2025-26.html", "Our years"), ("archive/2026-03.html", "Archive"),
        ("tags/talk.html", "Tags"), ("print.html", "Print edition"), ("charter.html", "Charter"),
        ("first-year.html", "All pages"), ("resources/by-kind/tool.html", "Resources"),
    ],
)
def test_a_page_belongs_to_the_section_that_readers_expect(sample, path, section):
    menu = next(e for e in sample.pages[path].elements if e.get("class") == "site-nav")
    marked = [link for link in menu.iter("a") if link.get("aria-current")]
    assert ["".join(link.itertext()) for link in marked] == [section]


def test_the_menu_of_the_rest_closes_by_escape_and_by_a_click_elsewhere(browser, sample):
    with opened(browser) as window:
        opened_page(window, sample, "index.html")
        more = window.locator(".more-menu > summary")
        inside = window.locator(".more-menu a").first
        more.focus()
        window.keyboard.press("Enter")
        window.keyboard.press("Tab")
        assert inside.evaluate("(link) => link === document.activeElement")
        window.keyboard.press("Escape")
        assert not inside.is_visible()
        assert more.evaluate("(summary) => summary === document.activeElement")
        more.click()
        assert inside.is_visible()
        window.locator("h1").click()
        assert not inside.is_visible()


@pytest.mark.parametrize("keys", ["/", "Control+k"])
def test_the_search_is_reached_by_the_keys_that_it_tells(browser, sample, keys):
    with opened(browser) as window:
        opened_page(window, sample, "posts/second-year.html")
        field = window.locator(".site-search input")
        assert field.get_attribute("aria-keyshortcuts").lower().split()[keys != "/"] == keys.lower()
        hint = window.locator(".site-search kbd")
        assert hint.is_visible()
        window.keyboard.press(keys)
        assert field.evaluate("(field) => field === document.activeElement")
        assert not hint.is_visible()


def darkness(window, box):
    """How dark a narrow strip at the right edge of a box is."""
    picture = Image.open(io.BytesIO(window.screenshot())).convert("L")
    right, top = int(box["x"] + box["width"]), int(box["y"] + box["height"])
    strip = picture.crop((right - 4, top - 30, right - 1, top - 4))
    return 255 - sum(strip.tobytes()) / len(strip.tobytes())


@pytest.mark.parametrize("look", [Look(360, "light"), Look(1280, "light"), Look(1280, "dark")], ids=str)
def test_a_wide_table_scrolls_by_itself_and_its_edge_tells_of_more(browser, wide, look):
    with opened(browser, *look) as window:
        opened_page(window, wide, "posts/week.html")
        table = window.locator(".table")
        table.scroll_into_view_if_needed()
        assert table.evaluate("(table) => table.scrollWidth > table.clientWidth + 20")
        assert window.evaluate("document.documentElement.scrollWidth <= innerWidth")
        widths = window.locator("thead th").evaluate_all("(all) => all.map((th) => th.offsetWidth)")
        assert min(widths) >= 70
        with_more = darkness(window, table.bounding_box())
        table.focus()
        for _ in range(60):
            window.keyboard.press("ArrowRight")
        window.wait_for_timeout(300)
        assert table.evaluate("(table) => table.scrollLeft + table.clientWidth > table.scrollWidth - 2")
        window.evaluate("document.activeElement.blur()")
        assert abs(with_more - darkness(window, table.bounding_box())) > 15


def test_a_table_that_has_room_is_wider_than_the_text_and_does_not_scroll(browser, sample):
    with opened(browser, 1280) as window:
        opened_page(window, sample, "resources/talk-tally.html")
        table = window.locator(".prose .table").first
        assert table.evaluate("(table) => table.scrollWidth <= table.clientWidth")
        text = window.locator(".prose > p").first.bounding_box()["width"]
        assert table.bounding_box()["width"] > text


def test_on_a_phone_filters_are_folded_behind_a_button_with_their_number(browser, sample):
    with opened(browser, 360) as window:
        window.goto((sample.folder / "resources/index.html").as_uri() + "?kind=activity")
        fold = window.locator(".facet-fold > summary")
        assert fold.inner_text().split() == ["Narrow", "the", "list", "1"]
        assert not window.locator("[name=kind]").is_visible()
        fold.click()
        window.select_option("[name=level]", index=1)
        assert fold.inner_text().split()[-1] == "2"
        window.get_by_role("button", name="Show all").click()
        assert fold.inner_text().split()[-1] == "list"


def test_the_contents_follow_the_reading(browser, sample):
    with opened(browser) as window:
        opened_page(window, sample, "posts/counting-who-talks.html")
        marked = window.locator(".outline [aria-current]")
        assert marked.count() == 0
        for heading in window.locator(".prose h2").all()[:3]:
            heading.evaluate("(heading) => scrollBy(0, heading.getBoundingClientRect().top - 100)")
            window.wait_for_function(
                "(title) => document.querySelector('.outline [aria-current]')?.textContent === title",
                arg=heading.inner_text(),
            )
            assert marked.get_attribute("aria-current") == "location"
            assert marked.is_visible()


@pytest.mark.parametrize("path", ["members/sian-probert.html", "resources/index.html"])
def test_a_long_page_leads_back_to_its_top(browser, sample, path):
    with opened(browser, 360) as window:
        opened_page(window, sample, path)
        window.get_by_role("link", name="Back to the top").click()
        window.wait_for_function("scrollY === 0")


def test_a_long_list_has_links_to_its_parts(browser, sample):
    for path in ["resources/index.html", "decisions.html", "series/circle.html", "tags/inclusion.html"]:
        with opened(browser, 360) as window:
            opened_page(window, sample, path)
            links = window.locator(".rail .outline a[href^='#']")
            assert links.count() > 1
            links.last.click()
            window.wait_for_function("scrollY > 300")


def test_code_is_copied_by_a_button(browser, wide):
    with served(wide.folder) as address, opened(browser) as window:
        window.context.grant_permissions(["clipboard-read", "clipboard-write"])
        window.goto(address + "posts/week.html")
        button = window.get_by_role("button", name="Copy")
        button.click()
        window.get_by_role("button", name="Copied").wait_for()
        copied = window.evaluate("navigator.clipboard.readText()")
        assert copied == "def mean(values):\n    return sum(values) / len(values)\n"
        assert window.evaluate("window.refused") == []


def test_ten_mentions_are_seen_and_the_rest_unfolds(browser, wide):
    with opened(browser) as window:
        opened_page(window, wide, "posts/week.html")
        mentions = window.locator(".backlinks li")
        assert sum(mention.is_visible() for mention in mentions.all()) == 10
        window.get_by_text("and 2 more").click()
        assert sum(mention.is_visible() for mention in mentions.all()) == 12


def test_an_open_question_has_a_button_to_answer_it(browser, sample, wide):
    with opened(browser) as window:
        opened_page(window, wide, "posts/p0.html")
        answer = window.locator(".button", has_text="Answer this")
        assert answer.get_attribute("href") == "mailto:us@wide.example"
        opened_page(window, wide, "posts/week.html")
        assert answer.count() == 0
        opened_page(window, sample, "posts/what-do-i-do-with-my-hands.html")
        assert answer.get_attribute("href") == "https://corvan-circle.example/share"


def test_a_calendar_is_subscribed_to_where_the_address_of_the_site_is_known(browser, sample, wide):
    with opened(browser) as window:
        opened_page(window, sample, "meetings/index.html")
        link = window.locator(".button", has_text="Subscribe").first
        assert link.get_attribute("href") == "webcal://corvan-circle.example/handbook/meetings.ics"
        opened_page(window, sample, "series/circle.html")
        assert link.get_attribute("href").endswith("/handbook/series/circle.ics")
        assert window.locator("a[href='../series/circle.ics']").count() == 1
    assert not any(b"webcal:" in page.text for page in wide.pages.values())


def test_the_ring_around_a_link_of_the_menu_is_whole(browser, sample):
    with opened(browser) as window:
        opened_page(window, sample, "index.html")
        window.keyboard.press("Tab")
        link = window.locator(".site-nav a").nth(1)
        while not link.evaluate("(link) => link === document.activeElement"):
            window.keyboard.press("Tab")
        ring = link.evaluate("(link) => getComputedStyle(link).outlineColor")
        wanted = tuple(int(part) for part in ring.removeprefix("rgb(").removesuffix(")").split(","))
        box = link.bounding_box()
        picture = Image.open(io.BytesIO(window.screenshot())).convert("RGB")
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    sides = {
        "above": (x, box["y"] - 4), "below": (x, box["y"] + box["height"] + 4),
        "left": (box["x"] - 4, y), "right": (box["x"] + box["width"] + 4, y),
    }
    assert {side: picture.getpixel((int(a), int(b))) for side, (a, b) in sides.items()} == dict.fromkeys(
        sides, wanted
    )


# How far below the last line of each card its edge is.
HOLES = """() => [...document.querySelectorAll(".cards:has(.thumb) > .card")].map((card) => {
  const parts = [...card.children].map((part) => part.getBoundingClientRect());
  parts.sort((a, b) => a.top - b.top);
  const gaps = parts.slice(1).map((part, index) => part.top - parts[index].bottom);
  return Math.max(...gaps, card.getBoundingClientRect().bottom - parts.at(-1).bottom);
})"""


@pytest.mark.parametrize("width", [768, *DESKS])
@pytest.mark.parametrize("path", ["resources/index.html", "successes/index.html", "pages/index.html"])
def test_cards_with_pictures_have_no_holes(browser, sample, path, width):
    with opened(browser, width) as window:
        holes = opened_page(window, sample, path).evaluate(HOLES)
        assert holes
        assert max(holes) < 40


def test_a_list_of_meetings_shows_each_day_once_and_tells_it_to_those_who_listen(browser, sample):
    with opened(browser, 1280) as window:
        opened_page(window, sample, "meetings/index.html")
        days = window.locator(".diary .meta time")
        assert days.count() > 10
        assert all(day.evaluate("(day) => day.parentElement.offsetWidth") <= 1 for day in days.all())
        assert "2026" in days.first.text_content()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_first_screen_of_minutes_leads_to_what_was_decided(browser, sample, width):
    with opened(browser, width, height=740) as window:
        opened_page(window, sample, "meetings/2026-11-05-circle.html")
        for link in [window.get_by_role("link", name="3 decisions"), window.get_by_role("link", name="4 actions")]:
            assert link.bounding_box()["y"] < 700
            link.click()
            window.wait_for_function("scrollY > 300")
            window.evaluate("scrollTo({top: 0, behavior: 'instant'})")


def test_notes_beside_readings_have_the_width_of_a_phone(browser, sample):
    with opened(browser, 360) as window:
        opened_page(window, sample, "goals/pupil-talk.html")
        notes = window.locator(".readings td:nth-child(3)")
        assert notes.count() > 3
        assert all(note.bounding_box()["width"] > 240 for note in notes.all())
        value = window.locator(".readings tbody td").first
        assert value.evaluate("(cell) => getComputedStyle(cell).display") != "none"


def test_on_a_phone_the_parts_of_a_year_are_folded(browser, sample):
    with opened(browser, 360) as window:
        opened_page(window, sample, "years/2025-26.html")
        link = window.locator(".outline-fold a[href='#thanks']")
        assert not link.is_visible()
        window.locator(".outline-fold > summary").click()
        link.click()
        window.wait_for_function("scrollY > 1000")


def rows(elements):
    """How many rows elements stand in."""
    boxes = [element.bounding_box() for element in elements]
    return len({round(box["y"] + box["height"] / 2) // 12 for box in boxes})


def test_the_menu_of_a_desk_is_one_row(browser, sample, tmp_path):
    for path, text in LONG_NAME.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    long = build(tmp_path, tmp_path / "output", says_nothing=False)
    for site in [sample, long]:
        for width in [1280, 1920]:
            with opened(browser, width) as window:
                opened_page(window, site, "index.html")
                links = window.locator(".site-nav > ul > li > a, .more-menu > summary").all()
                assert links and rows(links) == 1
                assert window.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_one_of_two_lists_that_is_shown_is_marked(browser, sample):
    with opened(browser) as window:
        for path, title in [("offers.html", "What we offer"), ("seeks.html", "What we look for")]:
            opened_page(window, sample, path)
            marked = window.locator(".links [aria-current]")
            assert marked.inner_text() == title
            others = window.locator(".links a:not([aria-current])")
            weights = [link.first.evaluate("(link) => getComputedStyle(link).fontWeight") for link in [marked, others]]
            assert int(weights[0]) > int(weights[1])


LONG = "Donaudampfschifffahrtsgesellschaftskapitänspatentprüfungsordnung"

# One entry of each kind, with words that no column has room for.
LONG_WORDS = {
    "handbook.yml": (
        "name: Long\ntimezone: Europe/London\nseries:\n"
        f"  - {{id: circle, title: {LONG}, rhythm: first thursday}}\n"
    ),
    "goals/goal.md": (
        f"---\nstatus: active\nmeasure: {LONG}\nbaseline: 2\ntarget: 30\nunit: lessons\n"
        f"milestones: [{{title: {LONG}}}]\n"
        f"readings: [{{date: 2026-01-10, value: 3, note: {LONG}}}]\n---\n# {LONG}\n"
    ),
    "meetings/2026-11-05-circle.md": (
        f"---\ntitle: {LONG}\nseries: circle\nmode: online\nvenue: {LONG}\n---\n\n## Decisions\n\n- {LONG} goal:goal\n"
    ),
    "meetings/2026-12-03-circle.md": (
        f"---\ntitle: {LONG}\nseries: circle\nmode: online\njoin_info: {LONG}\n---\n"
    ),
    "members/ada.md": (
        f"---\nname: Ada {LONG}\nconsent: {{name: yes, profile: yes, given: 2025-09-01}}\n"
        f"offers: [{LONG}]\nseeks: [{LONG}]\nsubjects: [{LONG}]\n---\n"
    ),
    "posts/post.md": f"---\ntitle: {LONG}\ndate: 2026-10-10\nkind: question\ntags: [{LONG}]\n---\n\n{LONG}\n",
    "resources/resource.md": (
        f"---\nkind: tool\nurl: https://example.org/\nlicence: cc-by-4.0\ntags: [{LONG}]\n---\n# {LONG}\n"
    ),
    "successes/success.md": f"---\ndate: 2026-10-01\n---\n# {LONG}\n\n{LONG}\n",
    "pages/start.md": f"# {LONG}\n\n{LONG}\n",
}

# The words that reach beyond the part of the page that they are in.
OUTSIDE = """() => {
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility() || element.closest(".table, svg, progress, .hidden, .diary .meta")) continue;
    const around = element.closest(".minutes-head, .dashboard, .card, .next, .catalogue, main").getBoundingClientRect();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.right > around.right + 1 || box.left < around.left - 1) found.push(node.data.trim().slice(0, 30));
  }
  return found;
}"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_words_that_no_column_has_room_for_stay_in_their_place(browser, tmp_path, width, language):
    for path, text in LONG_WORDS.items():
        file = tmp_path / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text + (f"language: {language}\n" if path == "handbook.yml" else ""))
    site = build(tmp_path, tmp_path / "output", says_nothing=False)
    outside = []
    with opened(browser, width) as window:
        for path in openable(site.pages):
            opened_page(window, site, path)
            if window.evaluate("document.documentElement.scrollWidth > innerWidth"):
                outside.append(f"{path} scrolls sideways")
            outside += [f"{path}: {words}" for words in window.evaluate(OUTSIDE)]
    assert outside == []
