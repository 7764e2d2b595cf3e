"""What the old tool showed nobody stays unseen, and what it showed stays to be seen."""

import pytest

from moving.old_site import PICTURE
from moving.small import Small, matter

HIDDEN = "The word is unseenxqz.\n"
SHOWN = "The word is everyoneseesit.\n"


def hugo(settings=""):
    return {"hugo.toml": f'baseURL = "https://old.example.org/"\n{settings}',
            "content/posts/open.md": matter(SHOWN, title="Open to all", date="2020-01-05")}


def hugo_page(settings="", **fields):
    return {**hugo(settings), "content/posts/shut.md": matter(HIDDEN, **{"title": "Shut", "date": "2020-01-06", **fields})}


def jekyll(settings="", files=None):
    return {"_config.yml": f"title: Old\n{settings}",
            "_posts/2020-01-05-open.md": matter(SHOWN, title="Open to all"), **(files or {})}


def mkdocs(settings="", files=None):
    return {"mkdocs.yml": f"site_name: Old\n{settings}", "docs/index.md": "# Old\n\nHello.\n",
            "docs/open.md": f"# Open to all\n\n{SHOWN}", **(files or {})}


def vault(files):
    return {".obsidian/app.json": "{}\n", "Open to all.md": SHOWN, **files}


SITES = {
    "a draft of Hugo": hugo_page(draft="true"),
    "a day that is to come": hugo_page(publishDate="2090-01-01"),
    "a date that is to come": hugo_page(date="2090-01-01"),
    "a day that is over": hugo_page(expiryDate="2020-02-01"),
    "a bundle without a head": {**hugo(), "content/shut/index.md": matter(HIDDEN, title="Shut", headless="true"),
                                "content/shut/unseenxbqz.png": PICTURE},
    "a page that is not rendered": hugo_page(build="{render: never, list: never}"),
    "a page that is not rendered, as it was once written": hugo_page(_build="{render: false}"),
    "a section that hands it down": {
        **hugo(), "content/inner/_index.md": "---\ntitle: Inner\ncascade:\n  - build:\n      render: never\n---\n",
        "content/inner/far/below.md": matter(HIDDEN, title="Shut")},
    "a section that hands down drafts": {
        **hugo(), "content/inner/_index.md": "+++\ntitle = 'Inner'\n[cascade]\ndraft = true\n+++\n",
        "content/inner/below.md": matter(HIDDEN, title="Shut")},
    "settings that hand it down": {
        **hugo("[[cascade]]\n  [cascade.build]\n    render = 'never'\n  [cascade.target]\n    path = '/inner/**'\n"),
        "content/inner/below.md": matter(HIDDEN, title="Shut")},
    "files that are ignored": {**hugo("ignoreFiles = ['\\.note\\.md$', 'scratch/']\n"),
                               "content/posts/a.note.md": matter(HIDDEN, title="Shut"),
                               "content/scratch/b.md": matter(HIDDEN, title="Shut too")},
    "an example of the theme": {**hugo(), "themes/a/exampleSite/content/posts/shut.md": matter(HIDDEN, title="Shut")},
    "a post that is off": jekyll(files={"_posts/2020-01-06-shut.md": matter(HIDDEN, title="Shut", published="false")}),
    "a folder of drafts": jekyll(files={"_drafts/shut.md": matter(HIDDEN, title="Shut")}),
    "drafts of a part": jekyll(files={"news/_drafts/shut.md": matter(HIDDEN, title="Shut")}),
    "a folder that is no collection": jekyll(files={"_private/shut.md": matter(HIDDEN, title="Shut")}),
    "a collection without pages": jekyll(
        "collections:\n  board: {output: false}\n", {"_board/shut.md": matter(HIDDEN, title="Shut")}),
    "what is excluded": jekyll("exclude:\n- notes\n- '*.secret.md'\n", {
        "notes/shut.md": matter(HIDDEN, title="Shut"), "a.secret.md": matter(HIDDEN, title="Shut too"),
        "notes/unseenxcqz.png": PICTURE}),
    "a post of tomorrow": jekyll(files={"_posts/2090-01-06-shut.md": matter(HIDDEN, title="Shut")}),
    "defaults that turn it off": jekyll(
        "defaults:\n- scope: {path: '_posts/off'}\n  values: {published: false}\n",
        {"_posts/off/2020-01-06-shut.md": matter(HIDDEN, title="Shut")}),
    "comments of Liquid": jekyll(files={"_posts/2020-01-06-seen.md": matter(
        "Before. {% comment %}unseenxaqz{% endcomment %} {%- comment -%} unseenxbqz\n\n{%- endcomment -%}\n"
        "{% if false %}unseenxcqz{% endif %} <!-- unseenxdqz\n\nunseenxeqz --> After.\n", title="Seen in part")}),
    "pages that are excluded": mkdocs("exclude_docs: |\n  board/\n  *.part.md\n", {
        "docs/board/shut.md": f"# Shut\n\n{HIDDEN}", "docs/a.part.md": f"# Shut too\n\n{HIDDEN}",
        "docs/board/unseenxdqz.png": PICTURE}),
    "drafts by the settings": mkdocs("draft_docs: |\n  shut.md\n", {"docs/shut.md": f"# Shut\n\n{HIDDEN}"}),
    "a draft of the blog": mkdocs("plugins:\n  - blog\n", {
        "docs/blog/posts/shut.md": f"---\ndraft: true\ndate: 2020-01-01\n---\n# Shut\n\n{HIDDEN}"}),
    "notes that are not to be published": vault({
        "Shut.md": matter(HIDDEN, publish="false"), "Shut too.md": matter(HIDDEN, **{"dg-publish": "false"})}),
    "notes among those that are": {
        ".obsidian/app.json": "{}\n", "Open to all.md": matter(SHOWN, publish="true"), "Shut.md": HIDDEN},
    "comments of a vault": vault({"Seen.md": "Before %%unseenxaqz%% after.\n\n%%\nunseenxbqz\n\nunseenxcqz\n%%\n\nEnd.\n"}),
    "what was thrown away": vault({".trash/Shut.md": HIDDEN, ".obsidian/plugins/a/README.md": HIDDEN}),
    "a draft of Docusaurus": {
        "docusaurus.config.js": "module.exports = {};\n", "docs/open.md": f"# Open to all\n\n{SHOWN}",
        "docs/shut.md": matter(HIDDEN, title="Shut", draft="true"),
        "docs/part.md": matter(HIDDEN, title="Unlisted", unlisted="true"), "docs/_partial.mdx": HIDDEN},
    "a draft of Quarto": {
        "_quarto.yml": "project:\n  type: website\nwebsite:\n  title: Old\n", "open.qmd": matter(SHOWN, title="Open to all"),
        "shut.qmd": matter(HIDDEN, title="Shut", draft="true")},
    "a page of Eleventy without an address": {
        ".eleventy.js": "module.exports = () => ({});\n", "open.md": matter(SHOWN, title="Open to all"),
        "shut.md": matter(HIDDEN, title="Shut", permalink="false")},
    "comments in a folder of Markdown": {
        "open.md": f"# Open to all\n\n{SHOWN}\n<!-- unseenxaqz -->\n", "other.md": "# Other\n\n<!--\nunseenxbqz\n-->\n\nSo.\n"},
}


@pytest.mark.parametrize("name", SITES)
def test_what_was_hidden_is_not_published(name, tmp_path):
    small = Small(tmp_path, SITES[name])
    assert "unseenx" not in small.published()
    assert "everyoneseesit" in small.published()


@pytest.mark.parametrize("name", ["comments of Liquid", "comments of a vault"])
def test_the_words_around_a_comment_stay(name, tmp_path):
    small = Small(tmp_path, SITES[name])
    assert "Before" in small.published()
    assert "After." in small.published() or "End." in small.published()


def test_what_looks_like_a_comment_in_code_stays(tmp_path):
    small = Small(tmp_path, vault({"Seen.md": "Write `%%a%%` so:\n\n```\n%%\nkeptwords\n%%\n```\n"}))
    assert "%%a%%" in small.published()
    assert "keptwords" in small.published()


def test_a_page_that_is_only_not_in_the_menu_stays_public(tmp_path):
    small = Small(tmp_path, mkdocs("not_in_nav: |\n  /quiet.md\nnav:\n  - open.md\n", {
        "docs/quiet.md": "# Quiet\n\nquietwords\n", "docs/other.md": "# Other\n\notherwords\n"}))
    assert "quietwords" in small.published()
    assert "otherwords" in small.published()


def test_what_was_hidden_is_counted(tmp_path):
    small = Small(tmp_path, {**SITES["a draft of Hugo"], **{
        f"content/posts/more-{number}.md": matter(HIDDEN, title=f"More {number}", draft="true") for number in range(4)}})
    assert "5" in [word.strip(".,:;()") for word in small.said.split()], small.said
