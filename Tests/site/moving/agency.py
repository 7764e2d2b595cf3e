"""An agency's community of practice, made with Hugo: authors, taxonomies, bundles, cascades, two languages."""

from moving.old_site import TAGS, OldSite

SETTINGS = {
    "config/_default/hugo.yaml": """\
baseURL: https://exchange.ferryside.example/
title: The Ferryside Exchange
languageCode: en-gb
defaultContentLanguage: en
timeZone: Europe/Dublin
theme: harbour
enableRobotsTXT: true
taxonomies:
  tag: tags
  author: authors
permalinks:
  posts: /:year/:month/:day/:slug/
  events: /event/:year/:month/:day/:slug/
ignoreFiles:
  - \\.note\\.md$
markup:
  goldmark:
    renderer:
      unsafe: true
outputs:
  home: [HTML, RSS, JSON]
""",
    "config/_default/languages.toml": """\
[en]
  languageName = "English"
  weight = 1
[fr]
  languageName = "Français"
  weight = 2
""",
    "config/_default/menus.en.toml": """\
[[main]]
  name = "About"
  pageRef = "/about"
  weight = 10
[[main]]
  name = "Events"
  url = "/events/"
  weight = 20
[[main]]
  name = "Elsewhere"
  url = "https://www.example.org/"
  weight = 30
""",
    "config/production/hugo.yaml": "googleAnalytics: UA-000000-1\n",
    "layouts/_default/baseof.html": "<html>{{ block \"main\" . }}{{ end }}</html>\n",
    "layouts/shortcodes/card.html": "<div class=\"card\">{{ .Inner | markdownify }}</div>\n",
    "archetypes/default.md": "---\ntitle: \"{{ replace .Name \"-\" \" \" | title }}\"\ndraft: true\n---\n",
    "i18n/en.yaml": "- id: read_more\n  translation: Read more\n",
    "package.json": "{\"private\": true}\n",
    "README.md": "# The site\n\nRun `hugo serve`. %MARKER%\n",
    ".github/workflows/deploy.yml": "on: push\n",
    "themes/harbour/theme.toml": "name = \"Harbour\"\n",
    "themes/harbour/exampleSite/content/posts/first.md": "---\ntitle: An example of the theme\n---\n\n%MARKER%\n",
}

BEYOND_MARKDOWN = [
    '{{< youtube "w7Ft2ymGmfc" >}}',
    '{{< figure src="/img/way.png" alt="The way to the hall" caption="By the side door" >}}',
    "{{% alert color=\"warning\" %}}\nMind the step.\n{{% /alert %}}",
    "{{< card >}}Bring a slip of paper.{{< /card >}}",
    "{{< details \"What to bring\" >}}\nA pencil.\n{{< /details >}}",
    "{{< highlight sh >}}\necho one\n{{< /highlight >}}",
    "{{< button href=\"/about/\" >}}About us{{< /button >}}",
    "| What | How long |\n|---|---|\n| talk | ten minutes |",
    "{{% comment %}} not for readers: %MARKER% {{% /comment %}}",
    "<!-- not for readers: %MARKER% -->",
]


class Agency(OldSite):
    tool = "hugo"
    title = "The Ferryside Exchange"

    def write(self):
        for path, text in SETTINGS.items():
            self.file(path, self.marked(text))
        self.picture("static/img/way.png")
        self.file("static/files/slip.txt", "Three questions.\n")
        self.authors()
        self.pages()
        for number in range(self.count * 60 // 100):
            self.post(number)
        for number in range(self.count * 20 // 100):
            self.event(number)
        for number in range(self.count * 8 // 100):
            self.guide(number)
        self.hidden()
        return self

    # Who

    def authors(self):
        for person in self.people:
            self.file(f"content/authors/{person.slug}/_index.md", yaml(
                slug=person.slug, display_name=person.name, email=person.email, pronoun="they/them",
                bio=self.prose.sentence(8).replace("*", "")))
        for name in self.organisations:
            self.file(f"content/authors/{key(name)}/_index.md", yaml(display_name=name, bio="Staff of ours."))
        self.file("data/people.yml", "".join(
            f"- name: {person.name}\n  role: Adviser\n  email: {person.email}\n" for person in self.people[:4]))
        self.file("data/links.csv", "title,link\nA rubric,https://www.example.org/rubric\n")

    def signed(self):
        """One or two people; now and then a team."""
        people = self.random.sample(self.people, 1 + self.one_in(4))
        return people, [self.random.choice(self.organisations)] if self.one_in(12) else []

    # What

    def post(self, number):
        title, date = self.heading(), self.day()
        people, teams = self.signed()
        folder, slug = f"content/posts/{date[:4]}/{date[5:7]}", key(title)
        tags = self.random.sample(TAGS, 2)
        fields = {"title": title, "date": f"{date}T09:30:00+00:00", "slug": slug, "tags": tags,
                  "authors": [person.slug for person in people] + [key(team) for team in teams]}
        old = [f"/{date.replace('-', '/')}/{slug}/"]
        if number % 3 == 0:
            # Without a slug, Hugo takes the title.
            del fields["slug"]
        if number % 10 == 0:
            old.append(f"/blog/{number}/")
            fields["aliases"] = old[1:]
        is_bundle = number % 9 == 4
        path = f"{folder}/{slug}/index.md" if is_bundle else f"{folder}/{date}-{slug}.md"
        source = self.known(path, title, "posts", date, tags, people, teams, old)
        text = self.text_of(source)
        if is_bundle:
            self.picture(f"{folder}/{slug}/board.png")
            text += "\n![The board after the talk](board.png)\n"
        self.add(source, (toml if number % 7 == 3 else yaml)(**fields) + text)
        if number % 40 == 1:
            self.french(source, fields)

    def event(self, number):
        title, date = self.heading(), self.day()
        fields = {
            "title": title, "slug": key(title), "date": f"{date} 14:00:00 -0500",
            "end_date": f"{date} 15:30:00 -0500", "event_organizer": "The Ferryside Exchange",
            "venue_name": "The long room", "authors": [self.random.choice(self.people).slug],
            "registration_url": "https://www.example.org/sign-up",
        }
        source = self.known(
            f"content/events/{date[:4]}/{date}-{key(title)}.md", title, "meetings", date, [], [], [],
            [f"/event/{date.replace('-', '/')}/{key(title)}/"])
        self.add(source, yaml(**fields) + self.text_of(source))

    def guide(self, number):
        title = self.heading()
        source = self.known(f"content/guides/{key(title)}/_index.md" if number % 5 == 0
                            else f"content/guides/{key(title)}.md",
                            title, "pages", "", [], [], [], [f"/guides/{key(title)}/"])
        self.add(source, yaml(title=title, weight=number) + self.text_of(source))

    def pages(self):
        self.file("content/_index.md", yaml(title="The Ferryside Exchange") + "Welcome to the exchange.\n")
        self.file("content/posts/_index.md", yaml(title="News"))
        self.file("content/events/_index.md", yaml(title="Events", layout="list"))
        self.file("content/authors/_index.md", yaml(title="Authors"))
        about = self.known("content/about/_index.md", "About the exchange", "pages", "", [], [], [], ["/about/"])
        self.add(about, yaml(title=about.title) + self.body(2))
        person = self.people[0]
        contact = self.known("content/contact.md", "How to reach us", "pages", "", [], [], [], ["/contact/"])
        self.add(contact, yaml(title=contact.title) + (
            f"Write to exchange@ferryside-circle.sch.uk, to [{person.name}](mailto:{person.email}) or to "
            f"{self.people[1].email}, or ring {person.phone}.\n"))

    def french(self, source, fields):
        """A translation beside its page, by the ending of its name."""
        path = source.path.removesuffix(".md") + ".fr.md"
        title = f"{source.title}, en français"
        new = self.known(path, title, source.kind, source.date, source.tags, [], [], [])
        new.language, new.translation_of = "fr", source.title
        self.add(new, yaml(**{**fields, "title": title, "aliases": []}) + "Nous avons parlé.\n")

    def known(self, path, title, kind, date, tags, people, teams, old):
        return self.source(path, title, kind, date=date, tags=tags, authors=[one.name for one in people],
                           organisations=teams, old_addresses=old)

    def text_of(self, source):
        """A text with links in Hugo's ways, its notation, and what goes wrong in real sites."""
        parts = self.body(4).strip().split("\n\n")
        targets = [one for one in self.shown() if not one.language]
        for target in self.random.sample(targets, min(2, len(targets))):
            parts[1] += f" See {self.link(source, target)}."
        parts.append(self.marked(self.random.choice(BEYOND_MARKDOWN)))
        if self.one_in(6):
            parts.append("It was [on the old list](/lists/gone-long-ago/) once.")
        if self.one_in(8):
            parts.append("![A slip](/img/not-there.png) and ![](/img/way.png)")
        if self.one_in(10):
            parts.append(f"Thanks to {self.random.choice(self.people).name} for the room.")
        if self.one_in(25):
            parts.append(f"Ask {self.random.choice(self.people).email} for the slides.")
        return "\n\n".join(parts) + "\n"

    def link(self, source, target):
        label = self.label()
        source.links[label] = target.title
        file = target.path.removeprefix("content/")
        return self.random.choice([
            f"[{label}]({target.old_addresses[0]})",
            f'[{label}]({{{{< ref "/{file}" >}}}})',
            f'[{label}]({{{{< relref "/{file.removesuffix(".md").removesuffix("/_index")}" >}}}})',
            f"[{label}](https://exchange.ferryside.example{target.old_addresses[0]})",
            f'<a href="{target.old_addresses[0]}">{label}</a>',
        ])

    # What Hugo shows nobody

    def hidden(self):
        gone, coming = "2019-04-05T00:00:00Z", "2090-01-01"
        for number in range(max(3, self.count // 60)):
            self.secret(f"posts/2021/draft-{number}", draft=True)
            self.secret(f"posts/2021/later-{number}", date=coming, publishDate=coming)
            self.secret(f"posts/2021/over-{number}", date="2018-01-02", expiryDate=gone)
            self.secret(f"posts/2021/left-{number}.note", date="2018-01-02")
            self.secret(f"internal/pay-{number}")
            self.secret(f"internal/below/{number}/deeper")
            self.secret(f"snippets/part-{number}/index", headless=True)
            self.secret(f"guides/unlisted-{number}", build={"render": "never", "list": "never"})
        self.file("content/internal/_index.md", "---\ntitle: Internal\ncascade:\n  build:\n    render: never\n"
                  f"    list: never\n    publishResources: false\n---\n{self.hidden_words()}")
        self.file("content/internal/plan.txt", f"The word is {self.marker()}.\n")

    def secret(self, path, **fields):
        title = f"{self.heading()} {self.marker()}"
        source = self.source(f"content/{path}.md", title, "", is_hidden=True)
        fields = {"title": title, "date": "2021-05-06", **fields}
        self.add(source, yaml(**fields) + self.hidden_words())


def key(title):
    """A title as Hugo writes it into an address."""
    return "-".join("".join(letter for letter in title.lower() if letter.isalnum() or letter in " -").split())


def yaml(**fields):
    return "---\n" + "".join(f"{name}: {flow(value)}\n" for name, value in fields.items()) + "---\n\n"


def toml(**fields):
    return "+++\n" + "".join(
        f"{name} = {value if name == 'date' else flow(value)}\n" for name, value in fields.items()) + "+++\n\n"


def flow(value):
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return "[" + ", ".join(flow(one) for one in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {flow(one)}" for name, one in value.items()) + "}"
    return str(value) if isinstance(value, int) else '"' + value.replace('"', "'") + '"'
