"""The windows that pages are looked at in, and which pages are looked at in which.

A page is looked at in one of them, and over the pages all of them occur. In the torture tier every page is
looked at in every one.
"""

import itertools
import os
import typing

TORTURE = "HANDBOOK_TORTURE" in os.environ


class Look(typing.NamedTuple):
    """The width of a window in CSS pixels, and whether it is day or night."""

    width: int
    scheme: str

    def __str__(self):
        return f"{self.width}-{self.scheme}"


WIDTHS = [320, 768, 1280]
LOOKS = [Look(*look) for look in itertools.product(WIDTHS, ["light", "dark"])]


def seen_in(look, pages):
    """The pages to look at in a window: by their position in the list, so the same in every run."""
    return pages if TORTURE else pages[LOOKS.index(look)::len(LOOKS)]
