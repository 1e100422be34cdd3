"""The portal's addresses, and the REST API that the portal leaves unmounted."""

from django.urls import path
from wagtail.api.v3.urls import api

from portal.urls import urlpatterns as portal_addresses

urlpatterns = [path("api/v3/", api.urls), *portal_addresses]
