"""7.5.2: a message that tells of an error or makes a suggestion has the role alert.

A script writes a literal message of error after an action of the reader, and nothing tells it.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#7.5.2
"""

import re

from accessibility.rules.written_message import written_message_rule

_ERROR = re.compile(
    r"\berreur\b|\binvalide\b|\bincorrecte?\b|\best obligatoire\b|\berror\b|\bis (?:invalid|required)\b", re.IGNORECASE
)

RULE = written_message_rule("7.5.2", _ERROR, "alert")
