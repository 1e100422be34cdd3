"""What the forms of the démarches that are always the same have in common."""

from django import forms


class ResidentForm(forms.Form):
    """A form that a resident fills in, shown by the components of the portal."""

    error_css_class = "field-with-error"

    def __init__(self, *args, **kwargs) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    @property
    def shown_fields(self) -> list[forms.BoundField]:
        return list(self)
