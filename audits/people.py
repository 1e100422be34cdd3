"""People as screens and commands name them."""


def name_of(user) -> str:
    """Somebody's name, else that of the account; empty for who has none any more."""
    return user.get_full_name() or user.get_username() if user else ""
