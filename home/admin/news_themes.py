"""The themes of news, in the administration."""

from wagtail.admin.viewsets.model import ModelViewSet

from home.models import NewsTheme


class NewsThemeViewSet(ModelViewSet):
    """Add, rename and remove the themes that news are filed under."""

    model = NewsTheme
    name = "news_themes"
    icon = "tag"
    menu_label = "Thèmes des actualités"
    add_to_settings_menu = True
    copy_view_enabled = False
    list_display = ["name"]
    search_fields = ["name"]
    search_backend_name = None
    ordering = ["name"]
