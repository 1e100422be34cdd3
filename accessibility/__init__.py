"""The RGAA engine: pure Python, usable alone."""

__version__ = "0.1.0"
