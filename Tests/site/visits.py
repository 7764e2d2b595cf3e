"""Pages opened one after another, each once, and what each did that no page may do."""

from accessibility import violations
from windows import opened, watched


class Visits:
    """What was found on the pages that were opened in a window: a list for each promise.

    `refused`: what the page's own policy refused. `missed`: what did not load, and errors of scripts.
    `elsewhere`: what was asked of other places than the site. `too_wide`: pages that scroll sideways.
    `violations`: what axe found, on the pages that it examined. And of each page by its path:
    `directions`: where its text runs, `ltr` or `rtl`. `requested`: the addresses that it asked for.
    """

    def __init__(self, window, address):
        self.window, self.address = window, address
        self.refused, self.too_wide, self.violations = [], [], []
        self.directions, self.requested = {}, {}
        self.noted = watched(window, address)
        window.on("request", lambda request: self.requested[self.path].append(request.url))

    @property
    def elsewhere(self):
        return [note for note in self.noted if note.startswith("asked: ")]

    @property
    def missed(self):
        return [note for note in self.noted if not note.startswith("asked: ")]

    def open(self, path):
        """Opens a page in the state that it has for its readers: with its results, if it searches."""
        self.path = path
        self.requested[path] = []
        self.window.goto(self.address + path)
        if "?q=" in path:
            self.window.locator("#search-results li").first.wait_for()
        self.directions[path] = self.window.evaluate("getComputedStyle(document.body).direction")
        self.refused += [f"{path}: {refused}" for refused in self.window.evaluate("window.refused")]

    @property
    def place(self):
        """The open page and the width of its window, for notes."""
        return f"{self.path} at {self.window.viewport_size['width']}"

    def measure(self):
        """Notes whether the open page is wider than its window."""
        excess = self.window.evaluate("document.documentElement.scrollWidth - innerWidth")
        if excess > 0:
            self.too_wide.append(f"{self.place}: {excess} too wide")

    def measure_at(self, widths):
        """Measures the open page in a window of each width, and leaves the window as it was."""
        before = self.window.viewport_size
        for width in widths:
            self.window.set_viewport_size(before | {"width": width})
            self.measure()
        self.window.set_viewport_size(before)

    def examine(self):
        """Notes what axe finds on the open page."""
        self.violations += [f"{self.place}: {found}" for found in violations(self.window)]


def visited(browser, address, pages, **window):
    """The visits to pages in a window of their own."""
    with opened(browser, **window) as window:
        visits = Visits(window, address)
        for path in pages:
            visits.open(path)
            visits.measure()
    return visits
