"""`make run` on one's own machine: local addresses, no mail sent, files served by Django."""

import os

from portal.settings.base import *
from portal.settings.base import VAR
from portal.settings.keys import kept_key

DEBUG = os.environ.get("PARVIS_DEBUG", "") == "1"
SECRET_KEY = kept_key(VAR / "secret-key")
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
SERVE_MEDIA = True
SHOW_COMPONENTS = True
WHITENOISE_USE_FINDERS = True
STATIC_ROOT.mkdir(exist_ok=True)
WHITENOISE_AUTOREFRESH = DEBUG
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = VAR / "mail"
# The accounts of the demonstration have no second factor; passkeys work on http://localhost.
PARVIS_SECOND_FACTOR_FOR_AGENTS = False
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
# One's own site is on one's own machine.
PARVIS_AUDIT_PRIVATE_ADDRESSES = [*PARVIS_AUDIT_PRIVATE_ADDRESSES, "127.0.0.1", "::1"]
