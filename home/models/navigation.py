from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import StreamField

from audits.admin.shared_form import GatedModelForm
from home.blocks.navigation import FooterBlock, LinksBlock, MenuBlock
from home.languages import FRAME, language_of
from home.static_check import certain_defects, told


@register_setting(icon="bars")
class Navigation(BaseSiteSetting):
    """The main menu of a site and the links at its foot, where an editor wants others than the usual ones."""

    menu = StreamField(
        MenuBlock(max_num=10),
        verbose_name="menu principal",
        blank=True,
        help_text="Sans entrée, le menu montre les pages placées sous l’accueil dont la case «\u00a0Afficher dans "
        "les menus\u00a0» est cochée. Une page dépubliée ou privée n’y paraît jamais.",
    )
    footer = StreamField(
        FooterBlock(max_num=4),
        verbose_name="colonnes du pied de page",
        blank=True,
        help_text="Elles s’ajoutent aux coordonnées de la collectivité.",
    )
    legal_links = StreamField(
        LinksBlock(max_num=12),
        verbose_name="liens légaux du pied de page",
        blank=True,
        help_text="Ils suivent les liens vers l’accessibilité et le plan du site, toujours présents. Sans lien ici, "
        "ce sont les pages dont la case «\u00a0Afficher au pied de toutes les pages\u00a0» est cochée.",
    )

    base_form_class = GatedModelForm
    panels = [FieldPanel("menu"), FieldPanel("footer"), FieldPanel("legal_links")]

    class Meta:
        verbose_name = "menus et pied de page"

    def clean(self):
        """Refuse texts that are certain to break the RGAA: every page would show them."""
        super().clean()
        shown = {
            "menu": _menu([_typed(child.value) for child in self.menu]),
            "footer": _foot(columns=[_typed(child.value) for child in self.footer]),
            "legal_links": _foot(legal_links=[_typed(child.value) for child in self.legal_links]),
        }
        errors = {name: [told(defect) for defect in certain_defects(html)] for name, html in shown.items()}
        if found := {name: texts for name, texts in errors.items() if texts}:
            raise ValidationError(found)


def _menu(entries: list[dict]) -> SafeString:
    return render_to_string("home/includes/main_menu.html", {"entries": entries, "language": FRAME})


def _foot(**parts: list[dict]) -> SafeString:
    return render_to_string("home/includes/footer.html", parts)


def _typed(value) -> dict:
    """A link or a column as the templates show it, whatever it leads to."""
    page, text = value.get("page"), value.get("text")
    return {
        "title": value.get("title"),
        "text": text or (page.title if page else ""),
        "language": language_of(page) if page and not text else FRAME,
        "url": value.get("address") or "/",
        "links": [_typed(link) for link in value.get("links", [])],
    }
