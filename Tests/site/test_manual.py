"""The manual page says what the command says of itself."""

import json

from conftest import ROOT, run
from manual_page import page


def test_the_manual_page_is_current():
    told = json.loads(run("--experimental-dump-help").stdout)
    assert (ROOT / "docs/handbook.1").read_text() == page(told), "run scripts/manual"
