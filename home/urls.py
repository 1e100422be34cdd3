from django.urls import path
from wagtail.contrib.sitemaps.views import sitemap

from home import views
from home.appearance import choose_appearance
from home.news.feed import NewsFeed
from home.sitemap import PageSitemap
from home.theme.views import theme

urlpatterns = [
    path("themes/<slug:name>.css", theme, name="theme"),
    path("apparence/", choose_appearance, name="choose_appearance"),
    path("actualites.rss", NewsFeed(), name="news_feed"),
    path(".well-known/security.txt", views.security, name="security"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", sitemap, {"sitemaps": {"pages": PageSitemap}}, name="sitemap"),
]
