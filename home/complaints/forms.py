"""The form « Signaler un problème d’accessibilité »."""

from urllib.parse import urljoin, urlsplit

from django import forms
from django.core.exceptions import ValidationError
from wagtail.models import Site

from audits.models import AccessibilityComplaint
from home.forms import EMAIL_ERRORS, EMAIL_HELP, EMAIL_LABEL, VisitorForm

_NOT_OURS = "Donnez l’adresse d’une page de ce site, qui commence par %(root)s, ou laissez ce champ vide."


class ComplaintForm(VisitorForm):
    """Where, what happened, with what, and whom to answer."""

    class Meta:
        model = AccessibilityComplaint
        fields = ["page_address", "what", "tools", "email"]
        labels = {
            "page_address": "Adresse de la page",
            "what": "Ce qui s’est passé",
            "tools": "Avec quoi vous naviguez",
            "email": EMAIL_LABEL,
        }
        help_texts = {
            "page_address": "Copiez-la depuis le haut du navigateur. Sans adresse, dites plus bas où c’était.",
            "what": "Ce que vous vouliez faire, et ce qui vous en a empêché. Ne donnez aucun renseignement médical.",
            "tools": "Appareil, navigateur, aide technique. Exemple\u00a0: téléphone Android avec TalkBack.",
            "email": EMAIL_HELP,
        }
        error_messages = {
            "page_address": {
                "max_length": "Cette adresse est trop longue\u00a0: gardez ce qui précède le «\u00a0?\u00a0»."
            },
            "what": {
                "required": "Écrivez ce qui s’est passé.",
                "max_length": "Raccourcissez votre texte, qui compte %(show_value)d caractères pour %(limit_value)d "
                "au plus.",
            },
            "tools": {"max_length": "Raccourcissez ce texte à %(limit_value)d caractères."},
            "email": EMAIL_ERRORS,
        }
        widgets = {
            "what": forms.Textarea(attrs={"rows": 8}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
        }

    def __init__(self, *args, site: Site, host: str, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self._site, self._host = site, host
        # Nothing typed is cut without a word: what is too long is said.
        for field in self.fields.values():
            field.widget.attrs.pop("maxlength", None)

    def clean_page_address(self) -> str:
        address = self.cleaned_data["page_address"]
        if not address:
            return ""
        ours = page_of_site(address, self._site, self._host)
        if ours is None:
            raise ValidationError(_NOT_OURS, params={"root": f"{self._site.root_url}/"})
        return ours


def page_of_site(address: str, site: Site, host: str) -> str | None:
    """The complete address of a page of the site, from what a person types or a browser sends; None if it is not.

    `host`: the name and port by which the visitor reached the site.
    """
    if "\\" in address or any(character.isspace() for character in address):
        return None
    try:
        address = urljoin(f"{site.root_url}/", address) if address.startswith("/") else address
        parts = urlsplit(address if "//" in address else f"//{address}")
        named, known = (parts.hostname, parts.port), [site.hostname, urlsplit(f"//{host}").hostname]
        ports = {None, site.port, urlsplit(f"//{host}").port}
    except ValueError:
        return None
    if parts.scheme not in ("", "http", "https") or parts.username or named[0] not in known or named[1] not in ports:
        return None
    path = parts.path or "/"
    return f"{site.root_url}{path}" + (f"?{parts.query}" if parts.query else "")
