"""What a form asks, as data: steps, questions, conditions. Pure Python: no Django, no database."""
