from django.urls import path
from wagtail.contrib.sitemaps.views import sitemap

from home import views

urlpatterns = [
    path("recherche/", views.search, name="search"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
]
