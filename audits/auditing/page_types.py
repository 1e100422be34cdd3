"""What kind of content each page of a site of ours is: the name of its type, by the path of its address."""

from urllib.parse import unquote

from wagtail.models import Page, Site

_MOST = 5_000


def types_by_path(site: Site | None) -> dict[str, str]:
    """The name of the type of each live page, by its path without slashes at the ends; nothing for a foreign site."""
    if site is None:
        return {}
    types = {}
    for root in site.root_page.get_translations(inclusive=True):
        pages = Page.objects.live().public().descendant_of(root).select_related("content_type", "locale")
        for page in pages[:_MOST]:
            model, parts = page.specific_class, page.get_url_parts()
            if model and parts and parts[0] == site.pk:
                types[unquote(parts[2] or "").strip("/")] = str(model._meta.verbose_name)
    return types
