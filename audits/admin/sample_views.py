"""The sample of an audit in the administration: proposed, edited, drawn again, taken from another audit, approved."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from audits.admin.audit_access import OfOneAudit, may_run
from audits.admin.sample_forms import AddForm, PageForm, SeedForm
from audits.auditing import sample_actions, steering
from audits.auditing.errors import AuditError
from audits.auditing.proposing import new_seed
from audits.auditing.sample import Sample, sample_of, sample_pages, samples_to_reuse
from audits.auditing.sample_actions import SampleChanged, WrongAddress
from audits.models.audit import Audit
from audits.models.sample_kind import SampleKind

_OTHERS = 20


class _OfProposal(OfOneAudit, WagtailAdminTemplateMixin, TemplateView):
    """A view of an audit whose sample waits for approval; the others lead to the audit's summary."""

    permission_required = "run"

    def dispatch(self, request, *args, **kwargs):
        if may_run(request.user) and self.audit.state != Audit.State.PROPOSED:
            state = self.audit.get_state_display()
            messages.error(request, f"Il n’y a pas d’échantillon à valider : l’audit est « {state} ».")
            return redirect("audits_report:summary", self.audit.pk)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def edition(self) -> int:
        """The edition of the sample that the person has seen; -1 when that is not told."""
        typed = self.request.POST.get("edition", "")
        return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 9 else -1

    def sample_url(self) -> str:
        return reverse("audits_report:sample", args=[self.audit.pk])


class AuditSampleView(_OfProposal):
    """The proposal, every page of which can be changed; every button stores first what was typed."""

    template_name = "audits/admin/sample.html"
    page_title = "Échantillon à valider"

    @cached_property
    def sample(self) -> Sample:
        return sample_of(self.audit)

    def forms(self) -> tuple[list[PageForm], AddForm, SeedForm]:
        data = self.request.POST if self.request.method == "POST" else None
        pages = [*self.sample.pages, *self.sample.documents]
        start = self.audit.start_url
        of_pages = [PageForm(self._data_of(page, data), page, is_start=page.address == start) for page in pages]
        return of_pages, AddForm(data), SeedForm(data)

    def _data_of(self, page, data):
        """None for a page that the person has not seen yet: it shows what is stored."""
        return data if data is not None and f"page-{page.pk}-detail" in data else None

    def get_context_data(self, **kwargs):
        page_forms, add, seed = kwargs.pop("forms", None) or self.forms()
        groups: dict[str, list[PageForm]] = {}
        for form in sorted(page_forms, key=lambda form: form.process_name):
            groups.setdefault(form.process_name, []).append(form)
        return super().get_context_data(**kwargs) | {
            "audit": self.audit,
            "sample": self.sample,
            "groups": groups.items(),
            "add": add,
            "seed": seed,
            "others": samples_to_reuse(self.audit)[:_OTHERS],
            "random_kind": SampleKind.RANDOM,
        }

    def post(self, request, *args, **kwargs) -> HttpResponse:
        page_forms, add, seed = forms = self.forms()
        seen = [form for form in page_forms if form.is_bound]
        if not all([form.is_valid() for form in (*seen, add, seed)]):
            return self._again("Rien n’est encore enregistré : corrigez ce qui est signalé ci-dessous.", forms)
        try:
            audit = sample_actions.edit_sample(
                self.audit.pk,
                self.edition,
                reasons={form.page.pk: form.reason() for form in seen if not form.cleaned_data.get("remove")},
                removed=[form.page.pk for form in seen if form.cleaned_data.get("remove")],
                added=add.cleaned_data["addresses"],
                added_for=add.reason(),
            )
            return self._go_on(audit, seed.cleaned_data["seed"])
        except WrongAddress as error:
            add.add_error("addresses", str(error))
            return self._again("Rien n’est encore enregistré : corrigez ce qui est signalé ci-dessous.", forms)
        except SampleChanged as error:
            return self._again(str(error), forms, is_changed=True)
        except AuditError as error:
            return self._again(str(error), forms)

    def _go_on(self, audit: Audit, seed: int | None) -> HttpResponse:
        wanted = self.request.POST.get("do", "save")
        if wanted == "launch":
            steering.approve_sample(audit.pk, audit.sample_edition)
            messages.success(self.request, "L’audit de cet échantillon est lancé. Cette page dit où il en est.")
            return redirect("audits_report:summary", audit.pk)
        if wanted == "draw":
            address = reverse("audits_report:sample_draw", args=[audit.pk])
            return redirect(f"{address}?seed={seed if seed is not None else new_seed()}")
        if wanted.startswith("reuse") and (other := self.request.POST.get("other", "")).isdigit():
            return redirect("audits_report:sample_reuse", audit.pk, int(other[:18]))
        messages.success(self.request, "L’échantillon est enregistré.")
        return redirect(self.sample_url())

    def _again(self, said: str, forms, *, is_changed: bool = False) -> HttpResponse:
        """The screen with what was typed, on top of what is stored now."""
        self.audit.refresh_from_db()
        context = self.get_context_data(forms=forms, problem=said, is_changed=is_changed)
        return self.render_to_response(context)


class _Confirmed(_OfProposal):
    """Asks for a confirmation of what replaces pages of the sample, then does it."""

    template_name = "audits/admin/sample_confirm.html"

    def post(self, request, *args, **kwargs) -> HttpResponse:
        try:
            self.replace()
        except AuditError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, self.done)
        return redirect(self.sample_url())

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"audit": self.audit, "sample": sample_of(self.audit)}


class SampleDrawView(_Confirmed):
    """Draws the part at random again."""

    page_title = "Tirer de nouveau"
    done = "Les pages au hasard ont été tirées de nouveau."

    @cached_property
    def seed(self) -> int:
        form = SeedForm(self.request.POST or self.request.GET)
        if not form.is_valid() or form.cleaned_data["seed"] is None:
            raise Http404
        return form.cleaned_data["seed"]

    def replace(self) -> None:
        sample_actions.draw_again(self.audit.pk, self.edition, self.seed)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        leaving = [page for page in context["sample"].pages if page.kind == SampleKind.RANDOM]
        return context | {"seed": self.seed, "leaving": leaving, "verb": "Tirer de nouveau"}


class SampleReuseView(_Confirmed):
    """Replaces the sample by that of another audit."""

    page_title = "Reprendre un échantillon"
    done = "L’échantillon de l’autre audit a été repris."

    @cached_property
    def other(self) -> Audit:
        other = samples_to_reuse(self.audit).filter(pk=self.kwargs["other"]).first()
        if other is None:
            raise Http404
        return other

    def replace(self) -> None:
        sample_actions.reuse_sample(self.audit.pk, self.edition, self.other)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        kept = {self.audit.start_url, *sample_pages(self.other).values_list("address", flat=True)}
        members = context["sample"].pages + context["sample"].documents
        leaving = [page for page in members if page.address not in kept]
        return context | {"other": self.other, "leaving": leaving, "verb": "Reprendre cet échantillon"}
