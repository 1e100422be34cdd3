from wagtail.blocks import StreamBlock

from home.blocks.media import FigureBlock


class LeadBlock(StreamBlock):
    """The picture that opens a page, or none."""

    figure = FigureBlock()

    class Meta:
        max_num = 1
