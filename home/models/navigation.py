from django.core.exceptions import ValidationError
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import StreamField

from home.blocks.navigation import FooterBlock, LinksBlock, MenuBlock
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

    panels = [FieldPanel("menu"), FieldPanel("footer"), FieldPanel("legal_links")]

    class Meta:
        verbose_name = "menus et pied de page"

    def clean(self):
        """Refuse texts that are certain to break the RGAA: every page would show them."""
        super().clean()
        errors = {
            name: [told(defect) for defect in certain_defects(_as_list(getattr(self, name)))]
            for name in ("menu", "footer", "legal_links")
        }
        if found := {name: texts for name, texts in errors.items() if texts}:
            raise ValidationError(found)


def _as_list(stream) -> SafeString:
    """The texts that an editor typed, as the elements that show them."""
    titles, links = [], []
    for child in stream:
        value = child.value
        if "title" in value:
            titles.append((value["title"],))
        else:
            links.append(value)
        links += value.get("links", [])
    items = format_html_join(
        "",
        '<li><a href="{}">{}</a></li>',
        ((link["address"] or "/", link["text"]) for link in links if link["text"]),
    )
    return format_html("{}<ul>{}</ul>", format_html_join("", "<h2>{}</h2>", titles), items)
