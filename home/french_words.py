"""French words as a search compares them: without case, accents, ligatures or endings."""

import re
import threading
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer

_WORD = re.compile(r"\w+")
_LIGATURES = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE"})
_EMPTY = frozenset(
    "a au aux avec ce ces cet cette comment d dans de des du elle en est et faire faut il ils j je l la le les leur ma "
    "mais me mes mon n ne nos notre nous on ou où par pas peut pour puis qu quand que quel quelle quelles quels qui s "
    "sa se ses si son sont sur ta te tes ton trouve tu un une vos votre vous y".split()
)
_SHORTEST_PLURAL = 3
_stemmer = snowballstemmer.stemmer("french")
_one_at_a_time = threading.Lock()


class Word(NamedTuple):
    """A word of a text: where it stands, and the stem under which it is found."""

    start: int
    end: int
    stem: str


def fold(text: str) -> str:
    """The text in lower case, without accents, ligatures undone: « Œuvre » and « oeuvre » are one."""
    spread = unicodedata.normalize("NFKD", text.translate(_LIGATURES))
    return "".join(character for character in spread if not unicodedata.combining(character)).lower()


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """What a word has in common with its plural, its feminine and its conjugations."""
    with _one_at_a_time:
        return _stemmer.stemWord(_singular(fold(word)))


def _singular(folded: str) -> str:
    """The stemmer keeps the s of « vélos » and the x of « jeux », lest « bras » lose its own: here both sides do."""
    is_plural = len(folded) > _SHORTEST_PLURAL and (folded[-1] == "s" or folded.endswith(("eux", "oux")))
    return folded[:-1] if is_plural else folded


def words(text: str) -> Iterator[Word]:
    """The words of a text, letters cut off by an apostrophe left out."""
    for found in _WORD.finditer(text):
        if len(found[0]) > 1 or found[0].isdigit():
            yield Word(found.start(), found.end(), stem(found[0]))


def stems(text: str) -> list[str]:
    """The stems of a text, in order."""
    return [word.stem for word in words(text)]


def sought_stems(query: str) -> list[str]:
    """The stems that a query asks for: those of its words that mean something, or of all when none does."""
    asked = [(fold(query[word.start : word.end]), word.stem) for word in words(query)]
    meaningful = [stem for folded, stem in asked if folded not in _EMPTY]
    return list(dict.fromkeys(meaningful or [stem for _, stem in asked]))
