"""What two runs of one command may differ in, each with its reason. All else is compared to the byte.

Messages are rewritten before they are compared. Files are never rewritten: they are compared or left out.
"""

import re

# What is put in place of a piece of a message.
REWRITTEN = [
    # The closing line of `build` tells how long it took.
    (re.compile(rb", in (?:\d+ ms|\d+\.\d s)\. Open "), b", in TIME. Open "),
    # `--version`, and the message of a published commit, name the commit that the command was built from.
    (re.compile(rb"\b(\d+\.\d+\.\d+) \([0-9a-f]{7,40}\)"), rb"\1 (COMMIT)"),
]

# Names of folders that are not compared.
LEFT_OUT = {
    # The cache: it holds modification times and inode numbers, and has a format of its own in each version.
    # That it is used well shows in what the next build writes.
    ".handbook",
    # Git's files: the index holds modification times. What was published is compared as `git ls-tree`
    # tells it.
    ".git",
    "remote.git",
}


def rewritten(message, folder):
    """A message as it is compared; `folder` is where the command was run, which is another for each."""
    message = message.replace(bytes(folder), b"FOLDER")
    for pattern, replacement in REWRITTEN:
        message = pattern.sub(replacement, message)
    return message
