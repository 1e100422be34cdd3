"""What the codes of a PDF font mean in Unicode: what assistive technologies can read of it (ISO 32000-1 §9.10)."""

import re
import unicodedata
from collections.abc import Mapping

import pikepdf

UNKNOWN = "\ufffd"
"""A character that is mapped, to what this module does not know."""
_MOST_RANGE = 65_536
_MOST_CMAP_BYTES = 2_000_000
_CODECS = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman", "/StandardEncoding": "cp1252"}
_COLLECTIONS = frozenset({"Japan1", "Japan2", "GB1", "CNS1", "Korea1", "KR"})
_ACCENTS = {
    "acute": "\u0301",
    "grave": "\u0300",
    "circumflex": "\u0302",
    "dieresis": "\u0308",
    "cedilla": "\u0327",
    "tilde": "\u0303",
}
_NAMED = {
    "space": " ", "period": ".", "comma": ",", "hyphen": "-", "quoteright": "’", "quoteleft": "‘", "colon": ":",
    "semicolon": ";", "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
    "seven": "7", "eight": "8", "nine": "9", "oe": "œ", "OE": "Œ", "ae": "æ", "fi": "fi", "fl": "fl", "slash": "/",
    "parenleft": "(", "parenright": ")", "quotesingle": "'", "guillemotleft": "«", "guillemotright": "»",
}  # fmt: skip


class Font:
    """Decodes what a font shows. `readable`: its codes have a meaning; False only when it is certain that none has."""

    def __init__(self, font: pikepdf.Object) -> None:
        self._wide = str(font.get("/Subtype")) == "/Type0"
        self._map = _to_unicode(font)
        self._codec, self._names = _encoding(font)
        self.readable = bool(self._map) or self._has_meaning(font)

    def codes(self, shown: bytes) -> list[bytes]:
        """The codes of a shown string."""
        if not self._wide:
            return [bytes([byte]) for byte in shown]
        return [shown[start : start + 2] for start in range(0, len(shown), 2)]

    def decode(self, shown: bytes) -> str:
        """The text of a shown string; what is not known is UNKNOWN."""
        return "".join(map(self._character, self.codes(shown)))

    def _character(self, code: bytes) -> str:
        if code in self._map:
            return self._map[code]
        if self._wide:
            return self._map.get(code[-1:], UNKNOWN)
        if code[0] in self._names:
            return _named(self._names[code[0]])
        return code.decode(self._codec, "replace") if self._codec else UNKNOWN

    def _has_meaning(self, font: pikepdf.Object) -> bool:
        if not self._wide:
            return True
        return not str(font.get("/Encoding")).startswith("/Identity") or _ordering(font) in _COLLECTIONS


def _ordering(font: pikepdf.Object) -> str:
    try:
        return str(font.DescendantFonts[0].CIDSystemInfo.Ordering)
    except (AttributeError, KeyError, IndexError, TypeError, ValueError):
        return "Japan1"  # broken: nothing certain can be said of it


def _encoding(font: pikepdf.Object) -> tuple[str, Mapping[int, str]]:
    encoding = font.get("/Encoding")
    if isinstance(encoding, pikepdf.Name):
        return _CODECS.get(str(encoding), ""), {}
    if not isinstance(encoding, pikepdf.Dictionary):
        return "", {}
    names: dict[int, str] = {}
    code = 0
    for item in encoding.get("/Differences", ()):
        if isinstance(item, pikepdf.Name):
            names[code] = str(item)[1:]
            code += 1
        else:
            code = int(item)
    return _CODECS.get(str(encoding.get("/BaseEncoding")), ""), names


def _named(name: str) -> str:
    name = name.partition(".")[0]
    if len(name) == 1:
        return name
    if name in _NAMED:
        return _NAMED[name]
    if match := re.fullmatch(r"(?:uni|u)([0-9A-F]{4,6})", name):
        return _scalar(int(match[1], 16))
    if accent := _ACCENTS.get(name[1:]):
        return unicodedata.normalize("NFC", name[0] + accent)
    return UNKNOWN


def _to_unicode(font: pikepdf.Object) -> dict[bytes, str]:
    stream = font.get("/ToUnicode")
    if not isinstance(stream, pikepdf.Stream):
        return {}
    try:
        text = stream.read_bytes()[:_MOST_CMAP_BYTES].decode("latin-1")
    except (pikepdf.PdfError, RuntimeError):
        return {}
    found: dict[bytes, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.DOTALL):
        for code, meaning in re.findall(r"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]*)>", block):
            found[_bytes(code)] = _utf16(meaning)
    for block in re.findall(r"beginbfrange(.*?)endbfrange", text, re.DOTALL):
        for first, last, one, many in re.findall(
            r"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]+)>\s*(?:<([0-9A-Fa-f\s]*)>|\[([^\]]*)\])", block
        ):
            _add_range(found, _bytes(first), _bytes(last), one, re.findall(r"<([0-9A-Fa-f\s]*)>", many))
    return found


def _add_range(found: dict[bytes, str], first: bytes, last: bytes, one: str, many: list[str]) -> None:
    start, end = int.from_bytes(first, "big"), int.from_bytes(last, "big")
    base = _utf16(one)
    for step in range(min(end - start + 1, _MOST_RANGE - len(found))):
        if many:
            meaning = _utf16(many[step]) if step < len(many) else UNKNOWN
        else:
            meaning = base[:-1] + _scalar(ord(base[-1]) + step) if base else ""
        if len(first) <= 4 and start + step < 256 ** len(first):
            found[(start + step).to_bytes(len(first), "big")] = meaning


def _scalar(number: int) -> str:
    return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else UNKNOWN


def _bytes(hexadecimal: str) -> bytes:
    digits = "".join(hexadecimal.split())
    return bytes.fromhex(digits + "0" * (len(digits) % 2))


def _utf16(hexadecimal: str) -> str:
    return _bytes(hexadecimal).decode("utf-16-be", "replace")
