"""Bodies of random blocks, some with a defect that a machine is certain of: the same for the same seed."""

import json
import random
from dataclasses import dataclass
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder

from home.blocks.body import BodyBlock

_ENGLISH = (
    "The museum is open every day except Monday. Admission is free for everyone and guided tours start at ten in the "
    "morning."
)
_NAMES = ("La place un jour de marché", "La mairie vue du pont", "Le kiosque sous la neige")
_SENTENCES = (
    "Le marché revient samedi sur la place, dès huit heures.",
    "Les inscriptions sont ouvertes jusqu’à la fin du mois.",
    "La mairie est ouverte du lundi au vendredi.",
)


@dataclass(frozen=True)
class Body:
    """A body as the database has it, and how many certain defects were put in it."""

    blocks: list[dict]
    defects: int


def random_body(seed: int, image: int) -> Body:
    """One to six blocks. Half of the bodies have none of the defects, the others one or two."""
    chance = random.Random(seed)
    sound = [_sound_block(chance, image) for _ in range(chance.randint(1, 4))]
    broken = [chance.choice(_BROKEN)(chance, image) for _ in range(chance.choice((0, 0, 1, 2)))]
    blocks = [*sound, *broken]
    chance.shuffle(blocks)
    numbered = [{"type": kind, "value": value, "id": str(UUID(int=chance.getrandbits(128)))} for kind, value in blocks]
    return Body(numbered, len(broken))


def _sound_block(chance: random.Random, image: int) -> tuple[str, object]:
    if chance.random() < 0.3:
        return "figure", _figure(image, chance.choice(_NAMES))
    if chance.random() < 0.3:
        return "paragraph", f"<p>{chance.choice(_SENTENCES)}</p>"
    kind = chance.choice(_WITH_EXAMPLE)
    block = BodyBlock().child_blocks[kind]
    stored = block.get_prep_value(block.get_preview_value())
    return kind, json.loads(json.dumps(stored, cls=DjangoJSONEncoder))


def _figure(image: int, alternative: str) -> dict:
    return {"image": {"image": image, "alt_text": alternative, "decorative": False}, "caption": ""}


def _file_name_as_alternative(chance, image):
    return "figure", _figure(image, chance.choice(("IMG_1234.jpg", "photo-12.png", "...")))


def _heading_of_dots(chance, image):
    return "heading", {"text": chance.choice(("...", "-", "*")), "level": "2"}


def _caption_of_dots(chance, image):
    cells = {"data": [["Jour", "Heure"], ["Mardi", "14 h"]], "table_header_choice": "row"}
    headers = {"first_row_is_table_header": True, "first_col_is_header": False}
    return "table", {**cells, **headers, "table_caption": "..."}


def _passage_in_english(chance, image):
    return "paragraph", f"<p>{chance.choice(_SENTENCES)}</p><p>{_ENGLISH}</p>"


def _link_without_text(chance, image):
    return "paragraph", '<p>Les statuts\u00a0: <a href="https://a.example/"> </a></p>'


def _bullets_typed(chance, image):
    return "paragraph", "<p>• pain frais</p><p>• fruits de saison</p>"


def _blank_lines(chance, image):
    return "paragraph", f"<p>{chance.choice(_SENTENCES)}<br/><br/>{chance.choice(_SENTENCES)}</p>"


_BROKEN = (
    _file_name_as_alternative,
    _heading_of_dots,
    _caption_of_dots,
    _passage_in_english,
    _link_without_text,
    _bullets_typed,
    _blank_lines,
)
_WITH_EXAMPLE = (
    *("heading", "paragraph", "callout", "quotation", "steps", "accordion", "foreign_text"),
    *("table", "key_figures", "timetable", "links"),
)
