"""What is wrong in an answer."""


class Mistake(ValueError):
    """What has to be mended, in French, by the name of the field it is in. One question may have several."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.messages = {field: message}

    @classmethod
    def several(cls, mistakes: list["Mistake"]) -> "Mistake":
        """All of them in one."""
        whole = cls("", "")
        whole.messages = {}
        for mistake in mistakes:
            whole.messages |= mistake.messages
        return whole
