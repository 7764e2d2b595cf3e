"""The entries of random sites before they are written: fields as YAML, texts in blocks."""

import json
import re
import unicodedata

FOLDERS = {
    "post": "posts", "member": "members", "meeting": "meetings", "resource": "resources", "goal": "goals",
    "success": "successes", "page": "pages",
}


class Entry:
    """An entry, which others can name before it is finished."""

    def __init__(self, kind, name, path, title):
        self.kind, self.name, self.path, self.title = kind, name, path, title
        self.folder = FOLDERS[kind]
        self.fields, self.blocks = {}, []
        # Which of `words.HEADINGS` its text has.
        self.headings = []
        # How many decisions and actions of it can be cited by number.
        self.decisions = self.actions = 0
        # All of the file, where a fault takes the place of fields and text.
        self.whole = None

    def put(self, lines):
        """Adds lines of front matter in place of those fields that they give."""
        put_lines(self.fields, lines)

    @property
    def content(self):
        """The bytes of its file."""
        if self.whole is not None:
            return self.whole if isinstance(self.whole, bytes) else self.whole.encode()
        body = "\n\n".join(self.blocks) + "\n"
        return (f"---\n{yaml_lines(self.fields)}---\n\n{body}" if self.fields else body).encode()


def slug(name):
    """An id made of a name: letters without accents, and hyphens."""
    plain = unicodedata.normalize("NFD", name.lower().replace("ł", "l"))
    return re.sub("[^a-z]+", "-", "".join(sign for sign in plain if not unicodedata.combining(sign)))


def quoted(text):
    """A text in quotes; what JSON writes is YAML too."""
    return json.dumps(text, ensure_ascii=False)


def as_list(texts):
    """Texts as a list of YAML, in quotes where they need them."""
    return f"[{', '.join(text if re.fullmatch('[a-z][a-z0-9-]*', text) else quoted(text) for text in texts)}]"


def yaml_lines(fields):
    """Fields line by line: `name: value`, a value that begins on the next line, or lines as they are."""
    lines = []
    for name, value in fields.items():
        if name.startswith(RAW):
            lines.append(value)
        else:
            lines.append(f"{name}:{value}" if value.startswith("\n") else f"{name}: {value}")
    return "".join(f"{line}\n" for line in lines)


def put_lines(fields, lines):
    """Adds lines that may be no YAML, in place of the fields that they give."""
    for name in re.findall(r"^([a-z_]+):", lines, re.MULTILINE):
        fields.pop(name, None)
    fields[f"{RAW}{len(fields)}"] = lines


# What the name of a field begins with that stands for whole lines.
RAW = " "
