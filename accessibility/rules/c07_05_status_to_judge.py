"""7.5.1 to 7.5.3: a message of status is told by assistive technologies, each kind by its role.

What has such a role or is announced live is known; whether the role suits the message, and whether it is told when it
comes, a person hears.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#7.5.1
"""

from accessibility.page.model import Node, Page
from accessibility.page.scope import in_generated_code
from accessibility.rules.base import Rule, a_person_must_look

_PROGRESS = ("log", "progressbar", "timer", "marquee")


def _applicability(page: Page) -> list[Node]:
    found = {*page.with_role("status", "alert", *_PROGRESS), *page.select("output", "progress")}
    found |= {n for n in page.with_attribute("aria-live") if (n.get("aria-live") or "").lower() != "off"}
    return sorted(in_generated_code(found), key=lambda node: node.index)


def _tests(node: Node) -> tuple[str, ...]:
    if node.explicit_role in _PROGRESS or node.tag == "progress":
        return ("7.5.3",)
    if node.explicit_role == "alert" or (node.get("aria-live") or "").lower() == "assertive":
        return ("7.5.2",)
    return ("7.5.1", "7.5.3")


RULE = Rule(
    asks=("7.5.1", "7.5.2", "7.5.3"),
    tests_of=_tests,
    applicability=_applicability,
    expectation=a_person_must_look,
    message="Faites apparaître ce message\u00a0: vérifiez qu’un lecteur d’écran le dit, et que son rôle convient.",
    fix='Donnez role="status" à un résultat, role="alert" à une erreur, role="progressbar" à un avancement.',
)
