"""Texts set apart from the others: somebody else's words, and what must not be missed."""

from wagtail.blocks import CharBlock, ChoiceBlock, RichTextBlock, StructBlock, URLBlock

from home.blocks.errors import problem
from home.blocks.text import LanguageBlock, ParagraphBlock


class QuotationBlock(StructBlock):
    """The words of somebody else, marked up as a quotation (RGAA 9.4)."""

    mendable = {"language": "language"}

    text = RichTextBlock(
        label="Citation",
        features=["bold", "italic"],
        help_text="Sans guillemets\u00a0: la mise en page montre que c’est une citation.",
    )
    author = CharBlock(label="Auteur", required=False, max_length=160, help_text="Son nom et sa fonction.")
    source = CharBlock(
        label="Source", required=False, max_length=250, help_text="Le titre de l’ouvrage, du discours, de l’article."
    )
    source_address = URLBlock(label="Adresse de la source", required=False)
    language = LanguageBlock(required=False, help_text="Si la citation n’est pas en français.")

    def clean(self, value):
        value = super().clean(value)
        if value["source_address"] and not value["source"]:
            raise problem(source="Donnez le titre de la source\u00a0: il sera le texte du lien.")
        if not (value["author"] or value["source"] or self.is_deferred_validation):
            raise problem(author="Dites de qui vient la citation, ou d’où elle est tirée.")
        return value

    class Meta:
        label = "Citation"
        icon = "openquote"
        template = "home/blocks/quotation.html"
        description = "Les mots de quelqu’un d’autre, avec leur auteur et leur source."
        preview_value = {
            "text": "<p>La médiathèque est la seconde maison de tous ceux qui n’ont pas assez de place "
            "pour leurs livres.</p>",
            "author": "Claire Morel, directrice de la médiathèque",
            "source": "Le Journal de la ville",
        }


class CalloutBlock(StructBlock):
    """What readers must not miss. A word and a mark say which kind, so that colour does not have to (RGAA 3.1)."""

    kind = ChoiceBlock(
        label="Genre",
        choices=[("information", "Information"), ("attention", "Attention")],
        default="information",
        search_index=False,
        help_text="«\u00a0Attention\u00a0» pour une échéance, un danger, une interdiction.",
    )
    text = ParagraphBlock(label="Texte", help_text="Deux ou trois phrases.")

    class Meta:
        label = "Encadré"
        icon = "info-circle"
        template = "home/blocks/callout.html"
        description = "Une information à ne pas manquer, ou une mise en garde."
        preview_value = {
            "kind": "attention",
            "text": "<p>La mairie sera fermée le vendredi 15\u00a0mai.</p>",
        }
