"""The panel beside the page's editor that says what would be easier to read; it advises, and refuses nothing."""

from django.core.exceptions import PermissionDenied
from django.forms import Media, Script
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.models import Page

from home.models.pages import EditorialPage
from home.readability.advice import Readability, readability
from home.readability.passages import passages


class ReadabilitySidePanel(BaseSidePanel):
    """What is hard to read in the saved draft; read again each time that it is saved."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        icon_name = "glasses"
        aria_label = "Lisibilité du brouillon (conseils)"
        has_counter = False

    name = "readability"
    title = "Lisibilité (conseils)"
    template_name = "home/admin/readability_panel.html"
    order = 250

    @property
    def media(self) -> Media:
        return Media(js=[Script("home/readability.js", type="module")])

    def get_context_data(self, parent_context):
        context = super().get_context_data(parent_context)
        address = reverse("readability", args=[self.object.pk])
        return context | {"address": address, "readability": readability_of(self.object)}


def readability_of(page: EditorialPage) -> Readability:
    """What is counted in a page, as it is in memory."""
    return readability(passages(page))


def read_draft(request, page_id: int):
    """What the panel shows of the draft that is saved now, for somebody who may edit it."""
    page = get_object_or_404(Page, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    draft = page.get_latest_revision_as_object()
    return render(request, "home/admin/readability.html", {"readability": readability_of(draft)})


URLS = [path("lisibilite/<int:page_id>/", read_draft, name="readability")]
