"""The form of an urgent alert, short enough to be filled in while the water rises."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from wagtail.admin.widgets import AdminPageChooser

from home.models.alert import UrgentAlert

LONGEST = timedelta(days=30)
_USUAL = timedelta(days=1)
_NATIVE = "%Y-%m-%dT%H:%M"


def usual_end():
    """Tomorrow at the next full hour."""
    return (timezone.localtime() + _USUAL + timedelta(hours=1)).replace(minute=0, second=0, microsecond=0)


class UrgentAlertForm(forms.ModelForm):
    """What is said, how grave it is, until when."""

    ends_at = forms.DateTimeField(
        label="Fin de l’alerte",
        help_text=UrgentAlert._meta.get_field("ends_at").help_text,
        initial=usual_end,
        input_formats=[_NATIVE, "%Y-%m-%dT%H:%M:%S"],
        widget=forms.DateTimeInput(format=_NATIVE, attrs={"type": "datetime-local"}),
        error_messages={
            "required": "Indiquez la date et l’heure de fin\u00a0: l’alerte se retire alors toute seule.",
            "invalid": "Indiquez une date et une heure complètes.",
        },
    )

    class Meta:
        model = UrgentAlert
        fields = ["level", "title", "message", "ends_at", "page", "address", "link_text"]
        widgets = {
            "level": forms.RadioSelect,
            "title": forms.TextInput,
            "message": forms.Textarea(attrs={"rows": 4}),
            "page": AdminPageChooser,
            "link_text": forms.TextInput,
        }
        error_messages = {
            "level": {"required": "Choisissez un niveau."},
            "title": {"required": "Écrivez un titre."},
            "message": {"required": "Écrivez un message."},
        }

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["level"].choices = UrgentAlert.Level.choices
        for field in self.fields.values():
            # Too long a text is told, with what was typed; it is not cut while it is pasted.
            field.widget.attrs.pop("maxlength", None)

    def clean_ends_at(self):
        ends_at, now = self.cleaned_data["ends_at"], timezone.now()
        if ends_at <= now:
            raise forms.ValidationError("Cette date est passée\u00a0: indiquez une fin à venir.")
        if ends_at > now + LONGEST:
            raise forms.ValidationError("Une alerte dure trente jours au plus\u00a0: indiquez une fin plus proche.")
        return ends_at

    def clean_page(self):
        page = self.cleaned_data["page"]
        if page is not None and (not page.live or page.get_view_restrictions().exists()):
            raise forms.ValidationError(
                "Cette page n’est pas visible de tous\u00a0: publiez-la, ou choisissez-en une autre."
            )
        return page

    def clean(self):
        cleaned = super().clean()
        page, address, text = (cleaned.get(name) for name in ("page", "address", "link_text"))
        if page and address:
            self.add_error("address", "Indiquez une page ou une adresse, pas les deux.")
        if (page or address) and not text and "link_text" not in self.errors:
            self.add_error("link_text", "Écrivez le texte du lien.")
        if text and not page and not address and not {"page", "address"} & set(self.errors):
            self.add_error("link_text", "Indiquez aussi la page ou l’adresse où mène ce lien.")
        return cleaned
