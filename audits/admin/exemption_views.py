"""One document: what is known of it, the pages that lead to it, the exemption that the officer records or withdraws."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.documents import get_document_model
from wagtail.permissions import policy_registry

from audits.admin.decision_forms import DAY, LONG, UncutMixin, WhyForm
from audits.admin.decision_views import DecisionFormView
from audits.documents.exemptions import exempt_document, may_exempt, withdraw_exemption
from audits.documents.queries import exemption_of, pages_leading_to
from audits.documents.reading import check_document
from audits.models import DocumentCheck, DocumentExemption

REPORT = "documents_report"


def may_follow(user) -> bool:
    """Whether somebody follows all the documents of the installation, or looks after some."""
    return user.has_perm("audits.view_documentexemption") or _policy().user_has_any_permission(
        user, ["add", "change", "delete"]
    )


def may_see(user, document) -> bool:
    """Whether somebody may read what is known of a document."""
    return user.has_perm("audits.view_documentexemption") or _policy().user_has_any_permission_for_instance(
        user, ["change", "delete"], document
    )


def _policy():
    return policy_registry.get_by_type(get_document_model())


class ExemptionForm(UncutMixin, forms.ModelForm):
    """What the law calls it, since when, and what shows it."""

    class Meta:
        model = DocumentExemption
        fields = ["kind", "dated", "serves_no_procedure", "reason"]
        widgets = {"dated": DAY}
        error_messages = {
            "kind": {"required": "Choisissez pourquoi la loi ne le demande pas."},
            "dated": {"invalid": "Écrivez une date, par exemple 31/12/2015."},
            "reason": {"required": "Écrivez ce qui le montre.", **LONG},
        }


class DocumentAccessibilityView(DecisionFormView):
    """What is known of one document. Its content is read if nobody has."""

    template_name = "audits/admin/document.html"
    header_icon = "doc-full-inverse"

    def dispatch(self, request, *args, **kwargs):
        if not may_see(request.user, self.document):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        if not self.may_decide:
            raise PermissionDenied
        return super().post(request, *args, **kwargs)

    @cached_property
    def document(self):
        return get_object_or_404(get_document_model(), pk=self.kwargs["document_id"])

    @cached_property
    def check(self) -> DocumentCheck:
        return check_document(self.document)

    @cached_property
    def exemption(self) -> DocumentExemption | None:
        return exemption_of(self.document)

    @cached_property
    def may_decide(self) -> bool:
        """Whether there is something to exempt, or an exemption to withdraw, by this person."""
        fails = self.check.state == DocumentCheck.State.DEFECTS
        return may_exempt(self.request.user) and bool(self.exemption or fails)

    @property
    def submit_label(self) -> str:
        return "Retirer l’exemption" if self.exemption else "Enregistrer l’exemption"

    def get_page_title(self) -> str:
        return "Accessibilité du document"

    def get_page_subtitle(self) -> str:
        return self.document.title

    def get_breadcrumbs_items(self):
        return self.crumbs((reverse(REPORT), "Documents"), ("", self.document.title))

    def get_success_url(self) -> str:
        return reverse("document_accessibility", args=[self.document.pk])

    def get_form_class(self):
        return WhyForm if self.exemption else ExemptionForm

    def get_form_kwargs(self):
        more = {"label": "Pourquoi y mettre fin"} if self.exemption else {"instance": DocumentExemption()}
        return super().get_form_kwargs() | more

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs) | {
            "document": self.document,
            "check": self.check,
            "exemption": self.exemption,
            "pages": pages_leading_to([self.document.pk]).get(self.document.pk, []),
            "may_change": _policy().user_has_permission_for_instance(self.request.user, "change", self.document),
            "back": reverse(REPORT),
        }
        return context if self.may_decide else context | {"form": None}

    def decide(self, form) -> str:
        if self.exemption:
            withdraw_exemption(self.exemption, self.request.user, form.cleaned_data["why"])
            return "L’exemption est retirée\u00a0: les pages qui mènent au document vont être contrôlées de nouveau."
        exempt_document(self.document, form.save(commit=False), self.request.user)
        return "L’exemption est enregistrée, tant que le fichier ne change pas. Les pages peuvent être publiées."
