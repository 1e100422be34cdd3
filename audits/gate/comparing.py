"""Telling the findings of a page that another rendering of it has too."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

Finding = dict[str, Any]


def apart(findings: Iterable[Finding], others: Iterable[Finding]) -> tuple[list[Finding], list[Finding]]:
    """The findings that only the first have, and those that the others have too, each as many times as they do."""
    left = Counter(map(kind_of, others))
    own, common = [], []
    for finding in findings:
        is_common = left[kind_of(finding)] > 0
        left[kind_of(finding)] -= is_common
        (common if is_common else own).append(finding)
    return own, common


def kind_of(finding: Finding) -> tuple[str, str]:
    """What makes two findings the same, wherever they are."""
    return finding["rule"], finding["html"]
