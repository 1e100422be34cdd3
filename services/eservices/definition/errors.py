"""What is wrong in a definition."""


class DefinitionError(ValueError):
    """A definition that cannot be used; `faults` says all that is wrong, in French."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class Faults:
    """Collects faults while a definition is read."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def say(self, where: str, what: str) -> None:
        """Note a fault: « La question « nom » : son intitulé est vide. »"""
        self.found.append(f"{where[0].upper()}{where[1:]}\u00a0: {what}.")
