"""The site while it is written: `handbook serve` against hostile requests and a busy author."""

import concurrent.futures
import contextlib
import pathlib
import re
import resource
import signal
import socket
import subprocess
import time

import pytest

from conftest import COMMAND, TODAY
from looks import TORTURE
from windows import opened

SITE = {
    "content/handbook.yml": "name: The Circle\ntimezone: Europe/London\n",
    "content/pages/start.md": "# Start\n\nWelcome.\n" + "\nA line.\n" * 200,
    "content/pages/draft.md": "---\ndraft: yes\n---\n# Not ready\n",
}


class Served:
    """A running server: the site's folder, its port, and what it has said."""

    def __init__(self, folder, process, port, log):
        self.folder, self.process, self.port, self.log = folder, process, port, log

    @property
    def address(self):
        return f"http://localhost:{self.port}/"

    @property
    def said(self):
        return self.log.read_text()

    def write(self, path, text):
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        # As most editors do: a new file that takes the old one's place.
        new = file.with_name(f".{file.name}.new")
        new.write_text(text)
        new.rename(file)

    def ask(self, head, wait=10):
        """The whole answer to some bytes sent as they are."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=wait) as line:
            line.sendall(head)
            answer = b""
            with contextlib.suppress(TimeoutError, ConnectionResetError):
                while part := line.recv(65536):
                    answer += part
            return answer

    def get(self, target, *headers, host=None):
        lines = [f"GET {target} HTTP/1.1", f"Host: {host or f'localhost:{self.port}'}", *headers]
        return self.ask("\r\n".join([*lines, "Connection: close", "", ""]).encode())

    def until(self, holds, seconds=20):
        end = time.monotonic() + seconds
        while not holds():
            assert time.monotonic() < end, self.said
            time.sleep(0.02)

    @property
    def memory(self):
        """Resident, in kilobytes."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1])


@pytest.fixture
def served(tmp_path):
    folder = tmp_path / "site"
    for path, text in SITE.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    log = tmp_path / "log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [COMMAND, "serve", folder, "--port", "0", "--today", TODAY],
            stdin=subprocess.DEVNULL, stdout=output, stderr=output,
        )
    try:
        end = time.monotonic() + 20
        while "Built in" not in log.read_text():
            assert time.monotonic() < end and process.poll() is None, log.read_text()
            time.sleep(0.02)
        port = int(re.search(r"http://localhost:(\d+)/", log.read_text())[1])
        yield Served(folder, process, port, log)
    finally:
        process.kill()
        process.wait()


def test_pages_are_shown_drafts_too_and_nothing_is_written(served):
    assert b"200 OK" in served.get("/start.html")
    assert b"Not ready" in served.get("/draft.html")
    assert sorted(path.name for path in served.folder.iterdir()) == ["content"]


def test_ctrl_c_ends_it_with_0(served):
    served.process.send_signal(signal.SIGINT)
    assert served.process.wait(10) == 0


def test_a_port_in_use_is_told(served):
    done = subprocess.run(
        [COMMAND, "serve", served.folder, "--port", str(served.port)],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=20,
    )
    assert done.returncode == 2
    assert done.stderr == (
        f"error: port {served.port} is in use by another program\n"
        f"    help: try another: --port {served.port + 1}\n"
    )


@pytest.mark.parametrize(
    "target",
    [
        "/%2e%2e/content/handbook.yml", "/..%2fcontent/handbook.yml", "/.%2e/content/handbook.yml",
        "/%252e%252e/content/handbook.yml", "/%5c..%5ccontent", "//etc/passwd", "/../site/content",
        "http://localhost/etc/passwd", "/content/handbook.yml",
    ],
)
def test_no_path_leads_out_of_the_site(served, target):
    answer = served.get(target)
    assert answer.startswith(b"HTTP/1.1 404 ")
    assert b"timezone" not in answer


@pytest.mark.parametrize("bytes_", ["9223372036854775807-", "-5-10", "5-1", "0-99999999999999999999"])
def test_a_strange_range_is_ignored(served, bytes_):
    assert served.get("/start.html", f"Range: bytes={bytes_}").startswith(b"HTTP/1.1 200 ")
    assert served.get("/start.html").startswith(b"HTTP/1.1 200 ")


def test_another_name_for_this_machine_is_refused(served):
    assert served.get("/", host="evil.example").startswith(b"HTTP/1.1 403 ")
    assert served.ask(b"GET / HTTP/1.0\r\n\r\n").startswith(b"HTTP/1.0 403 ")


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.2:8000"])
def test_a_foreign_page_cannot_follow_the_changes(served, origin):
    answer = served.get("/.handbook/news", f"Origin: {origin}")
    assert answer.startswith(b"HTTP/1.1 403 ")
    assert b"access-control" not in answer.lower()


def test_it_listens_to_this_machine_alone(served):
    table = pathlib.Path("/proc/net/tcp").read_text() + pathlib.Path("/proc/net/tcp6").read_text()
    listening = [line.split()[1] for line in table.splitlines() if " 0A " in line]
    own = [place for place in listening if place.endswith(f":{served.port:04X}")]
    assert own == [f"0100007F:{served.port:04X}"]


def test_a_huge_head_is_cut_off(served):
    before = served.memory
    head = b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"X-A: " + b"a" * 10_000_000 + b"\r\n\r\n"
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        served.ask(head)
    assert served.memory - before < 20_000
    assert served.get("/start.html").startswith(b"HTTP/1.1 200 ")


@pytest.mark.parametrize("garbage", [b"\x16\x03\x01\x02\x00", b"\x00" * 5000, b"PRI * HTTP/2.0\r\n\r\n"])
def test_garbage_is_harmless(served, garbage):
    served.ask(garbage, wait=0.3)
    assert served.get("/start.html").startswith(b"HTTP/1.1 200 ")


def test_a_thousand_connections_that_say_nothing_are_bounded(served):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 4096), hard))
    lines = []
    try:
        for _ in range(1000):
            with contextlib.suppress(OSError):
                lines.append(socket.create_connection(("127.0.0.1", served.port), timeout=0.2))
        files = list(pathlib.Path(f"/proc/{served.process.pid}/fd").iterdir())
        assert len(files) < 200
    finally:
        for line in lines:
            line.close()
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    served.until(lambda: served.get("/start.html").startswith(b"HTTP/1.1 200 "))


def test_who_sends_slowly_is_hung_up_on(served):
    with socket.create_connection(("127.0.0.1", served.port)) as line:
        line.settimeout(1)
        line.sendall(b"GET / HTTP/1.1\r\n")
        start = time.monotonic()
        while time.monotonic() - start < 30:
            try:
                line.sendall(b"X")
                if line.recv(100) == b"":
                    break
            except TimeoutError:
                continue
            except OSError:
                break
        assert time.monotonic() - start < 25


def test_many_at_once_are_answered(served):
    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(lambda _: served.get("/start.html"), range(200)))
    assert {answer.split(b"\r\n")[0] for answer in answers} == {b"HTTP/1.1 200 OK"}


def test_the_browser_follows_and_keeps_its_place(served, browser):
    with opened(browser) as window:
        window.goto(served.address + "start.html")
        window.evaluate("scrollTo(0, 900)")
        text = SITE["content/pages/start.md"].replace("Welcome.", "Welcome to everybody.")
        served.write("content/pages/start.md", text)
        window.get_by_text("Welcome to everybody.").wait_for()
        window.wait_for_function("Math.abs(scrollY - 900) < 5")
        assert window.evaluate("window.refused") == []


def test_the_browser_does_not_reload_a_page_that_stays_the_same(served, browser):
    with opened(browser) as window:
        window.goto(served.address + "start.html")
        window.evaluate("window.untouched = true")
        before = served.said.count("Built in")
        served.write("content/pages/other.md", "# Another\n")
        served.until(lambda: served.said.count("Built in") > before)
        time.sleep(0.5)
        assert window.evaluate("window.untouched") is True


def test_what_is_wrong_lies_over_the_last_good_page_until_it_is_mended(served, browser):
    with opened(browser) as window:
        window.goto(served.address + "start.html")
        served.write("content/pages/other.md", "# Another\n\n[[nowhere]]\n")
        overlay = window.get_by_role("alert")
        overlay.locator("summary").click()
        overlay.get_by_text("nothing is called 'nowhere' [unknown-link]").wait_for()
        assert window.get_by_role("heading", level=1).inner_text() == "Start"
        assert window.evaluate("window.refused") == []
        served.write("content/pages/other.md", "# Another\n\n[[start]]\n")
        # The page is loaded again, for it names the page that now links to it.
        window.get_by_role("link", name="Another").wait_for()
        overlay.wait_for(state="detached")
        assert window.evaluate("window.refused") == []
    assert "The last good pages stay until this is fixed." in served.said
    assert "All is fixed." in served.said


def test_many_edits_in_a_row_leave_the_memory_as_it_was(served):
    # A thousand in the torture tier; the first ones warm caches and pools.
    edits = 1000 if TORTURE else 150
    page = served.folder / "content/pages/start.md"
    warm = 0
    for number in range(edits):
        served.write("content/pages/start.md", f"# Start\n\nEdit {number}.\n")
        wanted = f"Edit {number}.".encode()
        served.until(lambda: wanted in served.get("/start.html"))
        if number == edits // 3:
            warm = served.memory
    assert page.read_text().endswith(f"Edit {edits - 1}.\n")
    assert served.memory - warm < 12_000
