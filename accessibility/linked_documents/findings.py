"""What is said at a link to a document, once the document was judged.

The question of `c13_03_document_to_check` stays a question, with what was found in the document as its evidence:
whether an accessible version is offered, whether the document is exempt, only a person knows (docs/adr/0021).
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from accessibility.documents.formats import name_of
from accessibility.findings import Finding
from accessibility.linked_documents.verdict import DocumentVerdict
from accessibility.page.text import quote

QUESTION = "c13_03_document_to_check"
WITH_DEFECTS = "c13_03_document_with_defects"
_MOST_SAID = 8
_EXEMPT = (
    "S’il a été publié avant le 23\u00a0septembre 2018 et ne sert à aucune démarche, il est exempté\u00a0; si une "
    "version accessible qui dit la même chose est proposée, il convient\u00a0: vérifiez-le. Sinon, il n’est pas "
    "conforme."
)


def with_what_is_known(
    findings: Iterable[Finding], addresses: Mapping[int, str], verdicts: Mapping[str, DocumentVerdict]
) -> list[Finding]:
    """The findings of a page, in their order, with what is known of its documents.

    `addresses`: of the document, by index of the link in the page. `verdicts`: by address.
    """
    return [
        _said(finding, verdicts[addresses[finding.node.index]], verdicts.values())
        if finding.rule == QUESTION and finding.node is not None and finding.node.index in addresses
        else finding
        for finding in findings
    ]


def _said(finding: Finding, verdict: DocumentVerdict, beside: Iterable[DocumentVerdict]) -> Finding:
    if verdict.unread:
        return replace(finding, message=f"{finding.message} Il n’a pas été lu\u00a0: {verdict.unread}.")
    document = f"{quote(name_of(verdict.address) or verdict.address)} ({verdict.address})"
    look = f"À regarder aussi\u00a0: {_listed(verdict.questions)}" if verdict.questions else ""
    if verdict.defects:
        count = len(verdict.defects)
        found = f"Le document {document} a {count}\u00a0défaut{'s' if count > 1 else ''} d’accessibilité."
        others = _other_versions(verdict, beside)
        message = " ".join(filter(None, (found, _listed(verdict.defects), look, others, _EXEMPT)))
        fixes = dict.fromkeys([*(defect.fix for defect in verdict.defects), finding.fix])
        fix = " ".join(list(fixes)[:_MOST_SAID])
        return replace(finding, rule=WITH_DEFECTS, message=message, fix=fix, subject=verdict.address)
    message = (
        f"Le moteur n’a relevé aucun défaut certain dans le document {document}. Vérifiez qu’il est accessible, ou "
        "qu’une version accessible est proposée et dit la même chose."
    )
    return replace(finding, message=" ".join(filter(None, (message, look))), subject=verdict.address)


def _other_versions(verdict: DocumentVerdict, beside: Iterable[DocumentVerdict]) -> str:
    """The documents of the page that have the same name in another format, and in which no defect was found."""
    name = name_of(verdict.address)
    others = [name_of(other.address) for other in beside if not other.unread and not other.defects]
    alike = dict.fromkeys(other for other in others if other != name and _stem(other) == _stem(name))
    return f"Sur la même page, {', '.join(map(quote, alike))} en est peut-être une version accessible." if alike else ""


def _stem(name: str) -> str:
    return name.rpartition(".")[0].lower()


def _listed(findings: list[Finding]) -> str:
    said = [f"{_placed(finding)}." for finding in findings[:_MOST_SAID]]
    more = len(findings) - len(said)
    return " ".join([*said, f"Et {more}\u00a0autre{'s' if more > 1 else ''}."] if more else said)


def _placed(finding: Finding) -> str:
    place = ", ".join(finding.targets)
    message = finding.message.rstrip(". ")
    return message if place in ("", "document") else f"{message} ({place})"
