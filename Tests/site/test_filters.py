"""Filters on lists in a real browser: several facets at once, kept in the address."""

import pytest

from conftest import build
from windows import opened, watched


@pytest.fixture(params=["disk", "host"])
def place(request, sample, hosted):
    """Where the sample is opened: from disk, or on a host below a path."""
    return sample.folder.as_uri() + "/" if request.param == "disk" else hosted[1]


@pytest.fixture(scope="module")
def long(tmp_path_factory):
    """A library of more than one page."""
    source = tmp_path_factory.mktemp("long")
    (source / "content/resources").mkdir(parents=True)
    (source / "content/handbook.yml").write_text("name: Long\ntimezone: Europe/London\n")
    for number in range(120):
        subject, level = ["Maths", "Música"][number % 2], f"Year {number % 3 + 7 if number else 13}"
        (source / f"content/resources/r{number}.md").write_text(
            f"---\ntitle: Number {number}\nkind: tool\nlicence: cc-by-4.0\n"
            f"subjects: [{subject}]\nlevels: [{level}]\n---\n\nOne of many.\n"
        )
    return build(source, source / "output")


def said(window):
    return window.locator(".filters [role=status]").inner_text()


def titles(window):
    """The titles of the cards that are left."""
    return window.locator(".listing .card:visible h3").all_inner_texts()


def choose(window, **choices):
    for name, value in choices.items():
        window.select_option(f".filters [name={name}]", value)


def test_two_choices_leave_what_has_both_and_say_how_many(browser, place):
    with opened(browser) as window:
        found = watched(window, place)
        window.goto(place + "resources/index.html")
        everything = titles(window)
        assert said(window) == ""
        choose(window, kind="activity")
        activities = titles(window)
        assert 0 < len(activities) < len(everything)
        assert said(window) == f"{len(activities)} of {len(everything)} shown"
        levels = window.locator("[name=level] option").evaluate_all("(all) => all.map((o) => o.value)")
        for level in levels[1:]:
            choose(window, level=level)
            both = titles(window)
            assert set(both) <= set(activities)
            window.goto(f"{place}resources/by-level/{level}.html")
            assert set(both) == set(titles(window)) & set(activities)
            window.goto(f"{place}resources/index.html?kind=activity")
        window.get_by_role("button", name="Show all").click()
        assert titles(window) == everything
        assert found == []


def test_the_choices_outlive_a_reload_and_the_way_back(browser, place):
    with opened(browser) as window:
        window.goto(place + "members/index.html")
        everything = titles(window)
        subject = window.locator("[name=subject] option").nth(1).get_attribute("value")
        choose(window, subject=subject)
        left, words = titles(window), said(window)
        assert 0 < len(left) < len(everything)
        assert window.url.endswith(f"?subject={subject}")
        window.reload()
        assert (titles(window), said(window)) == (left, words)
        window.locator(".listing .card:visible h3 a").first.click()
        window.wait_for_url(lambda url: "index.html" not in url)
        window.go_back()
        assert (titles(window), said(window)) == (left, words)


def test_a_list_of_one_choice_leads_to_the_whole_with_both(browser, place):
    with opened(browser) as window:
        window.goto(place + "resources/by-kind/activity.html")
        assert window.locator("[name=kind]").input_value() == "activity"
        level = window.locator("[name=level] option").nth(1).get_attribute("value")
        choose(window, level=level)
        window.wait_for_url(f"{place}resources/index.html?*")
        assert window.locator("[name=kind]").input_value() == "activity"
        assert window.locator("[name=level]").input_value() == level


def test_the_filters_are_reached_and_changed_by_keyboard(browser, sample):
    with opened(browser) as window:
        window.goto((sample.folder / "resources/index.html").as_uri())
        everything = titles(window)
        for _ in range(60):
            window.keyboard.press("Tab")
            if window.evaluate("document.activeElement.name") == "kind":
                break
        window.keyboard.press("ArrowDown")
        assert len(titles(window)) < len(everything)
        while window.evaluate("document.activeElement.type") != "button":
            window.keyboard.press("Tab")
        window.keyboard.press("Enter")
        assert titles(window) == everything
        # The button is gone, so the focus moves to where one would choose again.
        assert window.evaluate("document.activeElement.tagName") == "SELECT"


@pytest.mark.parametrize("page", ["index.html", "page-2.html"])
def test_a_list_of_several_pages_is_filtered_as_a_whole(browser, long, page):
    with opened(browser) as window:
        found = watched(window, long.folder.as_uri())
        window.goto((long.folder / "resources" / page).as_uri())
        choose(window, subject="musica", level="year-8")
        window.locator("#found li").first.wait_for()
        assert said(window) == "20 of 120 shown"
        assert not window.locator(".listing").is_visible()
        assert not window.locator(".pagination").is_visible()
        window.get_by_role("button", name="Show more").click()
        window.locator("#found li").nth(19).wait_for()
        assert window.locator("#found li").count() == 20
        assert window.evaluate("document.activeElement.closest('li') !== null")
        window.reload()
        window.locator("#found li").first.wait_for()
        assert said(window) == "20 of 120 shown"
        window.get_by_role("button", name="Show all").click()
        window.locator(".listing").wait_for()
        assert not window.locator("#found").is_visible()
        assert found == []


def test_where_nothing_has_all_choices_the_page_says_what_to_do(browser, long):
    with opened(browser) as window:
        address = (long.folder / "resources/index.html").as_uri()
        window.goto(f"{address}?subject=musica&level=year-13")
        window.wait_for_function("document.querySelector('.filters [role=status]').innerText")
        assert said(window) == "Nothing has all of these. Choose fewer."
        # A choice that there is not counts for none.
        window.goto(f"{address}?subject=musica&level=nonsense")
        window.wait_for_function("document.querySelector('.filters [role=status]').innerText")
        assert said(window) == "60 of 120 shown"


def test_without_scripts_each_choice_is_a_page_of_its_own(browser, sample):
    with opened(browser, java_script_enabled=False) as window:
        window.goto((sample.folder / "resources/index.html").as_uri())
        assert window.locator(".filters").count() == 0
        link = window.locator(".facets a").first
        link.click()
        window.wait_for_url("**/resources/by-*/*.html")
        assert window.locator(".listing .card").count() > 0
