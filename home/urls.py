from django.urls import path
from wagtail.contrib.sitemaps.views import sitemap

from home import views
from home.sitemap import PageSitemap

urlpatterns = [
    path(".well-known/security.txt", views.security, name="security"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", sitemap, {"sitemaps": {"pages": PageSitemap}}, name="sitemap"),
]
