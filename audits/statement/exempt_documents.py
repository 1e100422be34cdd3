"""The documents online of which the officer recorded that the law does not ask that they be accessible, by reason."""

from collections import Counter

from django.db.models import F
from wagtail.models import Page, Site

from audits.auditing.text import plural
from audits.documents.queries import linked_numbers
from audits.models import DocumentExemption

_Kind = DocumentExemption.Kind
_SAID = {
    _Kind.BEFORE_2018: "{} avant le 23\u00a0septembre 2018, dont aucune démarche n’a besoin",
    _Kind.ARCHIVE: "{} dans les archives, sans changement depuis le 23\u00a0septembre 2019",
    _Kind.THIRD_PARTY: "{} par des tiers, que la collectivité ne finance ni ne contrôle",
    _Kind.HERITAGE: "{}, d’une pièce de collection patrimoniale",
}
_NAMED = {
    _Kind.BEFORE_2018: ("document publié", "documents publiés"),
    _Kind.ARCHIVE: ("document", "documents"),
    _Kind.THIRD_PARTY: ("document fait", "documents faits"),
    _Kind.HERITAGE: ("reproduction", "reproductions"),
}


def exempt_documents(site: Site) -> tuple[str, ...]:
    """A line for each reason, with how many documents that pages online of the site lead to."""
    pages = Page.objects.live().descendant_of(site.root_page, inclusive=True)
    in_force = DocumentExemption.objects.filter(withdrawn_at=None, content=F("document__last_check__content"))
    kinds = Counter(in_force.filter(document__in=linked_numbers(pages)).values_list("kind", flat=True))
    return tuple(_SAID[kind].format(plural(kinds[kind], *_NAMED[kind])) + "." for kind in _Kind if kinds[kind])
