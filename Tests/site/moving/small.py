"""Small old sites, written out in a test, and how they look when they have moved in."""

import html
import re

from conftest import run
from moving.handbook import NewHandbook


class Small:
    """A small source that was imported into a new handbook, which stands."""

    def __init__(self, folder, files, *words, source="private", settings=""):
        self.old = folder / "old"
        for path, content in files.items():
            file = self.old / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
        self.new = NewHandbook(folder / "site", source)
        self.words = [word.replace("OLD", str(self.old)) for word in words] or [self.old]
        with open(self.new.folder / "content/handbook.yml", "a") as file:
            file.write(settings)
        self.before = self.new.contents()
        self.said = self.new.bring(*self.words)
        self.site = self.new.stands()

    def again(self, *words):
        """Imports once more, which ends with a site that stands."""
        said = self.new.bring(*self.words, *words)
        self.site = self.new.stands()
        return said

    def entries(self, kind):
        """Those that the import brought."""
        return [entry for entry in self.new.entries() if entry.kind == kind
                and (self.new.folder / entry.path).read_bytes() != self.before.get(entry.path)]

    def entry(self, title):
        return self.new.entry(title)

    def text(self, entry):
        """The words of an entry's page."""
        page = self.site.pages[entry.page].text.decode()
        return html.unescape(" ".join(re.sub("<[^>]*>", "", page).split()))

    def published(self):
        """All that is written, as one text."""
        return "\n".join(
            f"{path}\n{html.unescape(content.decode('utf-8', 'replace'))}"
            for path, content in self.site.contents().items())

    def committed(self):
        return "\n".join(
            f"{path}\n{content.decode('utf-8', 'replace')}" for path, content in self.new.contents().items())

    def old_address_leads_to(self, address, entry):
        path = address.strip("/") + ("/index.html" if address.endswith("/") else "")
        page = self.site.pages.get(path)
        return path == entry.page or (
            page is not None and page.is_redirect and entry.page.encode() in page.text)

    def is_checked(self):
        return run("check", self.new.folder)


def matter(text="Words.\n", **fields):
    """An entry in the way of most tools: front matter in YAML, then the text."""
    return "---\n" + "".join(f"{name}: {value}\n" for name, value in fields.items()) + f"---\n\n{text}"
