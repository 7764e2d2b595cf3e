"""A running desk, as a browser and as a stranger's program see it."""

import contextlib
import pathlib
import re
import socket
import subprocess
import time
import urllib.parse

from conftest import COMMAND

# The day on which the desk is used.
TODAY = "2026-11-30"

SITE = {
    "content/handbook.yml": (
        "name: The Circle\ntimezone: Europe/London\nsource: private\n"
        "series:\n  - id: circle\n    title: Thursday circle\n    rhythm: first thursday\n"
    ),
    "content/tags.yml": "tags:\n  - id: reading\n  - id: workload\n",
    "content/members/ada-okafor.md": (
        "---\nname: Ada Okafor\nstatus: active\n"
        "consent: {name: yes, profile: yes, attendance: yes, given: 2026-01-15}\n---\n\nTeaches maths.\n"
    ),
    "content/members/ben-hale.md": (
        "---\nname: Ben Hale\nstatus: active\nconsent: {name: yes, given: 2026-01-15}\n---\n\nTeaches art.\n"
    ),
    "content/posts/slips.md": (
        "---\ntitle: 'Slips of paper'   # keep the quotes\ndate: 2026-01-15\n"
        "tags: [reading,   workload]\nauthors: ada-okafor\n# somebody's note\n---\n\nIt went well.\n"
    ),
    "content/goals/fewer-marks.md": (
        "---\ntitle: Fewer marks\nstatus: active\nmeasure: How many books we mark in a week\n---\n\nWhy.\n"
    ),
    "content/meetings/2026-11-05-circle.md": (
        "---\ntitle: Thursday circle\ndate: 2026-11-05\nseries: circle\nattendees: [ada-okafor, ben-hale]\n"
        "---\n\n## Actions\n\n- [ ] @ada-okafor sends the slip, due 2026-11-20\n"
        "- [ ] @ben-hale asks for the room, due 2026-11-27\n"
    ),
    "content/meetings/2026-12-03-circle.md": (
        "---\ntitle: Thursday circle\ndate: 2026-12-03\nseries: circle\n---\n\n"
        "## Carried over\n\n"
        "- [ ] @ada-okafor sends the slip, due 2026-11-20, continues [[2026-11-05-circle#action-1]]\n"
        "- [ ] @ben-hale asks for the room, due 2026-11-27, continues [[2026-11-05-circle#action-2]]\n\n"
        "## What we tried\n\n## Next time\n"
    ),
}


class Desk:
    """The site's folder, the process, and the address that opens the desk."""

    def __init__(self, folder, process, log):
        self.folder, self.process, self.log = folder, process, log
        self.port = int(re.search(r"http://localhost:(\d+)/desk/", log.read_text())[1])

    @property
    def invitation(self):
        """The address that opens the desk once, the last that was printed."""
        return re.findall(r"http://localhost:\d+/desk/open/\w+", self.log.read_text())[-1]

    @property
    def address(self):
        return f"http://localhost:{self.port}"

    @property
    def site(self):
        return f"http://127.0.0.1:{self.port}/"

    def text(self, path):
        return (self.folder / path).read_text()

    def write(self, path, text):
        (self.folder / path).write_text(text)

    def ask(self, target, *headers, method="GET", content=b"", host=None, wait=10):
        """The whole answer to a request made by hand."""
        head = [f"{method} {target} HTTP/1.1", f"Host: {host or f'localhost:{self.port}'}"]
        if content:
            head.append(f"Content-Length: {len(content)}")
        request = "\r\n".join([*head, *headers, "Connection: close", "", ""]).encode() + content
        with socket.create_connection(("127.0.0.1", self.port), timeout=wait) as line:
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                line.sendall(request)
            answer = b""
            with contextlib.suppress(TimeoutError, ConnectionResetError):
                while part := line.recv(65536):
                    answer += part
            return answer

    def sign_in(self):
        """A session's cookie and the key of its pages."""
        target = urllib.parse.urlsplit(self.invitation).path
        answer = self.ask(target).decode()
        session = re.search(r"Set-Cookie: (handbook-desk=\w+)", answer, re.IGNORECASE)[1]
        page = self.ask("/desk/", f"Cookie: {session}").decode()
        return session, re.search(r'name="handbook-key" content="(\w+)"', page)[1]

    def send(self, action, pairs, session, key, *headers):
        """What a page of the desk sends, with other headers where they are given."""
        if not headers:
            headers = (f"Origin: {self.address}", f"Handbook-Key: {key}")
        content = urllib.parse.urlencode(pairs).encode()
        return self.ask(
            f"/desk/do/{action}", f"Cookie: {session}", *headers, method="POST", content=content)


def laid_out(folder, files=SITE):
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    return folder


@contextlib.contextmanager
def running(folder, log, *options, **process_options):
    """The desk of a site, until it is no longer needed."""
    with pathlib.Path(log).open("w") as output:
        process = subprocess.Popen(
            [COMMAND, "desk", folder, "--no-open", "--port", "0", "--today", TODAY, *options],
            stdin=subprocess.DEVNULL, stdout=output, stderr=output, **process_options,
        )
    try:
        end = time.monotonic() + 30
        while "Built in" not in log.read_text():
            assert time.monotonic() < end and process.poll() is None, log.read_text()
            time.sleep(0.02)
        yield Desk(folder, process, log)
    finally:
        process.kill()
        process.wait()


def command(*arguments):
    """Runs the command to its end."""
    return subprocess.run(
        [COMMAND, *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True, text=True)
