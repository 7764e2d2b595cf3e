"""Takes pictures of the sample's pages.

Usage: screenshots.py SITE FOLDER          those of docs/images: by day, by night and on a phone
       screenshots.py --all SITE FOLDER    every kind of page whole, in four widths, light and dark
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

# One page of each kind. A name with `?` is looked at as a reader leaves it.
KINDS = {
    "home": "index.html",
    "meetings": "meetings/index.html",
    "meeting": "meetings/2026-11-05-circle.html",
    "meeting-to-come": "meetings/2026-12-03-circle.html",
    "series": "series/circle.html",
    "goals": "goals/index.html",
    "goal": "goals/pupil-talk.html",
    "goal-dropped": "goals/outdoor-every-fortnight.html",
    "resources": "resources/index.html",
    "resource": "resources/talk-tally.html",
    "posts": "posts/index.html",
    "post": "posts/counting-who-talks.html",
    "members": "members/index.html",
    "member": "members/priya-dunmore.html",
    "successes": "successes/index.html",
    "success": "successes/tilted-heads.html",
    "pages": "pages/index.html",
    "page": "charter.html",
    "tags": "tags/index.html",
    "tag": "tags/feedback.html",
    "actions": "actions.html",
    "actions-done": "actions-done.html",
    "decisions": "decisions.html",
    "offers": "offers.html",
    "seeks": "seeks.html",
    "missed": "missed.html",
    "years": "years/index.html",
    "year": "years/2025-26.html",
    "archive": "archive.html",
    "month": "archive/2026-06.html",
    "search": "search.html?q=talk",
    "print": "print.html",
    "not-found": "404.html",
}

WIDTHS = [360, 768, 1280, 1920]

# A picture that is higher is cut: nobody looks further, and Chromium draws no more.
HIGHEST = 12_000


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


def whole(browser, address, width, scheme):
    """A page from its head to its foot."""
    with windows.opened(browser, width=width, scheme=scheme) as window:
        window.goto(address)
        if "?q=" in address:
            window.locator("#search-results li").first.wait_for()
        height = min(window.evaluate("document.documentElement.scrollHeight"), HIGHEST)
        window.set_viewport_size({"width": width, "height": height})
        return packed(window.screenshot(animations="disabled", caret="hide"))


def every_kind(site, folder):
    site, folder = pathlib.Path(site).resolve(), pathlib.Path(folder)
    missing = [path for path in KINDS.values() if not (site / path.split("?")[0]).exists()]
    if missing:
        sys.exit(f"error: the sample has no {', '.join(missing)}; see KINDS in {__file__}")
    with windows.started() as browser:
        for name, path in KINDS.items():
            for width in WIDTHS:
                for scheme in ["light", "dark"]:
                    picture = whole(browser, f"{site.as_uri()}/{path}", width, scheme)
                    (folder / f"{name}-{width}-{scheme}.png").write_bytes(picture)
            print(name, flush=True)
    print(f"{len(KINDS) * len(WIDTHS) * 2} pictures in {folder}")


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
    if sys.argv[1] == "--all":
        every_kind(*sys.argv[2:])
    else:
        main(*sys.argv[1:])
