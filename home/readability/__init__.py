"""How easily a draft is read: advice to its editor, which never holds a publication back."""
