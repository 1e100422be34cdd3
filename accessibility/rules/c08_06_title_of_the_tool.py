"""8.6.1: the title of the page is relevant.

The glossary asks of a title that it identify the page. What an editor writes by itself in a new page (« Sans titre »,
« Untitled Document », « Insert title here »), the name of a kind of file, or punctuation identifies none: certain. So
is the name of a web page's or an image's own file (WCAG failure F25), unless a heading of the page speaks of it.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#8.6.1
"""

import re

from accessibility.page.headings import headings
from accessibility.page.model import Node, Page
from accessibility.page.text import IMAGE_EXTENSIONS, has_words, is_file_name, quote, squash, words
from accessibility.page.titles import title_elements
from accessibility.rules.base import Answer, Rule

_LEFT_BY_A_TOOL = re.compile(
    r"(page|document|doc|fichier|site|titre|nouveau|nouvelle page|nouveau document|sans titre|sans nom"
    r"|document sans titre|document sans nom|page sans titre|titre de la page|titre du document"
    r"|titre de page|titre ici|votre titre ici|bienvenue dans adobe golive|untitled|untitled document"
    r"|untitled page|no title|new page|new document|new page 1|title|page title|title here"
    r"|insert title here|insert title|document title|your title here|html document|html page"
    r"|enter the title of your html document here|vite app|react app|welcome to adobe golive)( \d+)?"
)


_PAGES = frozenset("asp aspx cgi htm html jsp php xht".split())


def _says_nothing(title: str) -> bool:
    return not has_words(title) or _LEFT_BY_A_TOOL.fullmatch(" ".join(words(title))) is not None


def _is_a_file(title: str, page: Page) -> bool:
    if not is_file_name(title, _PAGES | IMAGE_EXTENSIONS):
        return False
    return not any(squash(title) in squash(heading.raw_text) for heading in headings(page))


def _expectation(node: Node, page: Page) -> Answer:
    title = node.raw_text
    return Answer.FAILS if _says_nothing(title) or _is_a_file(title, page) else Answer.MEETS


RULE = Rule(
    fails=("8.6.1",),
    applicability=title_elements,
    expectation=_expectation,
    message=lambda node, page: f"Le titre de la page, {quote(node.raw_text)}, ne dit rien de ce qu’elle contient.",
    fix="Écrivez ce qui distingue la page, puis le nom du site, par exemple «\u00a0Piscine – Sauveterre\u00a0».",
)
