from wagtail.blocks import CharBlock, ChoiceBlock, RichTextBlock, StructBlock

# Headings have their own block: their level is chosen, never guessed from a look.
RICH_TEXT_FEATURES = ["bold", "italic", "superscript", "subscript", "ol", "ul", "link", "document-link"]

LANGUAGES = [
    ("en", "Anglais"),
    ("de", "Allemand"),
    ("ar", "Arabe"),
    ("br", "Breton"),
    ("ca", "Catalan"),
    ("zh", "Chinois"),
    ("co", "Corse"),
    ("es", "Espagnol"),
    ("it", "Italien"),
    ("nl", "Néerlandais"),
    ("oc", "Occitan"),
    ("pl", "Polonais"),
    ("pt", "Portugais"),
    ("ro", "Roumain"),
    ("ru", "Russe"),
    ("tr", "Turc"),
    ("uk", "Ukrainien"),
]


class HeadingLevelBlock(ChoiceBlock):
    """The place of a title among those of the page (RGAA 9.1): chosen by the editor, never skipped."""

    choices = [("2", "2, partie de la page"), ("3", "3, sous-partie"), ("4", "4, détail")]

    def __init__(self, **kwargs):
        kwargs.setdefault("label", "Niveau")
        kwargs.setdefault("default", "2")
        kwargs.setdefault("search_index", False)
        kwargs.setdefault(
            "help_text", "Un intertitre de niveau 3 suit un intertitre de niveau 2\u00a0: aucun niveau n’est sauté."
        )
        super().__init__(**kwargs)


class LanguageBlock(ChoiceBlock):
    """A language other than the page's, which is said to assistive technologies (RGAA 8.7, 8.8)."""

    choices = LANGUAGES

    def __init__(self, **kwargs):
        kwargs.setdefault("label", "Langue")
        kwargs.setdefault("search_index", False)
        super().__init__(**kwargs)


class HeadingBlock(StructBlock):
    """A heading inside the page, under its title."""

    mendable = {"heading": "text"}

    text = CharBlock(label="Texte", max_length=160)
    level = HeadingLevelBlock()

    class Meta:
        label = "Intertitre"
        icon = "title"
        template = "home/blocks/heading.html"
        description = "Le titre d’une partie de la page, avec son niveau."
        preview_value = {"text": "Préparer son inscription", "level": "2"}


class ParagraphBlock(RichTextBlock):
    """Running text, lists and links."""

    def __init__(self, **kwargs):
        kwargs.setdefault("features", RICH_TEXT_FEATURES)
        super().__init__(**kwargs)

    class Meta:
        label = "Texte"
        icon = "pilcrow"
        template = "home/blocks/paragraph.html"
        description = "Des paragraphes, des listes et des liens."
        preview_value = (
            "<p>La médiathèque vous accueille du mardi au samedi. L’inscription est <b>gratuite</b> "
            "pour tous les habitants.</p><ul><li>Livres et revues</li><li>Jeux de société</li></ul>"
        )


class ForeignTextBlock(StructBlock):
    """Running text in another language than the page's."""

    mendable = {"language": "language", "passage": "text"}

    language = LanguageBlock(help_text="Les lecteurs d’écran prononcent le passage dans cette langue.")
    text = ParagraphBlock(label="Texte")

    class Meta:
        label = "Texte dans une autre langue"
        icon = "globe"
        template = "home/blocks/foreign_text.html"
        description = "Un passage en anglais, en allemand, en breton…, que les lecteurs d’écran prononcent bien."
        preview_value = {
            "language": "en",
            "text": "<p>The museum is open every day except Monday. Admission is free for everyone.</p>",
        }
