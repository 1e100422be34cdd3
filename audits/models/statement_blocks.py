"""Contents that cannot be made accessible without a disproportionate burden."""

from wagtail import blocks


class DerogationBlock(blocks.StructBlock):
    """One content, why mending it would be a disproportionate burden, and what one can use instead."""

    content = blocks.CharBlock(
        label="contenu",
        max_length=300,
        help_text="Un contenu précis, jamais un critère. Exemple\u00a0: «\u00a0Les plans du cadastre de 1830\u00a0».",
    )
    reason = blocks.TextBlock(
        label="pourquoi la charge serait disproportionnée",
        max_length=2000,
        help_text="Le coût ou l’effort, comparé aux moyens de la collectivité et à l’utilité du contenu.",
    )
    alternative = blocks.TextBlock(
        label="ce qui est proposé à la place",
        max_length=2000,
        help_text="Exemple\u00a0: «\u00a0Le service des archives décrit le plan par téléphone ou par courriel\u00a0».",
    )

    class Meta:
        icon = "warning"
        label = "Dérogation"
