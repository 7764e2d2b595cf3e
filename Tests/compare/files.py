"""Pictures and documents for the random sites, with what must not be published in some of them."""

import base64
import struct
import zlib

# A GIF and a WebP picture of one pixel.
GIF = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")
WEBP = base64.b64decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA")

DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9"/></svg>\n'


def pictures_and_documents(random):
    """The files of `assets` that every site has, by their paths."""
    made = {
        "content/assets/plan.svg": DRAWING,
        "content/assets/board.png": png(random.randint(1, 40), random.randint(1, 40), random),
        "content/assets/trip.jpg": jpeg(),
        "content/assets/figures.csv": b"class,tried\n4a,yes\n",
    }
    more = {
        "content/assets/dot.gif": GIF, "content/assets/dot.webp": WEBP,
        "content/assets/by-year/2025 plan.png": png(3, 3, random),
        "content/assets/notes.txt": b"Words.\n", "content/assets/sheet.pdf": pdf(""),
    }
    return made | {path: content for path, content in more.items() if random.random() < 0.4}


def png(width, height, random):
    """A picture of one colour, not compressed, with words in it that are not to be published."""
    row = b"\0" + bytes([random.randrange(256), random.randrange(256), random.randrange(256)]) * width
    chunks = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)), (b"tEXt", b"Author\0Somebody"),
        (b"IDAT", zlib.compress(row * height, 0)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(name, content) for name, content in chunks)


def chunk(name, content):
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def jpeg():
    """A picture as a telephone makes it: with a direction and a place (Exif, GPS), and a comment."""
    entries = struct.pack(">HHIHH", 0x0112, 3, 1, 6, 0) + struct.pack(">HHII", 0x8825, 4, 1, 38)
    places = struct.pack(">HHHI4sI", 1, 1, 2, 2, b"N\0\0\0", 0)
    tiff = b"MM\0*" + struct.pack(">IH", 8, 2) + entries + struct.pack(">I", 0) + places
    return b"\xff\xd8" + b"".join([
        segment(0xE1, b"Exif\0\0" + tiff), segment(0xFE, b"Somebody was here"),
        segment(0xDB, b"\0" + b"\1" * 64), segment(0xC4, bytes(17)),
        segment(0xC0, b"\x08" + struct.pack(">HH", 24, 40) + b"\1\1\x11\0"),
        segment(0xDA, b"\1\1\0\0\x3f\0"), b"\x12\xff\0\x34", b"\xff\xd9"])


def segment(marker, content):
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def pdf(author):
    return (b"%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\n2 0 obj << /Author (" + author.encode()
            + b") >> endobj\ntrailer << /Root 1 0 R /Info 2 0 R >>\n%%EOF\n")
