"""Somebody at a terminal who answers every question by Enter, and counts them."""

import os
import pty
import select
import subprocess
import time

from conftest import COMMAND

# How a question ends: behind it the one who reads it types.
ENDS = ("? ", "] ", ": ", "> ")


def answered_by_enter(*words, seconds=300):
    """Runs a command at a terminal of its own; its status, what it said, and how often it asked."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [COMMAND, *map(str, words)], stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True,
        env=os.environ | {"TERM": "xterm", "TZ": "Europe/London"})
    os.close(theirs)
    said, asked, end = b"", 0, time.monotonic() + seconds
    while time.monotonic() < end:
        if select.select([ours], [], [], 0.7)[0]:
            try:
                more = os.read(ours, 65536)
            except OSError:
                break  # Linux tells the end of a terminal so.
            if not more:
                break
            said += more
        elif process.poll() is None and said.decode("utf-8", "replace").endswith(ENDS):
            asked += 1
            os.write(ours, b"\n")
    else:
        process.kill()
    status = process.wait(10)
    os.close(ours)
    return status, said.decode("utf-8", "replace"), asked
