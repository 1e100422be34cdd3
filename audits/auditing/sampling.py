"""The pages of a sample: those that the method asks for by their kind, then others at random.

The method (https://accessibilite.numerique.gouv.fr/obligations/evaluation-conformite/) names the home, contact, legal,
accessibility, help, site map, search and sign-in pages, and adds at random a tenth of the sample at least. Kinds are
told here by the words of an address: a person may know better, and will be able to say so.
"""

import math
import random
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

AT_RANDOM = "tirée au hasard"
_KINDS = (
    ("accessibilité", r"accessibilit|rgaa|a11y"),
    ("contact", r"contact|nous-ecrire|nous-joindre"),
    ("mentions légales", r"mentions|legal|donnees-personnelles|confidentialite"),
    ("plan du site", r"plan-du-site|plan-site|plandusite|sitemap"),
    ("aide", r"\baide\b|\bfaq\b|foire-aux-questions"),
    ("recherche", r"recherche|search"),
    ("connexion", r"connexion|connecter|login|signin|authentification|mon-compte"),
)


@dataclass(frozen=True)
class Choice:
    """A page of the sample and why it is in it."""

    address: str
    reason: str


def choose(addresses: Iterable[str], *, size: int, seed: int, already: int = 1) -> list[Choice]:
    """The pages to add to a sample that holds `already` pages (the home page), to make `size` of them.

    One page of each kind, then pages at random: what remains of `size`, and never less than a tenth of the sample. The
    same addresses and the same seed give the same sample.
    """
    pool = sorted(set(addresses))
    chosen = []
    for kind, words in _KINDS:
        named = [address for address in pool if re.search(words, urlsplit(address).path, re.IGNORECASE)]
        if named:
            chosen.append(Choice(min(named, key=lambda address: (address.count("/"), len(address), address)), kind))
            pool.remove(chosen[-1].address)
    structured = already + len(chosen)
    at_random = max(size - structured, math.ceil(structured / 9))  # a tenth of the whole is a ninth of the rest
    drawn = random.Random(seed).sample(pool, min(at_random, len(pool)))
    return chosen + [Choice(address, AT_RANDOM) for address in drawn]
