"""The latest news, in templates."""

from django import template
from wagtail.models import Site

from home.news.pictures import cards
from home.news.queries import LATEST, news_index

register = template.Library()


@register.inclusion_tag("home/includes/latest_news.html", takes_context=True)
def latest_news(context):
    """The latest news of the site and the way to all of them; nothing on a site without any."""
    request = context.get("request")
    index = news_index(Site.find_for_request(request)) if request else None
    return {"request": request, "index": index, "cards": cards(list(index.news()[:LATEST])) if index else []}


@register.inclusion_tag("home/includes/news_feed_link.html", takes_context=True)
def news_feed_link(context):
    """Where the site's feed is, for the programs that follow feeds."""
    request = context.get("request")
    return {"index": news_index(Site.find_for_request(request)) if request else None}
