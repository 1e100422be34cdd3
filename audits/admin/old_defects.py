"""What an editor is told of defects that were online before their rule: they warn now, and block later."""

from datetime import timedelta

from django.utils import timezone
from django.utils.html import format_html, format_html_join
from wagtail.models import Page

from audits.gate.blocking import days_to_mend
from audits.models import LiveDefect


def old_defects_warning(page: Page) -> str:
    """The defects that stay online for now, in HTML, each with the day from which it blocks; empty without any."""
    days = timedelta(days=days_to_mend(page.get_site()))
    rows = LiveDefect.objects.filter(page=page.pk, page__live=True).order_by("first_seen", "pk")
    lines = [(row.message, f"{timezone.localdate(row.first_seen + days):%d/%m/%Y}") for row in rows]
    if not lines:
        return ""
    items = format_html_join("", "<li>{} Bloquera la publication à partir du {}.</li>", lines)
    return format_html(
        "<strong>La page est publiée avec des défauts qui étaient déjà en ligne.</strong> Corrigez-les à temps."
        '<ul class="parvis-old-defects">{}</ul>',
        items,
    )
