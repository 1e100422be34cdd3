"""A file that is not taken."""


class Refused(ValueError):
    """Why a file is not taken, and what to do, in French."""
