"""Pages that an editor says to read too."""

from wagtail.blocks import PageChooserBlock, StreamBlock

MOST_RELATED = 6


class RelatedPagesBlock(StreamBlock):
    """A few pages of the site, in the order chosen."""

    page = PageChooserBlock(label="Page")

    class Meta:
        max_num = MOST_RELATED
