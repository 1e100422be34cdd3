"""PDF files made by the tests: a correct one to begin with, in which a test breaks one thing."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

TITLE = "Compte rendu du conseil municipal"
PROSE = (
    "Le conseil municipal réuni en séance publique a délibéré sur le budget de la commune et sur les travaux de la rue "
    "des écoles. Le maire rappelle que la subvention accordée aux associations sera versée avant la fin de l’année, "
    "après examen des comptes. Les habitants peuvent consulter les documents à la mairie aux heures d’ouverture, ou "
    "les demander par courrier. La séance est levée à vingt heures."
)


@dataclass
class Tag:
    """A tag of the structure. `entries`: more keys of its dictionary; `drawn`: it shows an image, not a text."""

    kind: str
    text: str = ""
    kids: Sequence["Tag"] = ()
    entries: dict[str, Any] = field(default_factory=dict)
    drawn: bool = False


Break = Callable[[pikepdf.Pdf], None]


def row(*cells: Tag) -> Tag:
    """A row of a table."""
    return Tag("TR", kids=cells)


def header(text: str, scope: str = "") -> Tag:
    """A header cell."""
    scoped = {"/A": Dictionary(O=Name.Table, Scope=Name(f"/{scope}"))} if scope else {}
    return Tag("TH", text, entries=scoped)


def correct_tags() -> list[Tag]:
    """A little of everything, in which there is nothing to say."""
    table = Tag(
        "Table",
        kids=[
            row(header("Service", "Column"), header("Montant", "Column")),
            row(header("Voirie", "Row"), Tag("TD", "1 200 euros")),
        ],
    )
    items = [Tag("LI", kids=[Tag("Lbl", "1."), Tag("LBody", text)]) for text in ("Budget", "Travaux")]
    figure = Tag("Figure", drawn=True, entries={"/Alt": String("Plan de la rue des écoles")})
    return [Tag("H1", "Compte rendu"), Tag("P", PROSE), Tag("H2", "Ordre du jour"), Tag("L", kids=items), table, figure]


def make(tags: Sequence[Tag] | None = None, *breaks: Break, loose: str = "", **saved: Any) -> bytes:
    """A tagged PDF of one page, once each of the breaks has had its way. `loose`: a text under no tag."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(595, 842))
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    image = pdf.make_stream(b"\0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8)
    image.ColorSpace = Name.DeviceGray
    page.obj.Resources = Dictionary(Font=Dictionary(F1=pdf.make_indirect(font)), XObject=Dictionary(Im1=image))
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    drawing: list[bytes] = []
    whole = Tag("Document", kids=correct_tags() if tags is None else tags)
    root.K = Array([_element(pdf, whole, root, page.obj, drawing)])
    if loose:
        drawing.append(_shown(loose))
    page.obj.Contents = pdf.make_stream(b"\n".join(drawing))
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.Lang = String("fr-FR")
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.docinfo[Name.Title] = TITLE
    for change in breaks:
        change(pdf)
    output = io.BytesIO()
    pdf.save(output, **saved)
    return output.getvalue()


def annotation(pdf: pikepdf.Pdf, kind: str, **entries: Any) -> pikepdf.Object:
    """An annotation of the first page, which is tied to no tag."""
    added = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=[10, 10, 90, 30], **entries))
    page = pdf.pages[0].obj
    page.Annots = Array([*page.get("/Annots", []), added])
    page.Tabs = Name.S
    return added


def tie(pdf: pikepdf.Pdf, held: pikepdf.Object, kind: str, text_mark: int | None = None) -> None:
    """Put an annotation under a new tag, with a text that is already shown if told which."""
    page = pdf.pages[0].obj
    kids = [Dictionary(Type=Name.OBJR, Obj=held, Pg=page)]
    kids += [text_mark] if text_mark is not None else []
    document = pdf.Root.StructTreeRoot.K[0]
    tag = Dictionary(Type=Name.StructElem, S=Name(f"/{kind}"), P=document, Pg=page, K=Array(kids))
    document.K.append(pdf.make_indirect(tag))


def _element(pdf: pikepdf.Pdf, tag: Tag, parent: Any, page: Any, drawing: list[bytes]) -> pikepdf.Object:
    element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{tag.kind}"), P=parent, Pg=page))
    for key, value in tag.entries.items():
        element[key] = value
    kids: list[Any] = []
    if tag.text or tag.drawn:
        mark = sum(line.startswith(b"/Mark") for line in drawing)
        kids.append(mark)
        shown = b"/Im1 Do" if tag.drawn else _shown(tag.text)
        drawing.append(b"/Mark <</MCID %d>> BDC %s EMC" % (mark, shown))
    kids += [_element(pdf, kid, element, page, drawing) for kid in tag.kids]
    element.K = Array(kids)
    return element


def _shown(text: str) -> bytes:
    return b"BT /F1 12 Tf <%s> Tj ET" % text.encode("cp1252").hex().encode()
