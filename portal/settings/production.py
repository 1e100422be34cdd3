"""A real site. Refuses to start with a default key, without hosts, or with demonstration accounts."""

import os

from django.core.exceptions import ImproperlyConfigured

from portal.settings.base import *
from portal.settings.keys import is_default_key

SECRET_KEY = os.environ.get("PARVIS_SECRET_KEY", "")
if is_default_key(SECRET_KEY):
    raise ImproperlyConfigured(
        "PARVIS_SECRET_KEY is missing, too short or a default one. Make one with: "
        "python -c 'import secrets; print(secrets.token_urlsafe(64))'"
    )
SECRET_KEY_FALLBACKS = os.environ.get("PARVIS_FORMER_SECRET_KEYS", "").split()

ALLOWED_HOSTS = [host.strip() for host in os.environ.get("PARVIS_HOSTS", "").split(",") if host.strip()]
if not ALLOWED_HOSTS:
    raise ImproperlyConfigured("PARVIS_HOSTS is missing: the site's host names, separated by commas.")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS if not host.startswith(".")]
WAGTAILADMIN_BASE_URL = os.environ.get("PARVIS_BASE_URL", f"https://{ALLOWED_HOSTS[0]}")

SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
PARVIS_PROXIES = ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("PARVIS_PROXIES", "1"))
PARVIS_SECOND_FACTOR_FOR_AGENTS = os.environ.get("PARVIS_SECOND_FACTOR", "required") != "optional"
SECURE_HSTS_SECONDS = 31536000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Asked for by portal.checks, at each start.
REFUSE_DEMO_ACCOUNTS = True
