"""What residents fill in."""

from django import forms

from portal.components.catalogue import Component, Example


class _Request(forms.Form):
    """A form as the portal's are, for its fields to be shown."""

    name = forms.CharField(label="Votre nom", widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = forms.EmailField(
        label="Votre adresse électronique",
        help_text="Pour vous répondre. Exemple\u00a0: nom@exemple.fr.",
        error_messages={"invalid": "Écrivez l’adresse en entier, comme nom@exemple.fr."},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    subject = forms.ChoiceField(label="Sujet", choices=[("", "Choisissez"), ("voirie", "Voirie"), ("ecoles", "Écoles")])
    text = forms.CharField(label="Votre message", widget=forms.Textarea(attrs={"rows": 4}), required=False)
    proof = forms.FileField(
        label="Justificatif de domicile", help_text="Un fichier PDF, JPEG ou PNG, 10 Mo au plus.", required=False
    )
    day = forms.DateField(label="Jour souhaité", required=False, widget=forms.DateInput(attrs={"type": "date"}))

    @property
    def shown_fields(self):
        return list(self)


def _field(name: str, prefix: str, data: dict | None = None):
    """Makes the context of one field, empty or sent with an error."""
    sent = {f"{prefix}-{key}": value for key, value in data.items()} if data else None
    return lambda: {"field": _Request(sent, prefix=prefix)[name]}


def _refused() -> dict:
    form = _Request({"resume-name": "", "resume-email": "awa.diallo", "resume-subject": "voirie"}, prefix="resume")
    return {"form": form}


COMPONENTS = (
    Component(
        "champ",
        "Champ",
        "Une question, son aide, sa réponse. L’erreur est écrite au-dessus de la réponse, et l’aide reste.",
        "components/field.html",
        (
            Example("Texte", _field("name", "texte")),
            Example("Avec une aide", _field("email", "aide")),
            Example("Avec une erreur", _field("email", "erreur", {"email": "awa.diallo"})),
            Example("Liste", _field("subject", "liste")),
            Example("Texte long, facultatif", _field("text", "long")),
            Example("Jour", _field("day", "jour")),
        ),
    ),
    Component(
        "fichier",
        "Envoi d’un fichier",
        "Le champ du navigateur\u00a0: les formats et la taille sont dits avant, pas après.",
        "components/field.html",
        (Example("Un justificatif", _field("proof", "fichier")),),
    ),
    Component(
        "resume-des-erreurs",
        "Résumé des erreurs",
        "En tête d’un formulaire refusé. Chaque ligne mène au champ.",
        "components/error_with_fields.html",
        (Example("Deux erreurs", _refused),),
    ),
    Component(
        "recherche",
        "Recherche",
        "La même en tête de toutes les pages et dans celle des résultats.",
        "components/search_form.html",
        (Example("Dans une page", {"id": "recherche-exemple", "query": "acte de naissance"}),),
    ),
    Component(
        "etapes",
        "Étapes d’une démarche",
        "Où l’on en est, en toutes lettres, et ce qui reste à faire.",
        "components/stepper.html",
        (Example("Deuxième étape", {"now": 2, "steps": ["Vous", "Vos pièces", "Vérification", "Envoi"]}),),
    ),
)
