"""A network of schools, made with Jekyll: collections, data, Liquid, a base address, redirects."""

from moving.agency import key, yaml
from moving.old_site import TAGS, OldSite

SETTINGS = {
    "_config.yml": """\
# The network's site
title: The Harbour Schools Network
description: >-
  Teachers of eleven schools
  who meet on Thursdays.
url: "https://harbour.example"
baseurl: "/network"
timezone: Europe/London
lang: en-GB
permalink: /:categories/:year/:month/:day/:title.html
markdown: kramdown
plugins: [jekyll-feed, jekyll-redirect-from, jekyll-seo-tag]
collections:
  meetings:
    output: true
    permalink: /meetings/:name/
  people:
    output: true
  resources: {output: true, permalink: "/shelf/:slug/"}
  board:
    output: false
defaults:
  - scope: &everything {path: ""}
    values: {layout: default}
  - scope: {path: "_posts/withdrawn"}
    values: {published: false}
exclude: [notes, "*.bak.md", vendor/]
sass: {style: compressed}
""",
    "_layouts/default.html": "<html>{{ content }}</html>\n",
    "_includes/figure.html": "<figure><img src=\"{{ include.src }}\" alt=\"{{ include.alt }}\"></figure>\n",
    "_includes/youtube.html": "<iframe src=\"https://www.youtube.com/embed/{{ include.id }}\"></iframe>\n",
    "_sass/main.scss": "body { color: black }\n",
    "Gemfile": "source \"https://rubygems.org\"\n",
    "CNAME": "harbour.example\n",
    "404.html": "---\npermalink: /404.html\n---\n<h1>Not here</h1>\n",
    "feed.xml": "---\n---\n<feed>{% for post in site.posts %}{{ post.title }}{% endfor %}</feed>\n",
    "search.json": "---\n---\n[{% for post in site.posts %}\"{{ post.title }}\"{% endfor %}]\n",
    "README.md": "# How to write for this site\n\nFor those who write.\n",
    "vendor/gems/notes.md": "---\ntitle: Of a gem\n---\n\n%MARKER%\n",
    "_data/navigation.yml": "- title: Meetings\n  url: /meetings/\n- title: About\n  url: /about/\n",
    "_data/resources.csv": "title,link,licence\nAn exit slip,https://www.example.org/slip,CC BY 4.0\n",
}

BEYOND_MARKDOWN = [
    "{% include figure.html src=\"/assets/hall.png\" alt=\"The hall\" %}",
    "{% include youtube.html id=\"w7Ft2ymGmfc\" %}",
    "{% highlight ruby %}\nputs 1\n{% endhighlight %}",
    "{% raw %}{{ braces }}{% endraw %} stay.",
    "{% comment %}not for readers: %MARKER%{% endcomment %}",
    "{%- comment -%}\nnot for readers: %MARKER%\n{%- endcomment -%}",
    "{% if false %}not for readers: %MARKER%{% endif %}",
    "<!-- not for readers: %MARKER% -->",
    "{: .note}\nBring a slip.",
    "* TOC\n{:toc}",
    "A pencil.[^1]\n\n[^1]: A soft one.",
    "{% for one in site.data.navigation %}\n* {{ one.title }}\n{% endfor %}",
    "| What | How long |\n|------|----------|\n| talk | ten minutes |\n{: .wide}",
]


class Schools(OldSite):
    tool = "jekyll"
    title = "The Harbour Schools Network"

    def write(self):
        for path, text in SETTINGS.items():
            self.file(path, self.marked(text))
        self.picture("assets/hall.png")
        self.people_files()
        self.pages()
        for number in range(self.count * 50 // 100):
            self.post(number)
        for number in range(self.count * 25 // 100):
            self.meeting(number)
        for number in range(self.count * 10 // 100):
            self.resource(number)
        self.hidden()
        return self

    def people_files(self):
        """Half of them have an account in the list of authors, and the others a page."""
        half = len(self.people) // 2
        self.file("_data/authors.yml", "".join(
            f"{self.account(person)}:\n  name: {person.name}\n  email: {person.email}\n"
            for person in self.people[:half]) + "network:\n  name: The Practice Team\n")
        for person in self.people[half:]:
            self.file(f"_people/{person.slug}.md", yaml(
                title=person.name, name=person.name, position="Teacher", phone=person.phone,
                photo=f"/assets/{person.slug}.jpg") + "Teaches eight-year-olds.\n")

    @staticmethod
    def account(person):
        return person.slug.replace("-", "")

    def pages(self):
        self.file("index.md", "---\nlayout: home\ntitle: Home\n---\nWelcome to the network.\n")
        about = self.source("about.html", "What the network is", "pages", old_addresses=["/about/"])
        self.add(about, yaml(title=about.title, permalink="/about/") + (
            "<p>We are <strong>eleven</strong> schools. See <a href=\"{{ site.baseurl }}/join/\">how to "
            "join</a>.</p>\n<ul><li>talk</li><li>listen</li></ul>\n"))
        join = self.source("join.md", "How to join", "pages", old_addresses=["/join/"])
        person = self.people[0]
        self.add(join, yaml(title=join.title, permalink="/join/") + (
            f"Ring {person.name} on {person.phone}, or write to <{person.email}>.\n"))
        self.file("gallery.md", yaml(title="Gallery", permalink="/gallery/") + (
            "{% for picture in site.static_files %}\n![]({{ picture.path | relative_url }})\n{% endfor %}\n"))
        self.file("members.html", yaml(title="Members", permalink="/members/") + (
            "{% for one in site.people %}<a href=\"{{ one.url }}\">{{ one.name }}</a>{% endfor %}\n"))

    def post(self, number):
        title, date = self.heading(), self.day()
        person, tags = self.random.choice(self.people), self.random.sample(TAGS, 2)
        half = self.people.index(person) < len(self.people) // 2
        category = ["", "news", "lessons"][number % 3]
        is_html, is_in_folder = number % 17 == 5, number % 5 == 2
        folder = f"{category}/_posts" if is_in_folder and category else "_posts"
        path = f"{folder}/{date}-{key(title)}.{'html' if is_html else 'md'}"
        fields = {"layout": "post", "title": title, "author": self.account(person) if half else person.name,
                  "tags": " ".join(tags) if number % 2 else tags}
        if category and not is_in_folder:
            fields["category"] = category
        if number % 4 == 0:
            fields["date"] = f"{date} 16:20:00 +0000"
        old = ["/".join(["", *filter(None, [category]), *date.split("-"), f"{key(title)}.html"])]
        if number % 10 == 0:
            old.append(f"/archive/{number}.html")
            fields["redirect_from"] = old[1:]
        source = self.source(path, title, "posts", date=date, tags=tags, authors=[person.name], old_addresses=old)
        self.add(source, yaml(**fields) + (self.html(source) if is_html else self.text_of(source)))

    def meeting(self, number):
        title, date = self.heading(), self.day()
        source = self.source(
            f"_meetings/{date}-{key(title)}.md", title, "meetings", date=date,
            old_addresses=[f"/meetings/{date}-{key(title)}/"])
        self.add(source, yaml(title=title, date=date, time="4:30 - 6:00 PM", location="Dove High") + (
            f"Present: {self.people[0].name}, {self.people[1].name}\n\n" + self.text_of(source)))

    def resource(self, number):
        title = self.heading()
        source = self.source(f"_resources/{key(title)}.md", title, "resources",
                             old_addresses=[f"/shelf/{key(title)}/"])
        self.add(source, yaml(title=title, link="https://www.example.org/slip", licence="CC BY 4.0",
                              type="Worksheet") + self.text_of(source))

    def html(self, source):
        others = self.shown("posts")
        words = f"<p>We have the <em>hall</em> &amp; a kettle.<br>{self.prose.sentence(7).replace('*', '')}</p>\n"
        if others:
            label, target = self.label(), self.random.choice(others)
            source.links[label] = target.title
            words += f"<p>See <a href=\"/network{target.old_addresses[0]}\">{label}</a>.</p>\n"
        return words + "<script>go()</script>\n<h2>What next</h2>\n<ol><li>meet</li><li>talk</li></ol>\n"

    def text_of(self, source):
        parts = self.body(4).strip().split("\n\n")
        targets = [one for one in self.shown() if one.kind != "pages"]
        for target in self.random.sample(targets, min(2, len(targets))):
            parts[1] += f" See {self.link(source, target)}."
        parts.append(self.marked(self.random.choice(BEYOND_MARKDOWN)))
        if self.one_in(6):
            parts.append("It was [on the old list]({{ site.baseurl }}/lists/gone/) once.")
        if self.one_in(8):
            parts.append("![A slip]({{ '/assets/not-there.png' | relative_url }}) and ![](/network/assets/hall.png)")
        if self.one_in(10):
            parts.append(f"Thanks to **{self.random.choice(self.people).name}** for the room.")
        if self.one_in(25):
            parts.append(f"Ask {self.random.choice(self.people).email} for the slides.")
        return "\n\n".join(parts) + "\n"

    def link(self, source, target):
        label, address = self.label(), target.old_addresses[0]
        source.links[label] = target.title
        ways = [f"[{label}](/network{address})", f"[{label}]({{{{ site.baseurl }}}}{address})",
                f"[{label}]({{{{ '{address}' | relative_url }}}})",
                f"[{label}](https://harbour.example/network{address})",
                f"[{label}]({{{{ site.url }}}}{{{{ site.baseurl }}}}{address})",
                f"[{label}]({{% link {target.path} %}})"]
        if target.path.startswith("_posts/"):
            ways.append(f"[{label}]({{% post_url {target.path.removeprefix('_posts/').rsplit('.', 1)[0]} %}})")
        return self.random.choice(ways)

    def hidden(self):
        for number in range(max(3, self.count // 60)):
            date = f"2021-05-{number % 28 + 1:02}"
            self.secret(f"_posts/{date}-off-{number}", published=False)
            self.secret(f"_posts/withdrawn/{date}-back-{number}")
            self.secret(f"_posts/2090-01-01-later-{number}")
            self.secret(f"_drafts/idea-{number}")
            self.secret(f"_private/minute-{number}")
            self.secret(f"_board/{date}-board-{number}")
            self.secret(f"notes/plan-{number}")
            self.secret(f"old-{number}.bak")

    def secret(self, path, **fields):
        title = f"{self.heading()} {self.marker()}"
        self.add(self.source(f"{path}.md", title, "", is_hidden=True),
                 yaml(title=title, **fields) + self.hidden_words())
