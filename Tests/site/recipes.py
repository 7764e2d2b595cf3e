"""The files of `handbook new ci`, run as a git host runs them, as far as a shell can tell."""

import os
import re
import subprocess

from ruamel.yaml import YAML

from conftest import run

TOOL = "https://git.example/handbook.git"
GETTING_TOOL = "Get handbook"


def recipe(site, host, *options):
    """Writes the files for a host; each by its path."""
    source = [] if "--archive" in options else ["--tool", TOOL]
    source += [] if {"--archive", "--release"} & set(options) else ["--build"]
    done = run("new", "ci", site, "--host", host, *source, *options)
    assert done.returncode == 0, done.stderr
    paths = re.findall(r"^Wrote (?:.*?/)?(\.(?:github|gitlab|forgejo|woodpecker)\S+)$", done.stdout, re.M)
    return {path: (site / path).read_text() for path in paths}


def parsed(text):
    return YAML(typ="safe").load(text)


class Place:
    """What a machine of the host has: a home, a path with the command, and nothing of ours."""

    def __init__(self, folder, command):
        self.folder = folder
        self.temporary = folder / "temporary"
        self.workspace = folder / "workspace"
        self.summary = folder / "summary.md"
        self.path = folder / "path"
        bin = self.temporary / "handbook/bin"
        for made in (self.workspace, bin, folder / "home", folder / "bin"):
            made.mkdir(parents=True)
        for file in (self.summary, self.path):
            file.write_text("")
        (bin / "handbook").symlink_to(command)
        self.path.write_text(f"{bin}\n")

    def variables(self, more):
        paths = [*self.path.read_text().split(), str(self.folder / "bin"), os.environ["PATH"]]
        return {
            "HOME": str(self.folder / "home"), "PATH": ":".join(paths), "CI": "true",
            "RUNNER_TEMP": str(self.temporary), "GITHUB_STEP_SUMMARY": str(self.summary),
            "GITHUB_PATH": str(self.path), "GITHUB_WORKSPACE": str(self.workspace), **more,
        }

    def stand_in(self, name, script):
        """A program of the host's that is not here."""
        program = self.folder / "bin" / name
        program.write_text(f"#!/bin/bash\n{script}\n")
        program.chmod(0o755)

    def run(self, script, variables):
        file = self.folder / "script.sh"
        file.write_text(script)
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", file], cwd=self.workspace,
            env=self.variables(variables), stdin=subprocess.DEVNULL, capture_output=True, text=True,
            timeout=60,
        )

    def run_job(self, workflow, answers, host):
        """The steps of a workflow's only job; the last that ran, and all that was said."""
        [job] = workflow["jobs"].values()
        said = ""
        for step in job["steps"]:
            if step["name"] == GETTING_TOOL:
                continue
            assert "${{" not in step["run"]
            environment = {
                name: expression(value, answers) for name, value in step.get("env", {}).items()
            }
            done = self.run(step["run"], host | environment)
            said += done.stdout + done.stderr
            if done.returncode:
                break
        return step["name"], done.returncode, said


def expression(text, answers):
    """The few expressions that our recipes may use."""
    inside = re.fullmatch(r"\$\{\{ (.*) \}\}", text)[1]
    if inside.startswith("inputs."):
        return answers.get(inside.removeprefix("inputs."), "")
    return {"github.token": "the-token", "github.repository": "us/handbook"}[inside]
