"""What reporters upload: whatever their cameras and phones make is taken, or refused in words."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from broadsheet.media.actions.prepare import prepare
from broadsheet.media.models import Picture
from tests.factories import sign_in


def upload(user: User, content: bytes, name: str) -> str:
    """Upload through the desk; returns what the desk says when it refuses."""
    file = SimpleUploadedFile(name, content)
    data = {"title": name, "file": file, "description": "The mole", "collection": 1}
    response = sign_in(user).post(reverse("wagtailimages:add"), data)
    return "" if response.status_code == 302 else response.content.decode()


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def cmyk() -> bytes:
    return encoded(Image.new("CMYK", (90, 60), (10, 90, 90, 0)), "JPEG")


def sixteen_bits() -> bytes:
    return encoded(Image.new("I;16", (90, 60), 40_000), "PNG")


def animated() -> bytes:
    frames = [Image.new("P", (90, 60), colour) for colour in (1, 2, 3)]
    return encoded(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=50)


def transparent() -> bytes:
    return encoded(Image.new("RGBA", (90, 60), (10, 90, 90, 100)), "PNG")


def palette() -> bytes:
    return encoded(Image.new("P", (90, 60), 3), "PNG", transparency=3)


def grey() -> bytes:
    return encoded(Image.new("L", (90, 60), 90), "JPEG")


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (cmyk, "cmyk.jpg"),
        (sixteen_bits, "deep.png"),
        (animated, "moving.gif"),
        (transparent, "logo.png"),
        (palette, "palette.png"),
        (grey, "grey.jpg"),
    ],
)
def test_a_picture_of_any_usual_kind_is_taken_and_cut(
    ada: User, make: Callable[[], bytes], name: str
) -> None:
    assert upload(ada, make(), name) == ""
    assert prepare(Picture.objects.get(title=name), "3x2", "square") > 0


@pytest.mark.parametrize("kind", ["jpeg", "webp", "avif"])
def test_a_scan_with_sixteen_bits_keeps_its_greys(ada: User, kind: str) -> None:
    upload(ada, sixteen_bits(), "deep.png")
    rendition = Picture.objects.get().get_rendition(f"width-50|format-{kind}")
    with Image.open(rendition.file.path) as shown:
        assert shown.convert("L").getpixel((20, 20)) == pytest.approx(40_000 / 256, abs=3)


def test_a_picture_taken_sideways_is_shown_upright(ada: User) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was turned by a quarter
    assert (
        upload(ada, encoded(Image.new("RGB", (90, 60), "red"), "JPEG", exif=exif.tobytes()), "phone.jpg")
        == ""
    )
    picture = Picture.objects.get()
    rendition = picture.get_rendition("width-50|format-jpeg")
    assert rendition.height > rendition.width


def test_what_readers_get_does_not_say_where_a_picture_was_taken(ada: User) -> None:
    exif = Image.Exif()
    exif[0x010F] = "Ada's own camera"
    upload(ada, encoded(Image.new("RGB", (90, 60), "red"), "JPEG", exif=exif.tobytes()), "phone.jpg")
    prepare(Picture.objects.get(), "3x2")
    for rendition in Picture.objects.get().renditions.all():
        assert b"Ada's own camera" not in rendition.file.read()


def test_a_picture_that_unpacks_to_gigabytes_is_refused(ada: User) -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    bomb = (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
        + chunk(b"IEND", b"")
    )
    assert "error" in upload(ada, bomb, "bomb.png")
    assert not Picture.objects.exists()


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "drawing.svg"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "drawing.png"),
        (b"MZ\0\0", "program.exe"),
        (b"", "empty.jpg"),
        (b"\xff\xd8\xff\xe0 cut", "cut.jpg"),
    ],
)
def test_what_is_no_picture_is_refused_in_words(ada: User, content: bytes, name: str) -> None:
    assert "error" in upload(ada, content, name)
    assert not Picture.objects.exists()
