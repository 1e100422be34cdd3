"""The tests: their own files in a temporary directory, quick password hashes."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

# Each process of the tests keeps its database and its files apart, in a directory that goes with it.
_directory = Path(tempfile.mkdtemp(prefix="parvis-test-"))
os.environ["PARVIS_VAR"] = str(_directory)
atexit.register(shutil.rmtree, _directory, ignore_errors=True)

from portal.settings.base import *
from portal.settings.base import DATABASES, INSTALLED_APPS, VAR

SECRET_KEY = "test-key-of-no-value"
ALLOWED_HOSTS = ["*"]
SERVE_MEDIA = True
SHOW_COMPONENTS = True
WHITENOISE_USE_FINDERS = True
STATIC_ROOT.mkdir(exist_ok=True)
WHITENOISE_AUTOREFRESH = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PARVIS_SECOND_FACTOR_FOR_AGENTS = False
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A real file: threads and processes of a test see one another's writes as they do in use.
    DATABASES["default"]["TEST"] = {"NAME": str(VAR / "test.sqlite3")}
    # Nothing here outlives a power cut.
    DATABASES["default"]["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"

INSTALLED_APPS = [*INSTALLED_APPS, "tests.audits.plainsite"]
