"""What the portal adds to every answer: its Content-Security-Policy, and the notice of maintenance."""

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.shortcuts import render

SECONDS_BEFORE_RETRY = 600


class ContentSecurityPolicyByArea(CSPMiddleware):
    """django-csp's middleware, with a policy of its own under the administration's path.

    A preview answers like the public page, and may besides be shown in a frame of the administration.
    """

    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        if report_only:
            return parts
        if request.path_info.startswith(settings.ADMIN_PATH):
            parts.config = settings.ADMIN_CONTENT_SECURITY_POLICY
        elif getattr(request, "is_preview", False):
            parts.config = {**settings.CONTENT_SECURITY_POLICY["DIRECTIVES"], "frame-ancestors": ["'self'"]}
        return parts


class MaintenanceMiddleware:
    """While the file of `PARVIS_MAINTENANCE_FILE` exists, visitors get a notice (503); agents sign in and work."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        open_to_agents = request.path_info.startswith((settings.ADMIN_PATH, settings.SIGN_IN_PATH))
        if not settings.PARVIS_MAINTENANCE_FILE.exists() or open_to_agents:
            return self.get_response(request)
        said = settings.PARVIS_MAINTENANCE_FILE.read_text(encoding="utf-8").strip()
        response = render(request, "503.html", {"said": said}, status=503)
        response["Retry-After"] = str(SECONDS_BEFORE_RETRY)
        return response
