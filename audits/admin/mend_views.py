"""Mending a draft from its refusal: a new revision, with the rights and the locks of the editor."""

from django.core.exceptions import ValidationError
from django.db import OperationalError, transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from wagtail.admin import messages
from wagtail.fields import StreamField
from wagtail.models import Page, Revision

from audits.admin.database_trouble import why_not_saved
from audits.admin.mending.answers import Answers, problems
from audits.admin.page_views import GatedEditView, address_of
from audits.admin.refusal_panel import version_of
from audits.gate.errors import GateError
from audits.models import Refusal

CHANGED = (
    "Le brouillon a changé pendant ce temps\u00a0: rien n’a été appliqué. Ce que vous avez saisi est encore "
    "ci-dessous. Relisez, puis recommencez\u00a0: la correction portera sur le brouillon d’aujourd’hui."
)
LOCKED = "La page est verrouillée\u00a0: rien n’a été appliqué. Ce que vous avez saisi est encore ci-dessous."
NOT_SAVED = "Rien n’a été appliqué. Ce que vous avez saisi est encore ci-dessous. Motif\u00a0: {reason}"
NOT_PUBLISHED = "Le brouillon est corrigé, mais la page n’a pas été publiée. Motif\u00a0: {reason}"
NOTHING = "Rien n’est saisi\u00a0: remplissez au moins une correction."


class MendView(GatedEditView):
    """What was typed in a refusal, applied to the draft; with the leave to publish, published too."""

    def dispatch(self, request, page_id: int, refusal_id: int):
        self.asked = get_object_or_404(Refusal.objects.select_related("verdict"), pk=refusal_id, page_id=page_id)
        return super().dispatch(request, page_id)

    def get(self, request, *args, **kwargs):
        return redirect(address_of(self.asked))

    def post(self, request, *args, **kwargs):
        if self.page.alias_of_id:
            return HttpResponse(status=405)
        self.answers = Answers(self.page, self.asked.verdict, request.POST)
        publishing = "publish" in request.POST and self.page_perms.can_publish()
        if trouble := self._reason_to_wait():
            return self._again(trouble)
        if not (self.answers.are_valid() and self.answers.apply()):
            return self._again("Une correction ne convient pas\u00a0: voyez ci-dessous.")
        try:
            revision = self._save(publishing)
        except OperationalError as error:
            return self._again(NOT_SAVED.format(reason=why_not_saved(error)))
        except ValidationError as error:
            return self._again(f"La page ne peut pas être publiée ainsi\u00a0: {' '.join(error.messages)}")
        if revision is None:
            return self._again(CHANGED)
        return self._publish(revision) if publishing else self._mended()

    def _reason_to_wait(self) -> str:
        if self.locked_for_user:
            return LOCKED
        if self.request.POST.get("version") != version_of(self.page):
            return CHANGED
        return "" if self.answers.answered else NOTHING

    def _save(self, publishing: bool) -> Revision | None:
        """The new revision; None when somebody saved another one meanwhile. Raises ValidationError."""
        if publishing:
            self._check_all_blocks()
        with transaction.atomic():
            stored = Page.objects.select_for_update().get(pk=self.page.pk)
            if version_of(stored) != self.request.POST.get("version"):
                return None
            if not self.page.live:
                self.page.save(clean=publishing)
            revision = self.page.save_revision(user=self.request.user, log_action=True, clean=publishing)
        self.run_hook("after_edit_page", self.request, self.page)
        return revision

    def _check_all_blocks(self) -> None:
        """What the editor's own form would refuse to publish. Raises ValidationError."""
        for field in self.page._meta.fields:
            if isinstance(field, StreamField):
                found = list(problems(field.stream_block, getattr(self.page, field.name)))
                if found:
                    raise ValidationError(found)

    def _publish(self, revision: Revision):
        response = self.run_hook("before_publish_page", self.request, self.page)
        if response:
            return response
        try:
            revision.publish(user=self.request.user)
        except GateError as error:
            return self.refused(error)
        except OperationalError as error:
            messages.error(self.request, NOT_PUBLISHED.format(reason=why_not_saved(error)))
            return redirect(self.get_edit_url())
        self.page.refresh_from_db()
        response = self.run_hook("after_publish_page", self.request, self.page)
        if response:
            return response
        revision.refresh_from_db(fields=["approved_go_live_at"])
        done = "corrigée, et sa publication est programmée" if revision.approved_go_live_at else "corrigée et publiée"
        title = self.page.get_admin_display_title()
        buttons = [self.get_view_live_message_button()] if self.page.url else []
        messages.success(
            self.request,
            f"La page «\u00a0{title}\u00a0» est {done}.",
            buttons=[*buttons, self.get_edit_message_button()],
        )
        return self.redirect_away()

    def _mended(self):
        messages.success(
            self.request,
            "Le brouillon est corrigé. Vérifiez-le dans le volet «\u00a0Accessibilité\u00a0», puis publiez-le.",
        )
        return redirect(self.get_edit_url())

    def _again(self, trouble: str):
        """The refusal again, with what was typed and why nothing was applied."""
        self.trouble = trouble
        self.page = self.get_object()
        return self.show(self.asked)
