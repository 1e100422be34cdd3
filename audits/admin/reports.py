"""What the reports of the administration share: lines made ready once, two addresses, an entry in the menu."""

from functools import cached_property

from django.db.models import QuerySet
from django.urls import path, reverse
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy


class Report(ReportView):
    """A report. `address`: under that of the reports; `order`: that of its entry in their menu."""

    template_name = "audits/admin/listing.html"
    address: str
    order: int
    _lines: list | None = None

    @classmethod
    def may_read(cls, user) -> bool:
        """Whether somebody may open it."""
        raise NotImplementedError

    def user_has_any_permission(self, permissions) -> bool:
        return self.may_read(self.request.user)

    def made_ready(self, lines: list) -> list:
        """The lines of one page of the report, with what their cells show."""
        return lines

    def decorate_paginated_queryset(self, object_list):
        if self._lines is None:
            self._lines = self.made_ready(list(object_list))
        return self._lines

    def get_table(self, object_list):
        return super().get_table(self.decorate_paginated_queryset(object_list))

    @classmethod
    def addresses(cls) -> list:
        """Where it is, with its results alone at a second address, for the filters."""
        return [
            path(f"reports/{cls.address}/", cls.as_view(), name=cls.index_url_name),
            path(f"reports/{cls.address}/results/", cls.as_view(results_only=True), name=cls.index_results_url_name),
        ]

    @classmethod
    def menu_item(cls) -> MenuItem:
        """Its entry among the reports, for those who may read it."""
        return _ReportMenuItem(cls)


class PagesReport(Report):
    """A report on the pages that somebody may edit or publish."""

    any_permission_required = ["change", "publish"]

    @classmethod
    def may_read(cls, user) -> bool:
        return PagePermissionPolicy().user_has_any_permission(user, cls.any_permission_required)

    @cached_property
    def own_pages(self) -> QuerySet[Page]:
        """The pages that the reader may edit or publish."""
        return PagePermissionPolicy().instances_user_has_any_permission_for(
            self.request.user, self.any_permission_required
        )


class PagesToMendReport(PagesReport):
    """The same, and all of them for those who follow the accessibility of the site."""

    is_searchable = False

    @classmethod
    def may_read(cls, user) -> bool:
        return cls.sees_all(user) or super().may_read(user)

    @staticmethod
    def sees_all(user) -> bool:
        """Whether somebody follows every page, to edit or not."""
        return user.has_perm("audits.view_livefault")

    def editable_among(self, numbers: list[int | None]) -> set[int]:
        """Those of some pages that the reader may mend."""
        return set(self.own_pages.filter(pk__in=numbers).values_list("pk", flat=True))


class _ReportMenuItem(MenuItem):
    def __init__(self, report: type[Report]) -> None:
        self._report = report
        super().__init__(
            report.page_title,
            reverse(report.index_url_name),
            name=report.index_url_name,
            icon_name=report.header_icon,
            order=report.order,
        )

    def is_shown(self, request) -> bool:
        return self._report.may_read(request.user)
