"""A handbook begins in its language: what `handbook new` writes, checked and built, in six languages."""

import datetime
import os
import re

import pytest
import yaml

from conftest import ROOT, run
from written_site import WrittenSite

TEXTS = ROOT / "Sources/StarterFiles/files"
LANGUAGES = ["en", "es", "fr", "de", "cy", "ar"]
KINDS = ["post", "resource", "goal", "success", "page"]
NOON = datetime.datetime(2026, 11, 26, 12, tzinfo=datetime.timezone.utc)
ENVIRONMENT = {**os.environ, "SOURCE_DATE_EPOCH": str(int(NOON.timestamp()))}

# What is true of a new resource until somebody says it.
UNSAID = "[licence-unknown]"


def read(folder, language):
    """The texts of a folder in a language, by their keys."""
    return yaml.load((TEXTS / folder / f"{language}.yml").read_text(), Loader=yaml.BaseLoader)


def english(folder):
    """The sentences of the English texts, without those that are a word or hold a link or code."""
    for text in read(folder, "en").values():
        for line in re.split(r"\n|(?<=[.:?]) ", text):
            words = re.sub(r"^(#+|-|\d\.) ", "", line).strip()
            if " " in words and not re.search(r"[`\[\]{}]", words):
                yield words


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_and_signs_are_words_by_which_notes_are_read(language):
    strings = yaml.load((ROOT / f"templates/strings/{language}.yml").read_text(), Loader=yaml.BaseLoader)
    words = read("words", language)
    for key, name in [
        ("who_was_there", "note_present"), ("decisions", "note_decision_headings"),
        ("actions", "note_action_headings"), ("due", "note_due"), ("continues", "note_continues"),
    ]:
        known = [word.strip().casefold() for word in strings[name].split(",")]
        assert words[key].casefold() in known


class Begun:
    """A new handbook in a language, with a new entry of each kind."""

    def __init__(self, folder, language):
        self.folder, self.language = folder, language
        self.must("new", "site", folder, "--name", "Abc", "--timezone", "Europe/London", "--language", language)
        self.must("new", "member", "x-member", "--site", folder, "--all-fields")
        for kind in KINDS:
            words = ["--author", "m-01"] if kind == "post" else []
            self.must("new", kind, f"x-{kind}", "--title", "Xyz", "--site", folder, "--all-fields", *words)
        self.must("new", "meeting", "--title", "Xyz", "--date", "2026-12-11", "--site", folder)
        for _ in range(2):
            self.must("new", "meeting", "--series", "circle", "--site", folder)
        self.must("build", folder, "--quiet")

    def must(self, *words):
        done = run(*words, env=ENVIRONMENT)
        assert done.returncode == 0, f"{words}\n{done.stdout}\n{done.stderr}"
        return done

    @property
    def sources(self):
        """The text of every file but the site, by path."""
        files = [file for file in self.folder.rglob("*") if file.is_file()]
        paths = {file.relative_to(self.folder).as_posix(): file for file in files}
        return {
            path: file.read_text() for path, file in paths.items()
            if not path.startswith(("output/", ".handbook/"))
        }


@pytest.fixture(scope="module", params=LANGUAGES)
def begun(request, tmp_path_factory):
    return Begun(tmp_path_factory.mktemp("begun") / "site", request.param)


def found(sentences, text):
    """The sentences that stand in a text, as whole words; how lines are broken does not matter."""
    text = " ".join(text.replace("\n#", "\n").split())
    return [words for words in sentences if re.search(rf"\b{re.escape(words)}", text)]


def test_nothing_is_found_but_that_the_words_are_to_be_replaced(begun):
    done = run("check", begun.folder, "--all", env=ENVIRONMENT)
    told = [line for line in done.stderr.splitlines() if re.search(r": (error|warning): ", line)]
    assert [line for line in told if not line.endswith(("[starter-text]", UNSAID))] == []
    assert done.returncode == 0
    places = {line.split(":")[0].split("content/")[1] for line in told}
    for path in ["handbook.yml", "pages/start.md", "pages/x-page.md", "posts/x-post.md", "goals/x-goal.md"]:
        assert path in places


def test_once_the_words_are_ones_own_a_strict_check_finds_nothing(begun, tmp_path):
    folder = tmp_path / "own"
    for path, text in begun.sources.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if path == "content/handbook.yml":
            text = re.sub(r"purpose: >\n(  .*\n)+", "purpose: Xyz.\n", text)
        elif path.endswith(".md") and "content/meetings/" not in path:
            head, body = text.split("---\n")[1:3] if text.startswith("---\n") else ("", text)
            head = re.sub(r"(?m)^measure: .*$", "measure: Xyz", head)
            text = f"---\n{head}---\n\nXyz.\n"
        file.write_text(text.replace("licence: unknown", "licence: cc0"))
    done = run("check", folder, "--strict", env=ENVIRONMENT)
    assert (done.returncode, done.stderr) == (0, "")


def test_no_page_and_no_source_says_anything_in_english(begun):
    if begun.language == "en":
        pytest.skip("it is English")
    sentences = list(english("words"))
    assert len(sentences) > 60
    site = WrittenSite(begun.folder / "output")
    assert len(site.pages) > 30
    for path, page in site.pages.items():
        assert found(sentences, page.text.decode()) == [], path
    sentences += [*english("sentences"), *english("examples")]
    for path, text in begun.sources.items():
        assert found(sentences, text) == [], path


def test_pages_are_marked_with_the_language_and_run_its_way(begun):
    direction = "rtl" if begun.language == "ar" else "ltr"
    for path in ["index.html", "start.html", "posts/x-post.html"]:
        text = (begun.folder / "output" / path).read_text()
        head = re.search(r"<html[^>]*>", text)[0]
        assert f'lang="{begun.language}"' in head
        assert f'dir="{direction}"' in head or direction == "ltr" and "dir=" not in head


def test_the_files_have_the_same_names_in_every_language(begun):
    for path in begun.sources:
        assert path.isascii()
    for page in ["start", "charter", "privacy"]:
        assert f"content/pages/{page}.md" in begun.sources


def test_every_field_is_explained_in_the_language(begun):
    texts = set(read("sentences", begun.language).values())
    for path, text in begun.sources.items():
        if not path.endswith("/x-post.md"):
            continue
        notes = re.findall(r"(?m)^# .*   # (?:[a-z, -]+ \S+ [a-z-]+\. )?(.*)$", text)
        assert len(notes) > 20
        assert [note for note in notes if note not in texts] == []
