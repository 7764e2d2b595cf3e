"""A Hugo site of any size to import: the same bytes for the same count.

Of all its files, 6 in 10 are posts, each in one of Hugo's three notations for front matter; the
others are events, people, pages, bundles with a picture in them, and pictures in `static`.
"""

import json
import pathlib
import random

from plain_corpus import PlainCorpus, letters

# A picture of one dot.
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63"
    "f8ffff3f0005fe02fe0def46b80000000049454e44ae426082")

SHARES = [("posts", 600), ("events", 100), ("authors", 40), ("pages", 60)]


class HugoSite:
    """Writes `count` files, the settings of Hugo among them."""

    def __init__(self, folder, count):
        self.folder = pathlib.Path(folder)
        self.random = random.Random(count)
        self.prose = PlainCorpus(folder, 100)
        self.counts = {section: count * share // 1000 for section, share in SHARES}
        rest = count - sum(self.counts.values()) - 1
        self.bundles, self.pictures = rest // 4, rest - 2 * (rest // 4)

    def write(self):
        self.file("hugo.toml", 'title = "A measured site"\n')
        for number in range(self.counts["posts"]):
            self.file(f"content/posts/post-{number}.md", self.post(number))
        for number in range(self.bundles):
            self.file(f"content/posts/trip-{number}/index.md", self.post(number, "![The way](way.png)\n"))
            self.file(f"content/posts/trip-{number}/way.png", PICTURE)
        for number in range(self.counts["events"]):
            fields = {"title": self.prose.title(), "date": self.prose.day(), "location": "The hall"}
            self.file(f"content/events/event-{number}.md", yaml(fields) + self.body())
        for number in range(self.counts["authors"]):
            self.file(f"content/authors/{self.author(number).lower().replace(' ', '-')}.md", yaml(
                {"name": self.author(number)}) + self.prose.paragraph(30) + "\n")
        for number in range(self.counts["pages"]):
            self.file(f"content/page-{number}.md", yaml({"title": self.prose.title()}) + self.body())
        for number in range(self.pictures):
            self.file(f"static/images/picture-{number}.png", PICTURE)

    def post(self, number, more=""):
        fields = {
            "title": self.prose.title(), "date": self.prose.day(), "lastmod": "2026-10-01",
            "description": self.prose.sentence(9).replace("*", ""),
            "tags": self.random.sample(["assessment", "workload", "talk", "reading", "maths"], 2),
            "authors": [self.author(self.random.randrange(self.counts["authors"]))],
            "aliases": [f"/blog/old-{number}/"] if not more else [],
            "draft": number % 40 == 7,
        }
        front = [yaml, toml, as_json][number % 3](fields)
        picture = f"![A slip](/images/picture-{self.random.randrange(self.pictures)}.png)\n\n"
        return front + self.body() + "\n" + picture + more

    def body(self):
        """Some 3 KB, with two of Hugo's links and one of Markdown's."""
        one, two, three = (self.random.randrange(self.counts["posts"]) for _ in range(3))
        parts = [self.prose.paragraph(50) for _ in range(8)]
        parts[2] += f' See [the rest]({{{{< ref "posts/post-{one}.md" >}}}}).'
        parts[4] += f' And [more]({{{{< relref "post-{two}" >}}}}).'
        parts[6] += f" It began [before](/posts/post-{three}/)."
        return "\n\n## What happened\n\n".join(["\n\n".join(parts[:4]), "\n\n".join(parts[4:])]) + "\n"

    @staticmethod
    def author(number):
        return f"{letters(number)} Quillfeather"

    def file(self, path, content):
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())


def scalar(value):
    return json.dumps(value) if not isinstance(value, bool) else str(value).lower()


def yaml(fields):
    return "---\n" + "".join(f"{name}: {scalar(value)}\n" for name, value in fields.items()) + "---\n\n"


def toml(fields):
    return "+++\n" + "".join(f"{name} = {scalar(value)}\n" for name, value in fields.items()) + "+++\n\n"


def as_json(fields):
    return json.dumps(fields, indent=2) + "\n\n"
