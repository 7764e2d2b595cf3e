"""A handbook that another tool's site moves into, and what came of it, read without the tool."""

import html
import pathlib
import urllib.parse

import yaml

from conftest import run
from written_site import WrittenSite

KINDS = ["posts", "members", "meetings", "resources", "goals", "successes", "pages"]


class NewHandbook:
    """What `new site` writes, and the commands of somebody who moves in."""

    def __init__(self, folder, source="private"):
        self.folder = pathlib.Path(folder)
        self.beside = self.folder.parent
        self.must("new", "site", self.folder, "--name", "Ours", "--timezone", "Europe/London")
        if source == "public":
            settings = self.folder / "content/handbook.yml"
            settings.write_text(settings.read_text().replace("source: private", "source: public"))

    def must(self, *words):
        """Runs a command that succeeds; what it said."""
        done = run(*words)
        assert done.returncode == 0, f"{words}\n{done.stdout[-3000:]}\n{done.stderr[-6000:]}"
        return done.stdout + done.stderr

    def bring(self, *words):
        return self.must("import", *words, "--site", self.folder)

    def stands(self):
        """Checks and builds, which both must succeed; the site that was written."""
        self.must("check", self.folder)
        self.must("build", self.folder, "--quiet")
        return WrittenSite(self.folder / "output")

    def contents(self):
        """The bytes of all that is committed with the site."""
        files = (file for file in (self.folder / "content").rglob("*") if file.is_file())
        return {file.relative_to(self.folder).as_posix(): file.read_bytes() for file in files}

    def entries(self):
        return [NewEntry(self.folder, file) for kind in KINDS
                for file in sorted((self.folder / "content" / kind).rglob("*.md"))]

    def entry(self, title):
        """The one entry with a title."""
        found = [entry for entry in self.entries() if entry.title == title]
        found = [entry for entry in found if not entry.is_draft] or found
        assert len(found) == 1, f"{title}: {[str(entry.path) for entry in found]}"
        return found[0]


class NewEntry:
    """An entry, read by a parser of YAML that is not the tool's."""

    def __init__(self, folder, file):
        self.path = file.relative_to(folder).as_posix()
        text = file.read_text()
        matter, self.body = "", text
        if text.startswith("---\n"):
            matter, self.body = text.removeprefix("---\n").split("\n---\n", 1)
        self.fields = yaml.load(matter, yaml.BaseLoader) or {}

    @property
    def kind(self):
        return self.path.split("/")[1]

    @property
    def id(self):
        name = self.path.removesuffix("/index.md").removesuffix(".md")
        return name.rsplit("/", 1)[-1]

    @property
    def page(self):
        return f"{self.id}.html" if self.kind == "pages" else f"{self.kind}/{self.id}.html"

    @property
    def title(self):
        first = self.body.strip().split("\n")[0]
        heading = first.removeprefix("# ") if first.startswith("# ") else self.id
        return self.fields.get("title") or self.fields.get("name") or heading

    @property
    def date(self):
        """The day, from the field or the file's name."""
        return str(self.fields.get("date", self.id[:10]))[:10]

    def listed(self, field):
        value = self.fields.get(field) or []
        return value if isinstance(value, list) else [one.strip() for one in value.split(",")]

    @property
    def is_draft(self):
        return self.fields.get("draft") in ("yes", "true")

    def target_of(self, label):
        """Where the link with these words leads, as it is written; nothing where it is plain text."""
        if f"|{label}]]" in self.body:
            return self.body.split(f"|{label}]]")[0].rsplit("[[", 1)[1]
        if f"[{label}](" in self.body:
            return self.body.split(f"[{label}](")[1].split(")")[0].strip("<>")
        if f'">{label}</a>' in self.body:
            return self.body.split(f'">{label}</a>')[0].rsplit('href="', 1)[1]
        if f"[{label}][" in self.body:
            name = self.body.split(f"[{label}][")[1].split("]")[0]
            return self.body.split(f"\n[{name}]: ")[-1].split("\n")[0]
        return None

    def leads_to(self, label, entry):
        target = self.target_of(label)
        if target is None:
            return False
        path = urllib.parse.unquote(target.split("#")[0])
        if path.endswith(".md"):
            return str(pathlib.PurePosixPath(entry.path)) == normal(f"{self.path.rsplit('/', 1)[0]}/{path}")
        return path in (entry.id, f"{entry.kind}/{entry.id}")


def normal(path):
    parts = []
    for part in path.split("/"):
        if part == ".." and parts:
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def published_texts(site):
    """What visitors and search engines can read of a written site: each file's path and words."""
    for path, content in site.contents().items():
        text = content.decode("utf-8", "replace")
        yield path, path
        yield path, text
        for other in (html.unescape(text), urllib.parse.unquote(text), unescaped(text)):
            if other != text:
                yield path, other


def unescaped(text):
    r"""A text with its `\u00e9` as letters."""
    parts = text.split("\\u")
    return parts[0] + "".join(
        chr(int(part[:4], 16)) + part[4:] if all(one in "0123456789abcdefABCDEF" for one in part[:4]) and len(part) >= 4
        else "\\u" + part for part in parts[1:])


def found(words, texts):
    """Which of the words stand in a text, each with the paths."""
    words = [(word, word.casefold()) for word in words]
    places = {}
    for path, text in texts:
        text = text.casefold()
        for word, folded in words:
            if folded in text:
                places.setdefault(word, set()).add(path)
    return {word: sorted(paths)[:3] for word, paths in places.items()}
