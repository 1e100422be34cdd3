"""Who is written to of a decision."""

from django.utils import timezone

from audits.mail import address_of, admin_link, officer_of, write
from audits.models import Appeal, UrgentPublication
from audits.models.let_through import LetThrough


def tell_officer_of_appeal(appeal: Appeal) -> None:
    """An appeal is to be answered."""
    write(
        officer_of(appeal.site),
        f"Contestation d’un défaut d’accessibilité (nº\u00a0{appeal.pk})",
        "audits/mail/appeal_to_answer.txt",
        {"appeal": appeal, "screen": admin_link("appeals:detail", appeal.pk)},
        reply_to=address_of(appeal.user),
    )


def tell_editor_of_answer(appeal: Appeal, *, undone: bool = False) -> None:
    """An appeal was answered, or its answer taken back; the officer keeps a copy."""
    officer = officer_of(appeal.site)
    editor = admin_link("wagtailadmin_pages:edit", appeal.page_id) if appeal.page_id else ""
    subject = f"Réponse à votre contestation nº\u00a0{appeal.pk}"
    context = {"appeal": appeal, "undone": undone, "editor": editor}
    for reader, reply_to in ((address_of(appeal.user), officer), (officer, "")):
        write(reader, subject, "audits/mail/appeal_answered.txt", context, reply_to=reply_to)


def tell_officer_of_let_through(granted: LetThrough) -> None:
    """Something may be published despite a defect."""
    write(
        officer_of(granted.page.get_site()),
        f"{granted} accordé" if granted._meta.model_name == "laissezpasser" else f"{granted} accordée",
        "audits/mail/let_through_granted.txt",
        _of(granted),
    )


def tell_officer_of_the_end(granted: LetThrough) -> None:
    """A let-through ends within days; whoever granted it is told too."""
    readers = {officer_of(granted.page.get_site()), address_of(granted.user)}
    for reader in sorted(readers):
        write(
            reader,
            f"{granted}\u00a0: fin le {granted.ends_on:%d/%m/%Y}",
            "audits/mail/let_through_ends.txt",
            _of(granted),
        )


def tell_of_urgent(urgent: UrgentPublication, findings: list[dict]) -> None:
    """What was published unjudged has defects, or was not judged yet."""
    readers = {officer_of(urgent.page.get_site()), address_of(urgent.user)}
    context = {
        "urgent": urgent,
        "findings": findings,
        "day": timezone.localtime(urgent.published_at),
        "editor": admin_link("wagtailadmin_pages:edit", urgent.page_id),
    }
    for reader in sorted(readers):
        write(reader, f"Publication en urgence\u00a0: {urgent.page.title}", "audits/mail/urgent_to_mend.txt", context)


def _of(granted: LetThrough) -> dict:
    return {
        "granted": granted,
        "editor": admin_link("wagtailadmin_pages:edit", granted.page_id),
    }
