"""What page types of other packages take from the gate."""

from wagtail.models import Page

from audits.gate.aliases import GatedAliasesMixin


class GatedPage(GatedAliasesMixin, Page):
    """The base of every page type: a page whose aliases pass the gate too."""

    class Meta:
        abstract = True
