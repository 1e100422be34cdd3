"""What stands beside a node is found without walking through all that its parent holds."""

from accessibility.page.neighbours import siblings_beside
from accessibility.page.siblings import elements_around, nodes_after, nodes_before
from accessibility.page.static import page_from_source

PAGE = page_from_source("<!DOCTYPE html><body><p id=a></p>un<b id=b></b>deux<i id=c></i><u id=d></u>", "https://x.fr/")


def node(identifier: str):
    return PAGE.by_id(identifier, PAGE.root)


def test_nodes_come_from_the_nearest():
    assert [found.tag for found in nodes_before(node("c"))] == ["#text", "b", "#text", "p"]
    assert [found.tag for found in nodes_after(node("b"))] == ["#text", "i", "u"]


def test_elements_around_are_in_their_order_and_no_more_than_asked():
    before, after = elements_around(node("c"), 2, 3)
    assert [found.tag for found in before] == ["p", "b"] and [found.tag for found in after] == ["u"]
    assert elements_around(node("a"), 3, 1) == ([], [node("b")])


def test_a_text_has_elements_around():
    text = next(nodes_after(node("a")))
    assert elements_around(text, 1, 1) == ([node("a")], [node("b")])


def test_siblings_beside_are_in_the_order_of_the_page():
    assert [found.tag for found in siblings_beside(node("b"))] == ["p", "#text", "#text", "i", "u"]


def test_the_document_has_nothing_beside_it():
    assert elements_around(PAGE.document, 1, 1) == ([], []) and list(nodes_before(PAGE.document)) == []
