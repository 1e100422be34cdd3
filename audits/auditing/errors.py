"""How an audit says no, in French, for the person who asked."""


class AuditError(Exception):
    """The audit cannot start, go on or end this way; nothing was changed."""


class WrongState(AuditError):
    """The audit is not in a state that allows it; the message quotes the state."""

    def __init__(self, audit, wish: str) -> None:
        super().__init__(f"L’audit {audit.pk} est « {audit.get_state_display()} » : on ne peut pas {wish}.")
