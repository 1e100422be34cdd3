"""Links inside the site that lead nowhere: to a page that is gone or offline, to a document that is gone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from wagtail.documents import get_document_model
from wagtail.models import Page, ReferenceIndex, get_page_models

from home.links.stored import Kind, StoredLink, fields_read, links_of

_GONE = {Kind.PAGE: "une page supprimée", Kind.DOCUMENT: "un document supprimé"}


@dataclass(frozen=True)
class BrokenLink:
    """One link that leads nowhere, and why, in words."""

    link: StoredLink
    reason: str

    def __str__(self):
        return f"«\u00a0{self.link.text}\u00a0» mène à {self.reason}" if self.link.text else f"Lien vers {self.reason}"


def broken_links(pages: QuerySet[Page]) -> dict[int, list[BrokenLink]]:
    """The broken links of these pages that are online, by page. As many queries however many pages and links."""
    found = list(_links(pages.live().order_by()))
    pages_known = dict(Page.objects.filter(depth__gt=1).values_list("pk", "live"))
    lost = _documents_without_file({link.target for _, link in found if link.kind is Kind.DOCUMENT})
    broken: dict[int, list[BrokenLink]] = defaultdict(list)
    for number, link in found:
        reason = _offline(link, pages_known) if link.kind is Kind.PAGE else lost.get(link.target)
        if reason:
            broken[number].append(BrokenLink(link, reason))
    return dict(broken)


def _offline(link: StoredLink, known: dict[int, bool]) -> str | None:
    if link.target not in known:
        return _GONE[Kind.PAGE]
    return None if known[link.target] else "une page qui n’est pas en ligne"


def _documents_without_file(wanted: Iterable[int]) -> dict[int, str]:
    """Why each of these documents cannot be downloaded, for those that cannot."""
    lost = dict.fromkeys(wanted, _GONE[Kind.DOCUMENT])
    for document in get_document_model().objects.all():
        if document.pk in lost:
            there = document.file and document.file.storage.exists(document.file.name)
            lost[document.pk] = None if there else "un document dont le fichier est perdu"
    return {number: reason for number, reason in lost.items() if reason}


def _links(pages: QuerySet[Page]) -> Iterator[tuple[int, StoredLink]]:
    for model in get_page_models():
        if names := fields_read(model):
            for number, *values in model.objects.filter(pk__in=pages.values("pk")).values_list("pk", *names):
                for name, value in zip(names, values, strict=True):
                    yield from ((number, link) for link in links_of(name, value))
    yield from _links_of_other_fields(pages)


def _links_of_other_fields(pages: QuerySet[Page]) -> Iterator[tuple[int, StoredLink]]:
    """The links in fields that are neither streams nor rich text, which Wagtail's index of references knows."""
    kinds = {
        ContentType.objects.get_for_model(Page).pk: Kind.PAGE,
        ContentType.objects.get_for_model(get_document_model()).pk: Kind.DOCUMENT,
    }
    references = ReferenceIndex.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page), to_content_type__in=kinds
    )
    shown = set(pages.values_list("pk", flat=True))
    for reference in references.select_related("content_type"):
        model = reference.content_type.model_class()
        if int(reference.object_id) not in shown or model is None:
            continue
        if reference.model_path.split(".")[0] not in fields_read(model):
            kind, target = kinds[reference.to_content_type_id], int(reference.to_object_id)
            yield int(reference.object_id), StoredLink(kind, target, reference.content_path)
