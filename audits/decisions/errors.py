class DecisionError(Exception):
    """A decision that cannot be made in the state that things are in; the text, in French, says it to a person."""
