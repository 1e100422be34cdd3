from home import catalogue
from home.models.pages import EditorialPage


class ServiceCataloguePage(EditorialPage):
    """The procedures of the authority, found by what happens to people, by topic or by words."""

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.ServicePage"]
    template = "home/service_catalogue_page.html"

    class Meta:
        verbose_name = "catalogue des démarches"
        verbose_name_plural = "catalogues des démarches"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return {**context, "shown": catalogue.show(self, request.GET)}
