"""What people write when they decide on a finding. What is too long is said, never cut without a word."""

from datetime import timedelta

from django import forms
from django.utils import timezone

from audits.decisions import actions
from audits.models import Appeal, Derogation, LaissezPasser, UrgentPublication

LONG = {"max_length": "Raccourcissez votre texte, qui compte %(show_value)d caractères pour %(limit_value)d au plus."}
_WEEKS_AT_FIRST = timedelta(weeks=4)


class UncutMixin:
    """Fields take what is typed, however long, so that nothing is lost: the form says what to shorten."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("maxlength", None)
            if isinstance(field.widget, forms.Textarea):
                field.widget.attrs["rows"] = 5


class WhyForm(UncutMixin, forms.Form):
    """One reason, which the view names."""

    why = forms.CharField(
        max_length=5000, widget=forms.Textarea, error_messages={"required": "Écrivez pourquoi.", **LONG}
    )

    def __init__(self, *args, label: str, help_text: str = "", **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["why"].label, self.fields["why"].help_text = label, help_text


class AnswerForm(UncutMixin, forms.Form):
    """The officer's decision on an appeal, and what is written to the editor."""

    DECISIONS = {
        Appeal.State.CONFIRMED: ("Confirmer le défaut\u00a0: il reste à corriger", actions.confirm_finding),
        Appeal.State.OVERRULED: (
            "Écarter cet élément\u00a0: il ne bloque plus cette page, tant que son code ne change pas",
            actions.overrule_element,
        ),
        Appeal.State.ADVICE: (
            "Passer la règle en conseil\u00a0: elle ne bloque plus aucune page de ce site",
            actions.turn_rule_into_advice,
        ),
    }

    decision = forms.ChoiceField(
        label="Votre décision",
        choices=[(state, label) for state, (label, _) in DECISIONS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Choisissez une décision."},
    )
    answer = forms.CharField(
        label="Votre réponse",
        help_text="Elle est envoyée à la personne qui conteste, et gardée dans l’historique de la page.",
        max_length=5000,
        widget=forms.Textarea,
        error_messages={"required": "Écrivez votre réponse.", **LONG},
    )

    def decide(self, appeal: Appeal, user) -> Appeal:
        """Do what was chosen. Raises DecisionError."""
        action = self.DECISIONS[self.cleaned_data["decision"]][1]
        return action(appeal, user, self.cleaned_data["answer"])


class _EndMixin(UncutMixin):
    """A last day, by the browser's own calendar."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        last = timezone.localdate() + self._meta.model.LONGEST
        self.fields[
            "ends_on"
        ].help_text = f"Le {last:%d/%m/%Y} au plus tard. Après ce jour, le défaut bloque de nouveau."
        self.fields["ends_on"].initial = timezone.localdate() + min(_WEEKS_AT_FIRST, self._meta.model.LONGEST)


DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
_DAY_ERRORS = {"required": "Choisissez le dernier jour.", "invalid": "Écrivez une date, par exemple 31/12/2027."}


class LaissezPasserForm(_EndMixin, forms.ModelForm):
    class Meta:
        model = LaissezPasser
        fields = ["reason", "ends_on"]
        widgets = {"ends_on": DAY}
        error_messages = {"reason": {"required": "Écrivez la raison.", **LONG}, "ends_on": _DAY_ERRORS}


class DerogationForm(_EndMixin, forms.ModelForm):
    class Meta:
        model = Derogation
        fields = ["content", "reasoning", "alternative", "alternative_is_digital", "ends_on"]
        widgets = {"ends_on": DAY}
        error_messages = {
            "content": {"required": "Dites de quel contenu il s’agit.", **LONG},
            "reasoning": {"required": "Écrivez pourquoi la charge serait disproportionnée.", **LONG},
            "alternative": {"required": "Dites ce qui est proposé à la place.", **LONG},
            "ends_on": _DAY_ERRORS,
        }


class UrgentForm(UncutMixin, forms.ModelForm):
    """The reason, and the draft that the person has seen."""

    revision = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = UrgentPublication
        fields = ["reason"]
        error_messages = {"reason": {"required": "Écrivez pourquoi la page ne peut pas attendre.", **LONG}}
