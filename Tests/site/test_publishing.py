"""A published branch on a host, links to other sites, and the files that tell hosts what to do."""

import collections
import contextlib
import http.server
import json
import subprocess
import sys

import pytest

from conftest import ROOT, TODAY, run
from recipes import recipe
from serving import BASE, listening, served
from visits import visited
from windows import opened
from written_site import WrittenSite

# Forgejo reads what GitHub reads.
SCHEMAS = {
    ".github": "vendor.github-workflows",
    ".gitlab-ci.yml": "vendor.gitlab-ci",
    ".woodpecker": "vendor.woodpecker-ci",
    ".forgejo": "vendor.github-workflows",
}
HOSTS = ["github", "gitlab", "codeberg"]
ARCHIVE = ["--archive", "https://git.example/handbook.tar.gz", "--sha256", "0" * 64]


def git(folder, *arguments):
    done = subprocess.run(
        ["git", "-C", folder, "-c", "user.name=Ada", "-c", "user.email=ada@example.org", *arguments],
        capture_output=True, text=True, check=True,
    )
    return done.stdout


@pytest.fixture(scope="module")
def branch(tmp_path_factory):
    """The sample, published to a repository on disk and taken from its branch again."""
    folder = tmp_path_factory.mktemp("published")
    source, remote, site = folder / "source", folder / "remote.git", folder / "site"
    source.mkdir()
    subprocess.run(["cp", "-r", ROOT / "content", source], check=True)
    git(source, "init", "--quiet")
    git(source, "init", "--quiet", "--bare", remote)
    git(source, "remote", "add", "origin", remote)
    git(source, "add", "content")
    git(source, "commit", "--quiet", "-m", "The sample")
    site.mkdir()
    with served(site) as address:
        done = run("publish", source, "--today", TODAY, "--base-url", address)
        assert done.stderr == ""
        assert done.returncode == 0
        git(folder, "--git-dir", remote, "--work-tree", site, "checkout", "--quiet", "gh-pages", "--", ".")
        yield WrittenSite(site), address


def test_a_published_branch_works_below_a_path(browser, branch):
    site, address = branch
    visits = visited(browser, address, site.kinds_of_page)
    assert visits.refused == []
    assert visits.missed == []
    assert visits.elsewhere == []


def test_a_missing_page_of_a_published_branch_leads_back(browser, branch):
    _, address = branch
    with opened(browser) as window:
        assert window.goto(address + "no/such/page").status == 404
        window.get_by_role("main").get_by_role("link").first.click()
        window.wait_for_url(address + "index.html")
    assert BASE in address


class OtherSite(http.server.BaseHTTPRequestHandler):
    """A site of somebody else's: some pages are there, some are not, some servers are odd."""

    asked = collections.Counter()

    def answer(self):
        OtherSite.asked[f"{self.command} {self.path}"] += 1
        status = {"/gone": 404, "/closed": 403, "/broken": 503}.get(self.path, 200)
        if self.path == "/no-head" and self.command == "HEAD":
            status = 405
        if self.path == "/moved":
            self.send_response(301)
            self.send_header("Location", "/there")
        else:
            self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD = answer

    def log_message(self, *_):
        pass


@contextlib.contextmanager
def other_site():
    OtherSite.asked.clear()
    with listening(OtherSite) as address:
        yield address


def site_with_links(folder, address):
    paths = ["there", "there#part", "gone", "closed", "broken", "no-head", "moved", "ignored/x"]
    links = "\n".join(f"- [{path}]({address}/{path})" for path in paths)
    content = folder / "content"
    (content / "pages").mkdir(parents=True)
    (content / "handbook.yml").write_text(
        f"name: Links\ntimezone: Europe/London\nignore_links: [{address}/ignored/]\n"
    )
    (content / "pages/links.md").write_text(f"# Links\n\n{links}\n")


def check_links(folder, day, *options):
    done = run("check", folder, "--links", "--format", "json", "--today", day, *options)
    found = {item["summary"]: item["line"] for item in json.loads(done.stdout)}
    return done.returncode, found


def test_links_to_other_sites_are_asked_for_gently_and_the_dead_ones_told(tmp_path):
    with other_site() as address:
        site_with_links(tmp_path, address)
        status, found = check_links(tmp_path, "2026-03-01")
        assert status == 0
        assert found == {
            f"'{address}/gone' leads to nothing: its server answers 404": 5,
            f"'{address}/broken' could not be asked for: its server answers 503": 7,
        }
        assert OtherSite.asked["HEAD /there"] == 2  # By name, and by the one that moved.
        assert OtherSite.asked["GET /there"] == 0
        assert OtherSite.asked["GET /no-head"] == 1
        assert not any("ignored" in question for question in OtherSite.asked)

        # What was alive is not asked for again this week; what was not is.
        OtherSite.asked.clear()
        assert check_links(tmp_path, "2026-03-07", "--strict")[0] == 1
        assert sorted(OtherSite.asked) == [
            "GET /broken", "GET /gone", "HEAD /broken", "HEAD /gone"
        ]
        OtherSite.asked.clear()
        check_links(tmp_path, "2026-03-08")
        assert OtherSite.asked["HEAD /there"] > 0


def test_a_check_without_links_asks_nobody(tmp_path):
    with other_site() as address:
        site_with_links(tmp_path, address)
        assert run("check", tmp_path).returncode == 0
        assert run("build", tmp_path).returncode == 0
        assert OtherSite.asked == {}


@pytest.mark.parametrize("host, options", [
    ("github", []), ("github", ["--to", "git@github.com:riverside/site.git"]), ("gitlab", []),
    ("codeberg", []), ("gitlab", ["--no-forms"]), *((host, ARCHIVE) for host in HOSTS),
])
def test_what_tells_a_host_to_publish_is_as_the_host_wants_it(tmp_path, host, options):
    files = recipe(tmp_path, host, *options)
    assert len(files) == (1 if host == "gitlab" else 5)
    for top in {path.split("/")[0] for path in files}:
        validate(SCHEMAS[top], [tmp_path / path for path in files if path.split("/")[0] == top])


@pytest.mark.parametrize("host", HOSTS)
def test_an_image_that_can_change_under_its_name_is_told_of(tmp_path, host):
    command = "docker buildx imagetools inspect swift:"
    assert all(command in text for text in recipe(tmp_path, host).values())
    pinned = "swift:6.3.1-noble@sha256:" + "0" * 64
    (tmp_path / "pinned").mkdir()
    for text in recipe(tmp_path / "pinned", host, "--image", pinned).values():
        assert "docker buildx" not in text
        assert pinned in text


def test_the_workflows_of_this_repository_are_as_github_wants_them():
    validate(SCHEMAS[".github"], (ROOT / ".github/workflows").glob("*.yml"))


def validate(schema, files):
    """Holds files to a schema; the program takes half a second to start, so all at once."""
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *files],
        capture_output=True, text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
