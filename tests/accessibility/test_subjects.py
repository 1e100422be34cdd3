"""`inapplicable` is a legal statement: each subject, put on a page in any of its forms, must take it back."""

import pytest

from accessibility.page.model import Page
from accessibility.page.static import page_from_source
from accessibility.rgaa import MULTI_PAGE_TESTS, load
from accessibility.subjects import SUBJECTS, absences, absent_tests

BLANK = '<!DOCTYPE html><html lang="fr"><head><title>Horaires</title></head><body><p>Neuf heures.</p>{}</body></html>'
REFERENCE = load()


def page(body: str = "", head: str = "", *, opaque: tuple[str, ...] | None = None) -> Page:
    made = page_from_source(BLANK.format(body).replace("</title>", f"</title>{head}"), "https://mairie.example/")
    made.style_motion = False
    if opaque is not None:
        made.opaque = opaque
    return made


def every_test(*criteria: str) -> set[str]:
    return {test.id for number in criteria for test in REFERENCE.criteria[number].tests}


IMAGES = ("1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "1.8", "1.9")
MEDIA = ("4.1", "4.2", "4.3", "4.4", "4.5", "4.6", "4.7", "4.11")
NON_TEMPORAL = ("4.8", "4.9", "4.12")
TABLES = ("5.1", "5.2", "5.4", "5.5", "5.6")
FORMS = ("11.1", "11.2", "11.4", "11.5", "11.6", "11.7", "11.8", "11.9", "11.10", "11.11", "11.12", "11.13")


def test_the_table_names_tests_that_exist_each_once():
    named = [test for subject in SUBJECTS for test in subject.tests.split()]
    assert len(named) == len(set(named))
    assert set(named) <= set(REFERENCE.tests) - set(MULTI_PAGE_TESTS)
    assert all(subject.reason for subject in SUBJECTS)


def test_a_page_of_text_has_none_of_the_things_that_most_tests_speak_of():
    absent = absent_tests(page())
    assert every_test(*IMAGES, *MEDIA, *NON_TEMPORAL, "4.13", *TABLES, "2.1", "2.2", "6.2", *FORMS) <= absent
    assert absences(page())["1.1.2"] == "aucune zone d’image réactive (area)"


def test_what_a_text_alone_can_break_is_never_absent():
    never = every_test("3.1", "3.2", "3.3", "8.3", "8.5", "8.7", "8.9", "9.3", "9.4", "10.1", "10.2", "10.3", "10.4")
    never |= every_test(
        "10.5", "10.7", "10.8", "10.11", "10.12", "10.13", "10.14", "12.6", "12.7", "12.8", "12.9", "13.9"
    )
    assert absent_tests(page()) & never <= {"3.1.5", "3.1.6", "3.2.5", "3.3.1", "3.3.4", "12.8.2"}


PRESENT = [
    ("<img src=a.png>", {"1.1.1", "1.2.1", "1.3.1", "1.3.9", "1.4.1", "1.5.1", "1.6.1", "1.8.1", "1.9.1", "13.7.1"}),
    ("<img hidden src=a.png>", {"1.1.1", "1.2.1"}),
    ("<span role=img></span>", {"1.1.1", "1.6.10", "1.3.9"}),
    ("<span role='graphics image'></span>", {"1.1.1", "1.6.10"}),
    ("<map><area href=/a></map>", {"1.1.2", "1.2.2", "1.3.2", "1.4.2", "1.5.1", "6.1.1", "6.1.2", "6.2.1"}),
    ("<input type=' IMAGE ' src=a>", {"1.1.3", "1.3.3", "1.5.2", "1.6.4", "1.8.2", "1.9.1", "11.9.1", "1.1.4"}),
    ("<a href=/a><img ismap src=a></a>", {"1.1.4", "6.1.2", "6.1.3"}),
    ("<svg></svg>", {"1.1.5", "1.2.4", "1.3.6", "1.6.5", "1.6.6", "1.8.6", "1.9.4"} | every_test(*NON_TEMPORAL)),
    (
        "<object data=a.png></object>",
        {"1.1.6", "1.2.3", "1.3.4", "4.10.1", "4.13.1"} | every_test(*MEDIA, *NON_TEMPORAL),
    ),
    ("<embed src=a.png>", {"1.1.7", "1.2.6", "1.3.5"} | every_test(*MEDIA, *NON_TEMPORAL)),
    ("<canvas>a</canvas>", {"1.3.8"}),
    ("<canvas></canvas>", {"1.1.8", "1.2.5", "1.3.7", "4.1.2", "4.7.1"} | every_test(*NON_TEMPORAL)),
    ("<img src=a aria-describedby=b>", {"1.6.9"}),
    ("<a href=/c>Contraste renforcé</a>", {"3.2.5", "3.3.1", "3.3.4"}),
    ("<p class=theme-sombre>a</p>", {"3.2.5", "3.3.4"}),
    ("<button>a</button>", {"3.3.1"}),
    ("<video src=a></video>", every_test(*(set(MEDIA) - {"4.3"})) | {"4.3.1", "4.13.1", "13.7.1"}),
    ("<video src=a autoplay></video>", {"4.10.1"}),
    ("<audio src=a></audio>", every_test(*(set(MEDIA) - {"4.3"}))),
    ("<bgsound src=a>", {"4.10.1", "4.1.1"}),
    ("<a href='/conseil.mp3?v=2'>Conseil</a>", {"4.1.1", "4.7.1"}),
    ("<a href=/conseil>Écouter le conseil</a>", {"4.1.1", "4.7.1"}),
    ("<video><track src=a></video>", {"4.3.2"}),
    ("<svg><animate/></svg>", {"4.1.2"}),
    ("<table><tr><td>a</table>", every_test(*TABLES, "5.3", "5.8") | {"5.7.4"}),
    ("<table><tr><th>a<td>b</table>", {"5.7.1", "5.7.2", "5.7.3", "5.7.4"}),
    ("<div role=table></div>", every_test(*TABLES)),
    ("<div role=grid><span role=rowheader></span></div>", every_test(*TABLES) | {"5.7.5"}),
    ("<a href=/a>b</a>", {"6.1.1", "6.1.5", "6.2.1", "10.6.1", "13.3.1", "13.4.1"}),
    ("<a name=a>b</a>", {"6.1.1", "6.2.1"}),
    ("<span role=link>a</span>", {"6.1.1", "6.2.1"}),
    ("<a href=/a><svg></svg></a>", {"6.1.2", "6.1.3", "6.1.4"}),
    ("<svg><a xlink:href=/a><text>a</text></a></svg>", {"6.1.1", "6.1.4"}),
    ("<span lang=en>Mail</span>", {"8.8.1"}),
    ("<p dir=ltr>a", {"8.10.1", "8.10.2"}),
    ("<p>שלום", {"8.10.1"}),
    ("<p title='مرحبا'>a", {"8.10.1"}),
    ("<h3>a</h3>", {"9.1.2"}),
    ("<p role=heading>a", {"9.1.2"}),
    ("<input>", {"11.1.1", "11.1.3", "11.4.1", "11.4.2", "11.10.3", "11.10.5", "11.11.1", "11.12.1", "11.13.1"}),
    ("<textarea></textarea>", {"11.1.1", "11.4.2"}),
    ("<p contenteditable>a", {"11.1.1"}),
    ("<div role=slider></div>", {"11.1.1", "11.4.2"}),
    ("<meter></meter><progress></progress><output></output>", {"11.1.1"}),
    ("<label>a<input></label>", {"11.1.2", "11.2.1"}),
    ("<input title=a>", {"11.2.2"}),
    ("<input list=a><datalist id=a aria-label=b></datalist>", {"11.2.3", "11.8.1"}),
    ("<input aria-labelledby=a>", {"11.2.4"}),
    ("<input><button>a</button>", {"11.2.6", "11.9.1"}),
    ("<input type=radio>", {"11.4.3"}),
    ("<div role=switch></div>", {"11.4.3"}),
    ("<input><input>", {"11.5.1", "11.10.1"}),
    ("<input required><input>", {"11.10.2"}),
    ("<select></select><div role=textbox aria-required=true></div>", {"11.8.1", "11.10.2"}),
    ("<fieldset><legend>a</legend></fieldset>", {"11.6.1", "11.7.1"}),
    ("<div role=group aria-label=a></div>", {"11.6.1", "11.7.1"}),
    ("<select><optgroup label=a></select>", {"11.8.1", "11.8.2", "11.8.3"}),
    ("<input type=submit>", {"11.9.1", "11.9.2", "11.12.1", "13.3.1"}),
    ("<p role=button>a", {"11.9.1"}),
    ("<form></form>", {"11.12.1", "11.12.2", "13.3.1"}),
    ("<marquee>a</marquee>", {"13.7.3", "13.8.1", "13.8.2"}),
    ("<p style='animation: tourne 1s'>a", {"13.7.3", "13.8.1", "13.8.2"}),
    ("<p style='background: URL(a.gif)'>a", {"13.7.3", "13.8.1", "13.8.2"}),
    ("<table background=a.gif>", {"13.7.3", "13.8.1"}),
    ("<img src=a.gif>", {"13.7.1", "13.8.1", "13.8.2"}),
    ("<img src=a.jpg srcset='b.webp 2x'>", {"13.7.1", "13.8.1"}),
    ("<picture><source srcset=a.avif><img src=a.jpg></picture>", {"13.7.1", "13.8.1"}),
    ("<input type=image src=a.png>", {"13.7.1", "13.8.1"}),
    ("<canvas></canvas>", {"13.7.1", "13.8.1"}),
    ("<video src=a></video>", {"13.8.1", "13.8.2"}),
    ("<object data=a></object>", {"13.2.1", "13.7.1", "13.8.1"}),
    ("<p accesskey=a>b", {"12.10.1"}),
    ("<p aria-live=polite>a", {"7.1.1", "7.5.1"}),
    ("<p role=checkbox>a", {"7.1.1", "7.1.3", "11.1.1", "11.4.3"}),
]


@pytest.mark.parametrize(("body", "tests"), PRESENT)
def test_a_subject_that_is_there_takes_it_back(body, tests):
    assert tests & absent_tests(page(body)) == set()


def test_a_redirect_takes_it_back_even_for_those_who_run_no_script():
    refresh = '<meta http-equiv="Refresh" content="5">'
    assert not {"13.1.1", "13.1.2"} & absent_tests(page(head=refresh))
    assert "13.1.2" not in absent_tests(page("<noscript>" + refresh.replace('"', "'") + "</noscript>"))


def test_nothing_moves_where_no_style_sheet_no_picture_and_no_script_can():
    still = "<img src='place.JPG?v=2'><input type=image src=ok.jpeg srcset='b.jpg 2x, c.jpeg 3x'>"
    assert {"13.2.1", "13.7.1", "13.7.3", "13.8.1", "13.8.2"} <= absent_tests(page(still))
    unread = page(still)
    unread.style_motion = None
    assert {"13.7.3", "13.8.1", "13.8.2"} & absent_tests(unread) == set()
    assert {"13.2.1", "13.7.1", "13.7.3", "13.8.1"} & absent_tests(page(still + "<script>0</script>")) == set()


def test_a_frame_that_is_kept_from_assistive_technologies_is_set_aside():
    hidden = "<iframe aria-hidden=true title=a></iframe>"
    assert every_test("2.1", "2.2") <= absent_tests(page(hidden, opaque=()))
    assert not every_test("2.1", "2.2") & absent_tests(page(hidden.replace("true", "false"), opaque=()))
    assert "2.2.1" in absent_tests(page("<iframe></iframe>", opaque=()))


@pytest.mark.parametrize(
    "script",
    [
        "<script src=a.js></script>",
        "<script>0</script>",
        "<script type=module></script>",
        "<script type='text/javascript'></script>",
        "<p onclick='a()'>b",
        "<a href=' JavaScript:a()'>b</a>",
    ],
)
def test_what_scripts_commonly_add_is_not_absent_from_a_page_that_has_some(script):
    absent = absent_tests(page(script, opaque=()))
    assert not every_test("1.1", "2.1", *MEDIA, *TABLES, "6.2", "7.1", "7.3", *FORMS) & absent - every_test("1.1")
    assert not {"1.1.1", "1.1.5", "1.1.8"} & absent
    assert {"1.1.2", "1.1.3", "1.1.6", "1.1.7", "8.10.2", "13.1.2"} <= absent


@pytest.mark.parametrize(
    ("script", "test"),
    [
        ("<script>m.innerHTML = '<area href=a>'</script>", "1.1.2"),
        ('<script>document.createElement("object")</script>', "1.1.6"),
        ("<p onclick=\"document.createElement('embed')\">a", "1.1.7"),
        ("<script>p.setAttribute('dir', 'rtl')</script>", "8.10.2"),
        ("<script>0</script><noscript>&lt;area href=a></noscript>", "1.1.2"),
    ],
)
def test_what_an_inline_script_writes_is_not_absent(script, test):
    assert test not in absent_tests(page(script, opaque=()))


@pytest.mark.parametrize("data", ["application/ld+json", "application/json", "text/template", "speculationrules"])
def test_data_is_no_script(data):
    assert "1.1.1" in absent_tests(page(f"<script type='{data}'>{{}}</script>", opaque=()))


def test_nothing_is_proven_of_a_page_with_a_part_out_of_sight_but_what_concerns_its_own_document():
    out_of_sight = page(opaque=("frame of another site",))
    assert absent_tests(out_of_sight) == set()
    untitled = page_from_source("<!DOCTYPE html PUBLIC '-//W3C//DTD HTML 4.01//EN'><p>a", "https://mairie.example/")
    untitled.opaque = ("frame of another site",)
    assert absent_tests(untitled) == {"8.4.1", "8.6.1", "9.2.1"}
    undeclared = page_from_source("<html lang=fr><title>a</title><p>b", "https://mairie.example/")
    undeclared.opaque = ("closed shadow root",)
    assert absent_tests(undeclared) == {"8.1.3"}


def test_without_a_browser_a_script_may_still_give_a_title():
    unread = page_from_source("<!DOCTYPE html><script src=a.js></script><p>a", "https://mairie.example/")
    assert not {"8.4.1", "8.6.1"} & absent_tests(unread)


def test_a_style_sheet_that_was_not_read_hides_no_element():
    assert "1.1.1" in absent_tests(page(head="<style>p { color: red }</style>"))
