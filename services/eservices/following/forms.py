"""What one fills in to follow a request, and to write about it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from services.eservices.files.judging import Judged, judge_file
from services.eservices.files.names import ACCEPTED
from services.eservices.files.refusal import Refused
from services.eservices.models import AskedDocument
from services.eservices.resident_form import ResidentForm
from services.eservices.sending.numbers import number_typed
from services.eservices.wording import file_size

ACCEPT = ".pdf,.jpg,.jpeg,.png,.webp,.odt,.docx"
MOST_FILES = 5


class FindForm(ResidentForm):
    """The number of a request, and what proves that it is one's own."""

    number = forms.CharField(
        label="Numéro de la demande",
        max_length=40,
        help_text="Il est sur l’accusé de réception. Exemple\u00a0: D-2026-7F3K-92QX",
        error_messages={"required": "Écrivez le numéro de la demande."},
    )
    email = forms.EmailField(
        label="Votre adresse électronique",
        required=False,
        help_text="Celle que vous avez donnée dans la demande. Nous y envoyons un lien.",
        error_messages={"invalid": "Écrivez une adresse électronique complète, par exemple nom@exemple.fr."},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    secret = forms.CharField(
        label="Code de suivi",
        required=False,
        max_length=60,
        help_text="Si vous n’avez pas donné d’adresse\u00a0: le code affiché à la fin de la demande.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean_number(self) -> str:
        number = number_typed(self.cleaned_data["number"])
        if not number:
            raise ValidationError("Écrivez le numéro en entier, par exemple D-2026-7F3K-92QX.")
        return number

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if not data.get("email") and not data.get("secret") and "email" not in self.errors:
            self.add_error("email", "Écrivez votre adresse électronique, ou le code de suivi.")
        return data


class SeveralFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class JudgedFilesField(forms.FileField):
    """Files, each judged by what it holds; the value pairs each with what was found of it."""

    def __init__(self, *, most: int, **kwargs: Any) -> None:
        self.most = most
        one, several = forms.FileInput(attrs={"accept": ACCEPT}), SeveralFiles(attrs={"accept": ACCEPT})
        super().__init__(widget=several if most > 1 else one, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> list[tuple[Any, Judged]]:
        files = [file for file in (data if isinstance(data, list) else [data]) if file]
        if not files:
            return []
        if len(files) > self.most:
            raise ValidationError(f"Choisissez {self.most} fichiers au plus.")
        judged, refused = [], []
        for file in files:
            try:
                judged.append((file, judge_file(file)))
            except Refused as reason:
                refused.append(f"«\u00a0{file.name}\u00a0»\u00a0: {reason}")
        if refused:
            raise ValidationError(refused)
        return judged


def files_help(largest: int) -> str:
    """What may be chosen, said before it is."""
    return f"{ACCEPTED}, {file_size(largest)} au plus par fichier."


class ReplyForm(ResidentForm):
    """A message to the department, with files, and the documents that it asked for."""

    text = forms.CharField(
        label="Votre message",
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={
            "required": "Écrivez votre message.",
            "max_length": "Raccourcissez votre message, qui compte %(show_value)d caractères "
            "pour %(limit_value)d au plus.",
        },
    )

    def __init__(self, *args: Any, asked: list[AskedDocument], largest: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].widget.attrs.pop("maxlength", None)
        self.fields["text"].required = not asked
        self._asked = asked
        for document in asked:
            self.fields[_name(document)] = JudgedFilesField(
                most=1, required=False, label=document.label, help_text=files_help(largest)
            )
        self.fields["files"] = JudgedFilesField(
            most=MOST_FILES,
            required=False,
            label="Autres fichiers" if asked else "Fichiers à joindre",
            help_text=f"{files_help(largest)} {MOST_FILES} fichiers au plus.",
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if not self.errors and not data.get("text", "").strip() and not data.get("files") and not self.documents:
            self.add_error("text", "Écrivez un message, ou choisissez un fichier.")
        return data

    @property
    def documents(self) -> dict[int, tuple[Any, Judged]]:
        """The documents given, by the key of what was asked."""
        given = {document.pk: self.cleaned_data.get(_name(document)) for document in self._asked}
        return {pk: files[0] for pk, files in given.items() if files}


def _name(document: AskedDocument) -> str:
    return f"asked-{document.pk}"
