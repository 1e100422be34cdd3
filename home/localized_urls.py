"""What the portal answers beside its pages and that each language has: under its code, except in French."""

from django.urls import path

from home import views

urlpatterns = [
    path("recherche/", views.search, name="search"),
    path("plan-du-site/", views.site_map, name="site_map"),
]
