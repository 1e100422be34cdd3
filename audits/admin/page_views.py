"""Wagtail's page views behind the gate: a refusal gives the editor the page back, with everything that was typed."""

from django.db import OperationalError
from django.db.models import Q
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.views.pages.copy import CopyView
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.admin.views.pages.revisions import RevisionsRevertView
from wagtail.admin.views.pages.workflow import CollectWorkflowActionDataView, WorkflowActionView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page, Task

from audits.admin.database_trouble import why_not_saved
from audits.admin.draft_columns import EXPLORER_COLUMNS
from audits.admin.draft_states import state_of
from audits.admin.old_defects import old_defects_warning
from audits.admin.refusal_display import refusal_of, show_on_form
from audits.admin.refusal_panel import refusal_panel
from audits.admin.side_panels import with_accessibility
from audits.gate.errors import GateError, PublicationRefused
from audits.gate.publish_action import verdict_for
from audits.gate.refusals import refusal_with
from audits.gate.workflow import approved_revision, approving_with_changes
from audits.models import PendingPublication, Refusal

NOT_SAVED = "La page n’a pas été publiée. Ce que vous avez saisi est toujours dans ce formulaire. Motif\u00a0: {reason}"


class _GatedActions:
    """What the create and edit views share."""

    def refused(self, error: GateError):
        """The draft is saved: go to its edit view, which says why it is not online."""
        return _back_to_editor(self.request, self.page, error, door="edit")

    def form_valid(self, form):
        """Keep what was typed when the database cannot take it."""
        try:
            return super().form_valid(form)
        except OperationalError as error:
            said = NOT_SAVED.format(reason=why_not_saved(error))
            if self.expects_json_response:
                return self.json_error_response("database_busy", said)
            messages.error(self.request, said)
            return self.form_again()

    def form_again(self):
        """The form with what was typed."""
        self.has_unsaved_changes = True
        return self.render_to_response(self.get_context_data())


class GatedEditMixin(_GatedActions):
    """Publishing and workflow approval from the edit view."""

    refusal = None
    answers = None
    trouble = ""

    def get_template_names(self):
        names = super().get_template_names()
        return ["audits/admin/page_edit.html"] if names == ["wagtailadmin/pages/edit.html"] else names

    def get(self, request, *args, **kwargs):
        return self.show(refusal_of(request, self.page))

    def show(self, refusal: Refusal | None):
        """The editor of the draft, with the refusal that it has just met."""
        self.refusal = refusal
        return super().get(self.request)

    def get_context_data(self, **kwargs):
        if self.refusal is not None:
            show_on_form(self.form, self.refusal)
            kwargs["refusal"] = refusal_panel(
                self.refusal,
                self.page,
                self.request.user,
                may_mend=not self.locked_for_user,
                answers=self.answers,
                trouble=self.trouble,
            )
        return super().get_context_data(**kwargs)

    def get_editing_sessions(self):
        """Who else is editing is not worth losing the form for, when the database is busy."""
        try:
            return super().get_editing_sessions()
        except OperationalError:
            return None

    def publish_action(self):
        try:
            response = super().publish_action()
        except GateError as error:
            return self.refused(error)
        if warning := old_defects_warning(self.page):
            messages.warning(self.request, warning)
        return response

    def perform_workflow_action(self):
        last = self.page.pending_publications.order_by("-pk").values_list("pk", flat=True).first() or 0
        try:
            if self.workflow_action == "approve" and self.has_content_changes:
                with approving_with_changes():
                    response = super().perform_workflow_action()
            else:
                if self.workflow_action == "approve":
                    _judge_before_approval(self.page, self.request.user)
                response = super().perform_workflow_action()
        except GateError as error:
            return self.refused(error)
        asked = self.page.pending_publications.filter(pk__gt=last, state=PendingPublication.State.REFUSED).first()
        if asked is not None:
            refusal = self.page.refusals.first()
            if refusal is None:
                messages.error(self.request, asked.reason)
                return redirect(self.get_edit_url())
            return redirect(address_of(refusal))
        return response


class GatedEditView(GatedEditMixin, EditView):
    """The edit view behind the gate, with what is known of the draft."""

    def get_context_data(self, **kwargs):
        return super().get_context_data(draft_state=state_of(self.page), **kwargs)

    def get_side_panels(self):
        panels = super().get_side_panels()
        return panels if self.expects_json_response else with_accessibility(panels, self.page, self.request)


class GatedRevertView(GatedEditMixin, RevisionsRevertView):
    """Reverting to an older revision, and publishing it, behind the gate."""


class GatedCreateView(_GatedActions, CreateView):
    """The create view behind the gate: the page is saved as a draft first, then published.

    The hook `prepare_new_page`, given the request and the page, may fill the form in before it is first shown.
    """

    def get(self, request):
        for prepare in hooks.get_hooks("prepare_new_page"):
            prepare(request, self.page)
        return super().get(request)

    def form_again(self):
        """Once the page exists, its edit view: this form would make a second one."""
        return redirect(self.get_edit_url()) if self.page.pk else super().form_again()

    def publish_action(self):
        self.page = self.form.save(commit=False)
        self.page.live = False
        self.parent_page.add_child(instance=self.page)
        self.set_default_privacy_setting()
        revision = self.page.save_revision(user=self.request.user, log_action=True)
        self.subscription.page = self.page
        self.subscription.save()
        response = self.run_hook("before_publish_page", self.request, self.page)
        if response:
            return response
        try:
            revision.publish(user=self.request.user)
        except GateError as error:
            self.run_hook("after_create_page", self.request, self.page)
            return self.refused(error)
        self.page.refresh_from_db()
        for hook in ("after_publish_page", "after_create_page"):
            response = self.run_hook(hook, self.request, self.page)
            if response:
                return response
        self._say_published()
        return self.redirect_away()

    def _say_published(self) -> None:
        title = self.page.get_admin_display_title()
        buttons = [self.get_edit_message_button()]
        if self.page.live:
            text = _("Page '%(page_title)s' created and published.")
            buttons = [self.get_view_live_message_button(), *buttons] if self.page.url else buttons
        else:
            text = _("Page '%(page_title)s' created and scheduled for publishing.")
        messages.success(self.request, text % {"page_title": title}, buttons=buttons)


class GatedCopyView(CopyView):
    """Copying: what is to be live is published after the copy, and the editor is told what was not."""

    def form_valid(self, form):
        last = PendingPublication.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        response = super().form_valid(form)
        asked = PendingPublication.objects.filter(pk__gt=last, user=self.request.user).select_related("page")
        refused = [item.page.title for item in asked if item.state == PendingPublication.State.REFUSED]
        waiting = [item.page.title for item in asked if item.state == PendingPublication.State.WAITING]
        if refused:
            messages.error(
                self.request,
                "Copies restées à l’état de brouillon, car leur contenu a des défauts d’accessibilité : "
                f"{', '.join(refused)}. Ouvrez chaque copie et publiez-la pour voir ce qui est à corriger.",
            )
        if waiting:
            messages.warning(
                self.request,
                f"Copies qui seront mises en ligne après vérification : {', '.join(waiting)}.",
            )
        return response


class _GatedApproval:
    """Approving from outside the edit view."""

    def post(self, request, *args, **kwargs):
        try:
            if self.action_name == "approve":
                _judge_before_approval(self.object, request.user)
            return super().post(request, *args, **kwargs)
        except GateError as error:
            return _back_to_editor(request, self.object, error, door="workflow")


class GatedWorkflowActionView(_GatedApproval, WorkflowActionView):
    """Approving a task behind the gate."""


class GatedCollectWorkflowActionDataView(_GatedApproval, CollectWorkflowActionDataView):
    """Approving a task with a comment, behind the gate."""


class GatedIndexView(ExplorableIndexView):
    """The explorer, with what is known of each draft."""

    base_columns = EXPLORER_COLUMNS


class GatedPageViewSet(PageViewSet):
    """Every page view that can publish, behind the gate."""

    model = Page
    index_view_class = GatedIndexView
    add_view_class = GatedCreateView
    edit_view_class = GatedEditView
    revisions_revert_view_class = GatedRevertView
    copy_view_class = GatedCopyView
    workflow_action_view_class = GatedWorkflowActionView
    collect_workflow_action_data_view_class = GatedCollectWorkflowActionDataView


def _back_to_editor(request, page: Page, error: GateError, *, door: str):
    """Go to the page's edit view, which says why the page is not online."""
    if isinstance(error, PublicationRefused):
        return redirect(address_of(refusal_with(error.verdict, page, user=request.user, door=door)))
    messages.error(request, error.text)
    return redirect(reverse("wagtailadmin_pages:edit", args=[page.pk]))


def address_of(refusal: Refusal) -> str:
    """Where the editor reads a refusal."""
    return f"{reverse('wagtailadmin_pages:edit', args=[refusal.page_id])}?refus={refusal.pk}"


def _judge_before_approval(page: Page, user) -> None:
    """Give the verdict that the end of the workflow will look up. Raises GateError."""
    state = page.current_workflow_state
    if state is None or state.current_task_state is None:
        return
    remaining = Task.objects.filter(workflow_tasks__workflow=state.workflow, active=True).exclude(
        Q(task_states__in=state.successful_task_states) | Q(pk=state.current_task_state.task_id)
    )
    if remaining.exists():
        return
    revision = state.current_task_state.revision or approved_revision(state)
    verdict_for(revision.as_object(), user=user, revision=revision, door="workflow")
