"""Which pages online show a shared content: those that refer to it, and for what every page shows one of each kind."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Min, Model
from wagtail.models import Page, ReferenceIndex, Site

MOST_REFERRING, MOST_KINDS = 8, 12
"""How many pages are tried before a shared content is saved: its editor waits for them."""


def pages_referring_to(content: Model) -> list[int]:
    """The pages online that refer to a content, whatever block or field does."""
    if content.pk is None:
        return []
    references = ReferenceIndex.get_references_to(content).filter(base_content_type=_page_type())
    numbers = {int(number) for number in references.values_list("object_id", flat=True)}
    return list(Page.objects.live().filter(pk__in=numbers, depth__gt=1).order_by("pk").values_list("pk", flat=True))


def pages_to_try(content: Model) -> list[Page]:
    """Some of the pages online that show a content: of those that refer to it, the home page, one page of each type."""
    referring = pages_referring_to(content)[:MOST_REFERRING]
    numbers = dict.fromkeys([*referring, *_one_of_each_kind(_sites_of(content))])
    found = {page.pk: page for page in Page.objects.filter(pk__in=numbers, live=True).specific()}
    return [found[number] for number in numbers if number in found]


def _sites_of(content: Model) -> list[Site]:
    """The site that a setting is of; every site for the rest."""
    site = getattr(content, "site", None)
    return (
        [site]
        if isinstance(site, Site)
        else list(Site.objects.order_by("-is_default_site").select_related("root_page"))
    )


def _one_of_each_kind(sites: list[Site]) -> list[int]:
    numbers = []
    for site in sites:
        home = site.root_page
        within = home.get_descendants(inclusive=True).live().filter(depth__gt=1)
        kinds = within.order_by().values("content_type").annotate(first=Min("pk")).order_by("first")
        numbers += [*([home.pk] if home.live and home.depth > 1 else []), *(kind["first"] for kind in kinds)]
    return list(dict.fromkeys(numbers))[:MOST_KINDS]


def _page_type() -> ContentType:
    return ContentType.objects.get_for_model(Page)
