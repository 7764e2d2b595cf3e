"""The schemas that `handbook schema` prints: true of the sample, and of what is wrong."""

import json
import re
import subprocess

import jsonschema
import pytest
import yaml

from conftest import COMMAND, ROOT

KINDS = {
    "posts": "post", "members": "member", "meetings": "meeting", "resources": "resource", "goals": "goal",
    "successes": "success", "pages": "page",
}


def as_text(text):
    """Fields with each scalar as the text that is written."""
    return yaml.load(text, Loader=yaml.BaseLoader)


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2's core schema (§10.3): words, numbers, true and false, null; days and hours are words."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("bool", r"^(true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?([0-9]*\.)?[0-9]+([eE][-+]?[0-9]+)?$", "-+.0123456789"),
    ("null", r"^(~|null|Null|NULL|)$", ["~", "n", "N", ""]),
]:
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))


def as_an_editor(text):
    """Fields in the types that an editor's YAML gives them."""
    return yaml.load(text, Loader=CoreLoader)


READERS = [as_text, as_an_editor]


def front_matter(path):
    return path.read_text().split("---\n")[1]


def entries():
    for folder, kind in KINDS.items():
        for path in sorted((ROOT / "content" / folder).rglob("*.md")):
            if path.read_text().startswith("---\n"):
                yield pytest.param(kind, path, id=str(path.relative_to(ROOT / "content")))


@pytest.fixture(scope="module")
def schemas(tmp_path_factory):
    folder = tmp_path_factory.mktemp("schemas")
    subprocess.run([COMMAND, "schema", "--output", str(folder)], check=True, capture_output=True)
    found = {path.name.removesuffix(".schema.json"): json.loads(path.read_text()) for path in folder.iterdir()}
    for schema in found.values():
        jsonschema.Draft202012Validator.check_schema(schema)
    return {
        name: jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
        for name, schema in found.items()
    }


def problems(schema, fields):
    return [f"{error.json_path}: {error.message[:200]}" for error in schema.iter_errors(fields or {})]


@pytest.mark.parametrize(("kind", "path"), list(entries()))
def test_every_entry_of_the_sample_is_accepted(schemas, kind, path):
    for read in READERS:
        assert problems(schemas[kind], read(front_matter(path))) == []


@pytest.mark.parametrize("name", ["handbook", "tags"])
def test_the_settings_of_the_sample_are_accepted(schemas, name):
    for read in READERS:
        assert problems(schemas[name], read((ROOT / "content" / f"{name}.yml").read_text())) == []


WRONG = [
    ("post", "dat: 2026-01-15"), ("post", "date: 15 January 2026"), ("post", "date: 2026-02-30"),
    ("post", "date: 2026-13-01"), ("post", "kind: storey"), ("post", "draft: perhaps"),
    ("post", "audience: friends"), ("post", "aliases: [Old Name]"), ("post", "lang: English"),
    ("post", "email: a@b.example"), ("post", "authors: {name: Ada}"), ("post", "title: [a, b]"),
    ("post", "accepts: [{id: name-in-text}]"), ("post", "translation_of: [a]"),
    ("member", "email: ada@example.org"), ("member", "consent: yes"), ("member", "consent: {nam: yes}"),
    ("member", "consent: {name: yes, given: last week}"), ("member", "links: [{label: A}]"),
    ("member", "links: [{label: A, url: example}]"), ("member", "roles: [{from: 2026-01-15}]"),
    ("member", "status: gone"), ("member", "offers: [{note: A}]"), ("member", "joined: spring"),
    ("meeting", "start: 9"), ("meeting", "start: 4pm"), ("meeting", "end: 25:00"), ("meeting", "guests: a few"),
    ("meeting", "guests: -1"), ("meeting", "mode: outside"), ("meeting", "apologies: [ada-okafor]"),
    ("meeting", "timezone: London"), ("meeting", "sign_up: javascript:alert(1)"), ("meeting", "status: maybe"),
    ("resource", "kind: lesson plan\nlicence: cc0"), ("resource", "licence: cc0"),
    ("resource", "kind: tool\nlicence: free for all"), ("resource", "kind: tool\ntime_needed: a while"),
    ("resource", "kind: tool\nfiles: [{label: A}]"), ("resource", "kind: tool\ntried_by: [{note: A}]"),
    ("resource", "kind: tool\nurl: www.example.org"), ("resource", "kind: tool\nstatus: good"),
    ("goal", "status: active"), ("goal", "measure: lessons"), ("goal", "status: on\nmeasure: lessons"),
    ("goal", "status: active\nmeasure: lessons\ntarget: ten"),
    ("goal", "status: active\nmeasure: lessons\nreadings: [{date: 2026-01-15}]"),
    ("goal", "status: active\nmeasure: lessons\nreadings: [{date: 2026-01-15, value: many}]"),
    ("goal", "status: active\nmeasure: lessons\nmilestones: [{due: 2026-01-15}]"),
    ("goal", "status: active\nmeasure: lessons\nmilestones: words"),
    ("success", "value: great"), ("success", "quote: [a, b]"), ("page", "year: next"), ("page", "yaer: 2025-26"),
    ("handbook", "name: A"), ("handbook", "timezone: Europe/London"),
    ("handbook", "name: A\ntimezone: Europe/Lundon"), ("handbook", "name: A\ntimezone: UTC\nsource: open"),
    ("handbook", "name: A\ntimezone: UTC\nbase_url: example.org"),
    ("handbook", "name: A\ntimezone: UTC\nroles: [{id: a}]"),
    ("handbook", "name: A\ntimezone: UTC\nseries: [{id: a, title: A, rhythm: sometimes}]"),
    ("handbook", "name: A\ntimezone: UTC\nbreaks: [{from: 2026-01-15}]"),
    ("handbook", "name: A\ntimezone: UTC\nyear_starts: September"),
    ("handbook", "name: A\ntimezone: UTC\ntheme: {accent: greenish}"),
    ("handbook", "name: A\ntimezone: UTC\ntheme: {font: a}"),
    ("tags", "tags: [{label: A}]"), ("tags", "closed: perhaps"), ("tags", "words: [a]"),
]


@pytest.mark.parametrize(("kind", "text"), WRONG)
def test_what_the_reader_refuses_the_schema_refuses(schemas, kind, text):
    for read in READERS:
        assert problems(schemas[kind], read(text)) != []


def test_what_the_schema_refuses_the_reader_refuses(tmp_path):
    """Each of the wrong texts is an error of `handbook check`, or a privacy finding, in its own file."""
    site = tmp_path / "content"
    for number, (kind, text) in enumerate(WRONG):
        if kind in KINDS.values():
            folder = site / next(folder for folder, name in KINDS.items() if name == kind)
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"w-{number}.md").write_text(f"---\n{text}\n---\n\n# A title\n")
    (site / "handbook.yml").write_text("name: A\ntimezone: UTC\nsource: private\n")
    said = subprocess.run([COMMAND, "check", "--all"], cwd=tmp_path, capture_output=True, text=True).stderr
    found = set(re.findall(r"^content/\w+/w-(\d+)\.md[^ ]* (?:error|privacy): ", said, re.M))
    assert [WRONG[number] for number, (kind, _) in enumerate(WRONG)
            if kind in KINDS.values() and str(number) not in found] == []


# Of what `docs/diagnostics.md` shows as wrong, a schema cannot know what other files say, which day it is,
# what two fields say together, and how the text is written.
BEYOND_A_SCHEMA = {
    "ambiguous-reference", "consent-in-future", "control-character", "dates-reversed", "duplicate-field",
    "duplicate-tag", "duplicate-uid", "front-matter-too-deep", "lost-address", "meeting-passcode",
    "missing-file", "name-in-file-name", "name-in-text", "stray-list-item", "undisclosed-name",
    "undisclosed-photo", "undisclosed-school", "unknown-entry", "unknown-goal", "unknown-meeting",
    "unknown-member", "unknown-page", "unknown-post", "unknown-resource", "unknown-role", "unknown-series",
    "unknown-tag",
}

NEEDED = {
    "resource": {"kind": "tool"}, "goal": {"status": "active", "measure": "lessons"},
    "handbook": {"name": "A", "timezone": "UTC"},
}


def examples():
    """The examples of errors and privacy findings, in fields: name, kind, what is wrong, what is right."""
    page = (ROOT / "docs/diagnostics.md").read_text()
    for section in re.split(r"^### ", page, flags=re.M)[1:]:
        name, text = section.split("\n", 1)
        if not re.match(r"\s*\*\*(Error|Privacy finding)", text) or name in BEYOND_A_SCHEMA:
            continue
        wrong, _, right = text.partition("Fixed:")
        blocks = [re.findall(r"```yaml (\w+)[^\n]*\n(.*?)```", half, re.S) for half in (wrong, right)]
        for (kind, fault), (_, fixed) in zip(*blocks):
            if kind in NEEDED or kind in KINDS.values() or kind == "tags":
                yield pytest.param(kind, fault, fixed, id=name)


@pytest.mark.parametrize(("kind", "fault", "fixed"), list(examples()))
def test_errors_that_the_page_of_messages_shows_are_refused(schemas, kind, fault, fixed):
    for read in READERS:
        needed = NEEDED.get(kind, {})
        assert problems(schemas[kind], {**needed, **read(fixed)}) == []
        try:
            fields = read(fault)
        except yaml.YAMLError:
            continue
        if isinstance(fields, dict):
            fields = {**needed, **fields}
        assert problems(schemas[kind], fields) != []


RIGHT = [
    ("post", "date: \"2026-01-15\"\ntags: a, b\ndraft: YES\ntitle: 2026\nsummary:"),
    ("post", "uid: 7\nextra: {a: [1, {b: c}]}\ngoals: a\naudience: members"),
    ("member", "consent: {name: true, given: 2026-01-15}\nroles: coordinator\noffers: talk, feedback"),
    ("meeting", "start: \"16:00\"\nguests: \"3\"\nattendees: [a, b]\nseries: a"),
    ("resource", "kind: tool\nlicence: CC BY-SA 4.0\ntime_needed: 45 min\nfiles: a.pdf"),
    ("resource", "kind: tool\nlicence: all rights reserved\ncreators: [ada, {name: B}]\ntried_by: ada"),
    ("goal", "status: active\nmeasure: lessons\ntarget: 12.5\nbaseline: \"-1\"\nreadings: {date: 2026-01-15, value: 3}"),
    ("post", "image: ../assets/a.png\nimage_alt: A\ntags: [\"C++\", 7]"), ("post", "image:\ntags:"),
    ("success", "evidence: [a post, https://example.org/]\nvalue: applied"), ("page", "year: 2025-26"),
    ("handbook", "name: A\ntimezone: UTC\ncontact: [a@example.org]\nyear_starts: 09-01\nnavigation: a, b"),
    ("tags", "tags: [a, {id: b, also: c}]\nclosed: no"), ("tags", ""),
]


@pytest.mark.parametrize(("kind", "text"), RIGHT)
def test_what_the_reader_takes_the_schema_takes(schemas, kind, text):
    for read in READERS:
        assert problems(schemas[kind], read(text)) == []


def test_a_word_that_is_no_kind_is_told_with_the_nearest():
    run = subprocess.run([COMMAND, "schema", "posts"], capture_output=True, text=True)
    assert run.returncode == 2
    assert "there is no schema 'posts'" in run.stderr and "handbook schema post" in run.stderr
