"""The names of the words in Swift are those that `scripts/words` writes from the English words."""

import subprocess

from conftest import ROOT


def test_names_of_words_are_current():
    written = subprocess.run(
        [ROOT / "scripts/words", "--print"], capture_output=True, text=True, check=True).stdout
    source = (ROOT / "Sources/Site/Interface/Word.swift").read_text()
    assert written == source, "run scripts/words"
