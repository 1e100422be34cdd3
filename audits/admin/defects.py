"""The defects of a verdict as an editor reads them: what, where, why, how to mend it, and what can be done at once."""

from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from wagtail.documents import get_document_model
from wagtail.fields import StreamField
from wagtail.models import Page

from audits.admin.finding_actions import FindingAction, blocking_actions
from audits.admin.mending.mend import MendForm, mend_for
from audits.admin.numbered_findings import numbered_findings
from audits.admin.reasons_of_criteria import reason_of
from audits.models import Verdict


@dataclass(frozen=True)
class Defect:
    """One defect that keeps a page from going online."""

    index: int
    finding: dict[str, Any]
    where: str
    link: str = ""
    actions: list[FindingAction] = field(default_factory=list)
    form: MendForm | None = None
    document: str = ""
    """Where the document that the finding is about can be replaced, for who may."""

    @property
    def why(self) -> str:
        return reason_of(self.finding["rgaa"])

    @property
    def how(self) -> str:
        """How to mend it, with an example."""
        mend = mend_for(self.finding)
        how = (mend.how if mend else "") or self.finding["fix"]
        return f"{how} Exemple\u00a0: {mend.example}." if mend and "par exemple" not in how else how

    @property
    def tests(self) -> str:
        return ", ".join(self.finding["rgaa"])


def defects_of(
    verdict: Verdict, page: Page, user, *, editor: str = "", forms: dict[int, MendForm] | None = None
) -> list[Defect]:
    """The defects of a verdict, in the order of the draft, which is `page`.

    `editor`: the address of the page's editor, where these are not shown in it.
    """
    defects = [
        Defect(
            index,
            finding,
            where(page, finding.get("provenance") or ""),
            _link(finding, editor),
            blocking_actions(user, page, verdict, index),
            (forms or {}).get(index),
            document_sheet(finding, user),
        )
        for index, finding in numbered_findings(verdict, page)
    ]
    return sorted(defects, key=lambda defect: _rank(page, defect.finding.get("provenance") or ""))


def document_sheet(finding: dict[str, Any], user) -> str:
    """The address of the sheet of the document that a finding is about, for who may change it; else nothing."""
    number = finding.get("document")
    document = get_document_model().objects.filter(pk=number).first() if number else None
    return reverse("wagtaildocs:edit", args=[number]) if document and document.is_editable_by_user(user) else ""


def where(page: Page, provenance: str) -> str:
    """« Contenu, bloc 3 : Image »; nothing when no block or field is known to be the place."""
    name, _, block_id = provenance.partition(".")
    model_field = next((field for field in page._meta.fields if field.name == name), None)
    if model_field is None:
        return ""
    label = capfirst(str(model_field.verbose_name))
    if not isinstance(model_field, StreamField) or not block_id:
        return label
    for place, child in enumerate(getattr(page, name), start=1):
        if str(child.id) == block_id:
            return f"{label}, bloc {place}\u00a0: {child.block.label}"
    return f"{label}, dans un bloc retiré depuis"


def _rank(page: Page, provenance: str) -> tuple[int, int]:
    """Where a field or a block comes in a page; after all others where that is not known."""
    name, _, block_id = provenance.partition(".")
    names = [model_field.name for model_field in page._meta.fields]
    if name not in names:
        return len(names), 0
    blocks = [str(child.id) for child in getattr(page, name)] if block_id else []
    return names.index(name), blocks.index(block_id) if block_id in blocks else len(blocks)


def _link(finding: dict[str, Any], editor: str) -> str:
    path = finding.get("provenance")
    return f"{editor}#:w:contentpath={path}" if path else ""
