"""What an editor answers in a refusal, defect by defect, and the draft changed by it."""

from collections.abc import Iterator
from functools import cached_property

from django.core.exceptions import ValidationError
from django.http import QueryDict
from wagtail.fields import StreamField
from wagtail.models import Page

from audits.admin.mending.mend import Finding, Mend, MendForm, Target, mend_for
from audits.admin.mending.places import DraftContent
from audits.admin.numbered_findings import numbered_findings
from audits.models import Verdict

GONE = "Ce contenu n’est plus dans le brouillon, ou il a changé\u00a0: ouvrez-le pour le corriger."


class Answers:
    """The forms of a refusal, by the place of their finding in the verdict. `page` is the latest draft."""

    def __init__(self, page: Page, verdict: Verdict, data: QueryDict | None = None) -> None:
        self._page, self._verdict, self._data = page, verdict, data
        self._content = DraftContent(page)

    @cached_property
    def forms(self) -> dict[int, MendForm]:
        """A form for each finding that can be mended here."""
        found = {}
        for number, finding in numbered_findings(self._verdict, self._page):
            mend = mend_for(finding)
            target = self._target(number, finding, mend) if mend else None
            if mend and (target or self._was_answered(number)):
                found[number] = mend.form(self._data, target=target, prefix=f"mend-{number}")
        return found

    @property
    def answered(self) -> dict[int, MendForm]:
        """The forms in which something was filled."""
        return {number: form for number, form in self.forms.items() if form.has_changed()}

    def are_valid(self) -> bool:
        """Whether what was filled can be applied; each form says what it cannot."""
        for form in self.answered.values():
            if form.target is None:
                form.add_error(None, GONE)
        return all([form.is_valid() for form in self.answered.values()])

    def apply(self) -> bool:
        """Change the page in memory; False, said on the forms, when the blocks would not be valid so.

        From the last finding to the first: those before are still where they were.
        """
        for number, form in sorted(self.answered.items(), reverse=True):
            finding = self._verdict.content_findings[number]
            target = self._target(number, finding, mend_for(finding))
            if target is not None:
                target.change(form.cleaned_data)
        self._content.put_back()
        for number, form in self.answered.items():
            for message in self._problems_of(self._verdict.content_findings[number].get("provenance", "")):
                form.add_error(None, message)
        return all(form.is_valid() for form in self.answered.values())

    def _target(self, number: int, finding: Finding, mend: Mend) -> Target | None:
        """What a finding is about: the second of two findings that say the same is about the second such place."""
        root = self._content.at(finding.get("provenance") or "")
        if root is None:
            return None
        targets = [target for place in root.walk() for target in mend.targets(place, finding)]
        before = sum(_same(finding, other) for other in self._verdict.content_findings[:number])
        return targets[before] if before < len(targets) else None

    def _was_answered(self, number: int) -> bool:
        return self._data is not None and any(
            value for name, value in self._data.items() if name.startswith(f"mend-{number}-")
        )

    def _problems_of(self, provenance: str) -> Iterator[str]:
        name, _, block_id = provenance.partition(".")
        if isinstance(self._page._meta.get_field(name), StreamField):
            for child in getattr(self._page, name):
                if str(child.id) == block_id:
                    yield from problems(child.block, child.value)


def problems(block, value) -> Iterator[str]:
    """What a block refuses of a value, in words."""
    try:
        block.clean(value)
    except ValidationError as error:
        yield from _messages(error)


def _messages(error) -> Iterator[str]:
    inner = getattr(error, "block_errors", None)
    if inner:
        for found in inner.values() if isinstance(inner, dict) else filter(None, inner):
            yield from _messages(found)
        for found in getattr(error, "non_block_errors", ()) or ():
            yield from _messages(found)
    elif isinstance(error, ValidationError):
        yield from error.messages
    else:
        yield str(error)


def _same(finding: Finding, other: Finding) -> bool:
    return all(finding.get(name) == other.get(name) for name in ("rule", "provenance", "html", "message"))
