"""The documentation: a site without a finding, in which everything is reached."""

import json
import posixpath
import re
import subprocess

import pytest

import docs_site
from accessibility import violations
from conftest import ROOT, build, run
from teachers import HOW_TO
from test_links import broken, followed
from windows import opened

WRITTEN = [page.stem for page in docs_site.SITE.glob("content/pages/*.md")]
OF_DOCS = [page.stem for page in docs_site.DOCS.glob("*.md")]
TEXTS = [*docs_site.SITE.glob("content/pages/*.md"), *docs_site.DOCS.glob("*.md")]
LARGEST_PICTURE = 60 * 1024


@pytest.fixture(scope="session")
def guide(tmp_path_factory):
    """The documentation, written; a finding, be it a warning, is a failure."""
    source = tmp_path_factory.mktemp("guide") / "source"
    docs_site.lay_out(source, json.loads(run("--experimental-dump-help").stdout))
    return build(source, source / "output", "--strict")


def reached(site):
    """Every page that links lead to from the home page."""
    found, waiting = set(), ["index.html"]
    while waiting:
        path = waiting.pop()
        if path in found or path not in site.pages:
            continue
        found.add(path)
        waiting += [followed(site.pages[path], address)[0] for address in site.pages[path].internal_addresses]
    return found


def test_every_link_leads_somewhere_and_none_to_a_file_of_markdown(guide):
    pages = [page for path, page in guide.pages.items() if path != "404.html"]
    assert [problem for page in pages for problem in broken(guide, page)] == []
    markdown = [
        address for page in pages for address in page.internal_addresses
        if address.split("#")[0].endswith(".md")
    ]
    assert markdown == []


@pytest.mark.parametrize("page", TEXTS, ids=lambda page: page.stem)
def test_every_link_leads_to_a_file_at_the_git_host_too(page):
    lines, fenced = [], False
    for line in page.read_text().split("\n"):
        fenced ^= line.lstrip().startswith("```")
        lines.append("" if fenced else re.sub(r"(?<!\[)`[^`]*`", "", line))
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", "\n".join(lines))
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []


def test_every_page_is_reached_from_the_first_one(guide):
    wanted = {f"{name}.html" for name in [*WRITTEN, *OF_DOCS, "commands"]}
    assert wanted - reached(guide) == set()


def test_the_lists_of_how_to_and_of_the_reference_name_all(guide):
    def named(page):
        return {posixpath.basename(address) for address in guide.pages[page].internal_addresses}
    assert {f"{name}.html" for name in HOW_TO} <= named("how-to.html")
    assert {f"{name}.html" for name in [*OF_DOCS, "commands"]} <= named("reference.html")


def test_every_picture_is_there_has_words_and_is_small(guide):
    # In the list of all pages a picture stands beside a title that says the same.
    pictures = [
        (path, element.get("src"), element.get("alt"))
        for path, page in guide.pages.items() if path != "pages/index.html"
        for element in page.elements if element.tag == "img"
    ]
    assert len({source for _, source, _ in pictures}) >= 5
    assert [picture for picture in pictures if not (picture[2] or "").strip()] == []
    taken = list((ROOT / "docs/images").glob("desk-*.webp"))
    assert [picture.name for picture in taken if picture.stat().st_size > LARGEST_PICTURE] == []


def test_every_command_has_a_section(guide):
    told = json.loads(run("--experimental-dump-help").stdout)["command"]["subcommands"]
    wanted = {f"h-handbook-{command['commandName']}" for command in told} - {"h-handbook-help"}
    assert wanted <= set(guide.pages["commands.html"].ids)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nobody_is_kept_out_and_nothing_sticks_out(guide, browser, width, scheme):
    for page in ("index.html", "first-meeting.html", "for-members.html", "commands.html", "reference.html"):
        with opened(browser, width, scheme) as window:
            window.goto(f"{guide.folder.as_uri()}/{page}")
            assert list(violations(window)) == [], page
            assert window.evaluate("document.documentElement.scrollWidth <= innerWidth"), page


def test_the_page_for_members_is_one_sheet_of_paper(guide, browser):
    with opened(browser) as window:
        window.goto(f"{guide.folder.as_uri()}/for-members.html")
        assert window.pdf(format="A4").count(b"/Type /Page\n") == 1


def test_the_documentation_is_put_beside_the_pages_that_are_published(tmp_path):
    def git(*arguments):
        return subprocess.run(
            ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments],
            cwd=tmp_path / "work", check=True, capture_output=True, text=True,
        ).stdout

    (tmp_path / "work/scripts").mkdir(parents=True)
    script = tmp_path / "work/scripts/publish-docs"
    script.write_bytes((ROOT / "scripts/publish-docs").read_bytes())
    script.chmod(0o755)
    subprocess.run(["git", "init", "--quiet", "--bare", tmp_path / "host.git"], check=True)
    git("init", "--quiet", "--initial-branch", "gh-pages")
    for path in ("index.html", "docs/gone.html"):
        (tmp_path / "work" / path).parent.mkdir(exist_ok=True)
        (tmp_path / "work" / path).write_text("There before.")
    git("add", "index.html", "docs")
    git("commit", "--quiet", "--message", "Publish the sample")
    git("push", "--quiet", tmp_path / "host.git", "gh-pages")
    git("checkout", "--quiet", "--orphan", "main")
    git("remote", "add", "origin", tmp_path / "host.git")
    output = tmp_path / "work/.build/docs/output"
    output.mkdir(parents=True)
    (output / "index.html").write_text("The guide.")
    (output / ".handbook-manifest").write_text("")
    for said in ("Published below docs/", "published already"):
        done = subprocess.run([script], capture_output=True, text=True)
        assert done.returncode == 0 and said in done.stdout, done.stderr
    git("fetch", "--quiet", "origin", "gh-pages")
    paths = git("ls-tree", "-r", "--name-only", "FETCH_HEAD").split()
    assert paths == ["docs/index.html", "index.html"]
    assert git("worktree", "list").count("\n") == 1
