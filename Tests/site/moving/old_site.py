"""What the sites of other tools that are imported have in common, and what is known of them."""

import dataclasses
import pathlib
import random
import sys
import unicodedata

sys.path.append(str(pathlib.Path(__file__).resolve().parents[2] / "bench"))

from hugo_site import PICTURE  # noqa: E402
from names import LATIN, member_name  # noqa: E402
from plain_corpus import PlainCorpus, letters  # noqa: E402

TAGS = ["assessment", "workload", "talk", "reading", "maths", "feedback", "homework", "science"]


@dataclasses.dataclass
class Source:
    """An entry of an old site, and what must be true of it afterwards."""

    path: str
    title: str
    kind: str
    date: str = ""
    tags: list = dataclasses.field(default_factory=list)
    # The names of people; each is a member afterwards.
    authors: list = dataclasses.field(default_factory=list)
    # Those who are no members, and whose names still stand in the entry.
    organisations: list = dataclasses.field(default_factory=list)
    # The words of links, each with the title of the entry that it leads to.
    links: dict = dataclasses.field(default_factory=dict)
    old_addresses: list = dataclasses.field(default_factory=list)
    language: str = ""
    translation_of: str = ""
    is_hidden: bool = False


@dataclasses.dataclass
class Person:
    """Somebody who signed something, and whom nobody has asked yet."""

    name: str
    slug: str
    email: str
    phone: str

    @property
    def secrets(self):
        """What of them may stand on no page."""
        return [self.name, self.slug, self.email, self.phone]


class OldSite:
    """A folder as another tool has it: the same bytes for the same count.

    `tool` is what the command calls it. `sources` are the entries, and `markers` the words that stand
    only where the old tool showed nobody anything.
    """

    tool = ""
    title = ""
    organisations = ["The Practice Team", "Ferryside Council"]

    def __init__(self, folder, count):
        self.folder = pathlib.Path(folder)
        self.random = random.Random(f"{self.tool} {count}")
        self.prose = PlainCorpus(folder, 100)
        self.prose.random = self.random
        self.count = count
        self.sources, self.markers, self.titles, self.details = [], [], set(), []
        self.links_made = 0
        self.people = [self.person(number) for number in range(max(8, count // 30))]

    # What is there

    def file(self, path, content):
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())

    def picture(self, path):
        self.file(path, PICTURE)

    def add(self, source, text):
        """An entry, known and written."""
        self.sources.append(source)
        self.file(source.path, text)

    @staticmethod
    def source(path, title, kind, **facts):
        return Source(path, title, kind, **facts)

    def shown(self, kind=None):
        return [source for source in self.sources
                if not source.is_hidden and kind in (None, source.kind)]

    @property
    def secrets(self):
        """Every word that may be on no page: markers, and what tells of people."""
        return self.markers + self.details + [word for one in self.people for word in one.secrets]

    # Words

    def heading(self):
        """A title that no other entry has; the tool makes an address of it."""
        while True:
            title = self.prose.title()
            if title not in self.titles:
                self.titles.add(title)
                return title

    def marker(self):
        """A word that is nowhere else, and that nobody would take for a name, a number or a tag."""
        self.markers.append(f"unseen{letters(len(self.markers)).lower()}qz")
        return self.markers[-1]

    def marked(self, text):
        """A text with a marker of its own, where it has room for one."""
        return text.replace("%MARKER%", self.marker()) if "%MARKER%" in text else text

    def hidden_words(self):
        return f"{self.prose.sentence(8)} The word is {self.marker()}.\n"

    def body(self, paragraphs=5):
        parts = [self.prose.paragraph(40) for _ in range(paragraphs)]
        return "\n\n## What happened\n\n".join(
            ["\n\n".join(parts[:2]), "\n\n".join(parts[2:])]) + "\n"

    def label(self):
        """The words of a link: no two are alike."""
        self.links_made += 1
        return f"part {self.links_made} of it"

    def day(self, first=2018, last=2025):
        return (f"{self.random.randint(first, last)}-{self.random.randint(1, 12):02}-"
                f"{self.random.randint(1, 28):02}")

    def one_in(self, number):
        return self.random.randrange(number) == 0

    # People

    @staticmethod
    def person(number):
        """Of five people, one is of another script than the Latin."""
        name = member_name(number * 2 + 1) if number % 5 == 4 else LATIN.name(number)
        slug = folded(name)
        mailbox = slug.replace("-", ".") if slug.isascii() else f"person.{letters(number).lower()}"
        # Addresses that end with `.example` are known to be nobody's.
        return Person(name, slug, f"{mailbox}@ferryside-circle.sch.uk", f"+44 20 7946 {number + 100:04}")

    def detail(self, words):
        """Something that may not be published."""
        self.details.append(words)
        return words


def folded(name):
    """A name as tools write it into addresses: `siobhan-thornbury`, and as it is in other scripts."""
    if not any("LATIN" in unicodedata.name(letter, "") for letter in name):
        return name.replace(" ", "-")
    plain = unicodedata.normalize("NFKD", name.replace("ø", "o").replace("Ł", "L").replace("ł", "l")
                                  .replace("Þ", "Th").replace("Đ", "D"))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).lower()
    return "-".join("".join(letter if letter.isalnum() else " " for letter in plain).split())
