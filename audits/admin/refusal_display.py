"""Each defect of a refusal on its own block or field."""

from typing import Any

from django.core.exceptions import ValidationError
from django.forms import BaseForm
from wagtail.blocks import StreamBlock, StreamBlockValidationError
from wagtail.models import Page

from audits.gate.blocking import blocking_findings
from audits.models import Refusal


def refusal_of(request, page: Page) -> Refusal | None:
    """The refusal that the editor has just met, named by the address's `refus` parameter."""
    number = request.GET.get("refus", "")
    if not number.isdigit():
        return None
    return Refusal.objects.filter(pk=number, page_id=page.pk).select_related("verdict").first()


def show_on_form(form: BaseForm, refusal: Refusal) -> None:
    """Put each defect on its block or field, in a form that nobody submitted."""
    form.full_clean()
    form.cleaned_data = {}
    for field, errors in _errors_by_field(form, refusal).items():
        form.add_error(field, errors)


def _errors_by_field(form: BaseForm, refusal: Refusal) -> dict[str | None, Any]:
    by_field: dict[str | None, Any] = {}
    by_block: dict[str, dict[int, list[str]]] = {}
    for finding in blocking_findings(refusal.verdict, form.instance):
        field, _, block_id = (finding.get("provenance") or "").partition(".")
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
