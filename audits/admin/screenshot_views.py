"""The picture of one element that an audit found, for whoever may see the audit."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views import View

from audits.admin.audit_access import OfOneAudit


class AuditScreenshotView(OfOneAudit, View):
    """Sends one picture of an audit. Like the rest of the administration, it is kept by no cache on the way."""

    http_method_names = ["get", "head"]

    def get(self, request, pk: int, number: int) -> HttpResponse:
        screenshot = get_object_or_404(self.audit.screenshots, pk=number)
        return HttpResponse(
            bytes(screenshot.image),
            content_type="image/webp",
            headers={
                "Content-Disposition": f'inline; filename="audit-{pk}-capture-{number}.webp"',
                "Content-Security-Policy": "default-src 'none'; sandbox",
                "X-Content-Type-Options": "nosniff",
            },
        )
