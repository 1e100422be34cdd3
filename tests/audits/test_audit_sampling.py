"""A sample has what the method asks for, where the site has it, a tenth at random, and is the same for one seed."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audits.auditing.sampling import Candidate, choose, draw, kind_of
from audits.models.sample_kind import NAMED, SampleKind

SITE = "http://v.example/"
TOWN = [
    *("contact", "contact/plan", "mentions-legales", "accessibilite", "aide", "plan-du-site", "connexion", "recherche"),
    *("agenda/fete", "agenda/marche", "services/eau", "demande/etape-1", "demande/etape-2", "demande/etape-3"),
]
NEWS = [f"actualites/{number}" for number in range(60)]
sites = st.builds(
    lambda paths, looks: [
        Candidate(f"{SITE}{path}", traits=frozenset(f".{number}" for number in range(n % looks * 2)))
        for n, path in enumerate(sorted(paths))
    ],
    st.sets(st.sampled_from([*NEWS[:30], *TOWN])),
    st.integers(1, 6),
)


def candidates(*paths: str) -> list[Candidate]:
    return [Candidate(f"{SITE}{path}") for path in paths]


def by_kind(chosen) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for choice in chosen:
        found.setdefault(choice.kind, []).append(choice.address.removeprefix(SITE))
    return found


def test_the_kinds_come_by_their_shortest_address_and_processes_whole():
    found = by_kind(choose(candidates(*NEWS, *TOWN), size=20, seed=3))
    assert found[SampleKind.CONTACT] == ["contact"] and found[SampleKind.SEARCH] == ["recherche"]
    assert all(len(found[kind]) == 1 for kind in NAMED)
    assert found[SampleKind.PROCESS] == ["demande/etape-1", "demande/etape-2", "demande/etape-3"]
    assert {path.partition("/")[0] for path in found[SampleKind.SERVICE]} >= {"actualites", "agenda"}
    assert sum(map(len, found.values())) + 1 == 20


def test_the_steps_of_a_process_bear_its_name():
    chosen = choose(candidates(*TOWN), size=20, seed=3)
    assert {choice.process for choice in chosen if choice.kind == SampleKind.PROCESS} == {"Demande"}
    assert [choice.detail for choice in chosen if choice.process] == ["étape 1", "étape 2", "étape 3"]


def test_results_of_a_search_come_before_the_page_that_offers_one():
    results = Candidate(f"{SITE}recherche?q=mairie", is_search=True)
    chosen = choose([*candidates("recherche"), results], size=10, seed=1)
    assert Candidate(chosen[0].address, is_search=True) == results and chosen[0].kind == SampleKind.SEARCH


def test_a_page_that_looks_like_no_other_is_in():
    plain = [Candidate(f"{SITE}actualites/{n}", traits=frozenset({".a"})) for n in range(40)]
    odd = Candidate(f"{SITE}actualites/carte", traits=frozenset({"iframe", "table", ".map", ".a"}))
    for seed in range(5):
        chosen = choose([*plain, odd], size=8, seed=seed, shown={".a"})
        assert [c.address for c in chosen if c.kind in (SampleKind.LOOK, SampleKind.SERVICE)].count(odd.address) == 1


def test_a_document_for_each_kind_of_service_comes_beside_the_pages():
    papers = [Candidate(f"{SITE}d/{n}.pdf", service=service) for n, service in enumerate(["eau", "eau", "école"])]
    chosen = choose(candidates(*NEWS), papers, size=10, seed=1)
    assert by_kind(chosen)[SampleKind.DOCUMENT] == ["d/0.pdf", "d/2.pdf"]
    assert len(chosen) - 2 + 1 == 10


def test_the_seed_decides_whatever_the_order_of_the_addresses():
    pages = candidates(*NEWS)
    assert choose(pages, size=12, seed=7) == choose(reversed(pages), size=12, seed=7)
    assert choose(pages, size=12, seed=7) != choose(pages, size=12, seed=8)
    assert draw(NEWS, 5, 7) == draw(reversed(NEWS), 5, 7) != draw(NEWS, 5, 8)


@pytest.mark.parametrize(
    ("path", "title", "kind"),
    [
        ("nous-ecrire", "", SampleKind.CONTACT),
        ("page-12", "Mentions légales – Ville", SampleKind.LEGAL),
        ("aide", "", SampleKind.HELP),
        ("aide-sociale", "Aide sociale - Ville", None),
        ("legalisation", "Légalisation de signature", None),
        ("recherche-emploi", "", None),
        ("deconnexion", "", None),
        ("plan_du_site", "", SampleKind.SITE_MAP),
    ],
)
def test_kinds_are_told_by_whole_words(path, title, kind):
    assert kind_of(f"{SITE}{path}", title) == kind


@given(sites, st.integers(1, 40), st.integers())
def test_a_tenth_at_least_is_drawn_at_random_and_no_page_twice(pages, size, seed):
    chosen = choose(pages, size=size, seed=seed)
    assert len({choice.address for choice in chosen}) == len(chosen)
    kinds = [choice.kind for choice in chosen]
    assert all(kinds.count(kind) <= 1 for kind in NAMED)
    left = len(pages) - len(chosen)
    whole = len(chosen) + 1
    assert not left or kinds.count(SampleKind.RANDOM) >= math.ceil(whole / 10)
    steps = {page.address for page in pages if "etape" in page.address}
    assert len(steps) < 2 or steps <= {choice.address for choice in chosen}
