"""The RGAA as versioned data: themes, criteria and tests, each with a link to its official page."""

from accessibility.rgaa.reference import (
    MULTI_PAGE_TESTS,
    OF_THE_RULES,
    Criterion,
    Reference,
    RgaaTest,
    Topic,
    en301549_of,
    load,
)

__all__ = ["MULTI_PAGE_TESTS", "OF_THE_RULES", "Criterion", "Reference", "RgaaTest", "Topic", "en301549_of", "load"]
