"""The languages of the contents, read from a list of codes."""

from django.conf.locale import LANG_INFO
from django.core.exceptions import ImproperlyConfigured

DEFAULT = "fr"
_NAMES = {
    "fr": "Français",
    "ar": "Arabe",
    "br": "Breton",
    "de": "Allemand",
    "en": "Anglais",
    "es": "Espagnol",
    "it": "Italien",
    "nl": "Néerlandais",
    "pl": "Polonais",
    "pt": "Portugais",
    "ro": "Roumain",
    "ru": "Russe",
    "tr": "Turc",
    "uk": "Ukrainien",
}


def content_languages(codes: str) -> list[tuple[str, str]]:
    """The languages of « fr en ar », French first and always there, with the names that editors read.

    Raises ImproperlyConfigured for a code that Django does not know.
    """
    wanted = list(dict.fromkeys([DEFAULT, *codes.split()]))
    if unknown := [code for code in wanted if code not in LANG_INFO or "name" not in LANG_INFO[code]]:
        raise ImproperlyConfigured(f"PARVIS_LANGUAGES has codes that are no language: {' '.join(unknown)}.")
    return [(code, _NAMES.get(code) or LANG_INFO[code]["name_local"]) for code in wanted]
