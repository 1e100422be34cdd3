"""Body blocks in few words: for the demonstration's pages, and for the tests."""

from uuid import NAMESPACE_URL, uuid5

from home.demo.drawings import load_drawing
from home.demo.files import load_file
from home.demo.tree import town_page


def identifier(name: str) -> str:
    """An identifier that depends on nothing but a name."""
    return str(uuid5(NAMESPACE_URL, name))


def body(slug: str, *blocks: dict) -> list[dict]:
    """Blocks with identifiers that stay the same from one load to the next."""
    return [{**block, "id": identifier(f"{slug}/{place}")} for place, block in enumerate(blocks)]


def _items(*values) -> list[dict]:
    """The items of a list inside a block."""
    return [
        {"type": "item", "id": identifier(f"{place}/{value}"), "value": value} for place, value in enumerate(values)
    ]


def prose(*parts: str) -> str:
    """Rich text: each part is a paragraph, unless it is HTML already."""
    return "".join(part if part.startswith("<") else f"<p>{part}</p>" for part in parts)


def bullets(*points: str) -> str:
    """A list, for rich text."""
    return "<ul>" + "".join(f"<li>{point}</li>" for point in points) + "</ul>"


def to(slug: str, text: str) -> str:
    """A link to a page of the town, for rich text."""
    return f'<a linktype="page" id="{town_page(slug).pk}">{text}</a>'


def heading(text: str, level: int = 2) -> dict:
    return {"type": "heading", "value": {"text": text, "level": str(level)}}


def paragraph(*parts: str) -> dict:
    return {"type": "paragraph", "value": prose(*parts)}


def callout(*parts: str, kind: str = "information") -> dict:
    """What must not be missed: an "information", or "attention"."""
    return {"type": "callout", "value": {"kind": kind, "text": prose(*parts)}}


def quotation(*parts: str, author: str = "", source: str = "", address: str = "", language: str = "") -> dict:
    value = {"text": prose(*parts), "author": author, "source": source}
    return {"type": "quotation", "value": value | {"source_address": address, "language": language}}


def steps(*named: tuple[str, str], level: int = 3) -> dict:
    """A procedure: pairs of a title and a text."""
    each = [{"title": title, "text": prose(text) if text else ""} for title, text in named]
    return {"type": "steps", "value": {"level": str(level), "steps": _items(*each)}}


def accordion(*panels: tuple[str, str]) -> dict:
    """Texts folded under their titles: pairs of a title and a text."""
    each = [{"title": title, "text": prose(text)} for title, text in panels]
    return {"type": "accordion", "value": {"panels": _items(*each)}}


def foreign_text(language: str, *parts: str) -> dict:
    return {"type": "foreign_text", "value": {"language": language, "text": prose(*parts)}}


def _picture(drawing: str, alternative: str, caption: str) -> dict:
    image = {"image": load_drawing(drawing).pk, "decorative": not alternative, "alt_text": alternative}
    return {"image": image, "caption": caption}


def figure(drawing: str, *, alternative: str = "", caption: str = "") -> dict:
    """A picture of the town; decorative when it has no alternative."""
    return {"type": "figure", "value": _picture(drawing, alternative, caption)}


def gallery(*pictures: tuple[str, str, str]) -> dict:
    """Several pictures: each a drawing, its alternative and its caption."""
    return {"type": "gallery", "value": {"pictures": _items(*(_picture(*picture) for picture in pictures))}}


def video(title: str, file: str, captions: str, *transcription: str) -> dict:
    value = {"title": title, "file": load_file(file).pk, "captions": load_file(captions).pk, "language": "fr"}
    more = {"transcription": prose(*transcription), "repeats_text": False, "silent": False}
    return {"type": "video", "value": value | more}


def audio(title: str, file: str, *transcription: str) -> dict:
    value = {"title": title, "file": load_file(file).pk, "language": "fr"}
    return {"type": "audio", "value": value | {"transcription": prose(*transcription), "repeats_text": False}}


def table(caption: str, rows: list[list[str]], headers: str = "row") -> dict:
    """A table whose headers are on its first "row", its first "column" or "both"."""
    value = {
        "data": rows,
        "table_caption": caption,
        "table_header_choice": headers,
        "first_row_is_table_header": headers in ("row", "both"),
        "first_col_is_header": headers in ("column", "both"),
    }
    return {"type": "table", "value": value}


def key_figures(*figures: tuple[str, str, str, str]) -> dict:
    """Figures: each a number, its unit, what it counts and who says so."""
    each = [dict(zip(("value", "unit", "label", "source"), figure, strict=True)) for figure in figures]
    return {"type": "key_figures", "value": {"figures": _items(*each)}}


def contact(name: str, *, level: int = 3, **fields: str) -> dict:
    """A person or a service: `role`, `phone`, `email`, `address` and `hours`, those that are known."""
    known = dict.fromkeys(("role", "phone", "email", "address", "hours"), "")
    return {"type": "contact", "value": {"name": name, "level": str(level), **known, **fields}}


def timetable(caption: str, week: dict[str, str], note: str = "") -> dict:
    """Opening hours: days to hours, as in `{"monday tuesday": "08:30-12:00 13:30-17:00"}`."""
    openings = []
    for days, hours in week.items():
        ranges = [dict(zip(("opens", "closes"), span.split("-"), strict=True)) for span in hours.split()]
        openings.append({"days": days.split(), "ranges": _items(*ranges)})
    return {"type": "timetable", "value": {"caption": caption, "openings": _items(*openings), "note": note}}


def place(name: str, address: str, *access: str, level: int = 3) -> dict:
    """A place, and how to come. The town is on no map: it has no coordinates."""
    value = {"name": name, "level": str(level), "address": address, "access": prose(*access)}
    return {"type": "place", "value": value | {"latitude": None, "longitude": None}}


def links(title: str, *targets: tuple[str, str]) -> dict:
    """A list of links: pairs of a text and an address, or the slug of a page of the town."""
    each = [
        {"text": text, "address": target} if "://" in target else {"text": text, "page": town_page(target).pk}
        for text, target in targets
    ]
    return {"type": "links", "value": {"title": title, "links": _items(*each)}}


def documents(*named: tuple[str, str, str]) -> dict:
    """Files to download: each a name, the text of its link and its language, empty for French."""
    each = [{"document": load_file(name).pk, "title": title, "language": language} for name, title, language in named]
    return {"type": "documents", "value": {"documents": _items(*each)}}


def embedded_content(title: str, provider: str, address: str, *, data_sent: str, level: int = 3) -> dict:
    """A content of another service, which opens on its own site."""
    value = {"title": title, "level": str(level), "provider": provider, "address": address}
    return {"type": "embedded_content", "value": value | {"data_sent": data_sent, "frame_address": ""}}
