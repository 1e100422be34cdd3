from wagtail.blocks import CharBlock, DecimalBlock, ListBlock, StructBlock


class KeyFigureBlock(StructBlock):
    """One figure, what it counts, and who says so."""

    value = DecimalBlock(label="Chiffre", max_digits=15, help_text="Sans unité ni espace\u00a0: 12450 ou 3,5.")
    unit = CharBlock(label="Unité", required=False, max_length=20, help_text="%, €, km, millions…")
    label = CharBlock(
        label="Ce que le chiffre compte",
        max_length=160,
        help_text="Se lit à la suite du chiffre\u00a0: «\u00a0habitants en 2024\u00a0».",
    )
    source = CharBlock(
        label="Source", max_length=160, help_text="Par exemple «\u00a0Insee, recensement de 2021\u00a0»."
    )

    class Meta:
        label = "Chiffre"
        icon = "decimal"


class KeyFiguresBlock(StructBlock):
    """Figures in large type, each in one sentence so that it reads well aloud."""

    figures = ListBlock(KeyFigureBlock(), label="Chiffres", min_num=1)

    class Meta:
        label = "Chiffres clés"
        icon = "decimal"
        template = "home/blocks/key_figures.html"
        description = "Des chiffres mis en valeur, avec ce qu’ils comptent et leur source."
        preview_value = {
            "figures": [
                {"value": 12450, "label": "habitants en 2021", "source": "Insee, recensement de la population"},
                {"value": 38, "unit": "%", "label": "du territoire en forêts et prairies", "source": "Atlas communal"},
                {"value": 7, "unit": "km", "label": "de pistes cyclables", "source": "Services techniques"},
            ]
        }
