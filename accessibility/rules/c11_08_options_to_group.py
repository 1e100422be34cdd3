"""11.8.1 and 11.8.3: the choices of a list are grouped where it is needed, by names that are relevant.

A list with few choices needs no groups for certain only in the eyes of a person, who judges the names of its groups
too. A list of one choice or two has nothing to group.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#11.8.1
"""

from accessibility.page.model import HTML, Node, Page
from accessibility.page.scope import in_generated_code
from accessibility.page.text import has_words, quote
from accessibility.rules.base import Rule, a_person_must_look

_FEWEST = 3


def _applicability(page: Page) -> list[Node]:
    lists = [node for node in page.select("select") if node.namespace == HTML and not node.is_hidden]
    return [n for n in in_generated_code(lists) if len(_options(n)) >= _FEWEST or _named_groups(n)]


def _options(node: Node) -> list[Node]:
    return list(node.find("option"))


def _named_groups(node: Node) -> list[str]:
    return [label for group in node.find("optgroup") if has_words(label := group.get("label") or "")]


def _question(node: Node, page: Page) -> str:
    if names := _named_groups(node):
        return f"Vérifiez que ces noms disent ce que les choix de chaque groupe ont en commun\u00a0: {_list(names)}."
    return f"Vérifiez que les {len(_options(node))} choix de cette liste peuvent rester sans groupes."


def _list(names: list[str]) -> str:
    return ", ".join(quote(name, 40) for name in names[:8])


RULE = Rule(
    asks=("11.8.1", "11.8.3"),
    tests_of=lambda node: ("11.8.1", "11.8.3") if _named_groups(node) else ("11.8.1",),
    applicability=_applicability,
    expectation=a_person_must_look,
    message=_question,
    fix="Réunissez les choix de même nature dans une balise <optgroup> dont l’attribut label nomme le groupe.",
)
