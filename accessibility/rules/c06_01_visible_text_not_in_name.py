"""6.1.5: the accessible name of a link contains its visible text.

The reasoning is in visible_text_in_name.py, which serves buttons too.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#6.1.5
"""

from accessibility.page.links import links
from accessibility.rules.visible_text_in_name import visible_text_rule

RULE = visible_text_rule("6.1.5", links, "du lien")
