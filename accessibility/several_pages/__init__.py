"""Tests of the RGAA that compare the pages of a site: what is kept of each page, and rules over all of them.

A page that is judged alone leaves these tests `untested`. Whoever has judged many keeps the traits of each
(`traits_of`), and compares them once all are known (`compare`).
"""

from accessibility.several_pages.base import SeveralPagesRule, all_several_pages_rules
from accessibility.several_pages.comparison import Compared, compare
from accessibility.several_pages.reading import traits_of
from accessibility.several_pages.site import Site, SitePage
from accessibility.several_pages.traits import PageTraits

__all__ = [
    "Compared",
    "PageTraits",
    "SeveralPagesRule",
    "Site",
    "SitePage",
    "all_several_pages_rules",
    "compare",
    "traits_of",
]
