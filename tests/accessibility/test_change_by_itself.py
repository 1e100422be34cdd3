"""Which sources may change once loaded: those that run something, and never those that only hold data."""

import pytest

from accessibility.page.sight import may_change_by_itself

PAGE = '<!DOCTYPE html><html lang="fr"><head><title>Mairie</title>{}</head><body><h1>Mairie</h1></body></html>'
DATA = '<script type="application/ld+json">{"@type": "City", "description": "Une ville"}</script>'


@pytest.mark.parametrize(
    "still",
    [
        "",
        DATA,
        DATA.replace('"application/ld+json"', "application/json"),
        DATA.replace('"application/ld+json"', "'application/ld+json'").replace("</script>", "</SCRIPT >"),
        DATA * 2,
        "<style>a { transition: none }</style>",
    ],
)
def test_a_page_without_anything_to_run_is_still(still):
    assert not may_change_by_itself(PAGE.format(still))


@pytest.mark.parametrize(
    "moving",
    [
        "<script>document.title = 1</script>",
        "<script src=a.js></script>",
        '<script type="module">0</script>',
        '<script type="application/ld+json" type="module">0</script>',
        '<script type="application/ld+json" src="a.js"></script>',
        f"<!-- {DATA.partition('{')[0]} --><script>document.title = 1</script>",
        f"{DATA.partition('{')[0]}</script><script>document.title = 1</script>",
        f"<svg>{DATA.partition('{')[0]}<script>document.title = 1</script></script></svg>",
        f"{DATA}<p onclick='f()'>",
        "<script type=application/ld+json/**/>0</script>",
        "<iframe></iframe>",
        '<link href="javascript:f()"><script>',
    ],
)
def test_whatever_may_run_something_may_change(moving):
    assert may_change_by_itself(PAGE.format(moving))


def test_a_page_whose_source_is_unknown_may_change():
    assert may_change_by_itself("")
