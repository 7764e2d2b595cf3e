"""Measures when the largest thing on a page of the sample is painted, in Chromium as a phone on a slow
network with a slowed processor. A browser's own figure: largest contentful paint.

Usage: painting.py SITE
"""

import functools
import gzip
import mimetypes
import pathlib
import statistics
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "site"))

from paint import LARGEST, PHONE, slowed
from serving import BASE, Handler, listening
from windows import opened, started

PAGES = [
    "index.html", "posts/counting-who-talks.html", "successes/the-mud-with-wheels.html",
    "resources/index.html", "search.html", "missed.html",
]

RUNS = 5

# A phone of the middle range, beside the machine that this runs on.
PROCESSOR = 4


class Compressing(Handler):
    """Sends text compressed, as hosts do."""

    def do_GET(self):
        kind = mimetypes.guess_type(str(self.file))[0] or "application/octet-stream"
        if self.file is None or not (kind.startswith("text/") or kind.endswith(("javascript", "svg+xml"))):
            return super().do_GET()
        body = gzip.compress(self.file.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def largest_paint(browser, address):
    """When the largest thing was painted, in seconds, and what it is; nothing is in a cache."""
    with opened(browser, **PHONE) as window:
        window.add_init_script(LARGEST)
        slowed(window, PROCESSOR)
        window.goto(address, wait_until="networkidle")
        time, element = window.evaluate("window.largest")
        return time / 1000, element


def main(site):
    handler = functools.partial(Compressing, directory=site)
    print(f"largest contentful paint, processor slowed {PROCESSOR} times, slow 4G, {RUNS} runs")
    with started() as browser, listening(handler) as address:
        for path in PAGES:
            runs = [largest_paint(browser, address + BASE + path) for _ in range(RUNS)]
            times = [time for time, _ in runs]
            print(
                f"{path:40} median {statistics.median(times):.2f} s, "
                f"from {min(times):.2f} to {max(times):.2f} s ({runs[-1][1]})", flush=True
            )


if __name__ == "__main__":
    main(*sys.argv[1:])
