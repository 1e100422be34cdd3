"""Takes what a browser sent of one step: the fields, then the files."""

from dataclasses import dataclass, field

from django.http import HttpRequest

from services.eservices.answers.fields import count_field, lines_shown
from services.eservices.answers.reading import read
from services.eservices.definition.kinds import Kind
from services.eservices.definition.model import Question, Step
from services.eservices.files.actions import keep_answer, throw_away
from services.eservices.files.refusal import Refused
from services.eservices.filling.actions import save_step
from services.eservices.filling.queries import Filling

ADD_LINE = "ajouter"
REMOVE_FILE = "retirer"


@dataclass
class Taken:
    """What came of it: the questions that were on the page, why files were refused, by field."""

    shown: set[str]
    refused: dict[str, str] = field(default_factory=dict)
    line_added: str = ""


def take_step(request: HttpRequest, filling: Filling, step: Step) -> Taken:
    """Keep what was typed and chosen. What was not on the page is left as it was. Raises AlreadySent."""
    taken = Taken(shown=set(request.POST.get("shown", "").split(",")))
    whole = filling.definition.step(step.key)
    questions = [question for question in whole.questions if question.key in taken.shown]
    before = {row.step: row.raw for row in filling.draft.steps.filter(step=step.key)}.get(step.key, {})
    raw = {**before, **read(questions, request.POST.getlist)}
    for question in questions:
        if question.kind == Kind.TABLE and request.POST.get(ADD_LINE) == question.key:
            raw[count_field(question)] = str(min(lines_shown(question, raw) + 1, question.most))
            taken.line_added = question.key
    save_step(filling.draft, step.key, raw)
    for question in questions:
        if question.kind == Kind.FILES:
            _take_files(request, filling, question, taken)
    return taken


def _take_files(request: HttpRequest, filling: Filling, question: Question, taken: Taken) -> None:
    removed = set(request.POST.getlist(f"{question.key}-{REMOVE_FILE}"))
    there = 0
    for attachment in filling.attachments:
        if attachment.question == question.key:
            if str(attachment.identifier) in removed:
                throw_away(attachment)
            else:
                there += 1
    refused = []
    for file in request.FILES.getlist(question.key):
        if there >= question.most:
            refused.append(f"«\u00a0{file.name}\u00a0»\u00a0: {question.most} fichiers au plus.")
            continue
        try:
            keep_answer(file, filling.draft, question.key)
            there += 1
        except Refused as reason:
            refused.append(f"«\u00a0{file.name}\u00a0»\u00a0: {reason}")
    if refused:
        taken.refused[question.key] = " ".join(refused)
