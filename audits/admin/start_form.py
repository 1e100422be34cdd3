"""What the officer chooses before an audit starts."""

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.core.validators import RegexValidator

from accessibility.addresses import canonical
from audits.auditing.options import SAMPLE_SIZE, AuditOptions

_DEFAULTS = AuditOptions()
WHOLE, SAMPLE = "whole", "sample"


class StartForm(forms.Form):
    """The start and the options of an audit; `options()` gives the latter as AuditOptions."""

    start_url = forms.CharField(
        label="Adresse de départ",
        max_length=2000,
        help_text="La page d’accueil du site, avec http:// ou https://. L’audit suit les liens et les plans du site.",
    )
    extent = forms.ChoiceField(
        label="Pages à auditer",
        choices=[(WHOLE, "Toutes les pages"), (SAMPLE, "Un échantillon")],
        initial=WHOLE,
        help_text=(
            "Toutes les pages sont prises dans l’ordre où elles se présentent. Un échantillon a au plus "
            f"{SAMPLE_SIZE} pages : celles que la méthode demande, et d’autres au hasard. Il vous sera proposé, et "
            "l’audit commencera quand vous l’aurez validé."
        ),
    )
    max_pages = forms.IntegerField(
        label="Nombre de pages au plus", min_value=1, max_value=20_000, initial=_DEFAULTS.max_pages
    )
    seed = forms.IntegerField(
        label="Graine du tirage au sort",
        min_value=0,
        max_value=2**31 - 1,
        required=False,
        help_text="Pour tirer de nouveau les mêmes pages qu’un audit antérieur. Laissez vide pour un nouveau tirage.",
    )
    under = forms.CharField(
        label="Début des chemins",
        initial=_DEFAULTS.under,
        max_length=500,
        validators=[RegexValidator(r"^/\S*$", "Écrivez un chemin qui commence par une barre oblique, comme « /fr/ ».")],
        help_text="« / » pour tout le site, « /fr/ » pour les seules pages dont le chemin commence ainsi.",
    )
    jobs = forms.IntegerField(
        label="Navigateurs à la fois",
        min_value=1,
        max_value=4,
        initial=_DEFAULTS.jobs,
        help_text="Un seul ménage le site audité ; deux vont plus vite.",
    )
    timeout = forms.IntegerField(
        label="Secondes par page au plus", min_value=5, max_value=300, initial=int(_DEFAULTS.timeout)
    )
    ignore_robots = forms.BooleanField(
        label="Passer outre au fichier robots.txt", required=False, help_text="Seulement si ce site est le vôtre."
    )
    fresh = forms.BooleanField(
        label="Auditer aussi les pages qui n’ont pas changé",
        required=False,
        help_text="Sinon leurs résultats sont repris de l’audit précédent.",
    )
    documents = forms.BooleanField(
        label="Lire les documents liés",
        required=False,
        initial=_DEFAULTS.documents,
        help_text="Les PDF, DOCX et ODT vers lesquels mènent les pages. Ce qui y est trouvé est dit à leurs liens.",
    )

    def clean_start_url(self) -> str:
        address = canonical(self.cleaned_data["start_url"])
        if address is None:
            raise forms.ValidationError(
                "Cette adresse n’est pas une adresse du web : écrivez-la en entier, comme « https://www.exemple.fr/ »."
            )
        return address

    def clean(self) -> dict[str, Any]:
        chosen = super().clean()
        start, under = chosen.get("start_url"), chosen.get("under")
        if start and under and not urlsplit(start).path.startswith(under):
            self.add_error("under", "L’adresse de départ ne commence pas par ce chemin : corrigez l’un ou l’autre.")
        if chosen.get("seed") is not None and chosen.get("extent") == WHOLE:
            self.add_error(
                "seed", "La graine ne sert qu’à un échantillon : videz ce champ ou choisissez l’échantillon."
            )
        return chosen

    def options(self) -> AuditOptions:
        """The options of a form that is valid."""
        chosen = {name: self.cleaned_data[name] for name in AuditOptions.__dataclass_fields__ if name in self.fields}
        is_sample = self.cleaned_data["extent"] == SAMPLE
        return AuditOptions(sample=is_sample, approval=is_sample, **chosen)
