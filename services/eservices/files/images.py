"""Pictures that a screen can show without harm."""

import warnings
from pathlib import Path

from PIL import Image

from services.eservices.files.refusal import Refused

MOST_PIXELS = 80_000_000
_TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "WebP": "image/webp"}


def judge(path: Path, said: str) -> str:
    """The media type of a picture that can be read to its end. Raises Refused."""
    # What is measured here is refused in plain words, before anything is decoded.
    Image.MAX_IMAGE_PIXELS = None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Image.open(path, formats=[said.upper()]) as picture:
                if picture.width * picture.height * getattr(picture, "n_frames", 1) > MOST_PIXELS:
                    raise Refused("Cette image est démesurée. Réduisez-la, puis choisissez-la.")
                picture.load()
    except Refused:
        raise
    except Exception as error:
        # Decoders raise whatever the bytes lead them to.
        raise Refused("Cette image est incomplète ou abîmée. Enregistrez-la de nouveau, puis choisissez-la.") from error
    return _TYPES[said]
