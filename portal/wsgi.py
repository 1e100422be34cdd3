"""The WSGI application that gunicorn serves."""

import os

from django.core.wsgi import get_wsgi_application

from audits.gate.triggers import verify as verify_tripwire

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.production")

application = get_wsgi_application()

# Without its database trigger the gate would have a hole: the site does not start.
verify_tripwire()
