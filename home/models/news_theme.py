from django.db import models
from django.utils.text import slugify
from wagtail.admin.panels import FieldPanel

from audits.admin.shared_form import GatedModelForm


class NewsTheme(models.Model):
    """What a piece of news is about, in the words of the town hall: « Travaux »."""

    name = models.CharField("nom", max_length=60, unique=True)
    slug = models.SlugField("nom dans les adresses", max_length=80, unique=True, editable=False)

    base_form_class = GatedModelForm
    panels = [FieldPanel("name", help_text="Un ou deux mots : « Travaux », « Culture »…")]

    class Meta:
        verbose_name = "thème d’actualité"
        verbose_name_plural = "thèmes d’actualité"
        ordering = ["name"]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        """Name the theme in addresses once: renamed, it keeps the address that people noted."""
        if not self.slug:
            self.slug = self._free_slug()
        super().save(*args, **kwargs)

    def _free_slug(self) -> str:
        wanted = slugify(self.name)[:70] or "theme"
        taken = set(NewsTheme.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
        numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
        return wanted if wanted not in taken else next(slug for slug in numbered if slug not in taken)
