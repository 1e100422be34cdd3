"""The catalogue of procedures: what filters keep, how it is said, and what it costs."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import PageViewRestriction
from wagtail.search.index import insert_or_update_object

from home.models import LifeEvent, ServiceCataloguePage, ServicePage, Topic
from tests.home.bodies import words_of


@pytest.fixture
def lists(db):
    """Two topics and two events, in an order that is not that of the alphabet."""
    names = {"civil": (Topic, "État civil", 2), "school": (Topic, "Écoles", 1)}
    names |= {"birth": (LifeEvent, "J’attends un enfant", 2), "move": (LifeEvent, "Je déménage", 1)}
    return {key: kind.objects.create(name=name, sort_order=order) for key, (kind, name, order) in names.items()}


@pytest.fixture
def catalogue(add_page):
    return add_page("Les démarches", kind=ServiceCataloguePage, slug="demarches")


@pytest.fixture
def add_sheet(add_page, catalogue):
    def add(title, **fields):
        catalogue.refresh_from_db()
        sheet = add_page(title, kind=ServicePage, parent=catalogue, **fields)
        insert_or_update_object(sheet)
        return sheet

    return add


@pytest.fixture
def sheets(add_sheet, lists):
    civil, school, birth, move = (lists[name] for name in ("civil", "school", "birth", "move"))
    return [
        add_sheet("Inscrire un enfant à l’école", topics=[school], life_events=[move], to_bring="Le carnet de santé"),
        add_sheet("Demander un acte de naissance", topics=[civil, school], life_events=[birth, move]),
        add_sheet("Écrire au conseil", introduction="Une question sur un acte."),
        add_sheet("Conclure un PACS", topics=[civil]),
    ]


def shown(client, catalogue, **asked) -> BeautifulSoup:
    response = client.get(catalogue.url, asked)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html5lib")


def titles(html) -> list[str]:
    return [link.text for link in html.select(".sheets a")]


def heading(html) -> str:
    return words_of(html.select_one(".catalogue h2"))


def test_without_filter_sheets_are_grouped_by_topic_and_shown_once(client, catalogue, sheets):
    html = shown(client, catalogue)
    assert heading(html) == "Les 4 démarches"
    groups = [title.text for title in html.select(".catalogue h3")]
    assert groups == ["Écoles", "État civil", "Autres démarches"]
    assert titles(html) == [
        "Demander un acte de naissance",
        "Inscrire un enfant à l’école",
        "Conclure un PACS",
        "Écrire au conseil",
    ]
    assert html.title.text.strip() == "Les démarches – Ville d’essai"
    assert not html.select("main [aria-current]")


def test_a_life_event_is_a_link_that_says_where_one_is(client, catalogue, sheets):
    link = shown(client, catalogue).find("a", string="J’attends un enfant")
    html = BeautifulSoup(client.get(link["href"]).content, "html5lib")
    assert titles(html) == ["Demander un acte de naissance"]
    assert heading(html) == "1 démarche pour «\u00a0J’attends un enfant\u00a0»"
    assert [link.text for link in html.select(".ways-in [aria-current=true]")] == ["J’attends un enfant"]
    title = words_of(html.title)
    assert title == "Les démarches\u00a0: «\u00a0J’attends un enfant\u00a0» – Ville d’essai"


def test_filters_add_up_and_stay_in_the_form(client, catalogue, sheets, lists):
    html = shown(client, catalogue, evenement=lists["move"].slug, theme=lists["school"].slug, mots=" carnet ")
    assert titles(html) == ["Inscrire un enfant à l’école"]
    assert heading(html) == "1 démarche pour «\u00a0Je déménage\u00a0», «\u00a0Écoles\u00a0», «\u00a0carnet\u00a0»"
    form = html.select_one("form.filters")
    assert form["method"] == "get" and form["action"] == catalogue.url
    chosen = {select["name"]: select.find("option", selected=True)["value"] for select in form.find_all("select")}
    assert chosen == {"evenement": "je-demenage", "theme": "ecoles"}
    assert form.select_one("[name=mots]")["value"] == "carnet"
    for field in form.select("input, select"):
        assert form.find("label", attrs={"for": field["id"]}), field["name"]


def test_a_topic_shows_its_sheets_by_title_under_one_heading(client, catalogue, sheets, lists):
    html = shown(client, catalogue, theme=lists["civil"].slug)
    assert titles(html) == ["Conclure un PACS", "Demander un acte de naissance"]
    assert not html.select(".catalogue h3")


def test_an_event_has_topics_only_where_these_gather_sheets(client, catalogue, sheets, add_sheet, lists):
    html = shown(client, catalogue, evenement="je-demenage")
    assert len(titles(html)) == 2 and not html.select(".catalogue h3")[1:]
    add_sheet("Changer d’adresse", topics=[lists["civil"]], life_events=[lists["move"]])
    html = shown(client, catalogue, evenement="je-demenage")
    assert len(titles(html)) == 3 and not html.select(".catalogue h3")
    add_sheet("Refaire ses papiers", topics=[lists["civil"]], life_events=[lists["move"]])
    html = shown(client, catalogue, evenement="je-demenage")
    assert [title.text for title in html.select(".catalogue h3")] == ["Écoles", "État civil"]


def test_words_find_stems_and_put_titles_first(client, catalogue, sheets):
    assert titles(shown(client, catalogue, mots="ACTES")) == ["Demander un acte de naissance", "Écrire au conseil"]
    assert titles(shown(client, catalogue, mots="pacs")) == ["Conclure un PACS"]


@pytest.mark.parametrize("words", ['"', "*", "AND OR", "(", "<script>", "😀", "trottinette"])
def test_without_result_the_page_helps(client, catalogue, sheets, words):
    html = shown(client, catalogue, mots=words)
    assert not titles(html)
    assert heading(html) == f"Aucune démarche pour «\u00a0{words}\u00a0»"
    targets = [link["href"] for link in html.select(".catalogue a")]
    assert targets[0] == catalogue.url
    assert targets[1].startswith("/recherche/?q=")
    assert not html.find("script", type=lambda kind: kind != "application/ld+json")


def test_values_that_are_in_no_list_are_passed_over(client, catalogue, sheets):
    html = shown(client, catalogue, evenement="inconnu", theme="0", page="zzz")
    assert heading(html) == "Les 4 démarches"


def test_only_entries_that_lead_somewhere_are_offered(client, catalogue, sheets, add_page):
    Topic.objects.create(name="Urbanisme", sort_order=3)
    other = add_page("Autres", kind=ServiceCataloguePage, slug="autres")
    event = LifeEvent.objects.create(name="Je fais des travaux", sort_order=3)
    add_page("Déclarer des travaux", kind=ServicePage, parent=other, life_events=[event])
    html = shown(client, catalogue)
    assert [link.text for link in html.select(".ways-in a")] == ["Je déménage", "J’attends un enfant"]
    assert [option.text for option in html.select("#theme option")] == ["Tous les thèmes", "Écoles", "État civil"]


def test_drafts_and_restricted_sheets_are_not_shown(client, catalogue, sheets):
    catalogue.refresh_from_db()
    catalogue.add_child(instance=ServicePage(title="Brouillon", live=False))
    PageViewRestriction.objects.create(page=sheets[3], restriction_type="login")
    html = shown(client, catalogue)
    assert heading(html) == "Les 3 démarches"
    assert "Brouillon" not in html.text and "PACS" not in html.text


def test_an_empty_catalogue_says_so(client, catalogue):
    html = shown(client, catalogue)
    assert heading(html) == "Aucune démarche pour le moment"
    assert not html.select("select")


def test_sheets_come_twenty_at_a_time_and_keep_the_filters(client, catalogue, add_sheet, lists):
    for number in range(23):
        add_sheet(f"Démarche {number:02}", topics=[lists["civil"]])
    first = shown(client, catalogue, theme="etat-civil")
    assert len(titles(first)) == 20
    assert heading(first).startswith("23 démarches")
    links = [link["href"] for link in first.select(".pagination a")]
    assert links and all("theme=etat-civil" in link for link in links)
    second = BeautifulSoup(client.get(f"{catalogue.url}{links[-1]}").content, "html5lib")
    assert titles(second) == ["Démarche 20", "Démarche 21", "Démarche 22"]
    assert second.select_one(".pagination [aria-current=page]").text == "Page 2"
    assert words_of(second.title) == "Les démarches\u00a0: «\u00a0État civil\u00a0» (page 2) – Ville d’essai"


@pytest.mark.parametrize("asked", [{}, {"theme": "ecoles"}, {"mots": "fiche"}])
def test_listing_asks_no_more_for_more_sheets(
    client, catalogue, add_sheet, lists, asked, django_assert_max_num_queries
):
    everywhere = {"topics": [lists["school"], lists["civil"]], "life_events": [lists["move"]]}
    add_sheet("Fiche 0", **everywhere)
    shown(client, catalogue, **asked)
    with django_assert_max_num_queries(60) as few:
        shown(client, catalogue, **asked)
    for number in range(1, 8):
        add_sheet(f"Fiche {number}", **everywhere)
    with django_assert_max_num_queries(len(few)):
        assert len(titles(shown(client, catalogue, **asked))) == 8


def test_entries_keep_their_address_and_never_share_one(db):
    school = Topic.objects.create(name="École")
    assert school.slug == "ecole"
    assert Topic.objects.create(name="Ecole").slug == "ecole-2"
    assert LifeEvent.objects.create(name="École").slug == "ecole"
    assert Topic.objects.create(name="…").slug == "liste"
    school.name = "Écoles et crèches"
    school.save()
    assert Topic.objects.get(pk=school.pk).slug == "ecole"


@pytest.mark.parametrize("model", [LifeEvent, Topic])
def test_editors_add_and_order_entries(admin_client, model):
    name = f"wagtailsnippets_home_{model._meta.model_name}"
    for entry in ("Deuxième", "Premier"):
        assert admin_client.post(reverse(f"{name}:add"), {"name": entry}).status_code == 302
    assert [entry.name for entry in model.objects.all()] == ["Deuxième", "Premier"]
    last = model.objects.get(name="Premier")
    assert admin_client.post(f"{reverse(f'{name}:reorder', args=(last.pk,))}?position=0").status_code == 200
    assert [entry.name for entry in model.objects.all()] == ["Premier", "Deuxième"]


@pytest.mark.parametrize(
    ("group", "allowed"),
    [("Rédaction", False), ("Modération", True), ("Administration", True), ("Référent accessibilité", False)],
)
def test_who_edits_the_lists(client, django_user_model, lists, group, allowed):
    user = django_user_model.objects.create_user("membre", "membre@essai.example", "un mot de passe d’essai")
    user.groups.add(Group.objects.get(name=group))
    client.force_login(user)
    for model in ("lifeevent", "topic"):
        response = client.get(reverse(f"wagtailsnippets_home_{model}:list"))
        assert (response.status_code == 200) == allowed
