"""Forms that residents fill in."""

from django import forms

from home.models.contact_message import ContactMessage

TRAP = "site_web"
"""A field that nobody sees: what fills it in is a program."""


EMAIL_LABEL = "Votre adresse électronique"
EMAIL_HELP = "Nous y envoyons l’accusé de réception puis la réponse. Exemple\u00a0: nom@exemple.fr"
EMAIL_ERRORS = {
    "required": "Écrivez votre adresse électronique, sans laquelle nous ne pouvons pas vous répondre.",
    "invalid": "Écrivez une adresse électronique complète, par exemple nom@exemple.fr.",
}


class VisitorForm(forms.ModelForm):
    """What a visitor writes to us, with a trap for programs; shown by home/includes/visitor_fields.html."""

    error_css_class = "field-with-error"
    site_web = forms.CharField(required=False, label="Laissez ce champ vide", max_length=200)

    def __init__(self, *args, **kwargs) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    @property
    def shown_fields(self) -> list[forms.BoundField]:
        return [field for field in self if field.name != TRAP]

    @property
    def is_trapped(self) -> bool:
        return bool(self.data.get(TRAP))


class ContactForm(VisitorForm):
    """A message to the authority. Every field that is shown is required, and the form says so once."""

    class Meta:
        model = ContactMessage
        fields = ["name", "email", "subject", "text"]
        labels = {
            "name": "Votre nom",
            "email": EMAIL_LABEL,
            "subject": "Objet de votre message",
            "text": "Votre message",
        }
        help_texts = {
            "email": EMAIL_HELP,
            "text": "Ne donnez ni mot de passe, ni numéro de carte bancaire, ni renseignement médical.",
        }
        error_messages = {
            "name": {"required": "Écrivez votre nom."},
            "email": EMAIL_ERRORS,
            "subject": {"required": "Indiquez l’objet de votre message."},
            "text": {
                "required": "Écrivez votre message.",
                "max_length": "Raccourcissez votre message, qui compte %(show_value)d caractères "
                "pour %(limit_value)d au plus.",
            },
        }
        widgets = {
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
            "text": forms.Textarea(attrs={"rows": 8, "maxlength": None}),
        }

    def __init__(self, *args, subjects: list[str], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].widget.attrs.pop("maxlength", None)
        if subjects:
            self.fields["subject"] = forms.ChoiceField(
                label=self.fields["subject"].label,
                choices=[("", "Choisissez un objet"), *((subject, subject) for subject in subjects)],
                error_messages={
                    "required": "Choisissez l’objet de votre message.",
                    "invalid_choice": "Choisissez un objet de la liste.",
                },
            )
