"""The sample with its interface in Arabic, from right to left, in a real browser."""

import shutil

import axe_playwright_python.sync_playwright as axe
import pytest

from conftest import ROOT, build
from windows import opened


@pytest.fixture(scope="module")
def mirrored(tmp_path_factory):
    source = tmp_path_factory.mktemp("mirrored")
    shutil.copytree(ROOT / "content", source / "content")
    settings = source / "content" / "handbook.yml"
    lines = settings.read_text().splitlines(keepends=True)
    others = [line for line in lines if not line.startswith("language:")]
    settings.write_text("".join(["language: ar\n", *others]))
    return build(source, source / "output")


@pytest.mark.parametrize("width", [320, 1280])
def test_from_right_to_left_all_fits_and_axe_finds_nothing(browser, mirrored, width):
    found = []
    with opened(browser, width) as window:
        for path in mirrored.kinds_of_page:
            window.goto((mirrored.folder / path).as_uri())
            assert window.evaluate("getComputedStyle(document.body).direction") == "rtl"
            if window.evaluate("document.documentElement.scrollWidth > innerWidth"):
                found.append(f"{path}: scrolls sideways")
            # The whole handbook on one page takes axe as long as all others together.
            if path == "print.html" and width > 320:
                continue
            for violation in axe.Axe().run(window).response["violations"]:
                # In print the footnotes of each entry follow it, all under the one name.
                if (path, violation["id"]) != ("print.html", "landmark-unique"):
                    places = [node["html"][:160] for node in violation["nodes"][:3]]
                    found.append(f"{path}: {violation['id']}: {places}")
    assert found == []
