"""French names of the languages that a text is recognised in, with their article."""

_NAMES = {
    "ar": "l’arabe",
    "cs": "le tchèque",
    "da": "le danois",
    "de": "l’allemand",
    "el": "le grec",
    "en": "l’anglais",
    "es": "l’espagnol",
    "fi": "le finnois",
    "fr": "le français",
    "hu": "le hongrois",
    "it": "l’italien",
    "ja": "le japonais",
    "ko": "le coréen",
    "nl": "le néerlandais",
    "pl": "le polonais",
    "pt": "le portugais",
    "ro": "le roumain",
    "ru": "le russe",
    "sv": "le suédois",
    "tr": "le turc",
    "uk": "l’ukrainien",
    "vi": "le vietnamien",
    "zh": "le chinois",
}


def french_name(code: str) -> str:
    """The name of a language with its article, or the code between quotation marks."""
    return _NAMES.get(code, f"la langue «\u00a0{code}\u00a0»")


def in_french_name(code: str) -> str:
    """What a text is written in: « en anglais », or in the language of the code between quotation marks."""
    name = _NAMES.get(code, "")
    return f"en {name.removeprefix('l’').removeprefix('le ')}" if name else f"dans {french_name(code)}"
