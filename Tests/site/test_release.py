"""The workflow of a release: its steps, run here as far as a shell can, with a stand-in for the host."""

import json
import os
import pathlib
import re
import shutil
import subprocess

import pytest

from conftest import ROOT
from recipes import Place, parsed

pytestmark = pytest.mark.skipif(
    "HANDBOOK_CLONE" not in os.environ, reason="needs what scripts/test install makes")

CLONE = pathlib.Path(os.environ.get("HANDBOOK_CLONE", "."))
WORKFLOW = parsed((ROOT / ".github/workflows/release.yml").read_text())
# The C library of Debian 12, the oldest system that the README names.
OLDEST = (2, 36)


def steps(job):
    return {step["name"]: step for step in WORKFLOW["jobs"][job]["steps"]}


@pytest.fixture
def place(tmp_path):
    """A machine of the host's, on which `gh` notes what it was asked for."""
    place = Place(tmp_path / "place", ROOT)
    place.stand_in("gh", f'printf "%s\\n" "$*" >> {tmp_path}/asked')
    place.workspace.rmdir()
    place.workspace.symlink_to(CLONE)
    return place


def host(version):
    return {"GITHUB_REF_NAME": f"v{version}", "GITHUB_REPOSITORY": "owner/handbook", "GH_TOKEN": "none"}


def built_version():
    [archive] = (CLONE / ".build/dist").glob("*.tar.gz")
    return re.match(r"handbook-([0-9.]+)-", archive.name)[1]


def test_its_steps_build_check_and_add_what_a_release_holds(place, tmp_path):
    version = built_version()
    try:
        for name in ["Build", "Check", "Add to the release"]:
            done = place.run(steps("build")[name]["run"], host(version))
            assert done.returncode == 0, done.stdout + done.stderr
    finally:
        for folder in [f"v{version}", "installed", "first"]:
            shutil.rmtree(CLONE / folder, ignore_errors=True)
    asked = (tmp_path / "asked").read_text()
    assert asked.startswith(f"release upload v{version} --repo owner/handbook ")
    kinds = {name.split(os.uname().machine, 1)[1] for name in asked.split() if "dist/" in name}
    assert kinds == {".tar.gz", ".tar.gz.sha256", ".spdx.json", ".spdx.json.sha256"}


def test_a_tag_of_another_version_is_refused(place):
    done = place.run(steps("build")["Check"]["run"], host("99.0.0"))
    assert done.returncode == 1
    assert "the tag is v99.0.0, and what was built is" in done.stderr


def test_a_release_stays_a_draft_until_all_have_added_theirs(place, tmp_path):
    place.run(steps("draft")["Begin the release"]["run"], host("1.2.3"))
    place.run(steps("publish")["Publish the release"]["run"], host("1.2.3"))
    begun, published = (tmp_path / "asked").read_text().splitlines()
    assert "--draft --verify-tag" in begun
    assert published.endswith("--draft=false")
    assert WORKFLOW["jobs"]["build"]["needs"] == "draft"
    assert WORKFLOW["jobs"]["publish"]["needs"] == "build"


def test_the_bill_of_materials_names_all_that_is_linked_in():
    [file] = (CLONE / ".build/dist").glob("*.spdx.json")
    bill = json.loads(file.read_text())
    named = {package["name"]: package["versionInfo"] for package in bill["packages"]}
    manifest = (CLONE / "Package.swift").read_text()
    for url, version in re.findall(r'\.package\(\s*url: "([^"]+)", exact: "([^"]+)"', manifest):
        name = url.rsplit("/", 1)[1]
        found = {package.lower(): number for package, number in named.items()}
        assert found[name.lower()] == version
    assert {"handbook", "libcmark", "libjpeg", "libpng", "libwebp", "zlib", "swift-runtime"} <= set(named)
    assert all(package["licenseConcluded"] for package in bill["packages"])
    linked = {relation["relatedSpdxElement"] for relation in bill["relationships"]}
    assert linked == {package["SPDXID"] for package in bill["packages"]}


@pytest.mark.skipif(
    'VERSION_ID="12"' not in pathlib.Path("/etc/os-release").read_text()
    if pathlib.Path("/etc/os-release").exists() else True,
    reason="releases are made on Debian 12")
def test_it_starts_on_the_oldest_system_that_is_named():
    command = pathlib.Path(os.environ["HANDBOOK"])
    symbols = subprocess.run(
        ["readelf", "--dyn-syms", "--wide", command], check=True, capture_output=True, text=True)
    needed = {tuple(map(int, found.split("."))) for found in re.findall(r"@GLIBC_([0-9.]+)", symbols.stdout)}
    assert needed and max(needed) <= OLDEST
