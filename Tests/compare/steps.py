"""What is done with a site: the commands that are run in it, one after another, and changes between them."""

import dataclasses
import typing

import edits

# The day from which past and coming are told; the clock of commands that have no `--today`.
TODAY = "2026-11-26"
EPOCH = "1795694400"

# How `git` is called, so that a commit has the same name on both sides.
GIT = ("git", "-c", "user.name=Nobody", "-c", "user.email=nobody@compare.example")


@dataclasses.dataclass
class Step:
    """A command, and what is changed before it is run."""

    # The arguments of the command; with `program`, of that.
    words: tuple
    # What else tells it apart from others with the same arguments.
    after: str = ""
    # Changes the files of the site: a function of its folder and a source of random numbers.
    change: typing.Callable = None
    # Where it is run, below the folder of its side.
    folder: str = "site"
    program: tuple = ()
    # Whether it takes the day.
    is_dated: bool = False
    # The file to which its standard output goes as well, below the folder of its side.
    kept_in: str = ""

    @property
    def name(self):
        """As it is told of: without the day, which all have."""
        after = [f"(after {self.after})"] if self.after else []
        return " ".join([*self.program[:1], *self.words, *after])

    @property
    def arguments(self):
        return [*self.words, "--today", TODAY] if self.is_dated else [*self.words]


def step(*words, **options):
    """A command that reads a site on a day."""
    return Step(words, is_dated=True, **options)


def git(*words, **options):
    return Step(words, program=GIT, **options)


def of_site(site, random):
    """Everything that can be done with the site in a folder."""
    return [*reading(), *building(), *[one for turn in TURNS for one in turn(site, random)]]


def of_random_site(site, random, turn):
    """Checks, builds, and one group of the other commands, by turns: all would take too long."""
    return [*reading(), *building(), *TURNS[turn % len(TURNS)](site, random)]


def reading():
    return [
        step("check", "--all"),
        step("check", "--all", "--strict", "--drafts", "--audience", "members", "--format", "json"),
        step("report", "--json"),
    ]


def building():
    """Without what earlier builds kept, with it, and after edits."""
    return [
        step("build", "--no-cache", "--output", "../clean"),
        step("build"),
        step("build", "--audience", "members", "--drafts", "--base-url", "https://compare.example/site",
             "--output", "../members"),
        step("build", after="nothing"),
        step("build", after="an edit of a text", change=edits.a_text),
        step("build", after="an edit of anything", change=edits.anything),
    ]


def under_git():
    return [
        git("init", "--quiet", "--initial-branch", "main"), git("add", "--all", "content"),
        git("commit", "--quiet", "--allow-empty", "--message", "All"),
    ]


# The groups that random sites have by turns.

def telling(site, random):
    """What is told and not published."""
    member = one_id(edits.entries(site, "members"), random)
    return [
        step("check", "--format", "github"), step("report"), step("report", "--html", "../report.html"),
        step("record", member), step("record", member, "--from", "2025-09-01", "--json"), step("routes"),
    ]


def planning(site, random):
    """Changes to the sources that are only told."""
    found = [one_id([path], random) for path in edits.entries(site, "members")]
    members = random.sample(found, min(2, len(found)))
    return [
        *[Step(("forget", member, "--dry-run")) for member in members],
        *[Step(("rename", one_entry(site, random), f"renamed-{number}", "--dry-run")) for number in (1, 2)],
    ]


def beginning(site, random):
    """New entries, and what the site is like with them."""
    return new_entries(one_id(edits.entries(site, "members"), random))


def new_entries(author):
    return [
        Step(("new", "post", "--title", "A new story: \"ours\"", "--author", author)),
        Step(("new", "member", "--title", "Odalys Nightwater")),
        Step(("new", "goal", "--title", "A new goal")),
        Step(("new", "resource", "--title", "A new sheet")),
        Step(("new", "meeting", "--series", "circle")),
        step("check", "--all", after="new entries"),
    ]


def rewriting(site, random):
    """Changes that the command makes to the sources, and what the site is like with them."""
    return [
        step("check", "--fix"),
        Step(("rename", one_entry(site, random), "renamed")),
        Step(("forget", one_id(edits.entries(site, "members"), random))),
        step("build", "--all", after="all rewriting"),
    ]


def numbering(site, random):
    """Addresses and numbers that must last."""
    return [
        step("routes", "--update"),
        step("check", "--all", after="a new first decision", change=edits.a_first_decision),
    ]


def publishing(site, random):
    """What is new since a commit, and what comes of publishing to a repository on disk."""
    return [
        *under_git(), git("init", "--quiet", "--bare", "../remote.git"),
        git("remote", "add", "origin", "../remote.git"), step("publish"),
        step("diff", after="an edit of a text", change=edits.a_text),
        step("publish", "--dry-run"), step("publish", after="an edit of a text"),
        git("--git-dir", "../remote.git", "ls-tree", "-r", "gh-pages"),
        git("--git-dir", "../remote.git", "log", "--format=%an %ae%n%B", "gh-pages"),
    ]


TURNS = [telling, planning, publishing, beginning, rewriting, numbering]


def one_entry(site, random):
    """The kind and id of an entry, as `rename` takes it."""
    found = [path for path in edits.entries(site) if "members" not in path.parts]
    path = random.choice(found) if found else site / "content/posts/nothing.md"
    return f"{path.relative_to(site).parts[1]}/{one_id([path], random)}"


def one_id(paths, random):
    if not paths:
        return "nobody"
    path = random.choice(paths)
    return path.parent.name if path.name == "index.md" else path.stem


def of_import(generator, source):
    """The import of another tool's site, and what comes of it."""
    return [
        Step(("import", generator, source, "--suggest-map"), folder=".", kept_in="mapping.yml"),
        Step(("import", generator, source, "--site", "site", "--dry-run"), folder="."),
        Step(("import", generator, source, "--site", "other", "--map", "mapping.yml", "--quiet"), folder="."),
        Step(("import", generator, source, "--site", "site"), folder="."),
        Step(("import", generator, source, "--site", "site"), folder=".", after="the same"),
        step("check", "--all"), step("build", "--no-cache"), step("check", "--all", folder="other"),
    ]


def of_documents(names):
    """The import of tables, calendars and texts, given by their names."""
    found = []
    for name in names:
        kind, _, ending = name.partition(".")
        words = {
            "csv": ("import", "csv", name, "--as", kind.partition("-")[0]), "ics": ("import", "ics", name),
            "txt": ("import", "text", name, "--as", kind.partition("-")[0], "--date", "2026-01-15"),
        }[ending]
        found += [Step((*words, "--site", "site", *more), folder=".") for more in [("--dry-run",), ()]]
    return [*found, step("check", "--all"), step("build", "--no-cache")]


def of_new_site(language):
    """A site that the command begins itself."""
    name = ("--name", "A community: ours", "--language", language, "--timezone", "Europe/London")
    tool = ("--archive", "https://git.example/handbook.tar.gz", "--sha256", "0" * 64)
    return [
        Step(("new", "site", "site", *name), folder="."),
        Step(("new", "site", "site", *name), folder=".", after="the same"),
        *new_entries("m-01"),
        Step(("new", "success", "an-id")), Step(("new", "page", "an-id")),
        Step(("new", "post", "an-id", "--author", "m-01")),
        *[Step(("new", "ci", "--host", host, *tool)) for host in ["github", "gitlab", "codeberg"]],
        step("check", "--all", after="files for hosts"), step("build"), step("report"),
        step("routes", "--update"),
    ]


def of_words():
    """What the command says of itself, and what it says where nothing can be done."""
    return [Step(tuple(words.split()), folder=".") for words in [
        "--version", "--help", "--experimental-dump-help", *[f"{name} --help" for name in COMMANDS],
        *WRONG_COMMANDS]]


COMMANDS = [
    "build", "check", "serve", "publish", "routes", "diff", "new", "import", "report", "record", "rename",
    "forget",
]

# The words of commands that cannot be carried out where there is no site, or nowhere.
WRONG_COMMANDS = [
    "", "biuld", "build --tody 2026-01-01", "build --today 2026-13-01", "build --audience nobody",
    "build nowhere", "build --base-url nonsense", "check --format xml", "check a b", "record",
    "record nobody", "report --json --html x", "rename x", "rename posts/x y", "forget",
    "import csv nowhere.csv --as members", "import csv x --as people", "import hugo nowhere",
    "new post", "new nothing", "new ci --host nowhere", "publish", "diff", "routes",
]
