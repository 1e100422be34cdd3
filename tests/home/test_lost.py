"""A page that does not exist says where to go on, without costing a search to programs that try addresses."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.search.index import insert_or_update_object

from home.models import ContactPage
from tests.home.every_type import NEEDS
from tests.home.test_pages import soup


@pytest.fixture
def birth(add_page):
    page = add_page("Demander un acte de naissance")
    insert_or_update_object(page)
    return page


def offered(client, path: str) -> list[str]:
    main = soup(client, path, status=404).main
    title = main.find("h2", string="Ce que vous cherchiez peut-être")
    return [link.text for link in title.find_next("ul").find_all("a")] if title else []


@pytest.mark.parametrize("path", ["/acte-naissance/", "/vieux/chemin/acte_de_naissance/", "/actes+de+naissance"])
def test_the_words_of_the_address_are_searched(client, birth, path):
    assert offered(client, path) == ["Demander un acte de naissance"]
    field = soup(client, path, status=404).main.find("input", {"name": "q"})
    assert "naissance" in field["value"]


@pytest.mark.parametrize(
    "path", ["/zzzz/", "/wp-login.php", "/12345/", "/acte.naissance/", "/%00naissance/", f"/{'a' * 300}/"]
)
def test_nothing_is_offered_for_what_is_no_word(client, birth, path):
    assert offered(client, path) == []
    assert soup(client, path, status=404).main.find("input", {"name": "q"})["value"] == ""


def test_programs_that_try_addresses_cost_no_search(client, birth):
    with CaptureQueriesContext(connection) as asked:
        client.get("/wp-login.php")
    assert not [query["sql"] for query in asked if "wagtailsearch" in query["sql"]]


def test_one_may_always_go_home_look_at_the_map_and_write(client, add_page):
    add_page("Nous écrire", kind=ContactPage, **NEEDS[ContactPage])
    links = [link["href"] for link in soup(client, "/zzzz/", status=404).main.find_all("a")]
    assert links == ["/", "/plan-du-site/", "/nous-ecrire/"]
