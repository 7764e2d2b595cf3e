"""Takes the pictures of docs/images: pages of the sample, by day, by night and on a phone.

Usage: screenshots.py SITE FOLDER    (the written sample, and where the pictures go)
"""

import io
import pathlib
import sys

from PIL import Image, ImageChops, ImageStat

import windows

PAGES = {
    "home": "index.html",
    "goal": "goals/pupil-talk.html",
    "meeting": "meetings/2026-11-05-circle.html",
    "library": "resources/index.html",
    "member": "members/priya-dunmore.html",
    "actions": "actions.html",
    "search": "search.html?q=talk",
}

# The end of the name, and how the window is opened.
LOOKS = {
    "": {"width": 1280, "height": 860},
    "-dark": {"width": 1280, "height": 860, "scheme": "dark"},
    "-phone": {"width": 390, "height": 780, "device_scale_factor": 2},
}


def packed(picture):
    """A PNG with as few colours as a page needs, and nothing that differs from run to run."""
    few = Image.open(io.BytesIO(picture)).convert("RGB").quantize(64, dither=Image.Dither.NONE)
    file = io.BytesIO()
    few.save(file, "PNG", optimize=True)
    return file.getvalue()


def differs(file, picture):
    """Whether a picture shows something else than a file: more than how edges were smoothed."""
    if not file.exists():
        return True
    old, new = (Image.open(source).convert("RGB") for source in (file, io.BytesIO(picture)))
    return old.size != new.size or max(ImageStat.Stat(ImageChops.difference(old, new)).mean) > 0.2


def take(browser, address, **look):
    with windows.opened(browser, **look) as window:
        window.goto(address)
        if "?q=" in address:
            window.locator("#search-results li").first.wait_for()
        return packed(window.screenshot(animations="disabled", caret="hide"))


def main(site, folder):
    site = pathlib.Path(site).resolve()
    with windows.started() as browser:
        for name, path in PAGES.items():
            for ending, look in LOOKS.items():
                picture = take(browser, f"{site.as_uri()}/{path}", **look)
                file = pathlib.Path(folder) / f"{name}{ending}.png"
                if differs(file, picture):
                    file.write_bytes(picture)


if __name__ == "__main__":
    main(*sys.argv[1:])
