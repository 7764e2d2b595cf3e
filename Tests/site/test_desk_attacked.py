"""The desk against whoever else sends requests to it: SAFETY 49 to 51 and 54."""

import concurrent.futures
import re
import socket
import urllib.parse

import pytest

import desks
from windows import opened

POST = "content/posts/slips.md"


@pytest.fixture
def desk(tmp_path):
    with desks.running(desks.laid_out(tmp_path / "site"), tmp_path / "log") as desk:
        yield desk


def mark(desk, session):
    page = desk.ask("/desk/posts/slips", f"Cookie: {session}").decode()
    return re.search(r'name="opened" value="(\w+)"', page)[1]


def edit(desk, session, title="Changed"):
    return {"path": POST, "opened": mark(desk, session), "changed": "title", "title": title}


def test_the_address_is_printed_first_and_opens_the_desk_once(desk):
    assert desk.log.read_text().startswith(f"http://localhost:{desk.port}/desk/open/")
    first = desk.invitation
    target = urllib.parse.urlsplit(first).path
    answer = desk.ask(target)
    assert answer.startswith(b"HTTP/1.1 303 ")
    assert b"HttpOnly; SameSite=Strict" in answer
    assert desk.ask(target).startswith(b"HTTP/1.1 403 ")
    assert desk.invitation != first


@pytest.mark.parametrize(
    "target",
    ["/desk", "/desk/", "/desk/posts/slips", "/desk/files/desk.js", "/desk/find?q=a&for=script",
     "/desk/open/0", "/desk/open/", "/desk/shown/0/now/index.html", "/desk/%2e%2e/", "/desk/x/../"],
)
def test_without_the_cookie_nothing_is_shown(desk, target):
    answer = desk.ask(target)
    assert answer.startswith(b"HTTP/1.1 403 ")
    assert b"Circle" not in answer and b"Ada" not in answer


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{port}", "127.0.0.1:{port}", ""])
def test_a_name_that_somebody_points_at_this_computer_is_refused(desk, host):
    session, key = desk.sign_in()
    host = host.format(port=desk.port) or " "
    assert desk.ask("/desk/", f"Cookie: {session}", host=host).startswith(b"HTTP/1.1 4")


def strange_headers(desk, key):
    own = f"Origin: {desk.address}"
    yield "no header at all", ["X: y"]
    yield "no origin", [f"Handbook-Key: {key}"]
    yield "no key", [own]
    yield "another key", [own, f"Handbook-Key: {'0' * len(key)}"]
    yield "two keys", [own, f"Handbook-Key: {key}", f"Handbook-Key: {key}"]
    yield "an origin of another site", ["Origin: https://evil.example", f"Handbook-Key: {key}"]
    yield "another port", [f"Origin: http://localhost:{desk.port + 1}", f"Handbook-Key: {key}"]
    yield "the site's own pages", [f"Origin: {desk.site[:-1]}", f"Handbook-Key: {key}"]
    yield "a sandboxed frame", ["Origin: null", f"Handbook-Key: {key}"]
    yield "a form", [own, "Content-Type: application/x-www-form-urlencoded"]
    yield "a same-site page", [own, f"Handbook-Key: {key}", "Sec-Fetch-Site: same-site"]


def test_nothing_but_the_desks_own_pages_writes(desk):
    session, key = desk.sign_in()
    before = desk.text(POST)
    for what, headers in strange_headers(desk, key):
        answer = desk.send("save", edit(desk, session), session, key, *headers)
        assert answer.startswith(b"HTTP/1.1 403 "), what
    no_cookie = desk.send("save", edit(desk, session), "handbook-desk=0", key)
    assert no_cookie.startswith(b"HTTP/1.1 403 ")
    assert desk.text(POST) == before
    assert desk.send("save", edit(desk, session), session, key).startswith(b"HTTP/1.1 200 ")
    assert "title: 'Changed'   # keep the quotes" in desk.text(POST)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "GET"])
def test_other_methods_change_nothing(desk, method):
    session, key = desk.sign_in()
    before = desk.text(POST)
    answer = desk.ask(
        "/desk/do/save?path=x", f"Cookie: {session}", f"Origin: {desk.address}",
        f"Handbook-Key: {key}", method=method)
    assert answer.startswith(b"HTTP/1.1 4")
    assert desk.text(POST) == before


@pytest.mark.parametrize(
    "path",
    ["../outside.md", "content/../../outside.md", "content/posts/../../../outside.md", "/etc/passwd",
     "content/posts/.git/x.md", ".git/config", "content/handbook.yml", "content/assets/x.md",
     "templates/layout.html", "content/posts/linked.md", "content/posts/linked/x.md",
     "content/posts/a\0.md", "content/posts/CON.md", "content/posts/x.md/", "", "content",
     "content/posts/" + "a" * 5000 + ".md"],
)
def test_no_path_leads_out_of_the_entries(desk, tmp_path, path):
    outside = tmp_path / "outside.md"
    outside.write_text("---\ntitle: Out\n---\n")
    (desk.folder / "content/posts/linked.md").symlink_to(outside)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/x.md").write_text("---\ntitle: Out\n---\n")
    (desk.folder / "content/posts/linked").symlink_to(tmp_path / "elsewhere")
    session, key = desk.sign_in()
    for action in ("save", "try", "keep", "fix"):
        pairs = {"path": path, "opened": "0", "changed": "title", "title": "In", "text": "x"}
        answer = desk.send(action, pairs, session, key)
        assert b"Out" not in answer
        if action != "keep":
            assert not answer.startswith(b"HTTP/1.1 2"), (action, answer)
    assert outside.read_text() == (tmp_path / "elsewhere/x.md").read_text() == "---\ntitle: Out\n---\n"
    assert "In" not in desk.text("content/handbook.yml")


@pytest.mark.parametrize("kind", ["../posts", "handbook", "", "content", "post\0"])
def test_a_new_entry_is_of_a_kind(desk, kind):
    session, key = desk.sign_in()
    before = sorted(desk.folder.rglob("*"))
    answer = desk.send("create", {"of": kind, "title": "X"}, session, key)
    assert answer.startswith(b"HTTP/1.1 4")
    assert sorted(desk.folder.rglob("*")) == before


@pytest.mark.parametrize(
    "pairs",
    [{"title": "../../x"}, {"title": "X", "date": "../../../x"}, {"title": "X", "date": "2026-01-01\ndraft: no"},
     {"title": "X\n---\nevil: yes"}, {"title": "---"}, {"title": "x" * 9000}, {"title": "\u202e\u0000"}],
)
def test_a_new_entry_stays_in_its_folder_and_is_one_entry(desk, pairs):
    session, key = desk.sign_in()
    before = {path for path in desk.folder.rglob("*") if ".handbook" not in path.parts}
    desk.send("create", {"of": "meeting", **pairs}, session, key)
    after = {path for path in desk.folder.rglob("*") if ".handbook" not in path.parts}
    for path in after - before:
        assert path.parent == desk.folder / "content/meetings"
        assert "\nevil:" not in path.read_text() and "\ndraft:" not in path.read_text()


def test_a_huge_upload_is_refused_before_it_is_read(desk):
    session, key = desk.sign_in()
    head = (
        f"POST /desk/do/save HTTP/1.1\r\nHost: localhost:{desk.port}\r\nCookie: {session}\r\n"
        f"Origin: {desk.address}\r\nHandbook-Key: {key}\r\nContent-Length: {1 << 30}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", desk.port), timeout=10) as line:
        line.sendall(head.encode())
        assert line.recv(100).startswith(b"HTTP/1.1 413 ")


def test_an_endless_upload_is_cut(desk):
    session, key = desk.sign_in()
    head = (
        f"POST /desk/do/save HTTP/1.1\r\nHost: localhost:{desk.port}\r\nCookie: {session}\r\n"
        f"Origin: {desk.address}\r\nHandbook-Key: {key}\r\nTransfer-Encoding: chunked\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", desk.port), timeout=10) as line:
        line.sendall(head.encode())
        chunk = b"10000\r\n" + b"a" * 0x10000 + b"\r\n"
        sent = 0
        try:
            while sent < 1 << 26:
                line.sendall(chunk)
                sent += len(chunk)
        except OSError:
            pass
        assert sent < 1 << 26


def test_a_thousand_connections_leave_it_working(desk):
    def connect(_):
        try:
            return socket.create_connection(("127.0.0.1", desk.port), timeout=5)
        except OSError:
            return None

    with concurrent.futures.ThreadPoolExecutor(64) as pool:
        lines = list(pool.map(connect, range(1000)))
    for line in lines:
        if line is not None:
            line.close()
    session, _ = desk.sign_in()
    assert desk.ask("/desk/", f"Cookie: {session}").startswith(b"HTTP/1.1 200 ")


def test_pages_allow_nothing_from_elsewhere_and_stand_in_no_frame(desk):
    session, _ = desk.sign_in()
    answer = desk.ask("/desk/", f"Cookie: {session}").decode()
    assert "default-src 'none'; script-src 'self'" in answer
    assert "frame-ancestors 'none'" in answer and "X-Frame-Options: DENY" in answer
    assert "Cache-Control: no-store" in answer


def test_the_site_is_beside_the_desk_at_another_host(desk):
    assert desk.ask("/posts/slips.html", host=f"127.0.0.1:{desk.port}").startswith(b"HTTP/1.1 200 ")
    moved = desk.ask("/posts/slips.html")
    assert f"Location: {desk.site}posts/slips.html" in moved.decode()


@pytest.mark.parametrize(
    "target", ["/tags/%C3%A9.html", "/search/?q=a", "//evil.example/x", "/a b", "/%zz", "/\\evil"])
def test_no_page_of_the_site_is_shown_at_the_desks_host(desk, target):
    """Whatever its address: there a theme's scripts would have the desk's cookie."""
    answer = desk.ask(target).decode("latin-1")
    assert not answer.startswith("HTTP/1.1 200 ")
    location = re.search(r"(?im)^location: (.*?)\r$", answer)
    assert location is None or location[1].startswith(desk.site)


# A theme that tries to reach the desk from every page of the site.
HOSTILE = """
(async () => {
  const desk = location.protocol + "//localhost:" + location.port;
  const tried = [];
  for (const address of [desk + "/desk/", "/desk/", desk + "/desk/do/save"]) {
    try {
      const answer = await fetch(address, { credentials: "include" });
      tried.push(answer.status + " " + (await answer.text()).includes("handbook-key"));
    } catch (error) { tried.push("failed"); }
  }
  try {
    const answer = await fetch(desk + "/desk/do/save", {
      method: "POST", credentials: "include", mode: "no-cors",
      body: new URLSearchParams({ path: "content/posts/slips.md", changed: "title", title: "Taken" }),
    });
    tried.push("sent");
  } catch { tried.push("failed"); }
  try { tried.push(String(parent.document.title)); } catch { tried.push("no parent"); }
  document.documentElement.dataset.tried = tried.join(", ");
})();
"""


def test_a_hostile_theme_reaches_neither_desk_nor_files(browser, tmp_path):
    folder = desks.laid_out(tmp_path / "site")
    (folder / "templates/assets").mkdir(parents=True)
    (folder / "templates/assets/reading.js").write_text(HOSTILE)
    with desks.running(folder, tmp_path / "log") as desk, opened(browser) as window:
        before = desk.text(POST)
        window.goto(desk.invitation)
        window.goto(f"{desk.address}/desk/posts/slips")
        frame = window.frame_locator("#preview")
        frame.locator("h1").wait_for()
        assert window.locator("#preview").get_attribute("sandbox") == ""
        assert frame.locator("html").get_attribute("data-tried") is None
        window.goto(f"{desk.site}posts/slips.html")
        window.wait_for_function("document.documentElement.dataset.tried !== undefined")
        tried = window.evaluate("document.documentElement.dataset.tried")
        assert "true" not in tried, tried
        assert desk.text(POST) == before
