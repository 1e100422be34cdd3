"""What is asked of somebody, from what they have answered so far."""

from collections.abc import Mapping, Sequence
from typing import Any

from services.eservices.definition.model import Condition, Definition, Question, Step, Text

Raw = Mapping[str, str | Sequence[str]]
"""What was typed, by the name of the field, as a browser sends it."""


def visible(definition: Definition, raw: Mapping[str, Any]) -> tuple[Step, ...]:
    """The steps to go through, with the items to show in each.

    A condition on a question that is itself not shown is not met, whatever was answered to it before. A step whose
    questions are all hidden is left out.
    """
    shown: set[str] = set()
    steps = []
    for step in definition.steps:
        if not _met(step.condition, raw, shown):
            continue
        items: list[Question | Text] = []
        for item in step.items:
            if _met(item.condition, raw, shown):
                items.append(item)
                if isinstance(item, Question):
                    shown.add(item.key)
        if any(isinstance(item, Question) for item in items):
            steps.append(Step(step.key, step.title, tuple(items), step.condition))
    return tuple(steps)


def _met(condition: Condition | None, raw: Mapping[str, Any], shown: set[str]) -> bool:
    if condition is None:
        return True
    if condition.question not in shown:
        return False
    answer = raw.get(condition.question, "")
    return answer == condition.value if isinstance(answer, str) else condition.value in answer
