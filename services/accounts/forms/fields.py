"""What all the forms of an account have in common: the portal's words in place of the library's."""

from django import forms
from django.conf import settings

EMAIL_ERRORS = {
    "required": "Écrivez votre adresse électronique.",
    "invalid": "Écrivez une adresse électronique complète, par exemple nom@exemple.fr.",
}
PASSWORD_HELP = (
    "12 caractères au moins, sans votre adresse ni un mot de passe courant. "
    "Plusieurs mots sans lien entre eux se retiennent bien."
)
CODE_ERRORS = {"required": "Écrivez le code."}


class PortalForm(forms.Form):
    """A form shown by the components of the portal, its first mistake told in the summary whatever its field."""

    error_css_class = "field-with-error"

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)

    @property
    def shown_fields(self) -> list[forms.BoundField]:
        """The fields that a person fills in, the trap for programs left out."""
        trap = settings.ACCOUNT_SIGNUP_FORM_HONEYPOT_FIELD
        return [field for field in self if not field.is_hidden and field.name != trap]

    def full_clean(self) -> None:
        """Check everything; what is wrong in a field that nobody sees is told of the whole form."""
        super().full_clean()
        for name in [name for name in self._errors if name in self.fields and self.fields[name].widget.is_hidden]:
            self.add_error(None, self._errors.pop(name).as_data())

    def word(self, name: str, label: str, *, required: str, help_text: str = "", **attributes: str) -> None:
        """Give a field its label, its help, what is said when it is left empty, and attributes."""
        field = self.fields[name]
        field.label, field.help_text = label, help_text
        field.error_messages["required"] = required
        field.widget.attrs.update(attributes)

    def word_email(self, name: str, label: str = "Adresse électronique", help_text: str = "") -> None:
        """Word a field for an address."""
        self.word(name, label, required=EMAIL_ERRORS["required"], help_text=help_text, autocomplete="email")
        field = self.fields[name]
        field.error_messages["invalid"] = EMAIL_ERRORS["invalid"]
        for validator in field.validators:
            if getattr(validator, "code", "") == "invalid":
                validator.message = EMAIL_ERRORS["invalid"]

    def word_code(self, label: str, help_text: str) -> None:
        """Word the field of a code that one copies: digits, of which a telephone shows the keys."""
        self.word(
            "code",
            label,
            required=CODE_ERRORS["required"],
            help_text=help_text,
            autocomplete="one-time-code",
            inputmode="numeric",
            spellcheck="false",
        )
