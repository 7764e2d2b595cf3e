"""How two runs differ: in their messages, their exit status, or the files that they left."""

import dataclasses
import os
import stat

import by_nature

# How much of a line is shown.
WIDTH = 160


@dataclasses.dataclass
class Difference:
    """Where two sides differ, and a line of each; `None` where a side has nothing there."""

    where: str
    what: str
    old: bytes
    new: bytes

    @property
    def text(self):
        old, new = shown(self.old, self.new)
        return f"{self.where}{self.what}\n    old: {old}\n    new: {new}"


def of_bytes(where, old, new):
    """The first line that is another, where two texts differ."""
    if old == new:
        return []
    old_lines, new_lines = old.split(b"\n"), new.split(b"\n")
    for number, (one, other) in enumerate(zip(old_lines, new_lines), 1):
        if one != other:
            return [Difference(where, f", line {number}", one, other)]
    number = min(len(old_lines), len(new_lines))
    rest = [lines[number] if number < len(lines) else None for lines in (old_lines, new_lines)]
    return [Difference(where, f", line {number + 1}", *rest)]


def shown(old, new):
    """Both lines as one can print them, cut so that the first sign that is another is among them."""
    both = [None if line is None else line.decode(errors="backslashreplace") for line in (old, new)]
    first = len(os.path.commonprefix([line or "" for line in both]))
    start = 0 if first < WIDTH - 40 else first - 40
    return ["(nothing)" if line is None else cut(line, start) for line in both]


def cut(line, start):
    end = start + WIDTH
    piece = ("…" if start else "") + line[start:end] + ("…" if len(line) > end else "")
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in piece)


class PairOfFolders:
    """Two folders that must hold the same files, looked at again after each command.

    A pair of files whose length, times and inode numbers are those of the last look is not read again,
    so a difference is told once, with the command that made it.
    """

    def __init__(self, old, new):
        self.folders = old, new
        self.seen = {}
        # How many pairs of files were read.
        self.compared = 0

    def differences(self):
        """Yields each path that differs and is not as at the last look, with the difference."""
        old, new = (dict(listing(folder)) for folder in self.folders)
        for path in sorted(old.keys() | new.keys()):
            state = signature(old.get(path)), signature(new.get(path))
            if self.seen.get(path) == state:
                continue
            self.seen[path] = state
            yield from ((path, difference) for difference in self.of_path(path, old.get(path), new.get(path)))
        for path in self.seen.keys() - old.keys() - new.keys():
            del self.seen[path]

    def of_path(self, path, old, new):
        if old is None or new is None:
            there = [None if one is None else b"it is there" for one in (old, new)]
            return [Difference(path, "", *there)]
        modes = [stat.filemode(one.st_mode).encode() for one in (old, new)]
        if modes[0] != modes[1]:
            return [Difference(path, ", kind and rights", *modes)]
        if stat.S_ISREG(old.st_mode):
            self.compared += 1
        return of_bytes(path, *(content(folder / path, old.st_mode) for folder in self.folders))


def content(path, mode):
    if stat.S_ISLNK(mode):
        return os.readlink(path).encode()
    return path.read_bytes() if stat.S_ISREG(mode) else b""


def signature(status):
    if status is None or stat.S_ISDIR(status.st_mode):
        return status and status.st_mode
    return status.st_mode, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def listing(folder, path=""):
    """All that lies below a folder: its path and status."""
    with os.scandir(folder) as found:
        for one in found:
            if one.name in by_nature.LEFT_OUT:
                continue
            yield path + one.name, one.stat(follow_symlinks=False)
            if one.is_dir(follow_symlinks=False):
                yield from listing(one.path, f"{path}{one.name}/")
