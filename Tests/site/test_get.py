"""`scripts/get`: a release fetched, checked and installed, from a folder in place of a host."""

import hashlib
import os
import subprocess
import tarfile

import pytest

from conftest import ROOT

SYSTEM = f"{os.uname().sysname.lower()}-{os.uname().machine}"
PROGRAM = "#!/bin/sh\necho '9.8.7 (0123456789ab)'\n"


@pytest.fixture
def release(tmp_path):
    """A release of a command that tells its version and does nothing else."""
    return made(tmp_path / "host of releases/v9.8.7", PROGRAM)


def made(folder, program):
    name = f"handbook-9.8.7-{SYSTEM}"
    tree = folder / name
    (tree / "bin").mkdir(parents=True)
    (tree / "share/man/man1").mkdir(parents=True)
    (tree / "share/man/man1/handbook.1").write_text(".TH HANDBOOK 1\n")
    (tree / "bin/handbook").write_text(program)
    (tree / "bin/handbook").chmod(0o755)
    archive = folder / f"{name}.tar.gz"
    with tarfile.open(archive, "w:gz") as tar:
        tar.add(tree, name)
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    (folder / f"{archive.name}.sha256").write_text(f"{digest}  {archive.name}\n")
    return archive


def got(*arguments, home):
    return subprocess.run(
        ["sh", ROOT / "scripts/get", *map(str, arguments)], stdin=subprocess.DEVNULL,
        capture_output=True, text=True, env={"HOME": str(home), "PATH": os.environ["PATH"]},
    )


def address(archive):
    return f"file://{archive.parent}".replace(" ", "%20")


def test_it_installs_a_release_for_oneself(release, tmp_path):
    home = tmp_path / "home"
    done = got(address(release), home=home)
    assert done.returncode == 0, done.stderr
    assert f"Installed handbook 9.8.7 (0123456789ab) in {home}/.local/bin" in done.stdout
    assert f"Add {home}/.local/bin to your PATH" in done.stdout
    assert (home / ".local/share/man/man1/handbook.1").exists()
    again = got(f"{address(release)}/", "--prefix", tmp_path / "else where", home=home)
    assert again.returncode == 0, again.stderr
    assert (tmp_path / "else where/bin/handbook").exists()


def test_it_takes_the_checksum_that_one_was_told(release, tmp_path):
    digest = hashlib.sha256(release.read_bytes()).hexdigest()
    (release.parent / f"{release.name}.sha256").unlink()
    done = got(address(release), "--sha256", digest, home=tmp_path / "home")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("wrong", ["changed", "told", "none"])
def test_without_the_right_checksum_nothing_is_installed(release, tmp_path, wrong):
    beside = release.parent / f"{release.name}.sha256"
    arguments = [address(release)]
    if wrong == "changed":
        release.write_bytes(release.read_bytes() + b"x")
    elif wrong == "told":
        arguments += ["--sha256", "0" * 64]
    else:
        beside.write_text("")
    done = got(*arguments, home=tmp_path / "home")
    assert done.returncode == 1
    assert "does not have its checksum; nothing was installed" in done.stderr
    assert not (tmp_path / "home").exists()


def test_a_command_that_does_not_start_here_is_not_installed(tmp_path):
    release = made(tmp_path / "v9.8.7", "#!/bin/sh\nexit 1\n")
    done = got(address(release), home=tmp_path / "home")
    assert done.returncode == 1
    assert "does not start on this system" in done.stderr
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize("arguments, message", [
    ([], "say where the release is"),
    (["https://git.example/handbook"], "does not end in a version"),
    (["file:///v1.2.3;reboot"], "does not end in a version"),
    (["file:///nowhere/v1.2.3"], f"there is no handbook-1.2.3-{SYSTEM}.tar.gz at"),
    (["--force", "file:///v1.2.3"], "'--force' is unknown"),
])
def test_what_it_cannot_do_is_told(arguments, message, tmp_path):
    done = got(*arguments, home=tmp_path / "home")
    assert done.returncode == 1
    assert message in done.stderr
    assert not (tmp_path / "home").exists()
