"""Forms that a coordinator fills in at the git host: what they propose, and what they refuse."""

import http.server
import json
import os
import re
import shutil
import subprocess

import pytest

from conftest import COMMAND
from recipes import Place, parsed, recipe
from serving import listening

SITES = {
    "content/handbook.yml": (
        "name: Circle\ntimezone: Europe/London\nsource: private\n"
        "series:\n  - id: circle\n    title: The circle\n    rhythm: first thursday\n"
    ),
    "content/members/ada-okafor.md": "---\nname: Ada Okafor\n---\n",
    "content/posts/lesson-1.md": (
        "---\ntitle: Lesson 1\ndate: 2026-01-15\nauthors: ada-okafor\n---\n\nThanks, @ada-okafor.\n"
    ),
    "content/pages/start.md": "# Start\n\n[[lesson-1]]\n",
}

# What somebody could fill in to do more than the form is for.
HOSTILE = [
    '"; touch pwned; "', "$(touch pwned)", "`touch pwned`", "'; touch pwned; '", "a\ntouch pwned",
    "--site=/", "--help", "-x", "${IFS}", "../../etc/passwd", "x\n::add-mask::y", "\r::error::x",
    "a && touch pwned", "*", "a\u202eb",
]


def git(folder, *arguments):
    done = subprocess.run(
        ["git", "-C", folder, "-c", "user.name=Ada", "-c", "user.email=ada@example.org", *arguments],
        capture_output=True, text=True, check=True,
    )
    return done.stdout.strip()


class Hosted:
    """A handbook in a repository of a host's, with the recipes of that host."""

    def __init__(self, folder, host):
        self.folder = folder
        source = folder / "source"
        for path, text in SITES.items():
            (source / path).parent.mkdir(parents=True, exist_ok=True)
            (source / path).write_text(text)
        self.files = recipe(source, host)
        self.remote = folder / "host/us/handbook.git"
        git(folder, "init", "--quiet", "--initial-branch", "main", source)
        git(source, "add", "--all")
        git(source, "commit", "--quiet", "--message", "Begin")
        git(folder, "clone", "--quiet", "--bare", source, self.remote)
        git(self.remote, "config", "receive.advertisePushOptions", "true")
        git(self.remote, "config", "uploadpack.allowAnySHA1InWant", "true")
        self.commit = git(self.remote, "rev-parse", "main")
        self.runs = 0

    def place(self):
        self.runs += 1
        return Place(self.folder / f"run-{self.runs}", COMMAND)

    @property
    def variables(self):
        return {
            "GITHUB_SERVER_URL": f"file://{self.folder}/host", "GITHUB_REPOSITORY": "us/handbook",
            "GITHUB_SHA": self.commit, "GITHUB_RUN_ID": str(self.runs), "GITHUB_RUN_ATTEMPT": "1",
        }

    def proposed(self):
        """What each branch changes, its files by path, and the commit's words."""
        branches = git(self.remote, "branch", "--list", "handbook/*", "--format=%(refname:short)")
        return {
            branch: git(self.remote, "show", "--format=%an <%ae>%n%B", "--no-renames", branch)
            for branch in branches.split("\n") if branch
        }


def github(hosted, form, answers):
    place = hosted.place()
    place.stand_in("gh", 'printf "%s\\n" "$@" > "$HOME/request"; [ "$GH_TOKEN" = the-token ]')
    workflow = parsed(hosted.files[f".github/workflows/{form}.yml"])
    ending = place.run_job(workflow, answers, hosted.variables)
    request = place.folder / "home/request"
    return *ending, request.read_text() if request.exists() else None, place


def pwned(folder):
    return [path for path in folder.rglob("*") if path.name == "pwned"]


@pytest.fixture
def on_github(tmp_path):
    return Hosted(tmp_path, "github")


def test_a_meeting_is_proposed_from_the_browser(on_github):
    form = parsed(on_github.files[".github/workflows/new-meeting.yml"])
    assert form["on"]["workflow_dispatch"]["inputs"]["series"]["options"] == ["circle", "none"]
    _, status, said, request, place = github(
        on_github, "new-meeting", {"series": "circle", "date": "2027-03-04"})
    assert status == 0, said
    [(branch, change)] = on_github.proposed().items()
    assert branch == "handbook/new-meeting-1-1"
    assert change.startswith("handbook <handbook@forms.invalid>\nNew meeting\n")
    assert "+++ b/content/meetings/2027-03-04-circle.md" in change
    assert "+series: circle" in change
    assert request.startswith(
        "pr\ncreate\n--base\nmain\n--head\nhandbook/new-meeting-1-1\n--title\nNew meeting\n--body\n")
    assert request.rstrip().endswith("/us/handbook/actions/runs/1")
    assert "    | Wrote content/meetings/2027-03-04-circle.md\n" in place.summary.read_text()


def test_a_title_is_words_whatever_stands_in_it(on_github):
    title = "Ada's \"exit tickets\": $(touch pwned) `x` \\ --title #1 ::error::"
    _, status, said, _, _ = github(
        on_github, "new-meeting", {"series": "none", "date": "2027-03-04", "title": title})
    assert status == 0, said
    [change] = on_github.proposed().values()
    written = re.search(r"^\+title: (.*)$", change, re.M)[1]
    assert parsed(written) == title
    assert pwned(on_github.folder) == []


def test_a_member_an_entry_and_who_wants_to_be_gone(on_github):
    for form, answers, change in [
        ("new-member", {"name": "Maria López"}, "+++ b/content/members/maria-lopez.md"),
        ("new-member", {}, "+++ b/content/members/m-01.md"),
        ("rename", {"kind": "posts", "id": "lesson-1", "new_id": "slips"},
         "+aliases: lesson-1\n"),
        ("forget", {"member": "ada-okafor"}, "+Thanks, @m-01."),
    ]:
        name, status, said, request, _ = github(on_github, form, answers)
        assert (name, status) == ("Propose", 0), said
        branch = f"handbook/{form}-{on_github.runs}-1"
        assert change in on_github.proposed()[branch]
        # A pull request stays for good, so no name is in its words, nor in those of the commit.
        words = request + on_github.proposed()[branch].split("diff --git")[0]
        assert not re.search("ada|okafor|maria|pez", words, re.I)


@pytest.mark.parametrize("form, field, others", [
    ("new-meeting", "date", {"series": "circle"}),
    ("new-meeting", "series", {"date": "2027-03-04", "title": "Ours"}),
    ("rename", "kind", {"id": "lesson-1", "new_id": "slips"}),
    ("rename", "id", {"kind": "posts", "new_id": "slips"}),
    ("rename", "new_id", {"kind": "posts", "id": "lesson-1"}),
    ("forget", "member", {}),
])
def test_what_is_no_answer_is_refused_and_does_nothing_else(on_github, form, field, others):
    for answer in HOSTILE + ([""] if field not in ("date", "series") else []):
        name, status, said, request, place = github(on_github, form, others | {field: answer})
        assert (name, status) == ("Fill in", 2), (answer, said)
        assert re.search(r"^    \| error: \S", said, re.M | re.I), (answer, said)
        # Every line of what is said is behind a bar, so none is a command to the host.
        assert not re.search(r"^(?!    \| ).", place.summary.read_text(), re.M), answer
        assert request is None
    assert on_github.proposed() == {}
    assert pwned(on_github.folder) == []


def test_a_name_that_is_no_line_of_text_is_refused(on_github):
    for answer in ["a\nb", "a\tb: c", "\x1b[31m", "a\u202eb"]:
        name, status, said, _, _ = github(on_github, "new-member", {"name": answer})
        assert (name, status) == ("Fill in", 2)
        assert "is not one line of text" in said
    assert on_github.proposed() == {}


def test_codeberg_is_asked_for_a_pull_request(tmp_path):
    hosted = Hosted(tmp_path, "codeberg")
    asked = []

    class Forgejo(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            asked.append((self.path, self.headers["Authorization"], json.loads(body)))
            self.send_response(201)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_):
            pass

    workflow = parsed(hosted.files[".forgejo/workflows/new-member.yml"])
    with listening(Forgejo) as address:
        place = hosted.place()
        variables = {"GITHUB_API_URL": f"{address}/api/v1"}
        _, status, said = place.run_job(workflow, {"name": "Maria"}, hosted.variables | variables)
        assert status == 0, said
        _, status, _ = hosted.place().run_job(
            workflow, {"name": "a\nb"}, hosted.variables | variables)
        assert status == 2
    [(path, token, request)] = asked
    assert path == "/api/v1/repos/us/handbook/pulls"
    assert token == "token the-token"
    assert (request["base"], request["head"]) == ("main", "handbook/new-member-1-1")
    assert "+++ b/content/members/maria.md" in hosted.proposed()["handbook/new-member-1-1"]


def gitlab(hosted, answers):
    text = parsed(hosted.files[".gitlab-ci.yml"])
    place = hosted.place()
    git(hosted.folder, "clone", "--quiet", "--depth", "1", f"file://{hosted.remote}", place.workspace / "us")
    place.workspace = place.workspace / "us"
    defaults = {name: variable["value"] for name, variable in text["variables"].items()}
    host = {
        "CI_SERVER_URL": f"file://{hosted.folder}/host", "CI_PROJECT_PATH": "us/handbook",
        "CI_DEFAULT_BRANCH": "main", "CI_COMMIT_SHA": hosted.commit, "CI_JOB_ID": str(hosted.runs),
        "FORMS_TOKEN": "the-token",
    }
    [script] = text["form"]["script"]
    done = place.run(script, defaults | host | answers)
    return done.returncode, done.stdout + done.stderr


def test_gitlab_opens_a_merge_request_by_a_push(tmp_path):
    hosted = Hosted(tmp_path, "gitlab")
    hook = hosted.remote / "hooks/pre-receive"
    hook.write_text('#!/bin/bash\nenv | grep ^GIT_PUSH_OPTION_ | sort > "$GIT_DIR/options"\n')
    hook.chmod(0o755)
    variables = parsed(hosted.files[".gitlab-ci.yml"])["variables"]
    assert all(variable["expand"] is False for variable in variables.values())
    status, said = gitlab(hosted, {"FORM": "New member", "NAME": "Maria"})
    assert status == 0, said
    options = (hosted.remote / "options").read_text()
    for option in [
        "merge_request.create", "merge_request.target=main", "merge_request.title=New member",
        "merge_request.remove_source_branch",
    ]:
        assert re.search(rf"^GIT_PUSH_OPTION_\d=({re.escape(option)})$", options, re.M)
    assert "+name: Maria" in hosted.proposed()["handbook/new-member-1"]

    status, said = gitlab(hosted, {"FORM": "Rename an entry", "KIND": "posts", "ID": "lesson-1", "NEW_ID": "slips"})
    assert status == 0, said
    assert "+aliases: lesson-1\n" in hosted.proposed()["handbook/rename-an-entry-2"]
    for answers in [{"FORM": "$(touch pwned)"}, {"FORM": "Forget a member", "MEMBER": "$(touch pwned)"},
                    {"FORM": "New meeting", "DATE": "--help"}, {"FORM": "New member", "FORMS_TOKEN": ""}]:
        status, said = gitlab(hosted, answers)
        assert status != 0, said
    assert len(hosted.proposed()) == 2
    assert pwned(hosted.folder) == []


def test_forms_may_do_what_they_need_and_nothing_more(on_github):
    forms = [path for path in on_github.files if not path.endswith("handbook.yml")]
    assert len(forms) == 4
    for path in forms:
        text = on_github.files[path]
        workflow = parsed(text)
        assert list(workflow["on"]) == ["workflow_dispatch"]
        assert workflow["permissions"] == {}
        [job] = workflow["jobs"].values()
        assert job["permissions"] == {"contents": "write", "pull-requests": "write"}
        assert "uses:" not in text
        assert "secrets." not in text
        for entry in workflow["on"]["workflow_dispatch"]["inputs"].values():
            assert entry["type"] in ("choice", "string")
    checks = parsed(on_github.files[".github/workflows/handbook.yml"])
    assert checks["permissions"] == {"contents": "read"}
    assert "pull-requests" not in on_github.files[".github/workflows/handbook.yml"]


def test_forms_can_be_left_out(tmp_path):
    for host in ["github", "gitlab", "codeberg"]:
        (tmp_path / host).mkdir()
        [text] = recipe(tmp_path / host, host, "--no-forms").values()
        assert "handbook/new-" not in text


@pytest.mark.parametrize("name", ["actionlint", "shellcheck"])
def test_linters_have_nothing_to_say(on_github, tmp_path, name):
    program = shutil.which(name)
    if program is None:
        pytest.skip(f"{name} is not installed")
    for path, text in on_github.files.items():
        if name == "actionlint":
            check = [[program, "-shellcheck=", on_github.folder / "source" / path]]
        else:
            check = []
            for job in parsed(text)["jobs"].values():
                for number, step in enumerate(job["steps"]):
                    script = tmp_path / f"{number}.sh"
                    script.write_text(step["run"])
                    check.append([program, "--shell=bash", script])
        for command in check:
            done = subprocess.run(command, capture_output=True, text=True, env=os.environ)
            assert done.returncode == 0, done.stdout
