"""10.9.2 and 10.10.2: an image does not inform by shape, size or place alone.

Only a person who sees it can tell, and judge at once whether what completes such an indication is relevant. What its
author says is decoration informs of nothing.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#10.9.2
"""

from accessibility.page.images_to_see import images_to_see, is_said_decoration
from accessibility.rules.base import Rule, a_person_must_look

RULE = Rule(
    asks=("10.9.2", "10.10.2"),
    applicability=lambda page: [node for node in images_to_see(page) if not is_said_decoration(node)],
    expectation=a_person_must_look,
    needs_rendering=True,
    message="Vérifiez que cette image n’informe pas par la seule forme, taille ou position de ce qu’elle montre.",
    fix="Écrivez dans l’image, ou dans son alternative, ce que la forme, la taille ou la position veut dire.",
)
