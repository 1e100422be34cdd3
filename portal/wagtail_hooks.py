"""What assembly adds to Wagtail's administration."""

from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from portal.components.views import all_components


@hooks.register("register_admin_urls")
def register_components():
    """Answer for the page of the components, to who may open the administration."""
    return [path("composants/", all_components, name="components")]


@hooks.register("register_settings_menu_item")
def register_components_entry():
    """Put the components beside the settings of the look."""
    return MenuItem("Composants", reverse("components"), icon_name="view", order=900)
