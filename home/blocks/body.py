from wagtail.blocks import StreamBlock

from home.blocks.links import LinkListBlock
from home.blocks.media import FigureBlock
from home.blocks.tables import CaptionedTableBlock
from home.blocks.text import ForeignTextBlock, HeadingBlock, ParagraphBlock


class BodyBlock(StreamBlock):
    """What an editorial page is made of."""

    heading = HeadingBlock()
    paragraph = ParagraphBlock()
    foreign_text = ForeignTextBlock()
    figure = FigureBlock()
    table = CaptionedTableBlock()
    links = LinkListBlock()
