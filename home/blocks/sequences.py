"""Contents made of several parts that each have a title."""

from wagtail.blocks import CharBlock, ListBlock, StructBlock

from home.blocks.text import HeadingLevelBlock, ParagraphBlock


class PanelBlock(StructBlock):
    """One part that opens and closes."""

    mendable = {"heading": "title"}

    title = CharBlock(label="Titre", max_length=160, help_text="Une question, ou ce que l’on trouve en ouvrant.")
    text = ParagraphBlock(label="Texte")

    class Meta:
        label = "Volet"
        icon = "plus"


class AccordionBlock(StructBlock):
    """Native disclosures: they work without script, and opening one closes no other."""

    panels = ListBlock(PanelBlock(), label="Volets", min_num=1)

    class Meta:
        label = "Accordéon"
        icon = "collapse-down"
        template = "home/blocks/accordion.html"
        description = "Des textes repliés sous leur titre, pour des questions fréquentes par exemple."
        preview_value = {
            "panels": [
                {
                    "title": "Quels papiers faut-il apporter\u00a0?",
                    "text": "<p>Une pièce d’identité et un justificatif de domicile de moins de trois mois.</p>",
                },
                {
                    "title": "Combien de temps faut-il attendre\u00a0?",
                    "text": "<p>Trois semaines en moyenne.</p>",
                },
            ]
        }


class StepBlock(StructBlock):
    """One step of a procedure."""

    mendable = {"heading": "title"}

    title = CharBlock(label="Titre", max_length=160, help_text="Sans numéro\u00a0: il vient tout seul.")
    text = ParagraphBlock(label="Texte", required=False)

    class Meta:
        label = "Étape"
        icon = "order"


class StepsBlock(StructBlock):
    """A procedure as an ordered list (RGAA 9.3), each step with a heading."""

    level = HeadingLevelBlock(label="Niveau des titres", default="3")
    steps = ListBlock(StepBlock(), label="Étapes", min_num=2)

    class Meta:
        label = "Étapes"
        icon = "list-ol"
        template = "home/blocks/steps.html"
        description = "Une démarche pas à pas\u00a0: des étapes numérotées, chacune avec son titre."
        preview_value = {
            "level": "2",
            "steps": [
                {"title": "Rassembler les papiers", "text": "<p>Livret de famille et justificatif de domicile.</p>"},
                {"title": "Prendre rendez-vous", "text": "<p>En ligne, par téléphone ou à l’accueil.</p>"},
                {"title": "Venir à la mairie", "text": "<p>La présence de l’enfant n’est pas nécessaire.</p>"},
            ],
        }
