"""A vault of Obsidian: daily notes, meetings, people, callouts, embeds, comments, publish marks."""

from moving.agency import yaml
from moving.old_site import TAGS, OldSite

BEYOND_MARKDOWN = [
    "> [!info]- What we read\n> A chapter.",
    "> [!question] Who reads next?",
    "==Important== words, and a formula $a^2$.",
    "Not for readers: %%%MARKER%%% Seen again.",
    "%%\nnot for readers: %MARKER%\n%%",
    "<!-- not for readers: %MARKER% -->",
    "```dataview\nTABLE file.ctime FROM #circle\n```",
    "`%%` stays in code.",
    "![[hall.png|300]]",
    "![[slip.txt]]",
    "- [ ] send the slip 📅 2025-03-01 ⏫\n- [x] book the hall ✅ 2025-02-01",
    "A line to cite. ^c3d4\n\nSee [[#What happened]].",
    "```mermaid\ngraph LR; a --> b\n```",
    "A word.[^1] And #circle/talk too.\n\n[^1]: Of ours.",
]


class Vault(OldSite):
    tool = "obsidian"
    title = "The Lark Circle"

    def write(self):
        self.file(".obsidian/app.json", '{"attachmentFolderPath": "Attachments", "newLinkFormat": "shortest"}\n')
        self.file(".obsidian/daily-notes.json", '{"folder": "Daily", "template": "Templates/Daily"}\n')
        self.file(".obsidian/workspace.json", f'{{"main": "{self.marker()}"}}\n')
        self.file(".trash/Old.md", f"# Old\n\n{self.hidden_words()}")
        self.file("Templates/Daily.md", "# {{date:YYYY-MM-DD}}\n\n{{title}}\n\n<% tp.file.title %>\n")
        self.file("Board.canvas", f'{{"nodes": [{{"text": "{self.marker()}"}}]}}\n')
        self.picture("Attachments/hall.png")
        self.file("Attachments/slip.txt", "Three questions.\n")
        self.file("Attachments/report.pdf", b"%PDF-1.4\n%%EOF\n")
        for person in self.people:
            self.file(f"People/{person.name}.md", yaml(
                aliases=[person.name.split(" ")[0]], email=person.email, phone=person.phone)
                + f"Teaches maths. %%{self.marker()}%%\n")
        for number in range(self.count * 50 // 100):
            self.note(number)
        for number in range(self.count * 25 // 100):
            self.meeting(number)
        for number in range(self.count * 15 // 100):
            self.daily(number)
        self.hidden()
        return self

    def note(self, number):
        title, tags = self.heading(), self.random.sample(TAGS, 2)
        folder = ["Projects", "Projects/Reading", "Ideas", "Resources/Slips"][number % 4]
        source = self.source(f"{folder}/{title}.md", title, "", tags=tags)
        fields = {"tags": tags, "created": f"{self.day()}T10:15", "cssclass": "wide"}
        if number % 6 == 0:
            fields["aliases"] = [f"{title} in short"]
        self.add(source, yaml(**fields) + self.text_of(source))

    def meeting(self, number):
        title, date = self.heading(), self.day()
        source = self.source(f"Meetings/{date} {title}.md", title, "meetings", date=date)
        person = self.random.choice(self.people)
        self.add(source, f"# {title}\n\nAttendees: [[{person.name}]], [[{self.people[0].name}|her]]\n\n"
                 + self.text_of(source) + f"\n## Actions\n\n- [ ] [[{person.name}]] to send the slip\n")

    def daily(self, number):
        date = f"{2020 + number // 336}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
        source = self.source(f"Daily/{date}.md", date, "", date=date)
        self.add(source, self.text_of(source))

    def text_of(self, source):
        parts = self.body(4).strip().split("\n\n")
        targets = [one for one in self.shown() if one.path != source.path]
        for target in self.random.sample(targets, min(2, len(targets))):
            parts[1] += f" See {self.link(source, target)}."
        parts.append(self.marked(self.random.choice(BEYOND_MARKDOWN)))
        if self.one_in(5):
            parts.append("It is [[A note that nobody wrote|still to be written]].")
        if self.one_in(8):
            parts.append("![[not-there.png]] and ![](Attachments/hall.png)")
        if self.one_in(6):
            parts.append(f"[[{self.random.choice(self.people).name}]] has the key.")
        if self.one_in(10):
            parts.append(f"Thanks to {self.random.choice(self.people).name} for the room.")
        if self.one_in(25):
            parts.append(f"Ask {self.random.choice(self.people).email} for the slides, or {self.people[2].phone}.")
        return "\n\n".join(parts) + "\n"

    def link(self, source, target):
        label, file = self.label(), target.path.removesuffix(".md")
        source.links[label] = target.title
        name = file.rsplit("/", 1)[-1]
        return self.random.choice([
            f"[[{name}|{label}]]", f"[[{file}|{label}]]", f"[[{name}#What happened|{label}]]",
            f"[{label}](../{'../' * source.path.count('/', source.path.index('/') + 1)}"
            f"{target.path.replace(' ', '%20')})",
        ])

    def hidden(self):
        for number in range(max(3, self.count // 60)):
            self.secret(f"Ideas/Unsaid {number}", publish=False)
            self.secret(f"Projects/Garden {number}", **{"dg-publish": False})
            self.secret(f"Projects/Draft {number}", draft=True)

    def secret(self, path, **fields):
        title = f"{path.rsplit('/', 1)[-1]} {self.marker()}"
        self.add(self.source(f"{path.rsplit('/', 1)[0]}/{title}.md", title, "", is_hidden=True),
                 yaml(**fields) + self.hidden_words())
