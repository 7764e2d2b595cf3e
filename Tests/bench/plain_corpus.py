"""The plain handbook to measure with: lower-case English words without accents, and no pictures.

`scripts/bench --plain` uses it. Its bytes never change, so that figures can be compared with those of
earlier versions. `corpus.py` extends it to the handbook that `scripts/bench` uses by itself.

Each entry is about 6 KB of prose with headings, lists, emphasis and a quotation, and has three
references in its front matter and two links in its text. The kinds stand in the proportions of a
community that has met for years: mostly posts and resources.
"""

import datetime
import pathlib
import random

# The day from which past and coming are told; members' consent is given shortly before it.
TODAY = "2026-11-20"

# Kind, its folder, its share in a thousand.
KINDS = [
    ("post", "posts", 450),
    ("resource", "resources", 220),
    ("meeting", "meetings", 150),
    ("member", "members", 80),
    ("success", "successes", 60),
    ("goal", "goals", 40),
]

# Words without capitals or digits: nothing that reads as a person's name, an address or a number.
WORDS = """
about above again almost along always answer anything around asked autumn away basket because
become began begin behind believe beside better between board borrow both bring brought build
called came carry chair change chalk chance choose class clear close coffee colleague comment common
compare corner count course cover dark decide different door draw early easy either empty end enough
even evening every everything example explain fair feel few field find finish first floor follow
found four full garden gather gave general give glass good grade great group half hand happen hard
hear help here hold hope hour idea inside join keep kept kettle kind know large last late later
laugh learn least leave lesson less letter library light like line listen little long look made
make many map mark matter maybe meaning measure middle minute moment month more morning most move
much must name near need never next night nobody nothing notice number offer often once only open
other outside over own page paper part pass pencil people perhaps picture piece place plain plan
point practice problem promise pupil put question quick quiet quite rather reach read ready reason
record remember rest return right room round rule said same school second seem seen send sentence
several share shelf short should show side silence simple since small something sometimes soon
sort speak spend spring stand start stay still stop story street strong such summer support sure
table take talk task teach tell term than thing think third thought three through time today
together told took towards tried trouble true turn twice under until upon useful usual voice wait
walk wall want watch water week went whole window winter wish within without wonder word work world
worth would write wrong year yellow
""".split()

HEADINGS = [
    ("What we tried", "what-we-tried"),
    ("Where it began", "where-it-began"),
    ("How it went", "how-it-went"),
    ("What pupils said", "what-pupils-said"),
    ("What we would change", "what-we-would-change"),
    ("What comes next", "what-comes-next"),
]

RESOURCE_KINDS = ["lesson-plan", "activity", "worksheet", "assessment", "slides", "reading"]
POST_KINDS = ["story", "question", "reflection", "news"]
CYCLES = ["immediate", "potential", "applied", "realised", "reframing"]
LICENCES = ["cc-by-4.0", "cc-by-sa-4.0", "cc0-1.0", "cc-by-nc-4.0"]

SETTINGS = """name: A measured community
purpose: A handbook that a program made up, to see how long it takes to build.
language: en
timezone: Europe/London
contact: circle@measured.example
base_url: https://measured.example/handbook/
source: private
indexing: all
"""


class PlainCorpus:
    """Writes `count` entries below `folder`."""

    def __init__(self, folder, count):
        self.content = pathlib.Path(folder) / "content"
        self.random = random.Random(count)
        shares = {kind: max(4, count * share // 1000) for kind, _, share in KINDS}
        shares["post"] += count - sum(shares.values())
        self.ids = {kind: [f"{kind}-{n}" for n in range(shares[kind])] for kind, _, _ in KINDS}
        self.folders = {kind: folder for kind, folder, _ in KINDS}
        self.tags = [tag(n) for n in range(max(12, count // 100))]

    def write(self):
        self.content.mkdir(parents=True)
        (self.content / "handbook.yml").write_text(SETTINGS, encoding="utf-8")
        for kind, folder, _ in KINDS:
            (self.content / folder).mkdir()
            for name in self.ids[kind]:
                text = "\n".join(["---", *self.fields(kind, name), "---", "", self.body(kind)])
                (self.content / folder / f"{name}.md").write_text(text, encoding="utf-8")

    def fields(self, kind, name):
        """The front matter's lines, with three references among them."""
        common = [] if kind == "member" else [f"title: {self.title()}"]
        common.append(f"tags: [{', '.join(self.random.sample(self.tags, 3))}]")
        return common + getattr(self, kind)(name)

    def post(self, _):
        return [
            f"date: {self.day()}",
            f"authors: {self.one('member')}",
            f"kind: {self.random.choice(POST_KINDS)}",
            f"resources: {self.one('resource')}",
            f"goals: {self.one('goal')}",
        ]

    def resource(self, _):
        return [
            f"date: {self.day()}",
            f"kind: {self.random.choice(RESOURCE_KINDS)}",
            f"licence: {self.random.choice(LICENCES)}",
            f"creators: {self.one('member')}",
            f"shared_by: {self.one('member')}",
            f"goals: {self.one('goal')}",
            "time_needed: 45 min",
        ]

    def meeting(self, _):
        return [
            f"date: {self.day()}",
            'start: "16:15"',
            'end: "17:30"',
            f"chair: {self.one('member')}",
            f"note_taker: {self.one('member')}",
            f"goals: {self.one('goal')}",
        ]

    def member(self, name):
        number = int(name.split("-")[1])
        # Some have not agreed to be named, so every text is searched for their names.
        answer = "no" if number % 12 == 11 else "yes"
        return [
            f"name: {letters(number)} Quillfeather",
            f"consent: {{name: {answer}, profile: {answer}, attendance: {answer}, given: 2026-09-01}}",
            "joined: 2024-09-01",
            f"goals: [{', '.join(self.random.sample(self.ids['goal'], 3))}]",
        ]

    def success(self, _):
        return [
            f"date: {self.day()}",
            f"people: {self.one('member')}",
            f"value: {self.random.choice(CYCLES)}",
            f"resources: {self.one('resource')}",
            f"goals: {self.one('goal')}",
        ]

    def goal(self, _):
        return [
            f"date: {self.day()}",
            "status: active",
            "measure: classes that try it in a term",
            "unit: classes",
            "baseline: 2",
            "target: 20",
            f"owners: [{', '.join(self.random.sample(self.ids['member'], 2))}]",
            f"readings: [{{date: {self.day()}, value: {self.random.randint(3, 19)}}}]",
            f"milestones: [{{title: {self.title()}, evidence: [{self.one('resource')}]}}]",
        ]

    def body(self, kind):
        """About 6 KB of Markdown with two links: one by path to a heading, one by id."""
        parts = [self.paragraph(50), self.paragraph(60)]
        for heading, _ in HEADINGS:
            parts += [f"## {heading}", self.paragraph(60), self.listing(), self.paragraph(45)]
        target = self.random.choice(["post", "resource", "success"])
        _, anchor = self.random.choice(HEADINGS)
        path = f"../{self.folders[target]}/{self.one(target)}.md#{anchor}"
        parts.insert(4, f"{self.sentence(9)} See [{self.words(3)}]({path}) for *the rest of it*.")
        parts.insert(9, f"{self.sentence(7)} It began with [[{self.one('post')}]], as most things do.")
        parts.insert(12, f"> {self.sentence(20)}")
        return "\n\n".join(parts) + "\n"

    def listing(self):
        return "\n".join(f"- {self.sentence(self.random.randint(5, 11))}" for _ in range(3))

    def paragraph(self, length):
        sentences = []
        while length > 0:
            count = min(self.random.randint(7, 18), max(length, 5))
            sentences.append(self.sentence(count))
            length -= count
        return wrapped(" ".join(sentences))

    def sentence(self, length):
        words = self.draw(length)
        if length > 12:
            words[length // 2] += ","
            words[3] = f"**{words[3]}**"
        return f"{with_capital(words[0])} {' '.join(words[1:])}."

    def words(self, length):
        return " ".join(self.draw(length))

    def title(self):
        return with_capital(self.words(5))

    def draw(self, length):
        """The words of a sentence, a title or the label of a link."""
        return self.random.choices(WORDS, k=length)

    def one(self, kind):
        return self.random.choice(self.ids[kind])

    def day(self):
        start = datetime.date(2023, 9, 1)
        return (start + datetime.timedelta(days=self.random.randrange(1150))).isoformat()


def tag(number):
    """Two words that go together with no other tag's: tags that look alike would warn."""
    return f"{WORDS[number * 7 % len(WORDS)]}-{WORDS[(number * 11 + 5) % len(WORDS)]}"


def with_capital(text):
    return text[:1].upper() + text[1:]


def letters(number):
    """A number as a word of letters, so that each member's name is like no other: Xa, Xb … Xba."""
    word = ""
    while True:
        word = chr(ord("a") + number % 26) + word
        number //= 26
        if number == 0:
            return f"X{word}"


def wrapped(text, width=100):
    lines, line = [], ""
    for word in text.split(" "):
        if len(line) + len(word) + 1 > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return "\n".join([*lines, line])
