"""The pages of a sample: those that the method asks for, then others at random. Pure: the same site, the same sample.

The method (https://accessibilite.numerique.gouv.fr/obligations/evaluation-conformite/) names the home, contact, legal,
accessibility, site map, help and sign-in pages; a page for each kind of service and main use, search included; a
document for each kind of service; all the pages of a process; pages of distinct look or content; and at random a tenth
of the sample at least. What is told here is a proposal: a person has the last word.
"""

import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from accessibility.survey import section_of
from audits.models.sample_kind import SampleKind


def _whole(words: str) -> str:
    return rf"(?:^|/)(?:{words})(?:/|\.|$| [-|–—:])"


_WORDS = {
    SampleKind.ACCESSIBILITY: r"accessibilit|rgaa|a11y",
    SampleKind.CONTACT: r"contact|nous[- ]ecrire|nous[- ]joindre",
    SampleKind.LEGAL: r"mentions|\blegale?s?\b|donnees[- ]personnelles|confidentialite",
    SampleKind.SITE_MAP: r"plan[- ]?(?:du[- ])?site|sitemap",
    SampleKind.HELP: _whole("aide|aide[- ]en[- ]ligne") + r"|\bfaq\b|foire[- ]aux[- ]questions",
    SampleKind.SEARCH: _whole("recherche|recherches|rechercher|search"),
    SampleKind.SIGN_IN: r"\bconnexion|\bconnecter|login|signin|authentification|mon[- ]compte",
}
_STEP = re.compile(r"^(.*?)[/_-]*(?:[eé]tape|step)[/_-]?(\d{1,2})(?:[/_-].*)?$", re.IGNORECASE)
_LEAST_NEW_TRAITS = 3
_MOST_LOOKS = 4
_MOST_DOCUMENTS = 5


@dataclass(frozen=True)
class Candidate:
    """A page that may be chosen. `service`: the kind of service or content that it belongs to; `traits`: those of its
    presentation; `is_search`: it shows the results of a search."""

    address: str
    title: str = ""
    service: str = ""
    traits: frozenset[str] = frozenset()
    is_search: bool = False


@dataclass(frozen=True)
class Choice:
    """An address of the sample and why it is in it."""

    address: str
    kind: SampleKind
    detail: str = ""
    process: str = ""


def choose(
    candidates: Iterable[Candidate],
    documents: Iterable[Candidate] = (),
    *,
    size: int,
    seed: int,
    shown: Collection[str] = frozenset(),
) -> list[Choice]:
    """What to add to a sample that holds the home page, to make about `size` pages of it; documents come beside.

    Named kinds and processes are all taken; services and looks while `size` leaves room for a tenth at random; then
    pages at random fill it, never less than a tenth of the whole. `shown`: the traits of the home page.
    """
    pool = {candidate.address: candidate for candidate in sorted(candidates, key=lambda c: c.address)}
    chosen: list[Choice] = []

    def take(choices: Iterable[Choice]) -> None:
        for choice in choices:
            if pool.pop(choice.address, None):
                chosen.append(choice)

    seen = set(shown)
    take(_named(pool.values()))
    take(_processes(pool))
    room = size - 1 - math.ceil(size / 10) - len(chosen)
    take(_services(pool.values(), max(0, room - min(_MOST_LOOKS, room // 3))))
    room = size - 1 - math.ceil(size / 10) - len(chosen)
    take(list(_looks(pool.values(), min(room, _MOST_LOOKS), seen)))
    at_random = draw(pool, max(size - 1 - len(chosen), least_at_random(1 + len(chosen))), seed)
    return [*chosen, *at_random, *_documents(documents)]


def least_at_random(others: int) -> int:
    """How many pages at random a sample of so many other pages needs: a tenth of the whole is a ninth of the rest."""
    return math.ceil(others / 9)


def draw(pool: Iterable[str], number: int, seed: int) -> list[Choice]:
    """So many addresses of the pool at random, all when it has fewer; the same for the same seed."""
    addresses = sorted(set(pool))
    drawn = random.Random(seed).sample(addresses, max(0, min(number, len(addresses))))
    return [Choice(address, SampleKind.RANDOM) for address in drawn]


def kind_of(address: str, title: str = "") -> SampleKind | None:
    """The kind that a page is named as, by the words of its address, else of its title."""
    path = _plain(unquote(urlsplit(address).path))
    for text in (path, _plain(title)):
        for kind, words in _WORDS.items():
            if re.search(words, text):
                return kind
    return None


def _plain(text: str) -> str:
    return text.lower().translate(str.maketrans("éèêëàâîïôùûç’_", "eeeeaaiiouuc'-"))


def _named(pool: Iterable[Candidate]) -> Iterator[Choice]:
    found: dict[SampleKind, list[Candidate]] = defaultdict(list)
    for candidate in pool:
        if candidate.is_search:
            found[SampleKind.SEARCH].append(candidate)
        elif kind := kind_of(candidate.address, candidate.title):
            found[kind].append(candidate)
    for kind in _WORDS:
        if found[kind]:
            yield Choice(min(found[kind], key=lambda c: _by_name(c, kind)).address, kind)


def _by_name(candidate: Candidate, kind: SampleKind) -> tuple:
    address = candidate.address
    named_by_address = re.search(_WORDS[kind], _plain(unquote(urlsplit(address).path)))
    return not candidate.is_search, not named_by_address, address.rstrip("/").count("/"), len(address), address


def _processes(pool: Iterable[str]) -> list[Choice]:
    """The pages whose addresses count the steps of one thing."""
    steps: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for address in pool:
        if match := _STEP.match(unquote(urlsplit(address).path)):
            steps[match[1].rstrip("/")].append((int(match[2]), address))
    return [
        Choice(address, SampleKind.PROCESS, f"étape {number}", _name_of(begin))
        for begin, pages in sorted(steps.items())
        if len(pages) > 1
        for number, address in sorted(pages)
    ]


def _name_of(path: str) -> str:
    words = path.rpartition("/")[2].replace("-", " ").replace("_", " ").strip()
    return (words[:1].upper() + words[1:])[:120] or "Démarche"


def _services(pool: Iterable[Candidate], most: int) -> list[Choice]:
    """A page for each kind of service, from those that have most pages."""
    pages: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in pool:
        if service := candidate.service or section_of(candidate.address):
            pages[service].append(candidate)
    first = sorted(pages, key=lambda service: (-len(pages[service]), service))[:most]
    return [Choice(_typical(pages[service]).address, SampleKind.SERVICE, service[:120]) for service in first]


def _typical(pages: list[Candidate]) -> Candidate:
    """The page with the most of what its fellows have; without knowing, one of the deepest, which are not lists."""
    common = Counter(trait for page in pages for trait in page.traits)
    return max(pages, key=lambda page: (sum(common[t] for t in page.traits), page.address.count("/"), page.address))


def _looks(pool: Iterable[Candidate], most: int, seen: set[str]) -> Iterator[Choice]:
    """Pages that each show the most traits that none before has shown."""
    left = {candidate.address: candidate.traits for candidate in pool}
    for _ in range(most):
        if not left:
            return
        address = max(sorted(left), key=lambda one: len(left[one] - seen))
        new = left.pop(address) - seen
        if len(new) < _LEAST_NEW_TRAITS:
            return
        seen |= new
        yield Choice(address, SampleKind.LOOK)


def _documents(documents: Iterable[Candidate]) -> list[Choice]:
    """A document for each kind of service, from those that have most."""
    by_service: dict[str, list[Candidate]] = defaultdict(list)
    for document in sorted(documents, key=lambda d: d.address):
        by_service[document.service].append(document)
    first = sorted(by_service, key=lambda service: (-len(by_service[service]), service))[:_MOST_DOCUMENTS]
    return [Choice(by_service[service][0].address, SampleKind.DOCUMENT, service[:120]) for service in first]
