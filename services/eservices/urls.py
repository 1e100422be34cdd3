"""Addresses of the démarches."""

from django.urls import path

from services.eservices import views
from services.eservices.files.views import download
from services.eservices.filling.views import later, resume, start, step
from services.eservices.following import views as following
from services.eservices.following.mine import mine
from services.eservices.sending.views import review

app_name = "eservices"
urlpatterns = [
    path("", views.catalogue, name="catalogue"),
    path("mes-demandes/", mine, name="mine"),
    path("suivi/", following.find, name="find"),
    path("suivi/lien/<str:token>/", following.open_link, name="open_link"),
    path("suivi/<str:number>/", following.follow, name="follow"),
    path("suivi/<str:number>/envoyee/", following.sent, name="sent"),
    path("suivi/<str:number>/accuse-de-reception/", following.receipt, name="receipt"),
    path("suivi/<str:number>/annuler/", following.cancel, name="cancel"),
    path("reprendre/<str:token>/", resume, name="resume"),
    path("fichiers/<uuid:identifier>/", download, name="file"),
    path("<slug:slug>/", views.introduction, name="introduction"),
    path("<slug:slug>/commencer/", start, name="start"),
    path("<slug:slug>/plus-tard/", later, name="later"),
    path("<slug:slug>/verifier/", review, name="review"),
    path("<slug:slug>/<slug:key>/", step, name="step"),
]
