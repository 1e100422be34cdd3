"""The parts of a form."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from services.eservices.definition.kinds import Kind


@dataclass(frozen=True)
class Condition:
    """What shows a question or a step: an earlier question that has this value, or has it among others."""

    question: str
    value: str


@dataclass(frozen=True)
class Option:
    value: str
    label: str


@dataclass(frozen=True)
class Text:
    """Some plain text between the questions, paragraphs apart by an empty line."""

    text: str
    condition: Condition | None = None

    @property
    def paragraphs(self) -> list[str]:
        return [paragraph.strip() for paragraph in self.text.split("\n\n") if paragraph.strip()]


@dataclass(frozen=True)
class Question:
    """One question. What only some kinds have is empty in the others.

    `longest`: characters. `least`, `most`: lines of a table, files. `line`, `add`: what a line is called, and the
    button that adds one. `minimum`, `maximum`: of a number. `when`: "past" or "future", for a date. `meaning`: a value
    of the HTML attribute `autocomplete`.
    """

    key: str
    kind: Kind
    label: str
    help: str = ""
    required: bool = True
    meaning: str = ""
    condition: Condition | None = None
    options: tuple[Option, ...] = ()
    columns: tuple["Question", ...] = ()
    line: str = ""
    add: str = ""
    longest: int = 200
    least: int = 0
    most: int = 1
    minimum: int | None = None
    maximum: int | None = None
    whole: bool = True
    when: str = ""

    def label_of(self, value: str) -> str:
        """What the resident reads of one of the options. Raises KeyError for a value that is none."""
        return {option.value: option.label for option in self.options}[value]


@dataclass(frozen=True)
class Step:
    """One page of the form."""

    key: str
    title: str
    items: tuple[Question | Text, ...]
    condition: Condition | None = None

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(item for item in self.items if isinstance(item, Question))


@dataclass(frozen=True)
class Definition:
    """A whole form, in the order in which it is asked."""

    steps: tuple[Step, ...]

    def questions(self) -> Iterator[Question]:
        for step in self.steps:
            yield from step.questions

    def step(self, key: str) -> Step | None:
        return next((step for step in self.steps if step.key == key), None)

    @cached_property
    def slot_question(self) -> Question | None:
        """The question that takes a slot, if there is one."""
        return next((question for question in self.questions() if question.kind == Kind.SLOT), None)

    @cached_property
    def email_question(self) -> Question | None:
        """The question whose answer is where the requester is written to."""
        return next((question for question in self.questions() if question.meaning == "email"), None)

    def always_asks_email(self) -> bool:
        """Whether nobody can send the form without an address to be written to."""
        for step in self.steps:
            for question in step.questions:
                if question is self.email_question:
                    return question.required and question.condition is None and step.condition is None
        return False
