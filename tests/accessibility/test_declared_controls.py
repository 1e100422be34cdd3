"""Which controls may be opened, and which must never be pressed."""

import pytest

from accessibility.page.declared_controls import Kind, declared_controls
from accessibility.page.static import page_from_source


def _kinds(body: str, most: int = 12) -> list[Kind]:
    page = page_from_source(f"<!doctype html><title>t</title><body>{body}", "https://example.org/")
    return [control.kind for control in declared_controls(page, most)]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("<details><summary>Plus</summary>x</details>", Kind.DETAILS),
        ("<form><details><summary>Plus</summary>x</details></form>", Kind.DETAILS),
        ('<button aria-expanded="false">Menu</button>', Kind.EXPANDED),
        ('<div role="button" tabindex="0" aria-expanded="false">Menu</div>', Kind.EXPANDED),
        ('<button role="tab" aria-selected="false" aria-controls="p">B</button>', Kind.TAB),
        ('<button popovertarget="p">Aide</button>', Kind.POPOVER),
        ('<button command="show-modal" commandfor="d">Ouvrir</button>', Kind.COMMAND),
        ('<button aria-haspopup="dialog">Ouvrir</button>', Kind.POPUP),
    ],
)
def test_a_control_that_declares_what_it_opens_is_kept(body, kind):
    assert _kinds(body) == [kind]


@pytest.mark.parametrize(
    "body",
    [
        "<details open><summary>Plus</summary>x</details>",
        '<button aria-expanded="true">Menu</button>',
        '<button aria-expanded="false" disabled>Menu</button>',
        '<form><button aria-expanded="false">Menu</button></form>',
        '<form id="f"></form><button form="f" aria-expanded="false">Menu</button>',
        '<a href="/x" role="button" aria-expanded="false">Menu</a>',
        '<a href="/x"><span role="button" aria-expanded="false">Menu</span></a>',
        '<a href="/x" role="tab" aria-selected="false" aria-controls="p">B</a>',
        '<button role="tab" aria-selected="false">B</button>',
        '<button popovertarget="p" popovertargetaction="hide">Fermer</button>',
        '<div inert><button aria-expanded="false">Menu</button></div>',
        "<button>Envoyer</button>",
    ],
)
def test_what_leads_elsewhere_sends_or_declares_nothing_is_left_alone(body):
    assert _kinds(body) == []


def test_one_of_each_shape_comes_first():
    alike = '<button class="q" aria-expanded="false">Q</button>' * 5
    assert _kinds(alike + "<details><summary>Plus</summary>x</details>", most=2) == [Kind.EXPANDED, Kind.DETAILS]
