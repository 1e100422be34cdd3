"""The entry « Décisions » of the administration's menu."""

from wagtail.admin.viewsets.model import ModelViewSetGroup

from audits.admin.appeal_views import AppealViewSet
from audits.admin.let_through_views import DerogationViewSet, LaissezPasserViewSet
from audits.admin.urgent_views import UrgentViewSet


class DecisionsGroup(ModelViewSetGroup):
    """What people decided on the findings of the gate."""

    items = (AppealViewSet, LaissezPasserViewSet, DerogationViewSet, UrgentViewSet)
    menu_label = "Décisions"
    menu_icon = "glasses"
    menu_order = 852
