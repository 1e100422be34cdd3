from django.db import models
from django.utils.text import slugify
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from audits.admin.shared_form import GatedModelForm


class CatalogueEntry(Orderable):
    """One way into the catalogue of procedures, in an order that editors choose."""

    name = models.CharField("nom", max_length=80, unique=True)
    slug = models.SlugField("nom dans les adresses", max_length=80, unique=True, editable=False)

    base_form_class = GatedModelForm
    panels = [FieldPanel("name")]

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        """Name the entry in addresses once: renamed, it keeps the address that people noted."""
        if not self.slug:
            self.slug = self._free_slug()
        super().save(*args, **kwargs)

    def _free_slug(self) -> str:
        wanted = slugify(self.name)[:70] or "liste"
        taken = set(type(self).objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
        numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
        return wanted if wanted not in taken else next(slug for slug in numbered if slug not in taken)


class LifeEvent(CatalogueEntry):
    """What happens to somebody, in their words: « J’attends un enfant »."""

    class Meta(CatalogueEntry.Meta):
        verbose_name = "événement de vie"
        verbose_name_plural = "événements de vie"


class Topic(CatalogueEntry):
    """What a procedure is about, in the words of the town hall: « État civil »."""

    class Meta(CatalogueEntry.Meta):
        verbose_name = "thème"
        verbose_name_plural = "thèmes"
