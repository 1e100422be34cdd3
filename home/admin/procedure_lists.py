"""The lists that the catalogue of procedures is browsed by, in the administration."""

from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from home.models import LifeEvent, Topic


class LifeEventViewSet(SnippetViewSet):
    """The life events, in the order in which the catalogue offers them."""

    model = LifeEvent
    icon = "calendar-check"
    menu_label = "Événements de vie"
    list_display = ["name"]
    search_fields = ["name"]
    copy_view_enabled = False


class TopicViewSet(SnippetViewSet):
    """The topics, in the order in which the catalogue shows them."""

    model = Topic
    icon = "tag"
    menu_label = "Thèmes"
    list_display = ["name"]
    search_fields = ["name"]
    copy_view_enabled = False


class ProcedureListsGroup(SnippetViewSetGroup):
    """Both lists under one entry of the menu."""

    items = [LifeEventViewSet, TopicViewSet]
    menu_label = "Démarches"
    menu_icon = "clipboard-list"
    menu_order = 240
