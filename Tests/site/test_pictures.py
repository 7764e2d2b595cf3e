"""What is left of a photo when it is published, read by a library that is not ours."""

import io
import pathlib

import pytest
from PIL import Image, ImageCms

from conftest import build

PLACE = {1: "N", 2: (51.0, 28.0, 40.0), 3: "W", 4: (3.0, 10.0, 50.0)}
ORIENTATION, MAKE, ARTIST, GPS, COMMENT = 0x0112, 0x010F, 0x013B, 0x8825, 0x9286
SETTINGS = "name: Pictures\ntimezone: Europe/London\n"
PAGE = "# Pictures\n\n" + "\n\n".join(
    f"![A square](../assets/photo.{kind})" for kind in ["jpg", "png", "webp"]
)
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><secret>Rosa at home</secret></x:xmpmeta>'


def photo():
    """A picture whose pixels all differ a little, so that none can be lost unseen."""
    pixels = [(x * 4, y * 4, (x + y) * 2) for y in range(48) for x in range(64)]
    image = Image.new("RGB", (64, 48))
    image.putdata(pixels)
    return image


def secrets():
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif[MAKE] = "Camera of Rosa"
    exif[ARTIST] = "Rosa Lindqvist"
    exif.get_ifd(GPS).update(PLACE)
    return exif


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The same photo in three formats, with all that a telephone writes into it, and a build."""
    source = tmp_path_factory.mktemp("pictures")
    assets = source / "content/assets"
    assets.mkdir(parents=True)
    (source / "content/pages").mkdir()
    (source / "content/handbook.yml").write_text(SETTINGS)
    (source / "content/pages/a.md").write_text(PAGE)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    shared = {"exif": secrets(), "icc_profile": profile, "xmp": XMP}
    photo().save(assets / "photo.jpg", quality=92, comment=b"Rosa at home", **shared)
    photo().save(assets / "photo.webp", lossless=True, **shared)
    photo().save(assets / "photo.png", exif=secrets(), icc_profile=profile)
    build(source, source / "output")
    return source


@pytest.mark.parametrize("kind", ["jpg", "png", "webp"])
def test_pixels_orientation_and_colours_come_out_and_nothing_else(folder, kind):
    before = Image.open(folder / f"content/assets/photo.{kind}")
    after = Image.open(folder / f"output/assets/photo.{kind}")
    # What goes in is what we think goes in.
    assert before.getexif().get_ifd(GPS)
    assert before.getexif()[ARTIST] == "Rosa Lindqvist"

    assert after.size == before.size
    assert after.mode == before.mode
    assert after.tobytes() == before.tobytes()
    assert after.info.get("icc_profile") == before.info["icc_profile"]
    assert dict(after.getexif()) == {ORIENTATION: 6}
    assert after.getexif().get_ifd(GPS) == {}
    assert set(after.info) <= {
        "icc_profile", "exif", "jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi",
        "loop", "background", "timestamp", "duration", "progressive",
    }


@pytest.mark.parametrize("kind", ["jpg", "png", "webp"])
def test_no_byte_tells_of_a_person_a_camera_or_a_place(folder, kind):
    published = (folder / f"output/assets/photo.{kind}").read_bytes()
    for word in [b"Rosa", b"Camera", b"xmpmeta", b"GPS"]:
        assert word not in published


@pytest.mark.parametrize("kind", ["jpg", "png", "webp"])
def test_the_community_keeps_its_own_file(folder, kind):
    source = pathlib.Path(folder / f"content/assets/photo.{kind}").read_bytes()
    assert Image.open(io.BytesIO(source)).getexif()[ARTIST] == "Rosa Lindqvist"
