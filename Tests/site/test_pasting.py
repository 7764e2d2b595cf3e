"""What is pasted into a text on the desk becomes Markdown, in a real browser."""

import pytest

import desks
from windows import opened

PASTE = """([html, plain]) => {
  const held = new DataTransfer();
  if (html !== "") held.setData("text/html", html);
  held.setData("text/plain", plain);
  const area = document.getElementById("text");
  area.focus();
  area.setSelectionRange(area.value.length, area.value.length);
  area.dispatchEvent(new ClipboardEvent("paste", {
    clipboardData: held, bubbles: true, cancelable: true,
  }));
}"""


@pytest.fixture
def desk(tmp_path):
    with desks.running(desks.laid_out(tmp_path / "site"), tmp_path / "log") as desk:
        yield desk


@pytest.mark.parametrize(
    ("html", "plain", "markdown"),
    [
        (
            "<meta charset='utf-8'><p>See <a href='https://example.org/' onclick='x()'>the <b>plan</b></a>."
            "<script>alert(1)</script><img src='https://example.org/pixel.gif'></p>",
            "See the plan.",
            "See [the **plan**](https://example.org/).",
        ),
        ("", "Name\tRoom\nChess\tB12", "\n| Name | Room |\n| --- | --- |\n| Chess | B12 |\n"),
        ("<p>" + "<span style='color:red'>a</span> " * 8000 + "</p>", "a", "a " * 7999 + "a"),
    ],
)
def test_a_clipboard_becomes_markdown(browser, desk, html, plain, markdown):
    with opened(browser) as window:
        window.goto(desk.invitation)
        window.goto(f"{desk.address}/desk/posts/slips")
        before = window.locator("#text").input_value()
        window.evaluate(PASTE, [html, plain])
        window.wait_for_function("length => document.getElementById('text').value.length > length", arg=len(before))
        assert window.locator("#text").input_value() == before + markdown
