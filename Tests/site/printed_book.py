"""A PDF as Chromium prints it, read line by line by PDFium."""

import ctypes
import functools

import pypdfium2
import pypdfium2.raw as pdfium


class PrintedBook:
    """The pages of a PDF."""

    def __init__(self, path):
        self.document = pypdfium2.PdfDocument(path)

    def __len__(self):
        return len(self.document)

    @functools.cached_property
    def pages(self):
        """Of each page its lines from the top, each as (largest letters, height above the foot,
        where its last letter begins, text)."""
        return [lines(page) for page in self.document]

    def links(self, number):
        """The pages that a page's links lead to, and `None` for a link to elsewhere."""
        page = self.document[number]
        place, link, found = ctypes.c_int(0), pdfium.FPDF_LINK(), []
        while pdfium.FPDFLink_Enumerate(page.raw, place, link):
            target = pdfium.FPDFLink_GetDest(self.document.raw, link)
            found.append(
                pdfium.FPDFDest_GetDestPageIndex(self.document.raw, target) if target else None
            )
        return found


def lines(page):
    text = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    found = {}
    for index in range(text.count_chars()):
        letter = chr(pdfium.FPDFText_GetUnicode(text.raw, index))
        if letter.isspace():
            continue
        pdfium.FPDFText_GetCharOrigin(text.raw, index, x, y)
        size = pdfium.FPDFText_GetFontSize(text.raw, index)
        found.setdefault(round(y.value), []).append((size, x.value, letter))
    return [
        (
            max(size for size, _, _ in line), height, max(x for _, x, _ in line),
            "".join(letter for _, _, letter in line),
        )
        for height, line in sorted(found.items(), reverse=True)
    ]
