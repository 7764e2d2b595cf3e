"""What documents and comments name is in the repository: files, folders, types, decisions."""

import ast
import re

import pytest

from conftest import ROOT

OF_THE_PROJECT = sorted([ROOT / "ARCHITECTURE.md", ROOT / "CONTRIBUTING.md",
                         *ROOT.glob("docs/decisions/*.md")])
DOCUMENTS = sorted({*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")})
DECISIONS = sorted(ROOT.glob("docs/decisions/[0-9]*.md"))
KINDS_OF_CODE = (".swift", ".c", ".h", ".js", ".css", ".py")
CODE = [ROOT / "Package.swift"] + sorted(
    path for folder in ("Sources", "Tests", "scripts", "templates/assets")
    for path in ROOT.glob(f"{folder}/**/*")
    if path.suffix in KINDS_OF_CODE or path.is_file() and path.parent.name == "scripts")
# Named in the documents, and of other packages.
FOREIGN = {"SubprocessFoundation"}
SECTIONS = ["Choice", "Why", "Alternatives", "Measured", "In the code"]

# A path from the top of the repository. `content/` and `templates/` are a reader's own folders too.
PATH = re.compile(r"(?<![\w./-])(?:Sources|Tests|docs|scripts|\.ci|\.github)/[\w+./-]*\w")
# A document of the project, a source or a test, by its name alone.
NAME = re.compile(r"(?<![\w./+-])(?:[A-Z]{3,}\.md|[A-Z]\w+(?:\+\w+)?\.swift|test_\w+\.py)\b")


def relative(path):
    return str(path.relative_to(ROOT))


def comments(path):
    """The comments of a file, as one text."""
    text = path.read_text()
    if path.suffix in (".swift", ".c", ".h", ".js", ".css"):
        return "\n".join(re.findall(r"(?:^|\s)(?://+|/?\*+) (.*)$", text, re.M))
    lines = re.findall(r"^\s*# (.*)$", text, re.M)
    if path.suffix == ".py" or text.startswith("#!/usr/bin/env python"):
        kinds = (ast.Module, ast.ClassDef, ast.FunctionDef)
        lines += [ast.get_docstring(node) or "" for node in ast.walk(ast.parse(text))
                  if isinstance(node, kinds)]
    return "\n".join(lines)


@pytest.fixture(scope="module")
def names():
    """The names of all documents, sources and tests."""
    return {path.name for path in [*DOCUMENTS, *CODE]}


@pytest.fixture(scope="module")
def words():
    """Every word of the code, such as the name of a type, and the names of its files."""
    code = [path for path in CODE if path.name != "test_named_files.py"]
    return FOREIGN | {path.stem for path in code} | {
        word for path in code for word in re.findall(r"\w+", path.read_text())}


def missing(text, names):
    """The paths and file names in a text that lead to nothing."""
    return ([path for path in PATH.findall(text) if not (ROOT / path).exists()]
            + [name for name in NAME.findall(text) if name not in names])


def code_spans(text):
    text = re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)
    return re.findall(r"`([^`\n]+)`", text)


@pytest.mark.parametrize("document", DOCUMENTS, ids=relative)
def test_every_file_that_a_document_names_is_there(document, names):
    assert missing(document.read_text(), names) == []


def test_every_file_that_a_comment_names_is_there(names):
    found = {relative(path): absent for path in CODE
             if (absent := missing(comments(path), names))}
    assert found == {}


@pytest.mark.parametrize("document", DOCUMENTS, ids=relative)
def test_every_link_by_path_leads_to_a_file(document):
    text = re.sub(r"^ *```.*?^ *```", "", document.read_text(), flags=re.DOTALL | re.MULTILINE)
    text = re.sub(r"`[^`\n]*`", "code", text)
    links = [link.split("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", text)
             if ":" not in link]
    assert [link for link in links if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("document", OF_THE_PROJECT, ids=relative)
def test_every_folder_of_the_code_that_is_named_is_there(document):
    targets = {folder.name for folder in (ROOT / "Sources").iterdir()} | {"templates"}
    spans = [span for span in code_spans(document.read_text())
             if re.fullmatch(r"[\w+./-]+", span) and "/" in span and span.split("/")[0] in targets]
    absent = [span for span in spans if not any(
        (ROOT / place).exists() for place in (span, f"Sources/{span}", f"Sources/{span}.swift"))]
    assert absent == []


@pytest.mark.parametrize("document", OF_THE_PROJECT, ids=relative)
def test_every_type_that_is_named_is_in_the_code(document, words):
    types = {span.split("(")[0].split(".")[0].split("<")[0]
             for span in code_spans(document.read_text())
             if re.fullmatch(r"[A-Z][a-z]+[A-Z]\w*(?:[.(<].*)?", span)}
    assert types - words == set()


def test_the_table_of_targets_is_that_of_the_package():
    page = (ROOT / "ARCHITECTURE.md").read_text()
    rows = [
        (target, imports)
        for targets, imports in re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|.*\| (.*?) ?\|$", page, re.M)
        for target in re.findall(r"`(\w+)`", targets)
    ]
    told = {target: set(re.findall(r"`(\w+)`", imports)) for target, imports in rows}
    package = (ROOT / "Package.swift").read_text().split(".testTarget(")[0]
    parts = re.split(r"\.(?:target|executableTarget|systemLibrary)\(\s*", package)[1:]
    declared = {}
    for part in parts:
        name = re.match(r'name: "(\w+)"', part)
        if name and "path:" not in part:
            own = re.search(r"dependencies: \[(.*)\]", re.sub(r"\.product\(.*?\)", "", part), re.S)
            declared[name[1]] = set(re.findall(r'"(\w+)"', own[1])) if own else set()
    # Those that hold values any target may import; the page says so above the table.
    shared = {"Text", "Records", "Dates"}
    assert {target: told[target] - shared for target in told} == {
        target: declared[target] - shared for target in declared
    }


def test_the_architecture_is_read_in_five_minutes():
    assert len((ROOT / "ARCHITECTURE.md").read_text().split()) <= 1500


@pytest.mark.parametrize("decision", DECISIONS, ids=relative)
def test_a_decision_has_its_number_its_date_and_its_sections(decision):
    lines = decision.read_text().split("\n")
    assert lines[0].startswith(f"# {decision.name[:3]}. ")
    assert re.match(r"20\d\d-\d\d-\d\d", lines[2])
    headings = [line[3:] for line in lines if line.startswith("## ")]
    assert [heading for heading in headings if heading in SECTIONS] == SECTIONS


def test_every_decision_is_listed_by_its_title():
    titles = {path: path.read_text().split("\n")[0].split(". ", 1)[1] for path in DECISIONS}
    listed = (ROOT / "docs/decisions/README.md").read_text()
    assert [path.name for path, title in titles.items()
            if f"| {path.name[:3]} | [{title}]({path.name}) |" not in listed] == []
    linked = (ROOT / "ARCHITECTURE.md").read_text()
    assert [path.name for path in DECISIONS if f"docs/decisions/{path.name}" not in linked] == []
