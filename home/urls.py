from django.urls import path
from wagtail.contrib.sitemaps.views import sitemap

from home import views
from home.news.feed import NewsFeed

urlpatterns = [
    path("recherche/", views.search, name="search"),
    path("actualites.rss", NewsFeed(), name="news_feed"),
    path("plan-du-site/", views.site_map, name="site_map"),
    path(".well-known/security.txt", views.security, name="security"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
]
