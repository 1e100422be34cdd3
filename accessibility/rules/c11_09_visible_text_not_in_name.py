"""11.9.2: the accessible name of a button contains its visible text.

The reasoning is in visible_text_in_name.py, which serves links too.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#11.9.2
"""

from accessibility.page.forms import buttons
from accessibility.rules.visible_text_in_name import visible_text_rule

RULE = visible_text_rule("11.9.2", buttons, "du bouton")
