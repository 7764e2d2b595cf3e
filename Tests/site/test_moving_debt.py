"""What an imported site owes is listed and stops nothing; whatever is new is held to every rule."""

import re

import pytest

from conftest import run
from moving.old_site import PICTURE
from moving.small import Small, matter
from written_site import WrittenSite

OLD = {
    "hugo.toml": 'baseURL = "https://old.example.org/"\n',
    "static/img/plan.png": PICTURE,
    **{f"content/posts/a-{number}.md": matter(
        "We tried a thing.\n\nIt was [on the list](/lists/gone/) once.\n\n![](/img/plan.png)\n\n![A slip](/img/gone.png)\n",
        title=f"What we tried {number}", date="2020-01-05") for number in range(3)},
    "content/resources/slip.md": matter("Three questions.\n", title="An exit slip", kind="worksheet"),
}


@pytest.fixture
def small(tmp_path):
    return Small(tmp_path, OLD)


def owed(small):
    """How many things `check` says are owed."""
    done = small.is_checked()
    found = re.search(r"(\d+) things? (?:is|are) owed", done.stdout + done.stderr)
    return int(found[1]) if found else 0


def first_post(small):
    return small.new.folder / small.entry("What we tried 0").path


def test_what_is_owed_is_one_count_and_stops_nothing(small):
    done = small.is_checked()
    assert done.returncode == 0
    assert owed(small) >= 9
    said = done.stdout + done.stderr
    assert "3 dead links of the old site" in said
    assert "3 pictures that the old site had lost" in said
    assert "3 pictures without alternative text" in said
    assert "image-without-words" not in said


def test_a_strict_check_passes_with_what_is_owed(small):
    for path in ("pages/start.md", "pages/charter.md", "pages/privacy.md"):
        (small.new.folder / "content" / path).unlink(missing_ok=True)
    done = run("check", small.new.folder, "--strict")
    assert "a-0" not in done.stderr, done.stderr


def test_a_mended_typo_is_not_charged_with_the_whole_bill(small):
    before, post = owed(small), first_post(small)
    post.write_text(post.read_text().replace("We tried a thing.", "We tried one thing."))
    small.new.stands()
    assert owed(small) == before


def test_what_is_new_in_an_entry_is_held_to_the_full_rules(small):
    before, post = owed(small), first_post(small)
    post.write_text(post.read_text() + "\nA [new dead link](never-there.md) by hand.\n")
    done = small.is_checked()
    assert done.returncode == 1
    assert done.stderr.count("[broken-link]") + done.stdout.count("[broken-link]") == 1
    assert owed(small) == before


def test_a_new_entry_is_held_to_the_full_rules(small):
    (small.new.folder / "content/posts/ours.md").write_text(
        "---\ntitle: Ours\ndate: 2026-01-01\n---\n\nA [dead link](never-there.md).\n")
    assert small.is_checked().returncode == 1


def test_the_count_falls_when_something_is_mended(small):
    before, post = owed(small), first_post(small)
    post.write_text(re.sub(r"!\[\]\(", "![The plan of the hall](", post.read_text()))
    small.new.stands()
    assert owed(small) == before - 1
    report = run("report", small.new.folder)
    assert f"{before - 1}" in report.stdout or "2 pictures without" in report.stdout


def test_the_list_is_shown_with_places_and_what_to_do(small):
    done = run("debt", "list", small.new.folder)
    assert done.returncode == 0, done.stderr
    assert "posts/a-0" in done.stdout or "What we tried 0" in done.stdout


def test_a_line_for_what_no_import_wrote_is_an_error(small):
    (small.new.folder / "content/posts/ours.md").write_text("---\ntitle: Ours\ndate: 2026-01-01\n---\n\nWords.\n")
    debt = small.new.folder / "content/debt.yml"
    debt.write_text(debt.read_text().rstrip() + "\n  content/posts/ours.md:\n    - {what: missing-field}\n")
    done = small.is_checked()
    assert done.returncode == 1
    assert "content/debt.yml" in done.stderr


def test_a_privacy_finding_is_never_owed(small):
    debt = small.new.folder / "content/debt.yml"
    text = debt.read_text()
    entry = re.search(r"^  (content/posts/[^:]*):\n", text, re.M)[0]
    debt.write_text(text.replace(entry, f"{entry}    - {{what: name-in-text}}\n"))
    done = small.is_checked()
    assert done.returncode == 1
    assert "privacy finding" in done.stderr
    post = first_post(small)
    post.write_text(post.read_text() + "\nWrite to ada.okafor@lark-circle.sch.uk.\n")
    assert "ada.okafor" in small.is_checked().stderr


def test_a_build_after_a_build_writes_what_a_clean_one_writes(small):
    post, debt = first_post(small), small.new.folder / "content/debt.yml"
    text = debt.read_text()
    steps = [
        lambda: post.write_text(post.read_text().replace("We tried a thing.", "We tried one thing.")),
        lambda: post.write_text(re.sub(r"!\[\]\(", "![The plan](", post.read_text())),
        lambda: debt.write_text("\n".join(line for line in text.split("\n") if "dead-link" not in line)),
        lambda: debt.write_text(text),
    ]
    for number, step in enumerate(steps):
        step()
        again = run("build", small.new.folder)
        clean = run("build", small.new.folder, "--no-cache", "--output", small.new.beside / f"clean-{number}")
        assert again.returncode == clean.returncode == 0, again.stderr
        assert sentence(again) == sentence(clean)
        assert WrittenSite(small.new.folder / "output").contents() == WrittenSite(
            small.new.beside / f"clean-{number}").contents()


def sentence(done):
    return [line for line in (done.stdout + done.stderr).splitlines() if "owed" in line]
