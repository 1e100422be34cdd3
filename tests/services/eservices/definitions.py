"""Definitions drawn at random, and answers to them, for property tests."""

from hypothesis import strategies as st

from services.eservices.definition.kinds import COLUMN_KINDS, CONDITION_KINDS, Kind

LABELS = st.text(st.characters(categories=("L", "N", "P", "Zs")), min_size=1, max_size=30).filter(str.strip)
ASKED = [kind for kind in Kind if kind not in (Kind.FILES, Kind.SLOT)]


@st.composite
def definitions(draw) -> dict:
    """A form as JSON: some steps of some questions, with conditions on earlier ones."""
    rank = 0
    before: list[dict] = []
    steps = []
    for place in range(draw(st.integers(1, 3))):
        items = []
        for _ in range(draw(st.integers(1, 4))):
            rank += 1
            question = draw(_questions(f"q{rank}"))
            if before and draw(st.booleans()):
                question["show_when"] = draw(_conditions(before))
            items.append(question)
            if question["kind"] in CONDITION_KINDS:
                before.append(question)
        steps.append({"key": f"etape-{place}", "title": draw(LABELS), "items": items})
    return {"steps": steps}


@st.composite
def _questions(draw, key: str, kinds=tuple(ASKED)) -> dict:
    kind = draw(st.sampled_from(sorted(kinds)))
    question = {"key": key, "kind": str(kind), "label": draw(LABELS), "required": draw(st.booleans())}
    if kind in (Kind.CHOICE, Kind.CHOICES):
        values = draw(st.lists(st.sampled_from("abcdef"), min_size=2, max_size=4, unique=True))
        question["options"] = [{"value": value, "label": draw(LABELS)} for value in values]
    if kind == Kind.TABLE:
        question["line"] = draw(LABELS)
        question["most"] = draw(st.integers(1, 3))
        question["columns"] = [draw(_questions(f"c{place}", tuple(COLUMN_KINDS))) for place in range(2)]
    return question


@st.composite
def _conditions(draw, before: list[dict]) -> dict:
    target = draw(st.sampled_from(before))
    values = [option["value"] for option in target.get("options", [])] or ["oui"]
    word = "contains" if target["kind"] == Kind.CHOICES else "is"
    return {"question": target["key"], word: draw(st.sampled_from(values))}


TYPED = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        ["a", "b", "c", "oui", "3", "12", "2001", "01 99 00 12 34", "ana@essai.example", "75001", "", "mars"]
    ),
)
"""What people type: anything, and often what is wanted."""
