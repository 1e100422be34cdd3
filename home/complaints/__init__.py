"""« Signaler un problème d’accessibilité »: the form that anybody may fill in, and what becomes of a report."""
