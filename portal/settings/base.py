"""What holds in every environment. `dev`, `test` and `production` add the rest."""

import os
from pathlib import Path

import dj_database_url

from portal.settings.accounts import *
from portal.settings.languages import content_languages
from portal.settings.mail import mail_settings
from portal.settings.security import *

BASE_DIR = Path(__file__).resolve().parents[2]
# Everything that the running portal writes: database, media, logs, sockets, the development secret key.
VAR = Path(os.environ.get("PARVIS_VAR", BASE_DIR / "var")).resolve()
VAR.mkdir(parents=True, exist_ok=True)

# While this file exists, visitors read that the site is closed for maintenance (`manage.py maintenance`).
PARVIS_MAINTENANCE_FILE = VAR / "maintenance"

DEBUG = False
ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.User"

INSTALLED_APPS = [
    "portal",
    "home",
    "services.accounts",
    "services.outbox",
    "services.eservices",
    "audits",
    "django_tasks",
    "django_tasks_db",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.contrib.sitemaps",
    "wagtail.contrib.table_block",
    "wagtail.contrib.redirects",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "portal.middleware.ContentSecurityPolicyByArea",
    "portal.middleware.MaintenanceMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "services.accounts.middleware.SecondFactorForAdministration",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
                "portal.context_processors.site_frame",
            ],
        },
    },
]

# An embedded SQLite by default; another database by DATABASE_URL.
DATABASES = {"default": dj_database_url.config(default=f"sqlite:///{VAR / 'db.sqlite3'}", conn_max_age=60)}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }

# One cache for all the processes: what one of them forgets, all forget. In files, for SQLite has one writer at a time.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": VAR / "cache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    },
    # Wagtail writes what it reads there back at each reading; one query of the database says as much in less time.
    "renditions": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
}

# Search index and usage counts are refreshed at once; audits wait for a worker.
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "audit": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "sites"]},
}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

LANGUAGE_CODE = "fr"
TIME_ZONE = "Europe/Paris"
USE_I18N = True
USE_TZ = True
# Languages that pages may be translated into, by their codes; the frame of the portal stays in French.
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = content_languages(os.environ.get("PARVIS_LANGUAGES", "fr en"))
WAGTAIL_I18N_ENABLED = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"
# Whether Django itself answers for uploaded files; in production a web server does.
SERVE_MEDIA = False
# Whether visitors may see the page of the components; the administration always shows it.
SHOW_COMPONENTS = False

# Where mail leaves from: smtp://user:password@host:25, or smtps:// (TLS at once), or smtp+starttls://.
vars().update(mail_settings(os.environ.get("PARVIS_MAIL", "smtp://localhost:25")))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = os.environ.get("PARVIS_MAIL_FROM", "portail@localhost")

WAGTAIL_SITE_NAME = "Parvis"
# Addresses that people can type and dictate: no accents.
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILADMIN_BASE_URL = os.environ.get("PARVIS_BASE_URL", "http://127.0.0.1:8000")
WAGTAILIMAGES_IMAGE_MODEL = "home.PortalImage"
# What browsers that know neither AVIF nor WebP get of images in these formats.
WAGTAILIMAGES_FORMAT_CONVERSIONS = {"avif": "jpeg", "webp": "jpeg"}
WAGTAILIMAGES_AVIF_QUALITY = 55
WAGTAILIMAGES_WEBP_QUALITY = 75
WAGTAILIMAGES_JPEG_QUALITY = 76
WAGTAILDOCS_DOCUMENT_MODEL = "home.PortalDocument"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "audits.admin.document_form.CheckedDocumentForm"
# The portal stems French words itself, the same way on every database: PostgreSQL is to add nothing.
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "simple"}}
WAGTAILADMIN_PERMITTED_LANGUAGES = [("fr", "Français")]
WAGTAILDOCS_EXTENSIONS = "csv docx m4a mp3 mp4 ods odt ogg pdf pptx txt vtt webm xlsx zip".split()
WAGTAILDOCS_CONTENT_TYPES = {"m4a": "audio/mp4", "ogg": "audio/ogg", "vtt": "text/vtt", "webm": "video/webm"}
# The administration asks nothing of third parties.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False

# The gate: what a workflow approved is what is published, and where the checker answers.
WAGTAIL_FINISH_WORKFLOW_ACTION = "audits.gate.workflow.publish_approved_revision"
PARVIS_CHECKER_SOCKET = Path(os.environ.get("PARVIS_CHECKER_SOCKET", VAR / "checker.sock"))
PARVIS_CHECKER_TIMEOUT = 120
# The style sheets of the themes, written when a page first names them; the gate reads pages with them.
PARVIS_THEMES = VAR / "themes"
PARVIS_DRAWN_WITH = {"/themes/": PARVIS_THEMES}
# What audits post their mail with, and who answers appeals on a site.
PARVIS_POST_MAIL = "services.outbox.actions.post_mail"
PARVIS_OFFICER_ADDRESS = "home.complaints.officer.officer_address"

# What residents join to their requests: kept here, which no web server serves; the largest file, in bytes; what looks
# for viruses in one (a dotted name: takes a path, returns why it refuses or an empty text), if anything does.
PARVIS_PRIVATE_FILES = VAR / "private"
PARVIS_LARGEST_ATTACHMENT = 10_000_000
PARVIS_SCAN_FILE = os.environ.get("PARVIS_SCAN_FILE", "")

# The day of the weekly summary of what is online (0 is Monday).
PARVIS_DIGEST_WEEKDAY = 0
# What other packages add to `manage.py check_gate`.
PARVIS_HEALTH_CHECKS = ["services.outbox.health.mail_leaves"]

# Audits reach public addresses only, and these: names of hosts, addresses, networks, with spaces between.
PARVIS_AUDIT_PRIVATE_ADDRESSES = os.environ.get("PARVIS_AUDIT_PRIVATE_ADDRESSES", "").split()

# What else `manage.py demo` loads once the town is there, and what it removes before the town goes.
PARVIS_DEMO_LOADERS = ["services.eservices.demo.load.load_eservices"]
PARVIS_DEMO_REMOVERS = ["services.eservices.demo.load.remove_eservices"]

# When editors are told to look again: at drafts and changes left unpublished, and at pages left as they are.
PARVIS_FORGOTTEN_AFTER_DAYS = 30
PARVIS_STALE_AFTER_DAYS = 365
