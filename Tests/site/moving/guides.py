"""Guides of a team, made with MkDocs: a menu, admonitions, tabs, a blog, pages that are left out."""

from moving.agency import key, yaml
from moving.old_site import TAGS, OldSite

# The marks `!!python/name:` and `!ENV` are in the settings of most sites of this tool.
SETTINGS = """\
site_name: The Moorland Guides
site_url: https://guides.moorland.example/handbook/
site_description: What we know about long lessons.
theme:
  name: material
  language: en
  features: [navigation.tabs, content.code.copy]
extra:
  social:
    - icon: fontawesome/brands/mastodon
      link: https://social.example.org/@moorland
  analytics: !ENV [ANALYTICS, ""]
plugins:
  - search
  - tags
  - blog:
      post_url_format: "{date}/{slug}"
  - redirects:
      redirect_maps:
        old-guide.md: guides/index.md
markdown_extensions:
  - admonition
  - attr_list
  - pymdownx.details
  - pymdownx.tabbed: {alternate_style: true}
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
      emoji_generator: !!python/name:material.extensions.emoji.to_svg
exclude_docs: |
  /board/
  *.part.md
draft_docs: |
  coming/
not_in_nav: |
  /quiet.md
nav:
  - Home: index.md
  - Guides:
      - guides/index.md
  - Blog:
      - blog/index.md
"""

BEYOND_MARKDOWN = [
    "!!! note \"Before you begin\"\n    Bring a slip.\n\n    And a pencil.",
    "??? warning\n    Mind the step.",
    "=== \"In the hall\"\n\n    Talk aloud.\n\n=== \"At home\"\n\n    Write it down.",
    "Press ++ctrl+p++ and :material-printer: it.",
    "![The hall](/handbook/assets/hall.png){ width=300 align=left }",
    "[Begin](../index.md){ .md-button .md-button--primary }",
    "--8<-- \"includes/words.md\"",
    "{{ build_date }}",
    "Words ==marked== and {++added++}.",
    "<!-- not for readers: %MARKER% -->",
    "A pencil.[^1]\n\n[^1]: A soft one.",
    "*[CPD]: learning on the job\n\nOur CPD is on Thursdays.",
]


class Guides(OldSite):
    tool = "mkdocs"
    title = "The Moorland Guides"

    def write(self):
        self.file("mkdocs.yml", SETTINGS)
        self.picture("docs/assets/hall.png")
        self.file("overrides/main.html", "{% extends \"base.html\" %}\n")
        self.file("includes/words.md", "Words of all pages.\n")
        self.file("docs/stylesheets/extra.css", "body { color: black }\n")
        self.file("docs/index.md", "---\ntemplate: home.html\nhide: [navigation]\n---\n# The Moorland Guides\n\nHello.\n")
        self.file("docs/tags.md", "# Tags\n\n[TAGS]\n")
        self.file("docs/blog/index.md", "# Blog\n")
        self.file("docs/blog/.authors.yml", "authors:\n" + "".join(
            f"  {person.slug}:\n    name: {person.name}\n    description: Teacher\n    avatar: https://www.example.org/a.png\n"
            for person in self.people) + "  team:\n    name: The Practice Team\n    description: All of us\n    avatar: https://www.example.org/t.png\n")
        index = self.source("docs/guides/index.md", "All the guides", "pages", old_addresses=["/guides/"])
        self.add(index, f"# {index.title}\n\n{self.body(2)}")
        for number in range(self.count * 50 // 100):
            self.guide(number)
        for number in range(self.count * 35 // 100):
            self.post(number)
        self.hidden()
        return self

    def guide(self, number):
        title = self.heading()
        part = ["guides", "guides/talk", "about"][number % 3]
        source = self.source(f"docs/{part}/{key(title)}.md", title, "pages", old_addresses=[f"/{part}/{key(title)}/"])
        front = yaml(tags=self.random.sample(TAGS, 1)) if number % 3 == 0 else ""
        self.add(source, f"{front}# {title}\n\n{self.text_of(source)}")

    def post(self, number):
        title, date = self.heading(), self.day()
        person, tags = self.random.choice(self.people), self.random.sample(TAGS, 2)
        team = ["The Practice Team"] if number % 15 == 0 else []
        source = self.source(
            f"docs/blog/posts/{date[:4]}/{key(title)}.md", title, "posts", date=date, tags=tags, authors=[person.name],
            organisations=team, old_addresses=[f"/blog/{date.replace('-', '/')}/{key(title)}/"])
        front = (f"---\ndate: {date}\nauthors:\n  - {person.slug}\n" + ("  - team\n" if team else "")
                 + f"categories: [{tags[0].capitalize()}]\ntags: [{tags[1]}]\n---\n\n")
        text = self.text_of(source)
        self.add(source, f"{front}# {title}\n\n" + text.replace("\n\n", "\n\n<!-- more -->\n\n", 1))

    def text_of(self, source):
        parts = self.body(4).strip().split("\n\n")
        targets = [one for one in self.shown() if one.path != source.path]
        for target in self.random.sample(targets, min(2, len(targets))):
            parts[1] += f" See {self.link(source, target)}."
        parts.append(self.marked(self.random.choice(BEYOND_MARKDOWN)))
        if self.one_in(6):
            parts.append("It was [on the old list](../lists/gone.md) once.")
        if self.one_in(8):
            parts.append("![A slip](not-there.png) and ![](/handbook/assets/hall.png)")
        if self.one_in(10):
            parts.append(f"Thanks to {self.random.choice(self.people).name} for the room.")
        if self.one_in(25):
            parts.append(f"Ask {self.random.choice(self.people).email} for the slides.")
        return "\n\n".join(parts) + "\n"

    def link(self, source, target):
        label = self.label()
        source.links[label] = target.title
        up = "../" * (source.path.count("/") - 1)
        path = target.path.removeprefix("docs/")
        return self.random.choice([
            f"[{label}]({up}{path})", f"[{label}]({up}{path}#what-happened)",
            f"[{label}](/handbook{target.old_addresses[0]})",
            f"[{label}](https://guides.moorland.example/handbook{target.old_addresses[0]})",
            f"[{label}][to{self.links_made}]\n\n[to{self.links_made}]: {up}{path}\n\nIt",
        ])

    def hidden(self):
        for number in range(max(3, self.count // 60)):
            self.secret(f"docs/board/minute-{number}.md")
            self.secret(f"docs/guides/half-{number}.part.md")
            self.secret(f"docs/coming/plan-{number}.md")
            self.secret(f"docs/blog/posts/draft-{number}.md", draft=True, date="2021-05-06")
        self.file("docs/board/paper.txt", f"The word is {self.marker()}.\n")
        quiet = self.source("docs/quiet.md", "Not in the menu", "pages", old_addresses=["/quiet/"])
        self.add(quiet, f"# {quiet.title}\n\nStill to be read.\n")

    def secret(self, path, **fields):
        title = f"{self.heading()} {self.marker()}"
        front = "---\n" + "".join(f"{name}: {str(value).lower()}\n" for name, value in fields.items()) + "---\n"
        self.add(self.source(path, title, "", is_hidden=True),
                 f"{front if fields else ''}# {title}\n\n{self.hidden_words()}")
