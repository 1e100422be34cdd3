"""Body blocks in few words: for the demonstration's pages, and for the tests."""

from uuid import NAMESPACE_URL, uuid5

from home.demo.drawings import load_drawing


def identifier(name: str) -> str:
    """An identifier that depends on nothing but a name."""
    return str(uuid5(NAMESPACE_URL, name))


def heading(text: str, level: int = 2) -> dict:
    return {"type": "heading", "value": {"text": text, "level": str(level)}}


def paragraph(html: str) -> dict:
    return {"type": "paragraph", "value": html}


def figure(drawing: str, *, alternative: str = "", caption: str = "") -> dict:
    """A picture of the town; decorative when it has no alternative."""
    image = {"image": load_drawing(drawing).pk, "decorative": not alternative, "alt_text": alternative}
    return {"type": "figure", "value": {"image": image, "caption": caption}}


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


def links(title: str, *targets: tuple[str, str]) -> dict:
    """A list of links to other sites: pairs of a text and an address."""
    items = [
        {"type": "item", "id": identifier(address), "value": {"text": text, "address": address}}
        for text, address in targets
    ]
    return {"type": "links", "value": {"title": title, "links": items}}


def body(slug: str, *blocks: dict) -> list[dict]:
    """Blocks with identifiers that stay the same from one load to the next."""
    return [{**block, "id": identifier(f"{slug}/{place}")} for place, block in enumerate(blocks)]
