"""A written site, read from disk by a parser that has nothing to do with the one that wrote it."""

import functools
import pathlib
import urllib.parse

import html5lib

# Attributes that hold the address of something that a page leads to or shows.
ADDRESSES = {
    "a": ["href"],
    "area": ["href"],
    "audio": ["src"],
    "form": ["action"],
    "img": ["src"],
    "link": ["href"],
    "script": ["src"],
    "source": ["src"],
    "track": ["src"],
    "video": ["src", "poster"],
}


class WrittenSite:
    """The files below a folder."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    @functools.cached_property
    def paths(self):
        """Every file that is for visitors, as in an address, sorted."""
        files = (file for file in self.folder.rglob("*") if file.is_file())
        paths = (file.relative_to(self.folder).as_posix() for file in files)
        return sorted(path for path in paths if not path.startswith(".handbook"))

    @functools.cached_property
    def pages(self):
        return {path: Page(self, path) for path in self.paths if path.endswith(".html")}

    @functools.cached_property
    def pages_to_read(self):
        """The pages that stay open in a browser: not those at old addresses, which lead on."""
        return [path for path, page in self.pages.items() if not page.is_redirect]

    @property
    def kinds_of_page(self):
        """One page of every kind: all at the top, and in every folder the index and another."""
        kinds = [path for path in self.pages_to_read if "/" not in path]
        for folder in sorted({path.split("/")[0] for path in self.pages_to_read if "/" in path}):
            inside = [path for path in self.pages_to_read if path.startswith(f"{folder}/")]
            kinds += [path for path in inside if path.endswith("/index.html")]
            # The largest has the most on it to go wrong.
            others = [path for path in inside if not path.endswith("/index.html")]
            kinds += sorted(others, key=lambda path: (self.folder / path).stat().st_size)[-1:]
        return kinds

    def files_at(self, urls):
        """The bytes of the files that addresses lead to, when the site is opened from disk."""
        folder = self.folder.as_uri() + "/"
        paths = [url.removeprefix(folder).split("?")[0].split("#")[0] for url in urls]
        return [(self.folder / path).read_bytes() for path in paths]

    def contents(self):
        """The bytes of every file."""
        return {path: (self.folder / path).read_bytes() for path in self.paths}


class Page:
    """A page, parsed."""

    def __init__(self, site, path):
        self.site = site
        self.path = path

    @functools.cached_property
    def text(self):
        return (self.site.folder / self.path).read_bytes()

    @functools.cached_property
    def elements(self):
        return list(html5lib.parse(self.text, namespaceHTMLElements=False).iter())

    @functools.cached_property
    def ids(self):
        return [element.get("id") for element in self.elements if element.get("id") is not None]

    @functools.cached_property
    def is_redirect(self):
        # To parse a page takes 20 ms, so only those are parsed that have the word.
        return b"refresh" in self.text.lower() and any(
            element.tag == "meta" and element.get("http-equiv", "").lower() == "refresh"
            for element in self.elements
        )

    @property
    def addresses(self):
        """Every address that the page holds, but its own canonical one and other sites'."""
        for element in self.elements:
            for name in ADDRESSES.get(element.tag, []):
                if element.get(name) is not None and element.get("rel") != "canonical":
                    yield element.get(name)
            yield from (part.split()[0] for part in element.get("srcset", "").split(",") if part)
            if element.tag == "meta" and element.get("http-equiv", "").lower() == "refresh":
                yield element.get("content").split("url=", 1)[1]

    @property
    def internal_addresses(self):
        for address in self.addresses:
            parts = urllib.parse.urlsplit(address)
            if not parts.scheme and not parts.netloc:
                yield address
