from django.core.exceptions import ValidationError
from wagtail.contrib.table_block.blocks import TableBlock

WITH_HEADERS = ("row", "column", "both")
# No merged cells and no alignment: a table that stays simple stays understandable without being seen.
TABLE_OPTIONS = {
    "contextMenu": [
        "row_above",
        "row_below",
        "---------",
        "col_left",
        "col_right",
        "---------",
        "remove_row",
        "remove_col",
        "---------",
        "undo",
        "redo",
    ]
}


class CaptionedTableBlock(TableBlock):
    """A table of data: it has a caption, and headers on its first row, its first column or both."""

    def __init__(self, **kwargs):
        kwargs.setdefault("table_options", TABLE_OPTIONS)
        super().__init__(**kwargs)

    def clean(self, value):
        value = super().clean(value)
        if self.is_deferred_validation or not value:
            return value
        if not (value.get("table_caption") or "").strip():
            raise ValidationError("Donnez une légende au tableau : elle annonce ce qu’il contient.")
        if value.get("table_header_choice") not in WITH_HEADERS:
            raise ValidationError(
                "Choisissez où sont les en-têtes du tableau : première ligne, première colonne ou les deux."
            )
        return value

    class Meta:
        label = "Tableau"
        icon = "table"
        template = "home/blocks/table.html"
        description = "Un tableau de données avec sa légende et ses en-têtes."
        preview_value = {
            "data": [["Jour", "Ouverture"], ["Mardi", "14 h – 18 h"], ["Samedi", "10 h – 17 h"]],
            "table_caption": "Horaires de la médiathèque",
            "table_header_choice": "both",
            "first_row_is_table_header": True,
            "first_col_is_header": True,
        }
