"""The town of the gate's tests: what it makes, what it breaks, and what the public can see of it."""

import json
from dataclasses import dataclass, field

from django.test import Client
from django.utils.crypto import get_random_string
from wagtail.models import Page

from audits.models import Seal, Verdict
from tests.audits.plainsite.models import PlainPage

CLEAN = "<p>La mairie est ouverte le samedi.</p>"
BAD = '<p>La mairie.</p><img src="/mairie.jpg">'


def stream(*html: str) -> str:
    """A body of raw HTML blocks, as the database keeps it."""
    return json.dumps([{"type": "html", "value": value, "id": f"0000-{number}"} for number, value in enumerate(html)])


@dataclass
class Town:
    """A tree of plain pages under one site."""

    root: Page
    home: PlainPage = None
    admin: object = None
    forced: set[int] = field(default_factory=set)

    def draft(self, title: str, html: str, parent: Page | None = None) -> PlainPage:
        """A draft page, with its revision."""
        page = self.unsaved(title, html, live=False)
        parent = Page.objects.get(pk=(parent or self.home).pk)
        parent.add_child(instance=page)
        page.save_revision(user=self.admin)
        return PlainPage.objects.get(pk=page.pk)

    def unsaved(self, title: str, html: str, *, live: bool) -> PlainPage:
        """A page that is nowhere yet."""
        slug = f"{title.lower().replace(' ', '-')}-{get_random_string(6).lower()}"
        return PlainPage(title=title, slug=slug, body=stream(html), live=live)

    def force_live(self, page: PlainPage) -> PlainPage:
        """Put a page online behind the gate's back, as it was before the rules that it breaks existed."""
        verdict = Verdict.objects.get_or_create(key=f"forced-{page.pk}", defaults={"accepted": True})[0]
        Seal.objects.create(page_id=page.pk, verdict=verdict)
        Page.objects.filter(pk=page.pk).update(live=True, has_unpublished_changes=False)
        Seal.objects.all().delete()
        self.forced.add(page.pk)
        return PlainPage.objects.get(pk=page.pk)

    def admin_client(self) -> Client:
        """A browser session of the administrator."""
        client = Client()
        client.force_login(self.admin)
        return client

    def online(self, html: str) -> set[int]:
        """The live pages that hold this HTML or show it to the public, but for those that were forced."""
        pages = PlainPage.objects.filter(live=True).exclude(pk__in=self.forced)
        client = Client()
        return {
            page.pk
            for page in pages
            if html in page.body.render_as_block() or html in client.get(page.url or "/").content.decode()
        }
