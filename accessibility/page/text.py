"""What a text is worth to somebody who hears it: blank, punctuation, file name."""

import re
import unicodedata

_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff]")
_SYMBOLS_READ_AS_PUNCTUATION = frozenset("<>|~^`=")

IMAGE_EXTENSIONS = frozenset("apng avif bmp eps gif heic heif ico jpe jpeg jpg png svg tif tiff webp".split())
DOCUMENT_EXTENSIONS = frozenset(
    "csv doc docx htm html json odp ods odt pdf php ppt pptx rtf txt xls xlsx xml zip".split()
)

_WORD = re.compile(r"\w+")
_FILE_NAME = re.compile(r"[^\s/\\?#]+\.([A-Za-z0-9]{2,4})\Z")
_MACHINE_MADE_STEM = re.compile(
    r"(?:img|image|dsc|dscn|dscf|dcim|pxl|mvi|vid|scan|scanner|numerisation|numérisation|photo|pic|picture|capture"
    r"|screenshot|untitled|sans[ _-]?titre|unnamed|doc|document|fichier|file|download|copie|version|v)?"
    r"[\W\d_]*(?:\(\d+\))?\Z",
    re.IGNORECASE,
)
_HEXADECIMAL_STEM = re.compile(r"(?=[^\d]*\d)[0-9a-f_-]{8,}\Z", re.IGNORECASE)


def squash(text: str) -> str:
    """The text with its spaces (of any kind) normalised and its invisible characters removed."""
    return " ".join(_INVISIBLE.sub("", text).split())


def is_blank(text: str) -> bool:
    """Nothing to see or hear: empty, spaces, no-break spaces, invisible characters, icons of a private font."""
    seen = text.lstrip()
    if not seen or seen[0].isalnum():
        return not seen
    return all(character.isspace() or unicodedata.category(character)[0] == "C" for character in seen)


def is_only_punctuation(text: str) -> bool:
    """Some punctuation, and nothing that means anything by itself: no letter, digit, pictogram, arrow, currency."""
    if has_words(text):
        return False
    return any(map(_is_punctuation, text)) and all(
        _is_punctuation(character) or is_blank(character) or _is_latin_sign(character) for character in text
    )


def has_words(text: str) -> bool:
    """At least one letter or digit."""
    return any(map(str.isalnum, text))


def words(text: str) -> list[str]:
    """The words, in lower case, without accents of composition differences, apostrophes or punctuation."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def is_file_name(text: str, extensions: frozenset[str]) -> bool:
    """The whole text is the name of a file (`plan-du-bourg.jpg`), with one of these extensions."""
    match = _FILE_NAME.match(squash(text))
    return bool(match) and match[1].lower() in extensions


def is_machine_made_file_name(text: str, extensions: frozenset[str]) -> bool:
    """The whole text is a file name that a device gave (`IMG_2034.jpg`, `scan0001.pdf`): it says nothing."""
    if not is_file_name(text, extensions):
        return False
    stem = squash(text).rpartition(".")[0]
    return bool(_MACHINE_MADE_STEM.match(stem) or _HEXADECIMAL_STEM.match(stem))


def quote(text: str, length: int = 80) -> str:
    """The text between French quotation marks, shortened."""
    text = squash(text)
    return f"«\u00a0{text if len(text) <= length else text[: length - 1] + '…'}\u00a0»"


def _is_punctuation(character: str) -> bool:
    return character in _SYMBOLS_READ_AS_PUNCTUATION or unicodedata.category(character)[0] == "P"


def _is_latin_sign(character: str) -> bool:
    """A sign of the Latin keyboard (`+`, `°`) that adds nothing to punctuation, but may stand for something alone."""
    return character < "\u0100" and unicodedata.category(character) in ("Sm", "Sk", "So")
