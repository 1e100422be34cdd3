"""What happens to a report: kept, acknowledged at once, told to the accessibility officer."""

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from wagtail.models import Site

from audits.models import AccessibilityComplaint
from audits.statement.actions import forget_old_complaints
from home.complaints.forms import ComplaintForm
from home.complaints.officer import officer_address
from services.outbox.actions import post_mail


@transaction.atomic
def receive_complaint(form: ComplaintForm, site: Site) -> AccessibilityComplaint:
    """Keep a report, write to its author, and to the officer where the authority names one."""
    forget_old_complaints()
    complaint = form.save(commit=False)
    complaint.site = site
    complaint.save()
    screen = reverse("accessibility_complaints:edit", args=[complaint.pk])
    context = {
        "complaint": complaint,
        "site_name": site.site_name,
        "screen": f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{screen}",
    }
    officer = officer_address(site)
    post_mail(
        to=complaint.email,
        reply_to=officer,
        subject=f"Nous avons bien reçu votre signalement (nº {complaint.pk})",
        text=render_to_string("home/mail/complaint_received.txt", context),
    )
    if officer:
        post_mail(
            to=officer,
            reply_to=complaint.email,
            subject=f"Signalement d’accessibilité nº {complaint.pk}",
            text=render_to_string("home/mail/complaint_to_answer.txt", context),
        )
    return complaint
