from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from home import contact
from home.forms import ContactForm
from home.models.contact_message import LONGEST_SUBJECT
from home.models.pages import EditorialPage


class ContactPage(EditorialPage):
    """A form to write to the authority, with a receipt by e-mail."""

    recipient = models.EmailField(
        "adresse qui reçoit les messages",
        help_text="Elle n’est pas montrée sur la page.",
    )
    subjects = models.TextField(
        "objets proposés",
        blank=True,
        help_text="Un objet par ligne : « État civil », « Écoles »… Sans objet, la personne écrit le sien.",
    )
    answered_within = models.PositiveSmallIntegerField(
        "délai de réponse, en jours ouvrés",
        default=5,
        help_text="Annoncé à la personne sur la page et dans l’accusé de réception.",
    )
    data_notice = models.TextField(
        "ce que deviennent les données",
        default="Votre nom, votre adresse et votre message servent à vous répondre. Ils sont effacés au bout d’un an.",
        help_text="Une ou deux phrases, montrées sous le formulaire.",
    )

    content_panels = [
        *EditorialPage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("recipient"),
                FieldPanel("subjects"),
                FieldPanel("answered_within"),
                FieldPanel("data_notice"),
            ],
            heading="Formulaire",
        ),
    ]
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = []
    template = "home/contact_page.html"

    class Meta:
        verbose_name = "page de contact"
        verbose_name_plural = "pages de contact"

    def clean(self):
        super().clean()
        if any(len(subject) > LONGEST_SUBJECT for subject in self.offered_subjects):
            raise ValidationError(
                {"subjects": f"Un objet ne dépasse pas {LONGEST_SUBJECT} caractères : raccourcissez-le."}
            )

    @property
    def offered_subjects(self) -> list[str]:
        return [line.strip() for line in self.subjects.splitlines() if line.strip()]

    def serve(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Show the form, or take what was written. A message taken is never taken twice by a reload."""
        if answer := contact.answer(self, request):
            return answer
        response = super().serve(request, *args, **kwargs)
        if getattr(request, "wrote_too_often", False):
            response.status_code = 429
            response["Retry-After"] = str(contact.HOUR)
        return response

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        form = getattr(request, "contact_form", None) or ContactForm(subjects=self.offered_subjects)
        sent = getattr(request, "session", {}).get(contact.SENT) if "envoye" in request.GET else None
        return {**context, "form": form, "sent": sent}
