"""What the officer changes in the proposal of a sample: the reason of each page, pages taken out, addresses added."""

from typing import Any

from django import forms

from audits.auditing.sample_actions import Reason
from audits.models.audit import AuditPage
from audits.models.sample_kind import SampleKind

MOST_ADDED = 100
_CHOICES = [choice for choice in SampleKind.choices if choice[0] not in (SampleKind.HOME, SampleKind.RANDOM)]


class _ReasonForm(forms.Form):
    kind = forms.ChoiceField(label="Raison", choices=_CHOICES)
    detail = forms.CharField(label="Précision", max_length=120, required=False)
    process = forms.CharField(label="Démarche", max_length=120, required=False)

    def reason(self) -> Reason:
        """The reason of a form that is valid."""
        said = self.cleaned_data
        return Reason(said.get("kind", SampleKind.HOME), said["detail"], said["process"])


class PageForm(_ReasonForm):
    """Why one page of the sample is in it. The start page keeps its kind and stays; only a draw says « at random »."""

    remove = forms.BooleanField(label="Retirer", required=False)

    def __init__(self, data: Any, page: AuditPage, *, is_start: bool) -> None:
        initial = {"kind": page.kind, "detail": page.chosen_for, "process": page.process}
        super().__init__(data, prefix=f"page-{page.pk}", initial=initial)
        self.page = page
        self.process_name = page.process
        if is_start:
            del self.fields["kind"], self.fields["remove"]
        elif page.kind == SampleKind.RANDOM:
            self.fields["kind"].choices = [(SampleKind.RANDOM, SampleKind.RANDOM.label), *_CHOICES]

    def stored(self) -> list[tuple[str, str]]:
        """The label and the stored value of each field that was typed otherwise, for whoever meets another's change."""
        values = {"kind": self.page.get_kind_display(), "detail": self.page.chosen_for, "process": self.page.process}
        changed = [name for name in self.changed_data if name in values] if self.is_bound else []
        return [(self.fields[name].label, values[name] or "vide") for name in changed]


class AddForm(_ReasonForm):
    """Addresses to add, one a line, all for the same reason."""

    addresses = forms.CharField(
        label="Adresses à ajouter",
        required=False,
        max_length=50_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Une par ligne : une page, ou un document PDF ou bureautique. Le chemin suffit, comme « /contact/ ».",
    )
    field_order = ["addresses", "kind", "detail", "process"]

    def __init__(self, data: Any) -> None:
        super().__init__(data, prefix="add", initial={"kind": SampleKind.SERVICE})
        self.fields["process"].help_text = "Le nom de la démarche dont ces pages sont les étapes, s’il y en a une."

    def clean_addresses(self) -> list[str]:
        lines = [line.strip() for line in self.cleaned_data["addresses"].splitlines() if line.strip()]
        if len(lines) > MOST_ADDED:
            raise forms.ValidationError(f"Ajoutez {MOST_ADDED} adresses au plus à la fois.")
        return lines


class SeedForm(forms.Form):
    """The seed of a new draw; empty for one that nobody chose."""

    seed = forms.IntegerField(
        label="Graine du nouveau tirage",
        min_value=0,
        max_value=2**31 - 1,
        required=False,
        help_text="Laissez vide pour une nouvelle graine, ou reprenez celle d’un tirage antérieur.",
    )
