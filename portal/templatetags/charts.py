"""Charts in templates, from figures that any application gives as plain data."""

from django import template

from portal.charts import Chart, Kind, Series

register = template.Library()


@register.filter
def chart(data: dict) -> Chart:
    """What `components/chart.html` draws. Raises ValueError for figures that cannot be drawn."""
    series = [Series(one["name"], one["values"]) for one in data["series"]]
    return Chart(**{**data, "kind": Kind(data["kind"]), "series": series})
