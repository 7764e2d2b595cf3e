"""People, teams and languages of an old site: who becomes a member, who is named, what is a translation."""

import pytest

from moving.old_site import PICTURE
from moving.small import Small, matter

AUTHORS = {
    "hugo.toml": 'baseURL = "https://old.example.org/"\n',
    "content/authors/ada-okafor/_index.md": matter(
        "", display_name="Ada Okafor", first_name="Ada", last_name="Okafor", bio="Teaches maths.",
        agency="Lark Primary"),
    "content/authors/nist/_index.md": matter("", title="NIST"),
    "content/authors/小明/_index.md": matter("She teaches Mandarin.\n", title="小明", role="Teacher"),
    "content/authors/大卫/_index.md": matter("", title="大卫"),
    "content/posts/a.md": matter(
        "The NIST guide says more. Ada Okafor read it. In May we met.\n", title="A look at a guide",
        date="2020-01-02", authors="[ada-okafor, nist, 小明]"),
    "content/posts/b.md": matter(
        "Your name here. The name of the school.\n", title="A template", date="2020-01-03", authors='["{{name}}"]'),
    "content/posts/c.md": matter("News.\n", title="By nobody", date="2020-01-04"),
    "content/posts/d.md": matter(
        "Staff met the core team. The Core Team agreed.\n", title="By teams", date="2020-01-05",
        authors='["Staff", "The Core Team"]'),
}

JEKYLL = {
    "_config.yml": "title: Old\n",
    "_data/authors.yml": "adao:\n  name: Ada Okafor\n  web: https://www.example.org\nteam:\n  name: The Core Team\n",
    "_posts/2020-01-02-a.md": matter("One. Ada Okafor was there.\n", title="By account", author="adao"),
    "_posts/2020-01-03-b.md": matter("Two.\n", title="By name", author="Ada Okafor"),
    "_posts/2020-01-04-c.md": matter("Three.\n", title="By team", author="team"),
    "_posts/2020-01-05-d.md": matter("Four.\n", title="By mailbox", author="info@lark-circle.sch.uk"),
}

DOCUSAURUS = {
    "docusaurus.config.js": "module.exports = {};\n",
    "blog/authors.yml": "ada:\n  name: Ada Okafor\n  title: Chair\n  image_url: https://www.example.org/a.png\n"
                        "staff:\n  name: Lark Staff\n",
    "blog/2020-01-02-a.md": matter("One. Ada Okafor was there.\n", title="By account", authors="[ada]"),
    "blog/2020-01-04-c.md": matter("Three.\n", title="By team", authors="[staff]"),
    "blog/2020-01-03-b/index.md": "---\ntitle: By name\nauthors:\n  - name: Ada Okafor\n    title: Chair\n---\n\nTwo.\n",
}


def names_of_members(small):
    return sorted(entry.title for entry in small.entries("members"))


def test_people_become_members_and_teams_and_placeholders_do_not(tmp_path):
    small = Small(tmp_path, AUTHORS)
    assert names_of_members(small) == sorted(["Ada Okafor", "小明", "大卫"])
    ids = {entry.id for entry in small.entries("members")}
    assert len(ids) == 3
    assert not ids & {"welcome", "member", "name"}


def test_a_team_is_credited_in_words(tmp_path):
    small = Small(tmp_path, AUTHORS)
    entry = small.entry("By teams")
    assert entry.listed("authors") == []
    text = (small.new.folder / entry.path).read_text()
    assert "The Core Team" in text.replace("The Core Team agreed", "")
    assert "The Core Team" in small.text(entry)


def test_words_of_every_day_are_no_findings(tmp_path):
    small = Small(tmp_path, AUTHORS)
    assert "In May we met." in small.text(small.entry("A look at a guide"))
    assert "Your name here. The name of the school." in small.text(small.entry("A template"))
    assert "Staff met the core team." in small.text(small.entry("By teams"))


@pytest.mark.parametrize("files", [AUTHORS, JEKYLL, DOCUSAURUS], ids=["Hugo", "Jekyll", "Docusaurus"])
def test_whoever_was_not_asked_is_a_member_in_texts_too(files, tmp_path):
    small = Small(tmp_path, files)
    assert "Okafor" not in small.published()
    assert "a member" in small.published().casefold()


@pytest.mark.parametrize("files", [JEKYLL, DOCUSAURUS], ids=["Jekyll", "Docusaurus"])
def test_an_account_and_a_name_are_one_person(files, tmp_path):
    small = Small(tmp_path, files)
    assert names_of_members(small) == ["Ada Okafor"]
    (ada,) = small.entries("members")
    assert small.entry("By account").listed("authors") == [ada.id]
    assert small.entry("By name").listed("authors") == [ada.id]
    assert small.entry("By team").listed("authors") == []


@pytest.mark.parametrize("files", [AUTHORS, JEKYLL, DOCUSAURUS], ids=["Hugo", "Jekyll", "Docusaurus"])
def test_a_public_source_gets_neutral_ids_and_no_names(files, tmp_path):
    small = Small(tmp_path, files, source="public")
    for member in small.entries("members"):
        assert member.id.startswith("m-"), member.path
        assert "name" not in member.fields
    names = "\n".join(path for path in small.new.contents())
    assert "okafor" not in names and "小明" not in names
    assert "Okafor" not in small.published()


def with_consent(small, words):
    """The map that the first import wrote, with a decision of ours."""
    written = [file for file in small.new.folder.rglob("*.yml")
               if "folders:" in file.read_text() and ".handbook" not in file.parts]
    written += [file for file in small.new.beside.glob("*.yml")]
    assert written, small.said
    text = written[0].read_text()
    assert "content" not in written[0].relative_to(small.new.beside).parts[:2]
    map = small.new.beside / "decided.yml"
    map.write_text("\n".join(line for line in text.splitlines() if not line.startswith("consent:")) + f"\n{words}\n")
    return map


def test_one_decision_on_consent_names_those_who_are_chosen_and_nobody_else(tmp_path):
    small = Small(tmp_path, AUTHORS)
    ada = next(entry for entry in small.entries("members") if entry.title == "Ada Okafor")
    map = with_consent(small, 'consent: {basis: "published authors, asked on 2026-11-02", given: 2026-11-02, '
                              f"for: [{ada.id}]}}")
    small.again("--map", map)
    ada = small.entry("Ada Okafor")
    assert ada.fields["consent"]["name"] == "yes"
    assert ada.fields["consent"]["given"] == "2026-11-02"
    assert ada.fields["consent"]["basis"] == "published authors, asked on 2026-11-02"
    assert [answer for purpose, answer in ada.fields["consent"].items()
            if purpose in ("profile", "photo", "school", "attendance")].count("yes") == 0
    assert "Ada Okafor" in small.text(small.entry("A look at a guide"))
    assert "小明" not in small.published()


def test_nobody_is_consented_for_by_all(tmp_path):
    from conftest import run
    small = Small(tmp_path, AUTHORS)
    map = with_consent(small, 'consent: {basis: "asked", given: 2026-11-02, for: all}')
    before = small.new.contents()
    done = run("import", small.old, "--site", small.new.folder, "--map", map)
    assert done.returncode != 0
    assert small.new.contents() == before


LANGUAGES = {
    "Hugo by names": ({
        "hugo.toml": 'baseURL = "https://old.example.org/"\ndefaultContentLanguage = "en"\n'
                     "[languages.en]\nweight = 1\n[languages.fr]\nweight = 2\n",
        "content/posts/rules.md": matter("Be kind.\n", title="Rules", date="2020-01-02"),
        "content/posts/rules.fr.md": matter("Soyez gentils.\n", title="Les règles", date="2020-01-02"),
        "content/posts/trip/index.md": matter("We went. See [rules](../rules/).\n", title="The trip", date="2020-01-01"),
        "content/posts/trip/index.fr.md": matter(
            "Voir [règles](../rules/). ![Le plan](plan.png)\n", title="La sortie", date="2020-01-01"),
        "content/posts/trip/plan.png": PICTURE,
        "content/posts/v1.2.md": matter("New things.\n", title="Version 1.2", date="2020-01-03"),
        "content/posts/my.old.md": matter("Old things.\n", title="My old one", date="2020-01-03"),
    }, {"Les règles": "Rules", "La sortie": "The trip"}),
    "Hugo by folders": ({
        "hugo.toml": 'baseURL = "https://old.example.org/"\n[languages.en]\ncontentDir = "content/en"\n'
                     '[languages.fr]\ncontentDir = "content/fr"\n',
        "content/en/posts/rules.md": matter("Be kind.\n", title="Rules", date="2020-01-02"),
        "content/fr/posts/rules.md": matter("Soyez gentils.\n", title="Les règles", date="2020-01-02"),
    }, {"Les règles": "Rules"}),
    "folders without settings": ({
        "hugo.toml": 'baseURL = "https://old.example.org/"\n',
        "content/posts/rules.md": matter("Be kind.\n", title="Rules", date="2020-01-02"),
        "content/fr/posts/rules.md": matter("Soyez gentils.\n", title="Les règles", date="2020-01-02"),
    }, {"Les règles": "Rules"}),
    "MkDocs by endings": ({
        "mkdocs.yml": "site_name: Old\nplugins:\n  - i18n:\n      docs_structure: suffix\n      languages:\n"
                      "        - locale: en\n          default: true\n        - locale: fr\n",
        "docs/index.md": "# Old\n\nHello.\n", "docs/rules.md": "# Rules\n\nBe kind.\n",
        "docs/rules.fr.md": "# Les règles\n\nSoyez gentils.\n"}, {"Les règles": "Rules"}),
    "Jekyll by address": ({
        "_config.yml": "title: Old\nlanguages: [en, fr]\ndefault_lang: en\n",
        "rules.md": matter("Be kind.\n", title="Rules", lang="en", permalink="/rules/"),
        "fr/rules.md": matter("Soyez gentils.\n", title="Les règles", lang="fr", permalink="/rules/"),
    }, {"Les règles": "Rules"}),
}


@pytest.mark.parametrize("name", LANGUAGES)
def test_a_translation_says_its_language_and_what_it_translates(name, tmp_path):
    files, pairs = LANGUAGES[name]
    small = Small(tmp_path, files)
    for french, english in pairs.items():
        translation, original = small.entry(french), small.entry(english)
        assert translation.fields.get("lang") == "fr", french
        assert translation.fields.get("translation_of", "").rpartition("/")[2] == original.id
        assert translation.id != original.id
        assert original.id in ("rules", "trip")
    for title in ("Version 1.2", "My old one"):
        if any(f"title: {title}" in text for text in files.values() if isinstance(text, str)):
            assert "lang" not in small.entry(title).fields
