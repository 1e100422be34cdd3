"""The Content-Security-Policy: strict on public pages, wider in Wagtail's administration."""

from csp.middleware import CSPMiddleware
from django.conf import settings


class ContentSecurityPolicyByArea(CSPMiddleware):
    """django-csp's middleware, with a policy of its own under the administration's path."""

    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only and request.path_info.startswith(settings.ADMIN_PATH):
            parts.config = settings.ADMIN_CONTENT_SECURITY_POLICY
        return parts
