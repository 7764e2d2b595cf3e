"""Small sites of many shapes, each brought along with one command, without a flag and with no edit by hand."""

import pytest

from moving.shapes import SHAPES, UNSEEN
from moving.small import Small


# What is not read of a shape yet: the test fails when it is, so that the line goes.
WORDS_NOT_READ = ["Docusaurus", "Quarto", "pads", "Logseq", "WordPress", "MkDocs", "odd files"]
LINKS_NOT_READ = ["Sphinx", "a wiki of GitHub", "Obsidian", "a wiki of GitLab"]


def not_yet(request, shapes):
    if request.node.callspec.params["moved"] in shapes:
        request.applymarker(pytest.mark.xfail(strict=True))


@pytest.fixture(scope="module", params=SHAPES)
def moved(request, tmp_path_factory):
    shape = SHAPES[request.param]
    return shape, Small(tmp_path_factory.mktemp("shape"), shape.files)


def test_a_site_of_any_shape_stands_and_shows_nothing_that_was_hidden(moved):
    _, small = moved
    assert UNSEEN not in small.published()
    assert len([line for line in small.said.splitlines() if line.strip()]) <= 12, small.said


def test_the_words_of_each_are_read_and_no_notation_is(moved, request):
    not_yet(request, WORDS_NOT_READ)
    shape, small = moved
    texts = " ".join(small.text(entry) for entry in small.new.entries() if entry.page in small.site.pages)
    missing = [words for words in shape.kept if words not in texts]
    left = [words for words in shape.gone if words in texts]
    assert (missing, left) == ([], []), small.said


def test_links_and_pictures_of_each_work(moved, request):
    not_yet(request, LINKS_NOT_READ)
    shape, small = moved
    wrong = []
    for title, label, target in shape.links:
        if label and not small.entry(title).leads_to(label, small.entry(target)):
            wrong.append(f"{title}: '{label}' leads to {small.entry(title).target_of(label)}")
    for title in shape.pictures:
        if b"<img" not in small.site.pages[small.entry(title).page].text:
            wrong.append(f"{title} has lost its picture")
    assert wrong == []


def test_entries_of_each_are_of_the_kind_that_they_say(moved):
    shape, small = moved
    kinds = {title: small.entry(title).kind for title in shape.kinds}
    assert kinds == shape.kinds
