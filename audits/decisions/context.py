"""The element of a finding and its context, as the engine saw them: what an officer needs to judge, and nothing else.

The context is what the element stands in as text (its paragraph, its cell, its figure), what names it by a reference,
and the bare tags above. What else the draft says is left out: the evidence is kept and may leave the site.
"""

import copy

from bs4 import BeautifulSoup, Comment, Tag
from wagtail.models import Page

from audits.gate.errors import VerdictUnavailable
from audits.gate.judging import verdict_key
from audits.gate.rendering import RenderingFailed, address, as_if_live, rendered
from audits.models import Verdict

_CONTEXT = ("p", "li", "dt", "dd", "td", "th", "caption", "figure", "fieldset", "h1", "h2", "h3", "h4", "h5", "h6")
_STRUCTURE = ("lang", "dir", "role", "class", "style", "hidden", "aria-hidden")
"""Attributes of the tags above that change how the element is judged, and say nothing."""
_REFERENCES = ("aria-labelledby", "aria-describedby", "for", "headers", "list")


def context_of(finding: dict, page: Page, verdict: Verdict) -> str:
    """The HTML of a finding's element in its context; its code alone when the page is rendered otherwise by now."""
    page = as_if_live(page)
    try:
        html = rendered(page)
        is_judged = html is not None and verdict_key(html, address(page)) == verdict.key
    except (RenderingFailed, VerdictUnavailable):
        is_judged = False
    targets = finding["targets"]
    found = _select(BeautifulSoup(html, "html5lib"), targets[0]) if is_judged and len(targets) == 1 else None
    return _in_context(found) if found is not None else finding["html"]


def _select(soup: BeautifulSoup, selector: str) -> Tag | None:
    found = soup.select(selector)
    return found[0] if len(found) == 1 else None


def _in_context(element: Tag) -> str:
    if element.name in ("html", "body"):
        return _bare(element, _STRUCTURE)
    around = element.find_parent(_CONTEXT)
    outer = element if element.name in _CONTEXT or around is None else around
    text = _without_comments(outer)
    for above in outer.parents:
        if above.name == "html":
            return f"{_bare(above, ('lang', 'dir'))}<body>{_named_by(element, outer)}{text}</body></html>"
        if above.name not in ("body", "[document]"):
            text = f"{_bare(above, _STRUCTURE)}{text}</{above.name}>"
    return text


def _without_comments(element: Tag) -> str:
    clean = copy.copy(element)
    for comment in clean.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    return str(clean)


def _bare(element: Tag, attributes: tuple[str, ...]) -> str:
    """The opening tag with these attributes only."""
    bare = BeautifulSoup("", "html5lib").new_tag(element.name)
    for name in attributes:
        if name in element.attrs:
            bare[name] = element[name]
    return str(bare).removesuffix(f"</{element.name}>")


def _named_by(element: Tag, outer: Tag) -> str:
    """What the element names by identifier, and the labels that name it, where they stand outside its context."""
    document = next(parent for parent in element.parents if parent.name == "[document]")
    wanted = {word for name in _REFERENCES for word in " ".join(_listed(element.get(name))).split()}
    named = [document.find(id=identifier) for identifier in sorted(wanted)]
    named += document.find_all("label", attrs={"for": element["id"]}) if element.get("id") else []
    outside = (each for each in named if each is not None and outer is not each and outer not in each.parents)
    return "".join(_without_comments(each) for each in outside if each not in outer.parents)


def _listed(value) -> list[str]:
    return value if isinstance(value, list) else [value or ""]
