"""7.5.1: a message that tells of a success or of a result has the role status.

A script writes a literal message of success after an action of the reader, and nothing tells it.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#7.5.1
"""

import re

from accessibility.rules.written_message import written_message_rule

_SUCCESS = re.compile(
    r"\ba (?:bien )?été (?:envoyé|enregistré|ajouté|supprimé|pris|modifié|copié|mis)|\bavec succès\b"
    r"|\bhas been (?:sent|saved|added|deleted|removed|updated)\b|\bsuccessfully\b",
    re.IGNORECASE,
)

RULE = written_message_rule("7.5.1", _SUCCESS, "status")
