"""AVIF at a pace that an editor can wait for.

Pillow's own pace (6 of 10) takes three to six times as long for pictures that are lighter by a twentieth, and every
width of a picture is written while its page is judged for the first time.
"""

from io import BytesIO

from PIL import AvifImagePlugin, Image

SPEED = 8
"""Pace of the encoder, from 0, the slowest, to 10."""


def quicken() -> None:
    """Make Pillow write AVIF at our pace where it is not told another; nothing changes where it cannot write AVIF."""
    if not AvifImagePlugin.SUPPORTED:
        return
    save = Image.SAVE[AvifImagePlugin.AvifImageFile.format]

    def save_quickly(image: Image.Image, file: BytesIO, name: str | bytes) -> None:
        image.encoderinfo.setdefault("speed", SPEED)
        save(image, file, name)

    Image.register_save(AvifImagePlugin.AvifImageFile.format, save_quickly)
