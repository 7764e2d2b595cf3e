"""Pictures of noise, with something in their metadata for a build to remove."""

import struct
import zlib


def png(width, height, random):
    """A grey picture, not compressed: libraries for that differ in the bytes that they write."""
    rows = b"".join(b"\0" + random.randbytes(width) for _ in range(height))
    return b"\x89PNG\r\n\x1a\n" + b"".join([
        chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
        chunk(b"tEXt", b"Author\0A made-up photographer"),
        chunk(b"IDAT", zlib.compress(rows, 0)),
        chunk(b"IEND", b""),
    ])


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def jpeg(width, height, random):
    """A grey picture of even squares of 8 pixels: of each only the mean brightness is coded.

    Its Huffman table for that gives the code of 4 bits `n` to differences of `n` bits. The other table
    has the one code 0, "nothing more in this square".
    """
    exif = b"II*\0" + struct.pack("<IHHHI4sI", 8, 1, 0x0110, 2, 4, b"Cam\0", 0)
    return b"\xff\xd8" + b"".join([
        segment(0xE1, b"Exif\0\0" + exif),
        segment(0xDB, b"\0" + bytes([8] * 64)),
        segment(0xC0, struct.pack(">BHHB3B", 8, height, width, 1, 1, 0x11, 0)),
        segment(0xC4, b"\x00" + bytes([0, 0, 0, 12] + [0] * 12) + bytes(range(12))),
        segment(0xC4, b"\x10" + bytes([1] + [0] * 15) + b"\0"),
        segment(0xDA, bytes([1, 1, 0, 0, 63, 0])),
        squares((width + 7) // 8 * ((height + 7) // 8), random),
    ]) + b"\xff\xd9"


def segment(kind, data):
    return struct.pack(">BBH", 0xFF, kind, len(data) + 2) + data


def squares(count, random):
    bits, before = [], 0
    for level in random.choices(range(-120, 120), k=count):
        difference, before = level - before, level
        length = abs(difference).bit_length()
        # Negative differences are written as those of as many bits that begin with 0.
        value = difference if difference >= 0 else difference + (1 << length) - 1
        bits.append(f"{length:04b}" + (f"{value:0{length}b}" if length else "") + "0")
    text = "".join(bits)
    text += "1" * (-len(text) % 8)
    return int(text, 2).to_bytes(len(text) // 8, "big").replace(b"\xff", b"\xff\0")
