"""What agents fill in to act on a request. What is too long is said, never cut without a word."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser

from audits.admin.decision_forms import LONG
from services.eservices.following.forms import MOST_FILES, JudgedFilesField, files_help
from services.eservices.models import Request

_LONGEST = 5000


def _text(label: str, required: str = "", help_text: str = "") -> forms.CharField:
    """A text of several lines; `required` says what to do when it is empty, and that it may be when it is not given."""
    field = forms.CharField(
        label=label,
        help_text=help_text,
        required=bool(required),
        max_length=_LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": required, **LONG},
    )
    field.widget.attrs.pop("maxlength", None)
    return field


class ActForm(forms.Form):
    """What every action has: the request that it is on, who acts."""

    def __init__(self, *args: Any, demand: Request, agent: AbstractBaseUser, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.demand, self.agent = demand, agent
        if "files" in self.fields:
            self.fields["files"].help_text = files_help(settings.PARVIS_LARGEST_ATTACHMENT)


class AssignForm(ActForm):
    """To whom a request is given."""

    to = forms.ModelChoiceField(
        label="Agent", queryset=get_user_model().objects.none(), error_messages={"required": "Choisissez un agent."}
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        group = self.demand.eservice.department.agents_id
        agents = get_user_model().objects.filter(is_active=True, groups=group).order_by("last_name", "username")
        self.fields["to"].queryset = agents


class AskForm(ActForm):
    """What is asked of the requester."""

    text = _text("Votre message au demandeur")
    documents = _text("Pièces demandées", help_text="Une par ligne. Le demandeur les envoie depuis son suivi.")

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if not self.errors and not data["text"].strip() and not data["documents"].strip():
            self.add_error("text", "Écrivez ce que vous demandez, ou nommez une pièce.")
        return data


class NoteForm(ActForm):
    """A note among agents."""

    text = _text("Note", "Écrivez la note.", "Elle reste entre agents\u00a0: le demandeur ne la voit jamais.")


class AnswerForm(ActForm):
    """A message to the requester."""

    text = _text("Votre message au demandeur", "Écrivez votre message.")
    files = JudgedFilesField(label="Fichiers à joindre", required=False, most=MOST_FILES)


class AcceptForm(ActForm):
    """An acceptance, with what comes with it."""

    text = _text("La décision, telle que le demandeur la lira")
    files = JudgedFilesField(label="Décision à télécharger", required=False, most=MOST_FILES)


class RefuseForm(ActForm):
    """A refusal, its reasons, the ways of appeal."""

    text = _text("Les raisons du refus, telles que le demandeur les lira", "Écrivez les raisons du refus.")
    appeal = _text("Voies et délais de recours", "Écrivez comment contester ce refus, et jusqu’à quand.")
    files = JudgedFilesField(label="Décision à télécharger", required=False, most=MOST_FILES)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["appeal"].initial = self.demand.eservice.appeal


class DealForm(ActForm):
    """What was done about a report."""

    text = _text("Ce qui a été fait, tel que la personne le lira", "Écrivez ce qui a été fait.")
