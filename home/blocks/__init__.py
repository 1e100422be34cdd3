"""The blocks of editorial pages, one module per family."""

from home.blocks.body import BodyBlock

__all__ = ["BodyBlock"]
