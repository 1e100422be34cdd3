"""9.2.1: the structure of the document has one visible main zone.

The test allows one visible `main`; others must be hidden. It applies to HTML 5 documents only. Frames have their own.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#9.2.1
"""

from accessibility.page.doctype import is_html5
from accessibility.page.model import HTML, Node, Page
from accessibility.page.scope import exposed, in_generated_code, in_main_document
from accessibility.rules.base import Answer, Rule


def _visible_mains(page: Page) -> list[Node]:
    if not is_html5(page.doctype):
        return []
    mains = (node for node in page.select("main") if node.namespace == HTML and node.explicit_role in ("", "main"))
    return in_main_document(exposed(in_generated_code(mains)), page)


RULE = Rule(
    fails=("9.2.1",),
    applicability=_visible_mains,
    expectation=lambda node, page: Answer.MEETS if _visible_mains(page)[0] is node else Answer.FAILS,
    styles_matter=True,
    message="La page a plusieurs zones de contenu principal visibles.",
    fix="Gardez une seule balise <main> visible. Les autres zones peuvent être des <section> ou des <div>.",
)
