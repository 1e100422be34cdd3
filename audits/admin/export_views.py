"""An audit as a file, from the administration."""

from django.http import Http404, StreamingHttpResponse
from django.views import View

from audits.admin.audit_access import OfOneAudit
from audits.auditing.exports.formats import FORMATS


class AuditExportView(OfOneAudit, View):
    """Sends the audit in the form that the address names, piece by piece."""

    http_method_names = ["get", "head"]

    def get(self, request, pk: int, form: str) -> StreamingHttpResponse:
        if form not in FORMATS:
            raise Http404
        wanted = FORMATS[form]
        return StreamingHttpResponse(
            wanted.write(self.audit),
            content_type=wanted.content_type,
            headers={"Content-Disposition": f'attachment; filename="{wanted.file_name(self.audit)}"'},
        )
