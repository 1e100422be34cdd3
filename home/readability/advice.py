"""What makes French texts hard to read and a machine can count: long sentences, acronyms that nothing explains."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from home.readability.passages import Passage

LONG = 25
"""Words. Guides of plain French ask for fifteen to twenty; under this one nothing is said."""
_END = re.compile(r"(?<=[.!?…])[\s»”]+(?=[«“\s]*[A-ZÀ-ÖØ-Þ0-9])|\n")
_ABBREVIATED = re.compile(r"(?:\b(?:MM?|M(?:me|lle|gr)s?|Drs?|Prs?|St|Ste|art|al|p|n|cf|tél|av|bd|ex|[A-ZÀ-Þ]))\.$")
_WORD = re.compile(r"\w")
_ACRONYM = re.compile(r"(?<![\w.-])(?:(?:[A-ZÀ-ÖØ-Þ]\.){2,6}|[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ0-9]{1,6}(?![\w’'-]))")
_ROMAN = re.compile(r"[IVXLCDM]+")
_KNOWN = frozenset("CD CV DVD FM GPS OK PDF SMS TTC HT TV USB VIP WC".split())
"""Read more often than the words that they stand for."""
_FEWEST_LETTERS = 2


@dataclass(frozen=True)
class Advice:
    """One thing to write otherwise: where, what is written there, and what would be easier to read."""

    passage: Passage
    quotation: str
    reason: str
    remedy: str


@dataclass(frozen=True)
class Readability:
    """What was counted in a text, and the advice that comes of it."""

    words: int
    sentences: int
    advice: tuple[Advice, ...]

    @property
    def average(self) -> int:
        """Words in a sentence, on average; 0 where there is none."""
        return round(self.words / self.sentences) if self.sentences else 0


def readability(passages: Iterable[Passage]) -> Readability:
    """Count words and sentences, and find what to write otherwise, in the order of reading."""
    passages = list(passages)
    everything = "\n".join(passage.text for passage in passages)
    seen = set().union(*(passage.explained for passage in passages))
    words = count = 0
    advice: list[Advice] = []
    for passage in passages:
        sentences = [(sentence, words_in(sentence)) for sentence in sentences_of(passage.text)]
        words += sum(length for _, length in sentences)
        count += len(sentences)
        advice += _long_sentences(passage, sentences)
        advice += _unexplained_acronyms(passage, everything, seen)
    return Readability(words, count, tuple(advice))


def sentences_of(text: str) -> Iterator[str]:
    """The sentences of a text. A point after an abbreviation or an initial ends none."""
    begun = ""
    last = 0
    for end in _END.finditer(text):
        begun += text[last : end.start()]
        last = end.end()
        if "\n" not in end.group() and _ABBREVIATED.search(begun):
            begun += " "
            continue
        if begun.strip():
            yield begun.strip()
        begun = ""
    if rest := (begun + text[last:]).strip():
        yield rest


def words_in(sentence: str) -> int:
    """How many words a sentence has, as word processors count them: what stands between spaces."""
    return sum(1 for piece in sentence.split() if _WORD.search(piece))


def acronyms_in(text: str) -> Iterator[str]:
    """The acronyms of a text, without points. A text in capitals throughout has none that can be told apart."""
    if text == text.upper():
        return
    for found in _ACRONYM.finditer(text):
        acronym = found.group().replace(".", "")
        letters = sum(letter.isalpha() for letter in acronym)
        if letters >= _FEWEST_LETTERS and not _ROMAN.fullmatch(acronym) and acronym not in _KNOWN:
            yield acronym


def is_explained(acronym: str, text: str) -> bool:
    """Whether a text gives the words of an acronym: it, then words in parentheses, or words, then it in parentheses."""
    written = r"\.?".join(map(re.escape, acronym))
    before = re.search(rf"(?<!\w){written}\.?\s*\((?P<words>[^()]+)\)", text)
    after = re.search(rf"(?P<words>(?:[\w’'-]+\s+){{2,12}})\(\s*(?:l[’']|les?\s|la\s)?{written}\.?\s*\)", text)
    return any(found and _spells(acronym, found.group("words")) for found in (before, after))


def _spells(acronym: str, words: str) -> bool:
    """Whether the first letter of the acronym begins one of several words."""
    pieces = re.findall(r"[^\W\d_]{2,}", words)
    return len(pieces) > 1 and any(piece[0].upper() == acronym[0] for piece in pieces)


def _long_sentences(passage: Passage, sentences: Iterable[tuple[str, int]]) -> Iterator[Advice]:
    for sentence, length in sentences:
        if length > LONG:
            yield Advice(
                passage,
                sentence,
                f"Cette phrase a {length} mots.",
                f"Coupez-la en phrases de {LONG} mots au plus, avec une seule idée chacune, ou faites-en une liste.",
            )


def _unexplained_acronyms(passage: Passage, everything: str, seen: set[str]) -> Iterator[Advice]:
    """The first use of each acronym that the whole text does not explain; those that are met are added to `seen`."""
    for acronym in acronyms_in(passage.text):
        if acronym in seen:
            continue
        seen.add(acronym)
        if not is_explained(acronym, everything):
            yield Advice(
                passage,
                acronym,
                "Rien dans la page ne dit ce que ce sigle veut dire.",
                f"À sa première apparition, écrivez les mots en entier puis «\u00a0({acronym})\u00a0», ou les mots "
                "seulement.",
            )
