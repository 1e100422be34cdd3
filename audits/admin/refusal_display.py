"""A refusal as its editor reads it: a summary that leads to each block, and the defect on the block itself."""

from typing import Any

from django.core.exceptions import ValidationError
from django.forms import BaseForm
from django.utils.html import format_html, format_html_join
from wagtail.blocks import StreamBlock, StreamBlockValidationError
from wagtail.models import Page

from audits.admin.finding_actions import FindingAction, finding_actions
from audits.gate.blocking import covers_of
from audits.models import Refusal


def refusal_of(request, page: Page) -> Refusal | None:
    """The refusal that the editor has just met, named by the address's `refus` parameter."""
    number = request.GET.get("refus", "")
    if not number.isdigit():
        return None
    return Refusal.objects.filter(pk=number, page_id=page.pk).select_related("verdict").first()


def summary(refusal: Refusal, page: Page, user) -> str:
    """The error summary, in HTML: what, where, how to mend, the test; each line leads to the block or the field.

    What no longer blocks is left out.
    """
    lines = [
        format_html("{}{}", _line(finding), _actions(finding_actions(user, page, refusal.verdict, index)))
        for index, finding in _blocking(refusal, page)
    ]
    count = len(lines)
    if not count:
        return "Les défauts qui retenaient cette page ne bloquent plus : publiez-la de nouveau."
    heading = (
        "La page n’a pas été publiée : un défaut d’accessibilité est à corriger."
        if count == 1
        else f"La page n’a pas été publiée : {count} défauts d’accessibilité sont à corriger."
    )
    items = format_html_join("", "<li>{}</li>", ((line,) for line in lines))
    return format_html(
        "<strong>{}</strong> Votre brouillon est enregistré : rien de ce que vous avez saisi n’est perdu."
        '<ul class="parvis-refusal">{}</ul>',
        heading,
        items,
    )


def show_on_form(form: BaseForm, refusal: Refusal) -> None:
    """Put each defect on its block or field, in a form that nobody submitted."""
    form.full_clean()
    form.cleaned_data = {}
    for field, errors in _errors_by_field(form, refusal).items():
        form.add_error(field, errors)


def _blocking(refusal: Refusal, page: Page) -> list[tuple[int, dict[str, Any]]]:
    """The findings that block the page still, with their positions in the verdict."""
    covers = covers_of(refusal.verdict, page)
    return [pair for pair, cover in zip(enumerate(refusal.verdict.content_findings), covers, strict=True) if not cover]


def _actions(actions: list[FindingAction]) -> str:
    return format_html_join("", ' <a href="{}">{}</a>', ((action.url, action.label) for action in actions))


def _line(finding: dict[str, Any]) -> str:
    tests = ", ".join(finding["rgaa"])
    text = format_html("{} {} <small>(RGAA, test {})</small>", finding["message"], finding["fix"], tests)
    path = finding.get("provenance")
    if not path:
        return text
    return format_html('{} <a href="#:w:contentpath={}">Aller à ce contenu</a>', text, path)


def _errors_by_field(form: BaseForm, refusal: Refusal) -> dict[str | None, Any]:
    by_field: dict[str | None, Any] = {}
    by_block: dict[str, dict[int, list[str]]] = {}
    for _, finding in _blocking(refusal, form.instance):
        field, _dot, block_id = (finding.get("provenance") or "").partition(".")
        text = f"{finding['message']} {finding['fix']}".strip()
        position = _position(form, field, block_id)
        if position is not None:
            by_block.setdefault(field, {}).setdefault(position, []).append(text)
        else:
            target = field if field in form.fields else None
            by_field.setdefault(target, []).append(text)
    for field, messages in by_block.items():
        errors = {index: ValidationError(texts) for index, texts in messages.items()}
        by_field[field] = StreamBlockValidationError(block_errors=errors)
    return by_field


def _position(form: BaseForm, field: str, block_id: str) -> int | None:
    if not block_id or not isinstance(getattr(form.fields.get(field), "block", None), StreamBlock):
        return None
    value = getattr(form.instance, field)
    return next((index for index, child in enumerate(value) if str(child.id) == block_id), None)
