"""The form of a shared content: what pages would show of it is judged before it is saved."""

from django.db import OperationalError
from wagtail.admin.forms import WagtailAdminModelForm

from audits.admin.database_trouble import why_not_saved

UNAVAILABLE = (
    "Rien n’a été enregistré\u00a0: la vérification de l’accessibilité n’a pas pu se faire. Ce que vous avez saisi est "
    "toujours dans ce formulaire. Réessayez dans une minute\u00a0; si le problème continue, donnez ce motif à la "
    "personne qui administre le site\u00a0: {reason}"
)
NOT_SAVED = "Rien n’a été enregistré. Ce que vous avez saisi est toujours dans ce formulaire. Motif\u00a0: {reason}"


class GatedModelForm(WagtailAdminModelForm):
    """For settings, menus and snippets: a defect that saving would put on a page online is an error of the form."""

    def _post_clean(self) -> None:
        super()._post_clean()
        if not self.errors and self.has_changed():
            for text in self._refusals():
                self.add_error(None, text)

    def _refusals(self) -> list[str]:
        from audits.gate.errors import VerdictUnavailable
        from audits.shared.trying import new_defects

        state, adding, fields = self.instance._state, self.instance._state.adding, self.instance.__dict__.copy()
        try:
            return [str(defect) for defect in new_defects(self.instance, self.save)]
        except VerdictUnavailable as error:
            return [UNAVAILABLE.format(reason=error.reason)]
        except OperationalError as error:
            return [NOT_SAVED.format(reason=why_not_saved(error))]
        finally:
            # What was tried is undone in the database: the instance is not saved either.
            self.instance.__dict__.clear()
            self.instance.__dict__.update(fields)
            state.adding = adding
