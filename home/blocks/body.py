from wagtail.blocks import StreamBlock

from home.blocks.contact import ContactCardBlock, PlaceBlock
from home.blocks.documents import DocumentsBlock
from home.blocks.embedded import EmbeddedContentBlock
from home.blocks.emphasis import CalloutBlock, QuotationBlock
from home.blocks.figures import KeyFiguresBlock
from home.blocks.links import LinkListBlock
from home.blocks.media import FigureBlock, GalleryBlock
from home.blocks.recordings import AudioBlock, VideoBlock
from home.blocks.sequences import AccordionBlock, StepsBlock
from home.blocks.tables import CaptionedTableBlock
from home.blocks.text import ForeignTextBlock, HeadingBlock, ParagraphBlock
from home.blocks.timetable import TimetableBlock

TEXT = "Texte"
PICTURES = "Images, vidéos et sons"
DATA = "Chiffres et tableaux"
PRACTICAL = "Informations pratiques"
LINKS = "Liens et documents"


class BodyBlock(StreamBlock):
    """What an editorial page is made of."""

    heading = HeadingBlock(group=TEXT)
    paragraph = ParagraphBlock(group=TEXT)
    callout = CalloutBlock(group=TEXT)
    quotation = QuotationBlock(group=TEXT)
    steps = StepsBlock(group=TEXT)
    accordion = AccordionBlock(group=TEXT)
    foreign_text = ForeignTextBlock(group=TEXT)
    figure = FigureBlock(group=PICTURES)
    gallery = GalleryBlock(group=PICTURES)
    video = VideoBlock(group=PICTURES)
    audio = AudioBlock(group=PICTURES)
    table = CaptionedTableBlock(group=DATA)
    key_figures = KeyFiguresBlock(group=DATA)
    contact = ContactCardBlock(group=PRACTICAL)
    timetable = TimetableBlock(group=PRACTICAL)
    place = PlaceBlock(group=PRACTICAL)
    links = LinkListBlock(group=LINKS)
    documents = DocumentsBlock(group=LINKS)
    embedded_content = EmbeddedContentBlock(group=LINKS)
