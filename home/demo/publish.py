"""How the demonstration's pages go online: through the gate, like any page."""

from audits.actions import publish_page
from home.models.pages import EditorialPage


def publish(page: EditorialPage) -> None:
    """Publish a saved page. Raises what the gate raises; the draft is kept."""
    # As the database has it: a page that was given children since it was read would forget them.
    publish_page(type(page).objects.get(pk=page.pk))
