"""Addresses: the administration, then what the portal answers itself, then the pages, each language under its code.

French has no code: its addresses are those of a portal in one language.
"""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as admin_urls
from wagtail.documents import urls as document_urls

from portal.components.views import all_components
from services.accounts.views import too_often, wagtail_door

handler429 = too_often

urlpatterns = [
    path(f"{settings.ADMIN_PATH.lstrip('/')}login/", wagtail_door),
    path(settings.ADMIN_PATH.lstrip("/"), include(admin_urls)),
    path("documents/", include(document_urls)),
    path("compte/", include("services.accounts.urls")),
    path("services-en-ligne/", include("services.eservices.urls")),
    path("", include("home.urls")),
]

if settings.SHOW_COMPONENTS:
    urlpatterns.append(path("-/composants/", all_components))

if settings.SERVE_MEDIA:
    urlpatterns.append(
        re_path(rf"^{settings.MEDIA_URL.lstrip('/')}(?P<path>.*)$", serve, {"document_root": settings.MEDIA_ROOT})
    )

urlpatterns += i18n_patterns(
    path("", include("home.localized_urls")),
    path("_util/login/", wagtail_door),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
