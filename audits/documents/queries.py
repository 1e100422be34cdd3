"""Documents as the officer reads them: what is known of each, what excuses it, which pages lead to it."""

from collections import defaultdict
from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q, QuerySet
from wagtail.documents import get_document_model
from wagtail.models import Page, ReferenceIndex

from audits.documents.reading import content_of
from audits.models import DocumentCheck, DocumentExemption

EXEMPT = Q(is_exempt=True)
WITH_VERSION = Q(accessible_document__isnull=False) | Q(accessible_page__isnull=False)
TO_MEND = Q(last_check__state=DocumentCheck.State.DEFECTS) & ~EXEMPT & ~WITH_VERSION


def documents() -> QuerySet:
    """Every document, with what is known of it, whether it is exempt, and whether a page online leads to it."""
    model = get_document_model()
    exempted = DocumentExemption.objects.filter(
        document=OuterRef("pk"), content=OuterRef("last_check__content"), withdrawn_at=None
    )
    return model.objects.select_related(
        "last_check", "accessible_document", "accessible_page", "uploaded_by_user", "collection"
    ).annotate(is_exempt=Exists(exempted))


def linked_numbers(pages: QuerySet[Page]) -> set[int]:
    """The numbers of the documents that some pages lead to."""
    online = {str(pk) for pk in pages.values_list("pk", flat=True)}
    references = _references().values_list("object_id", "to_object_id").distinct()
    return {int(document) for page, document in references if page in online}


def pages_leading_to(numbers: Iterable[int]) -> dict[int, list[Page]]:
    """The pages that lead to each of these documents, those online first. As many queries however many documents."""
    references = _references().filter(to_object_id__in=[str(number) for number in numbers])
    pairs = set(references.values_list("to_object_id", "object_id"))
    pages = Page.objects.in_bulk({int(page) for _, page in pairs})
    found = defaultdict(list)
    for document, page in pairs:
        if int(page) in pages:
            found[int(document)].append(pages[int(page)])
    return {number: sorted(shown, key=lambda page: (not page.live, page.title)) for number, shown in found.items()}


def exemption_of(document) -> DocumentExemption | None:
    """The exemption in force of the content that a document has now."""
    return exemptions_in_force(document.pk).filter(content=content_of(document)).first()


def exemptions_in_force(*numbers: int) -> QuerySet[DocumentExemption]:
    """The exemptions that nobody withdrew of some documents, of whatever content."""
    return DocumentExemption.objects.filter(document__in=numbers, withdrawn_at=None).select_related("user")


def with_exemptions(documents: list) -> list:
    """The documents, each with its `exemption`: that of the content that was last read in it, or None."""
    in_force = exemptions_in_force(*(document.pk for document in documents))
    exempt = {(exemption.document_id, exemption.content): exemption for exemption in in_force}
    for document in documents:
        check = document.last_check
        document.exemption = exempt.get((document.pk, check.content)) if check else None
    return documents


def _references() -> QuerySet[ReferenceIndex]:
    return ReferenceIndex.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        to_content_type=ContentType.objects.get_for_model(get_document_model()),
    )
