"""What the portal answers beside its pages and that each language has: under its code, except in French."""

from django.urls import path

from home import views
from home.complaints.views import report_problem

urlpatterns = [
    path("recherche/", views.search, name="search"),
    path("plan-du-site/", views.site_map, name="site_map"),
    path("signaler-un-probleme-d-accessibilite/", report_problem, name="report_accessibility_problem"),
]
