"""A handbook of any size to measure with: the same bytes for the same count, and nothing to fix.

It is the plain one of `plain_corpus.py` with what costs more to read: capitals, names of members in
eight scripts, accents, mentions, tables, notes with decisions and actions, and pictures.
"""

from names import member_name
from pictures import jpeg, png
from plain_corpus import PlainCorpus

# Words that begin a sentence and are given names too.
OPENERS = "Will Mark May Hope Rose Grace Dawn Frank Bill Drew Joy Art".split()

# Nobody in `names.py` has one of these as a family name.
PLACES = """
Aberystwyth Århus Bogotá Bydgoszcz Cardiff Chișinău Coimbra Córdoba Curaçao Đà_Nẵng Dún_Laoghaire
Gdańsk Genève Göteborg Győr Harrogate İzmir Kraków La_Coruña Leeds Liège Łódź Lyon Malmö München
Nairobi Nîmes Örebro Ōsaka Penzance Plzeň Reykjavík São_Paulo Swansea Tromsø Whitby Zürich Αθήνα
Київ Београд
""".replace("\n", " ").split()

ACCENTED = """
agréé à-propos blasé café canapé cliché crèche crème débris début déjà découpage élan émigré entrée
façade fiancée fête flambé jalapeño maître mêlée naïve née pâté piñata protégé purée raison_d’être
résumé rôle sauté séance soirée soufflé tête-à-tête über vis-à-vis
""".split()

CONTRACTIONS = "can’t couldn’t didn’t doesn’t don’t it’s pupils’ she’d they’re we’d we’ve wouldn’t".split()

YEARS = ["Year 4", "Year 8", "Year 11", "class 9B"]

# Each with the sentences of which one has such a word.
RARE = [(PLACES, 3), (ACCENTED, 3), (CONTRACTIONS, 4), (YEARS, 20)]

# Of so many sentences, one names a member.
ONE_NAMES_A_MEMBER = 15

TASKS = ["send the rubric", "book the café", "copy the slips", "write up the trial", "ask the crèche",
         "bring the big kettle", "look for a second projector", "thank the hosts"]


class Corpus(PlainCorpus):
    """Writes `count` entries and their pictures below `folder`."""

    def __init__(self, folder, count):
        super().__init__(folder, count)
        self.pictures = 0

    def post(self, entry):
        return super().post(entry) + self.picture_fields("image", entry, one_in=9)

    def member(self, entry):
        number = number_of(entry)
        answer = "yes" if is_named(number) else "no"
        purposes = "".join(f"{purpose}: {answer}, " for purpose in ["name", "profile", "photo", "attendance"])
        photo = self.picture_fields("photo", entry, one_in=8) if is_named(number) else []
        return [
            f"name: {member_name(number)}",
            f"consent: {{{purposes}given: 2026-09-01}}",
            "joined: 2024-09-01",
            f"goals: [{', '.join(self.random.sample(self.ids['goal'], 3))}]",
            *photo,
        ]

    def meeting(self, entry):
        attendees = self.random.sample(self.ids["member"], min(8, len(self.ids["member"])))
        return super().meeting(entry) + [f"attendees: [{', '.join(attendees)}]"]

    def picture_fields(self, field, entry, one_in):
        if number_of(entry) % one_in:
            return []
        return [f"{field}: {self.picture()}", f"{field}_alt: {self.title()}"]

    def picture(self):
        """Writes the next picture; every other one is a photo, and two in twenty are large."""
        number = self.pictures
        self.pictures += 1
        write, ending, large = (jpeg, "jpg", (1600, 1200)) if number % 2 else (png, "png", (640, 480))
        file = self.content / "assets" / f"picture-{number}.{ending}"
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(write(*(large if number % 20 < 2 else (64, 48)), self.random))
        return f"../assets/{file.name}"

    def body(self, kind):
        """The end of a post stays running text, which is what is edited to measure that."""
        more = {"resource": self.resource_parts, "meeting": self.meeting_parts}.get(kind)
        return "\n".join([super().body(kind), *(f"{part}\n" for part in (more() if more else []))])

    def resource_parts(self):
        """A table, and in one resource of six a picture."""
        rows = [[self.words(2), self.words(4), str(self.random.randint(2, 60))] for _ in range(4)]
        table = [["What", "How", "Minutes"], ["---", "---", "---:"], *rows]
        parts = ["## In short", "\n".join(f"| {' | '.join(row)} |" for row in table)]
        if self.random.randrange(6) == 0:
            parts.append(f"![{self.title()}]({self.picture()})")
        return parts

    def meeting_parts(self):
        """Decisions and actions, three in four of which are done."""
        actions = [self.action() for _ in range(4)]
        return [f"Decision: {self.sentence(9)}", "## Decisions", self.listing(), "## Actions", "\n".join(actions)]

    def action(self):
        done = f" done {self.day()}" if self.random.randrange(4) else ""
        return (f"- [{'x' if done else ' '}] @{self.one('member')} {self.random.choice(TASKS)}, "
                f"due {self.day()}{done} goal:{self.one('goal')}")

    def sentence(self, length):
        text = super().sentence(length)
        if self.random.randrange(ONE_NAMES_A_MEMBER):
            return text
        first, rest = text.split(" ", 1)
        return f"{first} {self.person()} {rest}"

    def person(self):
        """Somebody by name, who has agreed to that, or anybody by id.

        A name has an ordinary word on each side, so that two are never next to each other.
        """
        member = self.one("member")
        number = number_of(member)
        return member_name(number) if is_named(number) and self.random.randrange(2) else f"@{member}"

    def draw(self, length):
        words = super().draw(length)
        if self.random.randrange(6) == 0:
            words[0] = self.random.choice(OPENERS)
        for choices, one_in in RARE:
            if self.random.randrange(one_in) == 0:
                words[self.random.randrange(1, length)] = self.random.choice(choices).replace("_", " ")
        return words


def number_of(entry):
    return int(entry.split("-")[1])


def is_named(number):
    """One member in twelve has not agreed to be named, so every text is searched for their names."""
    return number % 12 != 3
