"""The sites that are compared, and where their files come from."""

import dataclasses
import os
import pathlib
import random
import shutil

import documents
import random_site
import steps

ROOT = pathlib.Path(__file__).resolve().parents[2]
TINY_THEME = ROOT / "Tests/SiteTests/TinyTheme"

# Random documents to import are made for each of so many seeds.
SEEDS_PER_IMPORT = 10

EMPTY_SITE = {"content/handbook.yml": b"name: Imported\ntimezone: Europe/London\nsource: private\n"}


def all_sites(first_seed, count):
    """Every site in the order in which they are compared."""
    found = sorted(path for path in (ROOT / "Tests").glob("**/Sites/*") if path.is_dir())
    languages = sorted(path.stem for path in (ROOT / "templates/strings").glob("*.yml"))
    return [
        CopiedSite("sample", (ROOT / "content",)),
        CopiedSite("sample+theme", (ROOT / "content", ROOT / "templates")),
        Words("words"),
        *[site for folder in found if (folder / "content").is_dir() for site in test_sites(folder)],
        *[ImportedSite(f"import/{folder.name}", folder) for folder in found if (folder / "source").is_dir()],
        *[NewSite(f"new/{language}", language) for language in languages],
        *[RandomDocuments(f"documents/{seed}", seed)
          for seed in range(first_seed, first_seed + count, SEEDS_PER_IMPORT)],
        *[SeededSite(f"random/{seed}", seed) for seed in range(first_seed, first_seed + count)],
    ]


def test_sites(folder):
    """A test site with the built-in theme, and with the tiny one in which tests look at pages."""
    parts = tuple(path for path in [folder / "content", folder / "templates"] if path.is_dir())
    name = f"test/{folder.name}"
    return [CopiedSite(name, parts), CopiedSite(f"{name}+tiny", (*parts, TINY_THEME))]


@dataclasses.dataclass
class Site:
    """A site, by a name that `--only` takes."""

    name: str

    @property
    def random(self):
        """A new source of random numbers, the same each time."""
        return random.Random(self.name)


@dataclasses.dataclass
class CopiedSite(Site):
    """Folders of the repository; the tiny theme is laid over the site's templates."""

    parts: tuple

    def write(self, place):
        for part in self.parts:
            name = "templates" if part == TINY_THEME else part.name
            shutil.copytree(part, place / "site" / name, dirs_exist_ok=True)

    def steps(self, place):
        return steps.of_site(place / "site", self.random)


@dataclasses.dataclass
class SeededSite(Site):
    """A site that a seed makes up."""

    seed: int

    def write(self, place):
        site = random_site.RandomSite(self.seed)
        write_files(place / "site", site.contents())
        for path, target in site.links.items():
            write_link(place / "site" / path, target)

    def steps(self, place):
        # Every second site is one with faults.
        return steps.of_random_site(place / "site", self.random, turn=self.seed // 2)


@dataclasses.dataclass
class ImportedSite(Site):
    """Another tool's site, beside two that it is imported into."""

    folder: pathlib.Path

    def write(self, place):
        shutil.copytree(self.folder / "source", place / "source")
        write_files(place / "site", EMPTY_SITE)
        write_files(place / "other", EMPTY_SITE)

    def steps(self, place):
        return steps.of_import(self.folder.name, "source")


@dataclasses.dataclass
class RandomDocuments(Site):
    """Documents that a seed makes up, beside a site that they are imported into."""

    seed: int

    def write(self, place):
        write_files(place / "site", EMPTY_SITE)
        write_files(place, {name: text.encode() for name, text in self.documents().items()})

    def documents(self):
        return documents.documents(random.Random(self.seed))

    def steps(self, place):
        return steps.of_documents(self.documents())


@dataclasses.dataclass
class NewSite(Site):
    """A site that the command begins."""

    language: str

    def write(self, place):
        (place / "site").mkdir()

    def steps(self, place):
        return steps.of_new_site(self.language)


@dataclasses.dataclass
class Words(Site):
    """No site: what the command says of itself, and where nothing can be done."""

    def write(self, place):
        pass

    def steps(self, place):
        return steps.of_words()


def write_files(folder, contents):
    for path, content in contents.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def write_link(path, target):
    """A symbolic link; without a target, a pipe."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    if target is None:
        os.mkfifo(path)
    else:
        path.symlink_to(target)
