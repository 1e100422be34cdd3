"""Conditions as the JSON writes them, checked against the questions that come before."""

from collections.abc import Mapping
from typing import Any

from services.eservices.definition.errors import Faults
from services.eservices.definition.kinds import CONDITION_KINDS, STATEMENT_VALUE, Kind
from services.eservices.definition.model import Condition, Question


class ConditionReader:
    """Knows the questions read so far, which are those that a condition may look at."""

    def __init__(self, faults: Faults) -> None:
        self.faults = faults
        self.all_keys: set[str] = set()
        self._before: dict[str, Question] = {}

    def may_look_at(self, question: Question) -> None:
        """From here on, conditions may look at this question."""
        self._before[question.key] = question

    def read(self, where: str, data: Any, of: str = "") -> Condition | None:
        """The condition; None where there is none, or where it is wrong, which is then said."""
        if data is None:
            return None
        words = {"question", "is", "contains"}
        if not isinstance(data, Mapping) or set(data) - words or len(set(data) & {"is", "contains"}) != 1:
            self.faults.say(where, "sa condition s’écrit {question, is} ou {question, contains}")
            return None
        key, word = data.get("question"), "is" if "is" in data else "contains"
        target, value = self._before.get(key) if isinstance(key, str) else None, data[word]
        if problem := self._problem(target, key, word, value, of):
            self.faults.say(where, problem)
            return None
        return Condition(key, value)

    def _problem(self, target: Question | None, key: Any, word: str, value: Any, of: str) -> str:
        quoted = f"«\u00a0{key}\u00a0»"
        if target is None and key == of and of:
            return "sa condition dépend d’elle-même"
        if target is None and key in self.all_keys:
            return f"sa condition dépend de la question {quoted}, qui vient après"
        if target is None:
            return f"sa condition dépend de la question {quoted}, qui n’existe pas"
        if target.kind not in CONDITION_KINDS:
            return f"sa condition dépend de la question {quoted}, qui n’est ni un choix ni une déclaration"
        if (word == "contains") != (target.kind == Kind.CHOICES):
            return f"la condition sur {quoted} s’écrit avec «\u00a0{'is' if word == 'contains' else 'contains'}\u00a0»"
        values = {option.value for option in target.options} or {STATEMENT_VALUE}
        if not isinstance(value, str) or value not in values:
            return f"sa condition attend «\u00a0{value}\u00a0», qui n’est pas une réponse de {quoted}"
        return ""
