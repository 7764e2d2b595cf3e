"""The texts of the random sites: every notation that the content contract knows."""

import words
from fields import day, path_from


class Writer:
    """Writes the text of one entry, and knows the site whose entries it can link to."""

    def __init__(self, site, entry):
        self.random, self.site, self.entry = site.random, site, entry
        self.footnotes = []

    def text(self, count):
        """So many blocks, with the footnotes that they refer to."""
        blocks = [self.random.choice(BLOCKS)(self) for _ in range(count)]
        headings = [f"{self.random.choice(['##', '##', '###'])} {words.HEADINGS[index][0]}"
                    for index in self.entry.headings]
        for heading in headings:
            blocks.insert(self.random.randrange(len(blocks) + 1), heading)
        return [*blocks, *self.footnotes]

    # Pieces of a line.

    def words(self, low=2, high=6):
        return " ".join(self.random.choices(words.WORDS, k=self.random.randint(low, high)))

    def sentence(self):
        pieces = [self.words().capitalize()]
        for _ in range(self.random.randint(0, 3)):
            pieces += [self.random.choice(PIECES)(self), self.words(1, 4)]
        return " ".join(pieces) + self.random.choice(".....!?")

    def emphasis(self):
        mark = self.random.choice(["*", "_", "**", "__", "***", "~~", "`", "``"])
        return f"{mark}{self.words(1, 3)}{mark}"

    def wiki_link(self):
        target = self.site.one_entry()
        form = self.random.choice(["{id}", "{kind}/{id}", "{id}|{words}", "{kind}/{id}|*{words}*"])
        link = form.format(id=target.name, kind=target.folder, words=self.words(1, 2))
        return f"[[{self.anchored(link, target)}]]"

    def anchored(self, link, target):
        """The link, now and then to a heading of the entry."""
        anchors = [words.HEADINGS[index][1] for index in target.headings if words.HEADINGS[index][1]]
        if not anchors or self.random.random() < 0.7:
            return link
        anchor = self.random.choice(anchors)
        address, bar, label = link.partition("|")
        return f"{address}#{anchor}{bar}{label}"

    def path_link(self):
        target = self.site.one_entry()
        address = self.anchored(path_from(self.entry, target.path), target)
        form = self.random.choice(["[{0}]({1})", "[**{0}**]({1} \"A title\")", "[{0}](<{1}>)"])
        return form.format(self.words(1, 3), address)

    def mention(self):
        member = self.site.one_of("member")
        return self.random.choice(["@{0}", "@{0}", "@{0}'s", "(@{0})", "@{0},"]).format(member.name)

    def role_mention(self):
        return f"@@{self.random.choice(self.site.roles)}" if self.site.roles else "nobody"

    def agreed_name(self):
        return self.random.choice(self.site.agreed_names or ["somebody"])

    def outside_link(self):
        address = f"https://{self.random.choice(['a', 'b.c', 'xn--caf-dma'])}.example/p/{self.words(1, 1)}"
        form = self.random.choice(["<{1}>", "[{0}]({1}?a=1&b=2#top)", "{1}", "www.site.example/{0}"])
        return form.format(self.random.choice(["here", "there"]), address)

    def footnote(self):
        mark = self.random.choice(["1", "2", "note", "ß"]) + str(len(self.footnotes))
        more = f"\n\n    {self.words()}\n" if self.random.random() < 0.3 else ""
        self.footnotes.append(f"[^{mark}]: {self.words()} {self.emphasis()}{more}")
        return f"so[^{mark}]"

    def plain_signs(self):
        return self.random.choice([
            r"\@nobody", r"\[[nothing]]", "`@code [[x]]`", "$a_1 + b^2$", "{{ braces }}", "a~b~c",
            "&amp;&copy;&#233;", "1 < 2 > 0", "a | b", "user@@host", "3 * 4 * 5", "snake_case_word",
            r"\*not\*", "e\u0301", "“quotes”", "-- and ---", "\u00a0hard\u00a0space", "a\\\nbreak",
            "two spaces  \nbreak",
        ])

    def allowed_html(self):
        return self.random.choice([
            "<kbd>Ctrl</kbd>", "H<sub>2</sub>O", "<mark>*so*</mark>", "<abbr title=\"Physical\">PE</abbr>",
            "<br>", "<!-- hidden -->", "<span lang=\"cy\">ysgol</span>", "<q>said</q>", "x<sup>2</sup>",
        ])

    def image(self):
        picture = self.random.choice(self.site.pictures)
        title = self.random.choice(["", " 'A title'"])
        return f"![{self.words(1, 3)}]({path_from(self.entry, picture)}{title})"

    # Blocks.

    def paragraph(self):
        return " ".join(self.sentence() for _ in range(self.random.randint(1, 4)))

    def bullets(self):
        mark = self.random.choice("-*+")
        return "\n".join(
            f"{mark} {self.sentence()}" + (f"\n  {mark} {self.words()}" if self.random.random() < 0.3 else "")
            for _ in range(self.random.randint(1, 4)))

    def numbered(self):
        start, gap = self.random.choice([1, 1, 7]), self.random.choice(["\n", "\n\n"])
        return gap.join(f"{start + n}. {self.sentence()}" for n in range(self.random.randint(1, 3)))

    def tasks(self):
        return "\n".join(f"- [{self.random.choice(' xX')}] {self.words()}" for _ in range(3))

    def table(self):
        columns = self.random.randint(1, 4)
        rule = [self.random.choice(["---", ":--", "--:", ":-:"]) for _ in range(columns)]
        cell = lambda: self.random.choice([self.words(1, 2), self.emphasis(), r"a \| b", "", self.mention()])
        rows = [[cell() for _ in range(columns)] for _ in range(self.random.randint(1, 4))]
        lines = [[self.words(1, 1) for _ in range(columns)], rule, *rows]
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)

    def quote(self):
        alert = self.random.choice(["", "", *[f"[!{word}]" for word in ALERTS]])
        lines = [alert] * bool(alert) + [self.sentence().replace("\n", " "), ">", "- " + self.words()]
        return "\n".join(f"> {line}" for line in lines)

    def code(self):
        fence = self.random.choice(["```", "~~~", "````"])
        language = self.random.choice(["", "swift", "html"])
        return f"{fence}{language}\n@nobody [[nothing]] <b>\n{self.words()}\n{fence}"

    def indented_code(self):
        return f"    {self.words()}\n    @nobody"

    def formula(self):
        return "$$\na^2 + b^2 = c^2 \\\\ <x>\n$$"

    def html_block(self):
        return self.random.choice([
            f"<details>\n<summary>{self.words()}</summary>\n\n{self.sentence()}\n\n</details>",
            "<!-- a comment\nof two lines -->", f"<div>\n\n{self.sentence()}\n\n</div>", "***",
            "<table><tr><td>a<td>b</table>", f"<p>{self.words()}",
        ])

    def reference_link(self):
        return f"See [{self.words(1, 2)}][ref].\n\n[ref]: https://reference.example/ \"Title\""

    def underlined_heading(self):
        return f"{self.words().capitalize()}\n{self.random.choice(['---', '-------'])}"

    def harmless_slip(self):
        """What gives a warning and stops nothing."""
        return self.random.choice([
            f"• {self.words()}\n• {self.words()}", f"☐ {self.words()}", "Lost note[^nowhere].",
            "[^unused]: Nothing refers to this.", "<font color=\"red\">red</font>", "{{< youtube abc >}}",
            "{% include x.html %}", "![A plan](https://pictures.example/plan.png)", "[nothing]()",
            f"![]({path_from(self.entry, self.random.choice(self.site.pictures))})", "[open](file:///x)",
            "<script>alert(1)</script>", "| a |\n| --- |\n| 1 | 2 |", "A \u202eturned\u202c line.",
            "## Present\n\n- a colleague", "[run](javascript:alert(1))",
        ])


ALERTS = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION", "odd"]

PIECES = [
    Writer.emphasis, Writer.emphasis, Writer.wiki_link, Writer.path_link, Writer.mention, Writer.role_mention,
    Writer.agreed_name, Writer.outside_link, Writer.footnote, Writer.plain_signs, Writer.plain_signs,
    Writer.allowed_html, Writer.image,
]

BLOCKS = [
    *[Writer.paragraph] * 6, Writer.bullets, Writer.numbered, Writer.tasks, Writer.table, Writer.quote,
    Writer.code, Writer.indented_code, Writer.formula, Writer.html_block, Writer.reference_link,
    Writer.underlined_heading, Writer.harmless_slip,
]


class MinutesWriter(Writer):
    """Writes the notes of a meeting: decisions and actions first, whose numbers others cite."""

    def text(self, count):
        return [self.paragraph_without_lists(), *self.decisions(), *self.actions(), *super().text(count)]

    def paragraph_without_lists(self):
        return f"{self.words().capitalize()} {self.mention()}."

    def decisions(self):
        count = self.random.randint(0, 3)
        if count == 0:
            return ["## Decisions\n\nNone."] if self.random.random() < 0.3 else []
        items = [f"{self.words()} {self.later_than('decision')}" for _ in range(count)]
        if self.random.random() < 0.3:
            openings = ["Decision:", "**Agreed:**", "RESOLVED –"]
            return [f"{self.random.choice(openings)} {item}." for item in items]
        heading = self.random.choice(
            ["Decisions", "Decisions", "Agreed", "1. Resolved:", self.site.headings_of_notes[0]])
        if heading == "Decisions":
            self.entry.decisions = count
        return [f"## {heading}", "\n".join(f"- {item}" for item in items)]

    def actions(self):
        boxes = self.random.choices(["[ ] ", "[ ] ", "[ ] ", "[x] ", ""], k=self.random.randint(0, 4))
        if not boxes:
            return []
        heading = self.random.choice(["Actions", "Action points", self.site.headings_of_notes[1]])
        self.entry.actions = len([box for box in boxes if box])
        return [f"## {heading}", "\n".join(self.action(box) for box in boxes)]

    def action(self, box):
        who = self.random.choice([
            "", self.mention(), f"{self.mention()} and {self.mention()}",
            f"~~{self.mention()}~~ {self.mention()}"])
        when = self.random.choice([
            "", f", due {day(self.random)}", f" by {day(self.random)}", ", due 1 March",
            " by Friday", f" done {day(self.random)}"])
        goal = f" goal:{self.site.one_of('goal').name}" if self.random.random() < 0.3 else ""
        words = f"{who} {self.words()}{when}{goal} {self.later_than('action')}".strip()
        is_dropped = self.random.random() < 0.1
        return f"- {box}~~{self.mention()} {self.words()}~~" if is_dropped else f"- {box}{words}"

    def later_than(self, what):
        """Now and then a link to what this takes the place of, or goes on with."""
        counts = {one: vars(one)[f"{what}s"] for one in self.site.of("meeting") if one.path < self.entry.path}
        earlier = [one for one, count in counts.items() if count > 0]
        if not earlier or self.random.random() < 0.6:
            return ""
        one = self.random.choice(earlier)
        anchor = f"{what}-{self.random.randint(1, counts[one])}"
        verb = "continues" if what == "action" else self.random.choice(["supersedes", "reverses"])
        links = [f"[[{one.name}#{anchor}]]", f"[it]({path_from(self.entry, one.path)}#{anchor})"]
        return f"{verb} {self.random.choice(links)}"
