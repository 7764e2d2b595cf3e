"""Changes to the files of a site between two commands: the same for the same site and seed."""

import re

# A line of a text in which a word can be another, and no link, mention or field is touched by it.
PLAIN_LINE = re.compile(rb"^[A-Za-z][A-Za-z ,.]* [a-z]{4,}[.,]?(?= |$)", re.MULTILINE)


def entries(site, folder="*"):
    """The files of entries, sorted by path."""
    return sorted(path for path in (site / "content").glob(f"{folder}/**/*.md") if path.is_file()
                  and not path.is_symlink())


def a_text(site, random):
    """Adds a word to a line of an entry's text, or where no line is plain, a line."""
    for path in random.sample(entries(site), min(1, len(entries(site)))):
        head, text = split(path.read_bytes())
        lines = list(PLAIN_LINE.finditer(text))
        if lines:
            end = random.choice(lines).end()
            path.write_bytes(head + text[:end] + b" rewritten" + text[end:])
        else:
            path.write_bytes(head + text.rstrip(b"\n") + b"\n\nA new line.\n")


def anything(site, random):
    """One of the changes that make more than one page again."""
    edit = random.choice([
        a_title, a_tag, a_draft, settings, a_new_post, without_a_post, a_picture, new_times])
    edit(site, random)


def a_title(site, random):
    add_field(site, random, b"title: \"Another title: " + str(random.randrange(99)).encode() + b"\"")


def a_tag(site, random):
    add_field(site, random, b"tags: [feedback, another-tag]")


def a_draft(site, random):
    add_field(site, random, b"draft: yes")


def add_field(site, random, line):
    """Puts a field into an entry's front matter, in place of the one of that name if it is on one line."""
    path = random.choice(entries(site) or [site / "content/pages/new.md"])
    head, text = split(path.read_bytes()) if path.exists() else (b"", b"# New\n")
    head = re.sub(rb"^" + line.partition(b":")[0] + rb":.*\n", b"", head, flags=re.MULTILINE) or b"---\n---\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(head.replace(b"---\n", b"---\n" + line + b"\n", 1) + text)


def settings(site, random):
    path = site / "content/handbook.yml"
    if path.exists():
        path.write_bytes(re.sub(rb"^name:.*", b"name: Another name", path.read_bytes(), flags=re.MULTILINE))


def a_new_post(site, random):
    members = [path.stem for path in entries(site, "members") if path.name != "index.md"] or ["nobody"]
    path = site / "content/posts/quite-new.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    fields = f"title: Quite new\ndate: 2026-11-01\nauthors: {random.choice(members)}\n"
    path.write_text(f"---\n{fields}---\n\nNew words.\n")


def without_a_post(site, random):
    for path in random.sample(entries(site, "posts"), min(1, len(entries(site, "posts")))):
        path.unlink()


def a_picture(site, random):
    """Another drawing of the same name."""
    for path in sorted((site / "content/assets").glob("*.svg"))[:1]:
        path.write_bytes(path.read_bytes().replace(b"</svg>", b"<path d=\"M1 1h1\"/></svg>"))


def new_times(site, random):
    """The same bytes, written again."""
    for path in entries(site):
        path.write_bytes(path.read_bytes())


def a_first_decision(site, random):
    """A decision above all others of its notes, whose numbers others may cite."""
    for path in entries(site, "meetings"):
        new = rb"\1- This one comes first.\n"
        path.write_bytes(re.sub(rb"^(## Decisions\n+)(?=- )", new, path.read_bytes(), flags=re.MULTILINE))


def split(content):
    """The front matter with its lines of `---`, and the text."""
    found = re.match(rb"---\r?\n.*?^---\r?\n", content, re.DOTALL | re.MULTILINE)
    end = found.end() if found else 0
    return content[:end], content[end:]
