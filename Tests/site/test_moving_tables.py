"""Tables and calendars as they come: of forms, of spreadsheets, of an old site, of other programs."""

import io
import zipfile

import pytest

from moving.small import Small, matter

FORM = """\
Timestamp,Email Address,First name,Last name,School or organisation,Which subjects do you teach?,When did you join?,\
May the website show your name?,May it have a page about you?,May it show photos of you?,May it name your school?,\
May it list you at meetings?,Mobile number
14/09/2026 16:02:11,ada@lark-circle.sch.uk,Ada,Okafor,Lark Primary,"Maths, Science",September 2021,Yes,Yes,No,Yes,Yes,07700 900123
15/09/2026 08:13:40,ben@lark-circle.sch.uk,ben,hale,Dove High School,English,2022-09-05,Yes,No,No,No,Yes,
15/09/2026 19:20:02,chen@lark-circle.sch.uk,小明,陈,Lark Primary,Mandarin,01/09/2023,No,No,No,No,No,
15/09/2026 19:21:02,li@lark-circle.sch.uk,大卫,李,Lark Primary,Mandarin,01/09/2023,No,No,No,No,No,
16/09/2026 07:45:00,ada@lark-circle.sch.uk,Ada,Okafor,Lark Primary,Maths,September 2021,Yes,Yes,Yes,Yes,Yes,07700 900123
16/09/2026 11:00:00,z@lark-circle.sch.uk,Zofia,Wójcik,Finch College,Matematyka,3/9/2024,yes please,ok,no thanks,Yes,Yes,
,,,,,,,,,,,,
Total,6,,,,,,,,,,,
"""

GERMAN = """\
Zeitstempel;Vorname;Nachname;Schule;Dürfen wir Ihren Namen zeigen?;Dürfen wir Fotos zeigen?
14.09.2026 16:02:11;Ada;Okafor;Lerchenschule;Ja, gerne;Nein danke
15.09.2026 08:13:40;Bernd;Halm;Taubenschule;nein;Nein
"""


def brought(tmp_path, name, text, *words):
    return Small(tmp_path, {name: text}, "csv", f"OLD/{name}", *words)


def test_answers_of_a_form_are_kept_and_only_what_is_clear(tmp_path):
    small = brought(tmp_path, "form.csv", FORM, "--as", "members")
    members = {entry.title: entry for entry in small.entries("members")}
    assert set(members) == {"Ada Okafor", "Ben Hale", "小明 陈", "大卫 李", "Zofia Wójcik"}
    ada, ben = members["Ada Okafor"].fields["consent"], members["Ben Hale"].fields["consent"]
    assert {ada[purpose] for purpose in ("name", "profile", "photo", "school", "attendance")} == {"yes"}
    assert (ada["given"], ben["given"]) == ("2026-09-16", "2026-09-15")
    assert (ben["name"], ben.get("photo", "no"), ben.get("profile", "no")) == ("yes", "no", "no")
    zofia = members["Zofia Wójcik"].fields["consent"]
    assert (zofia["name"], zofia.get("photo", "no")) == ("yes", "no")
    assert "yes" not in (members["小明 陈"].fields.get("consent") or {}).values()
    assert "07700" not in small.committed() and "@lark-circle" not in small.committed()


def test_a_table_that_is_imported_twice_doubles_nobody(tmp_path):
    small = brought(tmp_path, "form.csv", FORM, "--as", "members")
    before = small.new.contents()
    small.again()
    assert sorted(small.new.contents()) == sorted(before)


def test_names_of_other_scripts_get_ids_that_can_be_told_apart(tmp_path):
    small = brought(tmp_path, "form.csv", FORM, "--as", "members")
    ids = [entry.id for entry in small.entries("members")]
    assert len(ids) == len(set(ids)) == 5
    assert not set(ids) & {"member", "welcome", "member-1-2"}


def test_answers_in_german_are_answers(tmp_path):
    small = brought(tmp_path, "form.csv", GERMAN, "--as", "members")
    ada = small.entry("Ada Okafor").fields["consent"]
    assert (ada["name"], ada.get("photo", "no"), ada["given"]) == ("yes", "no", "2026-09-14")
    assert "yes" not in (small.entry("Bernd Halm").fields.get("consent") or {}).values()


def test_a_title_above_the_headings_is_none_of_them(tmp_path):
    small = brought(tmp_path, "list.csv", (
        "Riverside circle - membership list 2026;;;;\n;;;;\nName;Position;School;Joined;E-mail\n"
        '"OKAFOR, Ada (Dr)";Chair;Lark Primary;12.09.2021;ada@lark-circle.sch.uk\n'
        '"Hale, Ben";Treasurer;Dove High;05.09.2022;ben@lark-circle.sch.uk\n'
        "Zofia Wójcik;;Finch College;44805;\n").encode("cp1252", "replace"), "--as", "members")
    names = {entry.title for entry in small.entries("members")}
    assert {"Ada Okafor", "Ben Hale"} <= names and len(names) == 3
    assert small.entry("Ada Okafor").fields["joined"] == "2021-09-12"
    assert "2022-09-01" in [entry.fields.get("joined") for entry in small.entries("members")]


MEETINGS = """\
Date,Time,Topic,Where,Who came,Apologies,Actions agreed
14/01/2026,4.15-5.30pm,Retrieval practice,Lark Primary,"Ada Okafor, Ben Hale",Noor,Ada to send the slip by Friday
11/02/2026,16:15,Feedback,Zoom https://zoom.us/j/123?pwd=abc,,,Ben to book the hall
TBC,,Summer social,,,,
"""


def test_a_column_decides_how_its_days_are_written(tmp_path):
    small = brought(tmp_path, "meetings.csv", MEETINGS, "--as", "meetings")
    assert [small.entry(title).date for title in ("Retrieval practice", "Feedback")] == ["2026-01-14", "2026-02-11"]
    first = small.entry("Retrieval practice").fields
    assert (first["start"], first["end"]) == ("16:15", "17:30")
    assert "pwd" not in small.committed()
    assert "Noor" not in small.committed()
    assert "send the slip" in small.published()


def test_months_before_days_are_read_where_a_column_says_so(tmp_path):
    small = brought(tmp_path, "meetings.csv", "Date,Topic\n02/11/2026,Feedback\n01/14/2026,Retrieval\n", "--as", "meetings")
    assert [small.entry(title).date for title in ("Feedback", "Retrieval")] == ["2026-02-11", "2026-01-14"]


def test_resources_are_read_in_the_words_of_people(tmp_path):
    small = brought(tmp_path, "resources.csv", (
        "Title,Link,Type,Subject,Shared by,Date added,Copyright\n"
        "Exit slip,https://docs.google.com/document/d/xyz/edit,Worksheet,Maths,Ada,14/01/2026,CC-BY\n"
        "Starter slides,www.example.org/slides,PowerPoint,English,Ben Hale,11/2/2026,\n"
        "Reading list,,Document,,,,Free to use\n"), "--as", "resources")
    assert small.entry("Starter slides").fields["kind"] == "slides"
    assert small.entry("Starter slides").fields["url"] in ("https://www.example.org/slides", "http://www.example.org/slides")
    assert small.entry("Exit slip").fields["kind"] == "worksheet"
    assert small.entry("Exit slip").fields["licence"].lower().startswith("cc")
    assert small.entry("Reading list").fields["kind"] in ("reading", "other")


def workbook(rows):
    """A small .xlsx, as a spreadsheet writes it."""
    strings, cells = [], ""
    for number, row in enumerate(rows, 1):
        cells += f'<row r="{number}">'
        for column, value in zip("ABCDEFGH", row):
            if isinstance(value, int):
                cells += f'<c r="{column}{number}" s="1"><v>{value}</v></c>'
            elif value:
                strings.append(value)
                cells += f'<c r="{column}{number}" t="s"><v>{len(strings) - 1}</v></c>'
        cells += "</row>"
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml":
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{kinds}.sheet.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="r1" Type="{relations}/officeDocument" '
                       'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook {space} xmlns:r="{relations}"><sheets><sheet name="People" sheetId="1" r:id="r1"/>'
                           "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels":
            f'<Relationships xmlns="{package}"><Relationship Id="r1" Type="{relations}/worksheet" '
            f'Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{relations}/sharedStrings" '
            f'Target="sharedStrings.xml"/><Relationship Id="r3" Type="{relations}/styles" Target="styles.xml"/>'
            "</Relationships>",
        "xl/styles.xml": f'<styleSheet {space}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" '
                         'applyNumberFormat="1"/></cellXfs></styleSheet>',
        "xl/sharedStrings.xml": f"<sst {space}>" + "".join(
            f"<si><t>{text}</t></si>" for text in strings) + "</sst>",
        "xl/worksheets/sheet1.xml": f"<worksheet {space}><sheetData>{cells}</sheetData></worksheet>",
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in parts.items():
            archive.writestr(path, f'<?xml version="1.0" encoding="UTF-8"?>{text}')
    return file.getvalue()


def test_a_workbook_is_a_table(tmp_path):
    small = brought(tmp_path, "list.xlsx", workbook([
        ["Our members", "", ""], ["Name", "School", "Joined"], ["Ada Okafor", "Lark Primary", 44805],
        ["Zofia Wójcik", "Finch &amp; Co", 44806]]), "--as", "members")
    assert small.entry("Ada Okafor").fields["joined"] == "2022-09-01"
    assert small.entry("Zofia Wójcik").fields["school"] == "Finch & Co"


JEKYLL = {
    "_config.yml": "title: The Lark Circle\ncollections:\n  people: {output: true}\n"
                   "  events: {output: true, permalink: /events/:name/}\n",
    "_data/members.yml": "- name: Ada Okafor\n  role: Chair\n  school: Lark Primary\n  bio: Teaches maths.\n"
                         "- name: Ben Hale\n  role: Treasurer\n  school: Dove High\n",
    "_data/meetings.yml": "- date: 2020-01-09\n  title: Retrieval\n  room: Library\n  notes: We compared three starters.\n"
                          "- date: 2020-02-06\n  title: Feedback\n  room: Library\n",
    "_data/resources.csv": "title,link,licence\nExit slip,https://example.org/slip,CC BY 4.0\n",
    "_data/navigation.yml": "- title: About\n  url: /about/\n",
    "_people/zofia.md": matter("", title="Assistant head", first_name="Zofia", last_name="Lark",
                               email="zofia@lark-circle.sch.uk"),
    "_events/2020-03-05-talk.md": matter(
        "", title="Talk in lessons", date="2020-03-05", time='"4:30 - 6:00 PM"', location="Hall",
        presenters="[Zofia Lark]", description='"We will watch two clips.\n\n  Then we will plan.\n\n  1) bring a lesson;"'),
    "_posts/2020-01-10-first.md": matter("Words.\n", title="What we saw", tags="one two three"),
    "index.md": "---\nlayout: home\ntitle: Home\n---\nWelcome.\n",
}


def test_data_of_an_old_site_become_entries(tmp_path):
    small = Small(tmp_path, JEKYLL)
    assert {"Ada Okafor", "Ben Hale", "Zofia Lark"} == {entry.title for entry in small.entries("members")}
    assert {"Retrieval", "Feedback", "Talk in lessons"} <= {entry.title for entry in small.entries("meetings")}
    assert "We compared three starters." in small.text(small.entry("Retrieval"))
    assert small.entry("Exit slip").fields["url"] == "https://example.org/slip"
    assert "Okafor" not in small.published()


def test_fields_of_an_old_site_are_read_whole(tmp_path):
    small = Small(tmp_path, JEKYLL)
    talk = small.entry("Talk in lessons")
    assert (talk.fields["start"], talk.fields["end"], talk.fields["venue"]) == ("16:30", "18:00", "Hall")
    assert "Then we will plan." in small.text(talk) and "bring a lesson" in small.text(talk)
    assert set(small.entry("What we saw").listed("tags")) == {"one", "two", "three"}
    assert small.new.entry("What we saw").date == "2020-01-10"


@pytest.mark.parametrize("path, text", [
    ("_data/team.json", '[{"name": "Ada Okafor", "school": "Lark Primary"}, {"name": "Ben Hale"}]'),
    ("_data/people/all.yaml", "ada:\n  name: Ada Okafor\nben:\n  name: Ben Hale\n"),
    ("_data/members.tsv", "name\tschool\nAda Okafor\tLark Primary\nBen Hale\tDove High\n"),
])
def test_people_are_found_in_data_however_they_are_written(path, text, tmp_path):
    small = Small(tmp_path, {"_config.yml": "title: Old\n", path: text, "_posts/2020-01-01-a.md": matter(title="One")})
    assert {"Ada Okafor", "Ben Hale"} == {entry.title for entry in small.entries("members")}


def test_a_second_import_with_another_map_moves_an_entry(tmp_path):
    small = Small(tmp_path, JEKYLL)
    map = tmp_path / "map.yml"
    map.write_text("folders:\n  .: pages\n  _events: posts\n  _people: members\n  _posts: posts\n")
    small.again("--map", map)
    assert small.entry("Talk in lessons").kind == "posts"
