"""Where to send the link that opens a draft again."""

from django import forms

from services.eservices.resident_form import ResidentForm


class ResumeForm(ResidentForm):
    """The address of whoever wants to go on later."""

    email = forms.EmailField(
        label="Votre adresse électronique",
        help_text="Nous y envoyons le lien, et ne gardons pas l’adresse. Exemple\u00a0: nom@exemple.fr",
        error_messages={
            "required": "Écrivez l’adresse électronique où envoyer le lien.",
            "invalid": "Écrivez une adresse électronique complète, par exemple nom@exemple.fr.",
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
