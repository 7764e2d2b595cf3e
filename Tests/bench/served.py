"""Measures how soon `handbook serve` shows an edit."""

import http.client
import re
import subprocess
import time

from builds import Cost
import plain_corpus

# Between two looks at a page: short beside what is measured, and long beside what a look costs.
PAUSE = 0.004
LONGEST = 120


def edits_shown(command, site, runs):
    """For each of some edits of one post's text, how long it took from the end of the writing until the page
    had it."""
    process = subprocess.Popen(
        [command, "serve", str(site), "--port", "0", "--today", plain_corpus.TODAY],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        host = re.search(r"//(\S+?)/? ", process.stdout.readline())[1]
        file = site / "content" / "posts" / "post-1.md"
        wait_for(host, "post-1", "</html>")
        # The stamps of files that have just been written tell nothing.
        time.sleep(1)
        return [edit_shown(host, file, f"edit{time.time_ns()}shown{number}") for number in range(runs + 1)][1:]
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def edit_shown(host, file, word):
    file.write_text(f"{file.read_text(encoding='utf-8').rstrip()} {word}\n", encoding="utf-8")
    start = time.perf_counter()
    wait_for(host, file.stem, word)
    shown = Cost(time.perf_counter() - start, 0, 0)
    # So that the next edit meets a file whose stamp tells.
    time.sleep(0.2)
    return shown


def wait_for(host, name, word):
    """Asks for the page of a post until it has a word."""
    end = time.perf_counter() + LONGEST
    while time.perf_counter() < end:
        if word in page(host, f"/posts/{name}.html"):
            return
        time.sleep(PAUSE)
    raise SystemExit(f"error: serve did not show '{word}' in {LONGEST} seconds")


def page(host, path):
    connection = http.client.HTTPConnection(host, timeout=LONGEST)
    try:
        connection.request("GET", path)
        return connection.getresponse().read().decode()
    except OSError:
        # It does not listen yet.
        return ""
    finally:
        connection.close()
