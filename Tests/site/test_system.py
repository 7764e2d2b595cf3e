"""What a build asks of the system, and what it leaves behind when the disk is full."""

import os
import shutil
import subprocess

import pytest

from conftest import COMMAND, ROOT, TODAY, build, run
from written_site import WrittenSite


def can_trace():
    return (
        shutil.which("strace") is not None
        and subprocess.run(["strace", "true"], capture_output=True).returncode == 0
    )


@pytest.mark.skipif(not can_trace(), reason="strace is missing or may not trace")
def test_a_build_starts_no_program_and_opens_no_socket(tmp_path):
    calls = tmp_path / "calls"
    subprocess.run(
        ["strace", "-f", "-o", calls, "-e", "trace=execve,execveat,fork,vfork,socket,connect,bind",
         COMMAND, "build", ROOT, "--output", tmp_path / "output", "--today", TODAY],
        stdin=subprocess.DEVNULL, capture_output=True, check=True,
    )
    made = [line for line in calls.read_text().splitlines() if "(" in line]
    assert len(made) == 1, made
    assert " execve(" in made[0]


@pytest.fixture
def small_disk(tmp_path):
    """A file system with room for two editions of the sample and a little more."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=24m", "none", folder]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode != 0:
        pytest.skip("only root may make a small disk")
    yield folder
    subprocess.run(["umount", folder], check=True)


def fill(disk, leaving):
    """Takes all room of a disk but so many bytes."""
    with open(disk / "ballast", "wb") as ballast:
        room = os.statvfs(disk)
        ballast.write(bytes(max(0, room.f_bavail * room.f_frsize - leaving)))


@pytest.mark.parametrize("leaving", [0, 40_000, 200_000, 400_000])
def test_a_full_disk_leaves_the_old_site_whole_and_the_next_build_mends_it(
    small_disk, tmp_path, leaving
):
    source = tmp_path / "site"
    shutil.copytree(ROOT / "content", source / "content")
    output = small_disk / "output"
    before = build(source, output).contents()
    settings = source / "content/handbook.yml"
    settings.write_text(settings.read_text().replace("The Corvan Circle", "Another Circle"))

    fill(small_disk, leaving)
    failed = run("build", source, "--output", output, "--today", TODAY)
    assert failed.returncode == 2
    assert failed.stderr.startswith("error: cannot write '")
    assert failed.stderr.endswith(f": No space left on device; the site in '{output}' is as it was\n")
    assert failed.stderr.count("\n") == 1
    assert failed.stdout == ""
    assert WrittenSite(output).contents() == before

    (small_disk / "ballast").unlink()
    fixed = build(source, output).contents()
    assert fixed == build(source, tmp_path / "fresh").contents()
    assert fixed.keys() == before.keys()
