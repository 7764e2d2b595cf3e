"""Lays out the documentation as a site for Handbook to build.

Usage: handbook --experimental-dump-help | docs_site.py FOLDER

The site is docs/site. Each page of docs joins it as a page of the same name, below the front matter that
docs/site/reference has for it; so does a page of the commands. A link that works at the git host, such as
`../../../desk.md`, becomes one between the pages of the site.
"""

import json
import pathlib
import re
import shutil
import sys

from manual_page import names, shown

ROOT = pathlib.Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
SITE = DOCS / "site"
PAGES = "content/pages"

# Where else than at its own name a link of docs leads.
ELSEWHERE = {"../README.md": "install.md", "handbook.1": "commands.md"}


def moved(address):
    """Where an address of a page of docs, or of docs/site, leads in the site; None if it does not."""
    path, _, anchor = address.partition("#")
    if "://" in address or not path:
        return address
    path = path.removeprefix("../../../").removeprefix(f"site/{PAGES}/")
    if path in ELSEWHERE:
        return ELSEWHERE[path]
    if path.startswith("images/"):
        return f"../assets/{path.removeprefix('images/')}"
    if "/" in path or not path.endswith(".md"):
        return None
    return f"{path}#{anchor}" if anchor else path


def relinked(line):
    """A line whose links and pictures lead to places of the site; others become their words."""
    def link(found):
        code, picture, words, address = found.groups()
        if code:
            return code
        target = moved(address)
        return f"{picture}[{words}]({target})" if target else f"{words} (`docs/{address}`)"
    return re.sub(r"(`[^`]*`)|(!?)\[((?:`[^`]*`|[^\]`])*)\]\(([^)\s]+)\)", link, line)


# Examples that would be found as what they are examples of, and what stands for them.
EXAMPLES = {
    "<<<<<<< ": " <<<<<<< ",
    ">>>>>>> ": " >>>>>>> ",
    "&#xFDD0;": "U+FDD0",
    "Begin with what you tried, and": "Begin with what you tried and",
}


def plain(line):
    """A line of an example, without what only a test reads and what the check would find."""
    line = re.sub(r"^( *```[a-z]+) .*", r"\1", line)
    for example, shown_as in EXAMPLES.items():
        line = line.replace(example, shown_as)
    return line


def adapted(text):
    """A text of docs as the text of a page."""
    lines, fenced = [], False
    for line in text.split("\n"):
        if line.lstrip().startswith("```"):
            fenced = not fenced
        lines.append(plain(line) if fenced else relinked(line))
    return "\n".join(lines)


def reference_page(file):
    """A page of docs, below the front matter that it has here."""
    front = SITE / "reference" / file.name
    return (front.read_text() + "\n" if front.exists() else "") + adapted(file.read_text())


def cell(text):
    """A text in a cell of a table."""
    return text.replace("\n", " ").replace("|", "\\|")


def command_section(command, path):
    """One command: what it does and what it takes, then its own commands."""
    text = [f"## {' '.join(path)}", command.get("abstract", "")]
    for paragraph in command.get("discussion", "").split("\n\n"):
        example = paragraph.removeprefix("Example: ")
        if paragraph.startswith("  ") or example != paragraph:
            text.append("```sh\n" + "\n".join(line.strip() for line in example.split("\n")) + "\n```")
        elif paragraph:
            text.append(paragraph.replace("<", "\\<").replace("*", "\\*"))
    rows = [f"| `{names(one)}` | {cell(one.get('abstract', ''))} |" for one in shown(command)]
    if rows:
        text.append("\n".join(["| what you write | what it is |", "| --- | --- |", *rows]))
    for below in command.get("subcommands", []):
        if below["commandName"] != "help":
            text += command_section(below, [*path, below["commandName"]])
    return text


def commands_page(description):
    """The page of all commands."""
    text = [
        "# Commands",
        "What each command does and takes. What stands in brackets can be left out.",
    ]
    for command in description["command"]["subcommands"]:
        if command["commandName"] != "help":
            text += command_section(command, ["handbook", command["commandName"]])
    return "\n\n".join(text) + "\n"


def lay_out(folder, description):
    """Writes the site's source."""
    shutil.copytree(SITE, folder, ignore=shutil.ignore_patterns("reference"))
    pages = folder / PAGES
    for page in pages.glob("*.md"):
        page.write_text(adapted(page.read_text()))
    for file in DOCS.glob("*.md"):
        (pages / file.name).write_text(reference_page(file))
    (pages / "commands.md").write_text(commands_page(description))
    assets = folder / "content/assets"
    assets.mkdir(parents=True, exist_ok=True)
    texts = [page.read_text() for page in pages.glob("*.md")]
    for picture in (DOCS / "images").iterdir():
        if any(f"](../assets/{picture.name})" in text for text in texts):
            shutil.copy(picture, assets)


if __name__ == "__main__":
    lay_out(pathlib.Path(sys.argv[1]), json.load(sys.stdin))
