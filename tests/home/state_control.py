"""A statement read as the State's own control reads it: expressions over the text, headings with their levels.

Written apart from the templates, and from nothing of theirs. Each fault is a short sentence.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date

from bs4 import BeautifulSoup

HEADINGS = (
    (2, "État de conformité"),
    (3, "Résultats des tests"),
    (2, "Contenus non accessibles"),
    (3, "Non-conformités"),
    (3, "Dérogations pour charge disproportionnée"),
    (3, "Contenus non soumis à l'obligation d'accessibilité"),
    (2, "Établissement de cette déclaration d'accessibilité"),
    (3, "Technologies utilisées pour la réalisation du site"),
    (3, "Environnement de test"),
    (3, "Outils pour évaluer l'accessibilité"),
    (3, "Pages du site ayant fait l'objet de la vérification de conformité"),
    (2, "Retour d'information et contact"),
    (2, "Voies de recours"),
)
MENTION = re.compile(r"accessibilité\s*:?\s*(non|partiellement|totalement)\s+conforme", re.IGNORECASE)
ARTICLE = re.compile(r"article 47 de la loi n°\s?2005-102 du 11 février 2005", re.IGNORECASE)
SCHEMA = re.compile(r"schéma\s+pluri-?annuel\s+de\s+(?:mise\s+en\s+)?accessibilité", re.IGNORECASE)
PLAN = re.compile(r"plan\s+(?:annuel\s+(?:d['’]accessibilité|\d{4})|d['’]actions?)", re.IGNORECASE)
BALANCE = re.compile(r"bilan", re.IGNORECASE)
ESTABLISHED = re.compile(r"établie le (\d{1,2})(?:er)? (\w+) (\d{4})")
RATE = re.compile(r"révèle que[^.]*?(\d+(?:,\d+)?)\s*%")
REDRESS = ("formulaire.defenseurdesdroits.fr", "defenseurdesdroits.fr/carte-des-delegues")
POSTAL = re.compile(r"Libre réponse 71120,? 75342 Paris CEDEX 07")


def faults(html: str, *, year: int, rate: bool, reaches: Callable[[str], bool]) -> list[str]:
    """What a control would hold against the page in a given year.

    `rate`: whether an audit in force gives one. `reaches`: whether an address answers.
    """
    page = BeautifulSoup(html, "html5lib")
    main = page.find("main")
    return [
        *_words(main, page, rate),
        *_headings(main),
        *_linked(main, year, reaches),
        *(f"no {link}" for link in REDRESS if not main.select(f'a[href*="{link}"]')),
    ]


def rate_of(html: str) -> str:
    """The rate that the page says, as it says it; empty without one."""
    match = RATE.search(_text(BeautifulSoup(html, "html5lib").find("main")))
    return match[1] if match else ""


def _text(element) -> str:
    return " ".join(element.get_text(" ").split())


def _words(main, page, rate: bool) -> Iterator[str]:
    text = _text(main)
    said, foot = MENTION.search(text), MENTION.search(_text(page.find("footer")))
    if not said or not foot or said[1].lower() != foot[1].lower():
        yield "the mention differs or is not there"
    if not ARTICLE.search(text):
        yield "no article 47"
    day = ESTABLISHED.search(text)
    if not day or not 2019 <= int(day[3]) <= date.today().year:
        yield "no date"
    if bool(RATE.search(text)) is not rate:
        yield "a rate is missing, or said without an audit"
    if not POSTAL.search(text):
        yield "no postal address"
    if not main.select('a[href^="mailto:"]'):
        yield "no address to write to"


def _headings(main) -> Iterator[str]:
    found = [(int(title.name[1]), _text(title).replace("’", "'")) for title in main.find_all(re.compile("^h[1-6]$"))]
    if [title for title in found if title[0] == 1] != [(1, "Déclaration d'accessibilité")]:
        yield "no title"
    known = [title for title in found if title[1] in {text for _, text in HEADINGS}]
    if known != list(HEADINGS):
        missing = [text for _, text in HEADINGS if text not in {text for _, text in known}]
        yield f"headings: {', '.join(missing) or 'levels or order'}"
    for title in main.find_all(["h2", "h3"]):
        following = title.find_next_sibling()
        if following is None or (title.name == "h3" and following.name in ("h2", "h3")):
            yield f"nothing under {_text(title)}"


def _linked(main, year: int, reaches: Callable[[str], bool]) -> Iterator[str]:
    state = next((title for title in main.find_all("h2") if "conformité" in title.text), None)
    before = state.find_all_previous("a") if state else []
    links = [link for link in before if link.find_parent("main") is not None]
    for name, pattern in (("schema", SCHEMA), ("plan", PLAN), ("balance", BALANCE)):
        link = next((link for link in links if pattern.search(_text(link))), None)
        if link is None:
            yield f"no {name}"
            continue
        years = sorted(int(number) for number in re.findall(r"\d{4}", _text(link)))
        wanted = year - 1 if name == "balance" else year
        if not years or not years[0] <= wanted <= years[-1] or years[-1] - years[0] > 2:
            yield f"{name}: years"
        if not reaches(link["href"]):
            yield f"{name}: dead link"
