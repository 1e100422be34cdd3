"""Panels of our own in the page editor."""

from wagtail.admin.panels import Panel

from home.starting_points import PARAMETER, STARTING_POINTS


class StartingPointsPanel(Panel):
    """The structures that a new page may start from; nothing once the page exists."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "home/admin/starting_points.html"

        def is_shown(self) -> bool:
            return self.instance.pk is None

        def get_context_data(self, parent_context=None):
            others = self.request.GET.copy()
            others.pop(PARAMETER, None)
            points = [
                {
                    "label": point.label,
                    "description": point.description,
                    "query": f"?{self._query(others, point.slug)}",
                    "chosen": self.request.GET.get(PARAMETER) == point.slug,
                }
                for point in STARTING_POINTS
            ]
            empty = f"?{others.urlencode()}" if others else self.request.path
            return {**super().get_context_data(parent_context), "points": points, "empty": empty}

        def _query(self, others, slug: str) -> str:
            query = others.copy()
            query[PARAMETER] = slug
            return query.urlencode()
