"""Notes, minutes and documents: days, people, decisions and actions are found in them."""

import io
import shutil
import zipfile

import pytest

from moving.old_site import PICTURE
from moving.small import Small, matter

needs_pandoc = pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")

VAULT = {
    ".obsidian/app.json": "{}\n",
    "Attachments/slip.png": PICTURE,
    "People/Ada.md": matter("Phone her on Tuesdays. %% unseenxaqz %%\n", aliases="[Ada Okafor]", publish="false"),
    "Meetings/2026-01-15.md": """\
We met with [[Ada]] and [[Ada Okafor|her]]. %%unseenxbqz%%

> [!info]- What we read
> A chapter. ^a1b2

> [!question] Who reads next?

==Important== and a [[Plan#^c3d4|block]] and [[Plan#First step|a step]] and ![[slip.png|300]] and #circle/retrieval

| A |
|---|
| [[Plan\\|the plan]] |

[[#Part]]

```dataview
TABLE date FROM #circle
```

%%
unseenxcqz
%%

## Part

Words.
""",
    "Plan.md": matter("# Plan\n\n## First step\n\nDo it. ^c3d4\n", tags='["#circle/retrieval"]'),
    "A longer/way/down/Deep note.md": "It is [[Plan]] and ![[Plan]].\n",
}


def test_a_vault_becomes_entries_with_links_that_lead_on(tmp_path):
    small = Small(tmp_path, VAULT)
    plan = small.entry("Plan")
    (meeting,) = [entry for entry in small.entries("meetings") if entry.date == "2026-01-15"]
    for label in ("block", "a step", "the plan"):
        assert meeting.leads_to(label, plan), label
    text = small.text(meeting)
    assert "What we read" in text and "A chapter." in text and "Who reads next?" in text and "Important" in text
    for mark in ("%%", "[!", "^a1b2", "==", "[[", "![", "TABLE date", "|300"):
        assert mark not in text, mark
    assert any(element.tag == "img" for element in small.site.pages[meeting.page].elements)
    assert "unseenx" not in small.published()
    assert "Ada" not in small.published()


MINUTES = """\
# Lark Circle, minutes 2026-01-15

## Present

* Ada Okafor @adao (chair)
* Ben Hale @bh22
* Zofia Wojcik

## Apologies

* Noor Haddad

## Agenda

- Retrieval

## Minutes

We compared three starters. @bh22 will book the hall by Friday.

ACTION: Ben to write to the school

## Decisions

We use the short quiz until Easter.

- [ ] @adao to send the slip
"""

FOLDERS = {
    "a vault": {".obsidian/app.json": "{}\n", "minutes/minutes-2026-01-15.md": MINUTES},
    "a folder": {"minutes/minutes-2026-01-15.md": MINUTES},
    "a wiki": {"Home.md": "Hello.\n", "Minutes-2026-01-15.md": MINUTES},
    "a folder of text": {"notes/2026-01-15-minutes.md": MINUTES.replace("# Lark Circle, minutes 2026-01-15", "# Lark Circle")},
}


@pytest.mark.parametrize("name", FOLDERS)
def test_minutes_keep_their_day_and_what_was_decided_and_name_nobody(name, tmp_path):
    small = Small(tmp_path, FOLDERS[name])
    (meeting,) = [entry for entry in small.entries("meetings")]
    assert meeting.date == "2026-01-15"
    published = small.published()
    assert "We use the short quiz until Easter." in small.text(meeting)
    assert "short quiz" in small.site.pages["decisions.html"].text.decode()
    assert "send the slip" in small.site.pages["actions.html"].text.decode()
    for name in ("Okafor", "Hale", "Wojcik", "Haddad", "Noor"):
        assert name not in published, name


@pytest.mark.parametrize("path, first, date", [
    ("minutes/15-01-2025.md", "Lark Circle meeting\n15 January 2025\n", "2025-01-15"),
    ("minutes/minutes-15-01-2025.md", "# Minutes\n", "2025-01-15"),
    ("minutes/20250115 circle.md", "# Minutes\n", "2025-01-15"),
    ("minutes/circle.md", "# Minutes\n\nWednesday 15 January 2025\n", "2025-01-15"),
    ("minutes/circle.md", "# Minutes of 2025-01-15\n", "2025-01-15"),
    ("minutes/kreis.md", "# Protokoll\n\nMittwoch, 15. Januar 2025\n", "2025-01-15"),
    ("minutes/cercle.md", "# Compte rendu\n\nmercredi 15 janvier 2025\n", "2025-01-15"),
    ("minutes/2025/January 15.md", "# Minutes 15th January 2025\n", "2025-01-15"),
])
def test_the_day_of_minutes_is_found_where_people_write_it(path, first, date, tmp_path):
    small = Small(tmp_path, {path: f"{first}\nPresent: Ada, Ben\n\n1. Hall\n   Booked.\n\nAGREED: we meet on Thursdays\n",
                             "minutes/2024-01-11.md": "# Minutes\n\nAgenda: talk.\n"})
    assert date in [entry.date for entry in small.entries("meetings")]
    assert "we meet on Thursdays" in small.site.pages["decisions.html"].text.decode()


TEXT = """\
Minutes of the Riverside Circle
Held on Thursday 5 February 2026 at 4.00 pm in Room 3

Present: Ada Okafor (Chair), Ben Hale
Apologies: Xi Lu

1. Welcome
1.1 All were welcomed.

2. Matters arising
•\tQuiz bank – 24 questions so far
\t◦\thistory has none
•\tBudget is £120 * 2 = £240 _approx_
☐ Ada to send the slip by 1 March
☑ Ben booked the room
[ ] Ben to print

# of pupils: 30
> quoted?
<name> & <b>bold</b>
"""


def test_minutes_of_plain_text_stay_plain(tmp_path):
    small = Small(tmp_path, {"notes.txt": TEXT}, "text", "OLD/notes.txt", "--as", "meeting")
    (meeting,) = small.entries("meetings")
    assert meeting.date == "2026-02-05"
    text = small.text(meeting)
    for words in ("_approx_", "# of pupils: 30", "> quoted?", "<name>", "<b>bold</b>"):
        assert words in text, words
    actions = small.site.pages["actions.html"].text.decode()
    assert "print" in actions
    for name in ("Okafor", "Hale", "Xi Lu"):
        assert name not in small.published(), name


def document(paragraphs, title):
    """A small .docx: each paragraph with its style, or a table as rows."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

    def paragraph(text, style="Normal"):
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'

    body = ""
    for part in paragraphs:
        if isinstance(part, list):
            grid = "<w:tblPr/><w:tblGrid>" + '<w:gridCol w:w="2000"/>' * len(part[0]) + "</w:tblGrid>"
            body += f"<w:tbl>{grid}" + "".join("<w:tr>" + "".join(
                f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in part) + "</w:tbl>"
        else:
            body += paragraph(*part) if isinstance(part, tuple) else paragraph(part)
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{spoken}"/></w:style>'
        for name, spoken in [("Normal", "Normal"), ("Title", "Title"), ("Heading1", "heading 1")])
    package = "http://schemas.openxmlformats.org/package/2006"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    kinds = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    parts = {
        "[Content_Types].xml":
            f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
            f'ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{kinds}.document.main+xml"/>'
            f'<Override PartName="/word/styles.xml" ContentType="{kinds}.styles+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/officeDocument" '
                       'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels":
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/styles" '
            'Target="styles.xml"/></Relationships>',
        "word/styles.xml": f"<w:styles {space}>{styles}</w:styles>",
        "word/document.xml": f"<w:document {space}><w:body>{paragraph(title, 'Title')}{body}</w:body></w:document>",
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in parts.items():
            archive.writestr(path, f'<?xml version="1.0" encoding="UTF-8"?>{text}')
    return file.getvalue()


@needs_pandoc
def test_a_document_keeps_its_title_its_day_and_its_table_of_actions(tmp_path):
    small = Small(tmp_path, {"Minutes 15-01-26 FINAL v2.docx": document([
        "Date: Thursday 15 January 2026, 4.15pm", "Present: Ada Okafor (chair), Ben Hale", "Apologies: Noor Haddad",
        ("1. Matters arising", "Heading1"), "The hall is booked.",
        [["Action", "Who", "By when"], ["Send the slip", "Ada", "Friday 23 January"],
         ["Book the hall", "BH", "12/02/2026"]],
        ("3. Decisions", "Heading1"), "It was agreed that we use the short quiz until Easter.",
    ], "Minutes of the Lark Circle")}, "docx", "OLD/Minutes 15-01-26 FINAL v2.docx", "--as", "meeting")
    meeting = small.entry("Minutes of the Lark Circle")
    assert meeting.date == "2026-01-15"
    actions = small.site.pages["actions.html"].text.decode()
    assert "Send the slip" in actions and "Book the hall" in actions
    assert "short quiz" in small.site.pages["decisions.html"].text.decode()
    for name in ("Okafor", "Hale", "Haddad", "Noor"):
        assert name not in small.published(), name
