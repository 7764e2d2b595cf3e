"""A handbook that a seed makes up: the same files for the same seed.

Sites of even seeds are without a fault, so that they are built; into those of odd seeds faults are put.
"""

import random
import re

import faults
import files
import words
from entries import FOLDERS, Entry, as_list, quoted, yaml_lines
from fields import ZONES, day, give_fields, some_words
from notation import MinutesWriter, Writer

# How few and how many entries of a kind a site has, in the order in which they are made.
COUNTS = [("member", 3, 9), ("goal", 1, 4), ("resource", 1, 6), ("meeting", 1, 8), ("post", 2, 9),
          ("success", 0, 4), ("page", 1, 4)]

# One site of so many has so many posts: a list of more than fifty goes over several pages.
SITES_PER_LARGE_ONE, POSTS_OF_LARGE_ONE = 40, 55

# What decisions and actions are headed with, in languages other than English.
HEADINGS_OF_NOTES = {"cy": ("Penderfyniadau", "Gweithredu"), "de": ("Beschlüsse", "Aufgaben")}

RHYTHMS = ["first thursday", "last friday", "every 2 weeks from 2026-01-08", "second monday"]
TAGS = ["feedback", "retrieval-practice", "Talk", "C++", "workload", "数学", "Émigrés", "reading aloud"]


class RandomSite:
    """The settings, entries and other files of a site."""

    def __init__(self, seed):
        self.seed, self.random = seed, random.Random(seed)
        choose, sample = self.random.choice, self.random.sample
        self.has_open_source = self.random.random() < 0.4
        self.language = choose(["en", "en", "en", "cy", "de", "fr", "es", "ar"])
        self.headings_of_notes = HEADINGS_OF_NOTES.get(self.language, ("Decisions", "Actions"))
        self.roles = sample(["coordinator", "note-taker", "host"], self.random.randint(0, 3))
        self.series = sample(["circle", "club", "workshops"], self.random.randint(0, 3))
        self.tags = sample(TAGS, 5)
        firsts, families = sample(words.FIRST_NAMES, 12), sample(words.FAMILY_NAMES, 12)
        # Names that no member has yet, and those of members who agree to be named: texts may say these.
        self.names = [f"{first} {family}" for first, family in zip(firsts, families)]
        self.nicknames = sample(words.NICKNAMES, len(words.NICKNAMES))
        self.agreed_names = []
        self.files = files.pictures_and_documents(self.random)
        self.documents = list(self.files)
        self.pictures = [path for path in self.files if path.endswith((".png", ".svg", ".jpg", ".gif"))]
        # Symbolic links by their paths, with what they lead to; a pipe leads to nothing.
        self.links = {}
        self.settings, self.tag_file = self.new_settings(), self.new_tag_file()
        self.entries = [self.new_entry(kind, number) for kind, low, high in COUNTS
                        for number in range(self.count(kind, low, high))]
        self.fill()
        if seed % 2 == 1:
            faults.put_into(self)

    def of(self, kind):
        return [entry for entry in self.entries if entry.kind == kind]

    def one_of(self, kind):
        return self.random.choice(self.of(kind))

    def one_entry(self):
        """Any but a member: what members have agreed to decides whether they have a page."""
        return self.random.choice([entry for entry in self.entries if entry.kind != "member"])

    def some_of(self, kind, most=3):
        """The ids of a few entries, as a list of YAML."""
        known = [entry.name for entry in self.of(kind)]
        return as_list(self.random.sample(known, self.random.randint(1, min(most, len(known)))))

    def put_setting(self, lines):
        """Adds lines of settings in place of those that they give."""
        entry = Entry("page", "", "", "")
        entry.fields = self.settings if self.settings is not None else {}
        entry.put(lines)

    def contents(self):
        """All files of the site, by their paths."""
        contents = dict(self.files)
        if self.settings is not None:
            contents["content/handbook.yml"] = yaml_lines(self.settings).encode()
        if self.tag_file:
            contents["content/tags.yml"] = self.tag_file.encode()
        return contents | {entry.path: entry.content for entry in self.entries}

    def count(self, kind, low, high):
        if kind == "post" and self.seed % SITES_PER_LARGE_ONE == 0:
            return POSTS_OF_LARGE_ONE
        return self.random.randint(low, high)

    def fill(self):
        """Gives the entries their fields and, when all of those are known, their texts."""
        self.settings["navigation"] = as_list([page.name for page in self.of("page")][:2])
        for entry in self.entries:
            give_fields(self, entry)
        for entry in sorted(self.entries, key=lambda entry: entry.path):
            writer = MinutesWriter if entry.kind == "meeting" else Writer
            entry.blocks += writer(self, entry).text(self.random.randint(1, 6))
        if self.random.random() < 0.4:
            self.files["content/routes.lock"] = b"goals/index.html\nindex.html\nposts/index.html\n"

    def new_settings(self):
        choose = self.random.choice
        settings = {
            "name": quoted(choose(["The Circle", "Cylch & Co", "Le cercle: à nous"])),
            "language": self.language, "timezone": choose(ZONES),
            "source": "public" if self.has_open_source else "private"}
        options = {
            "id": "a-circle", "tagline": quoted("Teachers & <friends>"),
            "purpose": ">-\n  We try one thing.\n  Then another.", "contact": "circle@circle.example",
            "languages": as_list(sorted({self.language, "en", "cy"})),
            "join": "|\n  Come to *one* meeting, or read [more](https://circle.example/join).",
            "share": "https://circle.example/share", "base_url": "https://circle.example/book",
            "repository": choose(["https://github.com/circle/book", "https://codeberg.org/circle/book"]),
            "licence": choose(["cc-by-4.0", "all-rights-reserved"]),
            "indexing": choose(["all", "no-members", "none"]), "open_data": choose(["yes", "no"]),
            "year_starts": quoted(choose(["09-01", "01-01", "04-15"])),
            "breaks": "\n  - {from: 2026-07-20, to: 2026-08-31}\n  - {from: 2026-12-21, to: 2027-01-01}",
            "theme": f"{{accent: {quoted(choose(['#1b6e53', '#a03', '#0f5f6b']))}}}",
            "ignore_links": '["https://circle.example/"]',
        }
        settings |= {name: value for name, value in options.items() if self.random.random() < 0.5}
        if self.roles:
            settings["roles"] = "".join(
                f"\n  - {{id: {role}, title: {role.capitalize()}}}" for role in self.roles)
        if self.series:
            settings["series"] = "".join(self.one_series(name) for name in self.series)
        return settings

    def one_series(self, name):
        options = {
            "summary": quoted("Once a month: in turn"), "rhythm": self.random.choice(RHYTHMS),
            "start": '"16:15"', "venue": quoted(self.random.choice(words.PLACES)),
            "mode": self.random.choice(["in-person", "online", "hybrid"]), "ended": "2026-10-01",
        }
        series = {"id": name, "title": quoted(f"The {name}")}
        series |= {key: value for key, value in options.items() if self.random.random() < 0.6}
        if "start" in series:
            series["end"] = '"17:30"'
        return "\n  - " + "\n    ".join(f"{key}: {value}" for key, value in series.items())

    def new_tag_file(self):
        if self.random.random() < 0.5:
            return None
        terms = [f"  - id: {quoted(tag)}\n    label: {quoted(tag + ' & more')}\n" for tag in self.tags]
        terms[0] += "    also: [marking, comments only]\n    description: What comes back\n"
        terms[1] += f"    parent: {quoted(self.tags[0])}\n"
        return f"closed: {self.random.choice(['yes', 'no'])}\ntags:\n{''.join(terms)}"

    def new_entry(self, kind, number):
        """An entry with an id, a place and a date, and which headings its text will have."""
        name = f"{kind}-{'abcdefghij'[number % 10]}{number}"
        if kind == "member":
            name = f"m-{number + 7:02}"
        if kind == "page":
            name = ["start", "charter", "privacy", "norms"][number]
        date, folder = day(self.random), f"content/{FOLDERS[kind]}"
        if kind == "meeting" or kind in ("post", "success") and self.random.random() < 0.3:
            name = f"{date}-{name}"
        path = self.random.choice(
            [f"{folder}/{name}.md"] * 4 + [f"{folder}/2025/{name}.md", f"{folder}/{name}/index.md"])
        titles = [self.random.choice(words.TITLES), some_words(self.random)]
        entry = Entry(kind, name, path, self.random.choice(titles))
        entry.headings = self.random.sample(range(len(words.HEADINGS)), self.random.choice([0, 0, 1, 3]))
        if kind in ("post", "success") and not re.match(r"\d{4}-\d\d-\d\d-", name):
            entry.fields["date"] = date
        return entry
